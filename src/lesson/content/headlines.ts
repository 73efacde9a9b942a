import { plain } from '../../copy/plain.ts';
import { tables } from '../../data/tables.ts';
import type { Locale } from '../../data/types.ts';
import { readSlidesUi } from '../player/build.ts';
import { readLesson } from './words.ts';

/** Texts of the interface that are headings. */
const HEAD = 'head.';

/** Every text of the lesson that is set in the display face, one a line. */
export function lessonHeadlines(locale: Locale): string {
  const { ui, plans, tasks, predict, slides, care, worksheet, glossary } = readLesson(locale);
  const heads = Object.entries({ ...ui, ...readSlidesUi(locale) }).flatMap(([key, text]) => (key.startsWith(HEAD) ? [text] : []));
  const titled = [plans, tasks, predict, slides, worksheet.items, worksheet.asks].flatMap((group) => Object.values(group).map(({ title }) => title));
  // On a slide the answer's first sentence is as large as a title.
  const large = [...Object.values(predict).map(({ classTitle }) => classTitle), ...Object.values(tasks).map(({ answer }) => answer[0]!)];
  const rest = [...large, ...care.sections.map(({ title }) => title), ...Object.values(glossary).map(({ term }) => term)];
  return [...heads, ...[...titled, ...rest].map((nodes) => plain(nodes, locale, tables()))].join('\n');
}
