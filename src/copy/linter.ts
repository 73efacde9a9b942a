import english from 'retext-english';
import indefiniteArticle from 'retext-indefinite-article';
import quotes from 'retext-quotes';
import repeatedWords from 'retext-repeated-words';
import sentenceSpacing from 'retext-sentence-spacing';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { BOUND, type Finding } from './wording.ts';

/** Stands for what a binding prints, which no linter can know; no copy holds it. */
const PRINTED = '\uE003';

const ENGLISH = unified().use(english).use(repeatedWords).use(indefiniteArticle).use(quotes, { preferred: 'smart' }).use(sentenceSpacing);

/** The languages that a kept linter reads, by the name that `linted` of `style.yaml` has for them. */
export const LINTERS = {
  /** retext: a word that stands twice, a and an, straight quotes, spaces between sentences */
  english: ENGLISH,
} as const;

/**
 * What a kept linter finds in a text; what it says of a binding is left out.
 * @param text as it is typed, with its bindings
 */
export function linterFindings(text: string, linter: keyof typeof LINTERS): Finding[] {
  const words = text.replaceAll(BOUND, (found) => PRINTED.repeat(found.length));
  const file = new VFile(words);
  LINTERS[linter].runSync(LINTERS[linter].parse(file), file);
  return file.messages.flatMap(({ place, reason }) => {
    const [start, end] = place !== undefined && 'start' in place ? [place.start.offset, place.end.offset] : [place?.offset, place?.offset];
    return start === undefined || words.slice(start, end).includes(PRINTED) ? [] : [{ index: start, message: reason }];
  });
}
