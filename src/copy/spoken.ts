import { isHan, LANG, LOCALES } from '../languages.ts';
import type { Locale } from '../data/types.ts';

const ELEMENT = /<!--[^]*?-->|<!\w[^>]*>|<([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const VOID = /^(?:area|br|col|hr|img|input|link|meta|source|wbr)$/i;
/** Holds no prose: code, names of files, and what takes no element inside it. */
const NO_PROSE = /^(?:code|option|pre|script|style|svg|textarea|title)$/i;
/** Not spoken; marked by its author; or markup that a program takes over and compares with its own. */
const LEFT_ALONE = /\s(?:aria-hidden="true"|lang="|data-widget[\s=])/;

/** Where the element that begins before `from` ends. */
function endOf(html: string, name: string, from: number): number {
  const tag = new RegExp(`<(/?)${name}(?=[\\s>/])(?:[^>"']|"[^"]*"|'[^']*')*>`, 'gi');
  tag.lastIndex = from;
  for (let depth = 1, found = tag.exec(html); found; found = tag.exec(html)) {
    depth += found[1] === '/' ? -1 : found[0].endsWith('/>') ? 0 : 1;
    if (depth === 0) return tag.lastIndex;
  }
  return html.length;
}

const HAN = /[《「（]?\p{Script=Han}(?:[\p{Script=Han}\p{Nd}、，。：；·—《》「」（）]*[\p{Script=Han}》」）])?/gu;
/** Latin letters with the signs of sentences; no address and no file's name. */
const LATIN = /(?<![\w./@#:-])[A-Za-z][A-Za-z’,;:.!?() -]*[A-Za-z.!?](?![\w/@#-]|\.\w)/g;
/** Two words or more, one of them in small letters: a phrase, and no name. */
const isPhrase = (run: string): boolean => /[ -]/.test(run) && run.split(/[ -]+/).some((word) => /^[a-z]{2}/.test(word));

const scriptOf = (locale: Locale): string | undefined => new Intl.Locale(LANG[locale]).maximize().script;
/** The first language of the piece that is written in Han, and the first in Latin letters. */
const [HAN_LANG, LATIN_LANG] = [LOCALES.find(isHan), LOCALES.find((locale) => scriptOf(locale) === 'Latn')].map((locale) => locale && LANG[locale]);

/** Runs of the other script say their language, where the piece has one of it. */
function marked(text: string, locale: Locale): string {
  if (isHan(locale)) return LATIN_LANG === undefined ? text : text.replaceAll(LATIN, (run) => (isPhrase(run) ? `<span lang="${LATIN_LANG}">${run}</span>` : run));
  return HAN_LANG === undefined ? text : text.replaceAll(HAN, (run) => `<span lang="${HAN_LANG}">${run}</span>`);
}

/**
 * A page as it should be heard. Runs in the other language say so, for a voice that speaks both: Chinese in an English page,
 * phrases of English in a Chinese one (names are names in both). And ƒ, which a voice spells or leaves out, has words beside it.
 * What the eye sees stays as it was.
 * @param html a whole page of ours
 * @param sign what is heard where ƒ is seen
 */
export function spoken(html: string, locale: Locale, sign: string): string {
  // Words before the sign would stay on the line before it where the number is carried over, and the link with them.
  const heard = (text: string): string =>
    marked(text, locale).replaceAll('ƒ', `<span aria-hidden="true">ƒ</span><span class="sr">${sign}</span>`);
  const pieces: string[] = [];
  let done = 0;
  ELEMENT.lastIndex = 0;
  for (let found = ELEMENT.exec(html); found; found = ELEMENT.exec(html)) {
    const [{ length }, name, attributes] = found;
    if (name !== undefined && !/^html$/i.test(name) && !VOID.test(name) && (NO_PROSE.test(name) || LEFT_ALONE.test(attributes!))) {
      ELEMENT.lastIndex = endOf(html, name, found.index + length);
    }
    pieces.push(heard(html.slice(done, found.index)), html.slice(found.index, ELEMENT.lastIndex));
    done = ELEMENT.lastIndex;
  }
  return pieces.join('') + heard(html.slice(done));
}
