import { settings } from '../settings.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { plain } from './plain.ts';
import { readStory } from './story.ts';
import { readUi } from './ui.ts';

/** What the big numbers of the pictures are written with. */
const BIG_NUMBERS = '0123456789,.−+%ƒ';
const BIG_NUMBER_WORDS: Record<Locale, string> = { zh: '约万', en: 'about' };

/**
 * Every text that is set in the display face, one a line: site title, chapter and step titles, the headings of the other
 * pages, and the signs of big numbers. The font subset holds these characters and no others.
 */
export function headlineText(locale: Locale): string {
  const { chapters, steps } = readStory(locale);
  const { dataTitle, notFoundTitle, keyTitle } = readUi(locale);
  const data = tables();
  const titles = [...chapters, ...steps.values()].map(({ title }) => plain(title, locale, data));
  return [settings.title[locale], ...titles, dataTitle, notFoundTitle, keyTitle, BIG_NUMBERS, BIG_NUMBER_WORDS[locale]].join('\n');
}
