import { dataVersion } from '../data/publish.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { changesOf, type Notice } from './notices.ts';

/** A version of the data, and what has changed since. */
export interface Version {
  version: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** newest first */
  since: readonly Notice[];
}

/**
 * Every version of the data, newest first. A version in the middle of a day may have been any part of that day's changes: since it, all of
 * them have changed.
 */
export function versionsOf(locale: Locale, data = tables()): Version[] {
  const { revisions, published, package: { created } } = data;
  const changes = changesOf(locale, data);
  const all = [published ?? created.slice(0, 10), ...revisions];
  return all.map((day, count): Version => {
    const last = count === all.length - 1 || all[count + 1] !== day;
    const since = count === 0 ? changes : changes.filter(({ date }) => date > day || (date === day && !last));
    return { version: dataVersion({ package: data.package, revisions: revisions.slice(0, count) }), day, since };
  }).toReversed();
}
