import type { Tables } from './tables.ts';

/** Hours by which the clock of the newsroom, Beijing's, is ahead of UTC. */
const AHEAD = 8;

/** The day that it is in Beijing, `YYYY-MM-DD`: nothing can have been corrected later. */
export const todayInBeijing = (now = new Date()): string =>
  new Date(now.getTime() + AHEAD * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);

/**
 * The day of a state of the piece, `YYYY-MM-DD`: the latest of publication, corrections and withdrawals, never the clock. Of a draft without
 * either it is the day of the first version of the data.
 */
export const modifiedOf = ({ published, corrections, withdrawals, package: { created } }: Pick<Tables, 'published' | 'corrections' | 'withdrawals' | 'package'>): string =>
  [published, ...[...corrections, ...withdrawals].map(({ date }) => date)].filter((day) => day !== null).toSorted().at(-1) ?? created.slice(0, 10);
