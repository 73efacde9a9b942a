/** Where a line is cut on the map of China: halfway, because the source names no place. */
export const CUT_SHARE = 0.5;
/** Where a line is cut on the island's map: this many label heights before its end. */
export const CUT_BEFORE_END = 4.2;
/** Half the gap of a cut, and half the length of its two bars, in strokes. */
export const CUT_GAP = 3.2;
export const CUT_BAR = 4;
/**
 * How much of a line is left once it is cut, before the cut and behind it. Its colour stays strong enough to be seen on every
 * ground (3 : 1); that nothing comes through is told by the gap, its bars, and the thin line behind them.
 */
export const CUT_REST = { before: { opacity: 0.85, width: 1 }, behind: { opacity: 0.85, width: 0.4 } };

/** Share of the line, from the island, at which the first and the last trip mark stands. */
export const TRIPS_FROM = 0.82;
export const TRIPS_TO = 0.2;

/** Branches whose directions no table gives: away from where the line came from, in degrees from its own direction. */
export const ONWARD_FAN = [-35, 0, 35];
/** How much the outer ones of a town's branches bow. */
export const ONWARD_BOW = 0.08;
/** Length of an onward branch, in label heights. */
export const ONWARD_LENGTH = 4.4;

/** How far from the corner words stand where a line comes over it, in label heights. */
export const CORNER_INSET = 2.75;
