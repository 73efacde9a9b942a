import type { Qualifier } from '../data/types.ts';

/**
 * How the marks of a number end, by what the source says of it: the strengths, 0 to 1, of what stands behind the last mark that is counted.
 * One where it is about so many, a row that goes on where it may be more; nothing, a closed end, where it is exact or reported.
 */
export const ENDINGS: Readonly<Record<Qualifier, readonly number[]>> = {
  exact: [],
  reported: [],
  quoted: [],
  about: [0.45],
  more_than: [0.45, 0.25, 0.1],
  at_least: [0.45, 0.25, 0.1],
};
