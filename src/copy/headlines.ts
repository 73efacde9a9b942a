import { formatsOf } from '../data/language.ts';
import { settings } from '../settings.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { readChartWords } from './chart.ts';
import { plain } from './plain.ts';
import { readStory } from './story.ts';
import { readUi } from './ui.ts';

/** Signs of numbers that the browser works out, such as the slider's. */
const NUMBER_SIGNS = '0123456789,.−+%ƒ';

/** The numbers of the pictures, which are set in the display face, and the signs of those that the browser works out. */
export function numeralText(locale: Locale): string {
  const numbers = Object.entries(readChartWords(locale)).flatMap(([key, words]) => (key.endsWith('.number') ? [words] : []));
  return [...numbers, NUMBER_SIGNS, formatsOf(locale).qualifiers.about].join('\n');
}

/**
 * Every text that is set in the display face, one a line: site title, chapter and step titles, the headings of the other
 * pages, and the big numbers of the pictures. The font subset holds these characters and no others.
 */
export function headlineText(locale: Locale): string {
  const { chapters, steps } = readStory(locale);
  const { dataTitle, notFoundTitle, keyTitle } = readUi(locale);
  const data = tables();
  const titles = [...chapters, ...steps.values()].map(({ title }) => plain(title, locale, data));
  return [settings.title[locale], ...titles, dataTitle, notFoundTitle, keyTitle, numeralText(locale)].join('\n');
}
