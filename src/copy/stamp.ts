import { modifiedOf } from '../data/dates.ts';
import { formatDay } from '../data/format.ts';
import { dataVersion } from '../data/publish.ts';
import { tables, type Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { fill } from '../data/fill.ts';
import { readNoticeWords } from './notices.ts';

/**
 * The line that every file which leaves the site carries: version and day of its data, and where corrections stand.
 * @param url absolute address of the corrections
 */
export function stampOf(locale: Locale, data: Tables, url: string): string {
  const words = readNoticeWords(locale);
  return fill(data.published === null ? words.stampDraft : words.stamp, { version: dataVersion(data), date: formatDay(modifiedOf(data), locale), url });
}

/** Whether the piece is a draft, or since when it is not, and the day of its last change. */
export function pieceState(locale: Locale, data = tables()): string {
  const words = readNoticeWords(locale);
  const state = data.published === null ? words.draft : fill(words.published, { date: formatDay(data.published, locale) });
  return `${state} · ${fill(words.modified, { date: formatDay(modifiedOf(data), locale) })}`;
}

/** Version and day of the data, short, where a picture says them, after what a draft says of itself: the day in figures, which no line breaks. */
export const versionAndDay = (version: string, locale: Locale, data = tables()): string =>
  [...(data.published === null ? [readNoticeWords(locale).draft] : []), fill(version, { version: dataVersion(data) }), modifiedOf(data)].join(' · ');
