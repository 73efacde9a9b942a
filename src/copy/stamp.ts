import { modifiedOf } from '../data/dates.ts';
import { formatDay } from '../data/format.ts';
import { dataVersion } from '../data/publish.ts';
import type { Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { fill } from './fill.ts';
import { readNoticeWords } from './notices.ts';

/**
 * The line that every file which leaves the site carries: version and day of its data, and where corrections stand.
 * @param url absolute address of the corrections
 */
export function stampOf(locale: Locale, data: Tables, url: string): string {
  const words = readNoticeWords(locale);
  return fill(data.published === null ? words.stampDraft : words.stamp, { version: dataVersion(data), date: formatDay(modifiedOf(data), locale), url });
}
