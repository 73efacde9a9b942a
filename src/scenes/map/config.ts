/** Bend of each line as a share of its length; positive bows to the east of a line that runs south. */
export const BENDS = {
  line1: { sanya: 0.115, qionghai: 0.1 },
  line2: { haikou: -0.05, chengmai: -0.06, danzhou: -0.075, wanning: -0.03 },
} as const;

export const TOWNS_1 = ['sanya', 'qionghai'] as const;
export const TOWNS_2 = ['haikou', 'chengmai', 'danzhou', 'wanning'] as const;
export const PORTS = ['gangbei', 'wuchang'] as const;

/** Where line 1 is cut on the map of China: halfway, because the source names no place. */
export const CUT_SHARE = 0.5;
/** Where a line is cut on the island's map: this many label heights before its end. */
export const CUT_BEFORE_END = 4.2;
/** Half the gap of a cut, and half the length of its two bars, in strokes. */
export const CUT_GAP = 3.2;
export const CUT_BAR = 4;
/** How much of a line is left to see once it is cut: before the cut and behind it. */
export const CUT_REST = { before: 0.55, behind: 0.16 };

/** Share of the line, from the island, at which the first and the last trip mark stands. */
export const TRIPS_FROM = 0.82;
export const TRIPS_TO = 0.2;

/** Onward branches of the transfer towns: directions in degrees (0 = east, 90 = south), schematic. */
export const ONWARD = { sanya: [-152, -118, -84], qionghai: [-205, -170, -135] } as const;
/** Length of an onward branch, in label heights. */
export const ONWARD_LENGTH = 4.4;

/** Offsets of names from their points, in label heights, on China (`far`) and on the island (`near`). */
export const NAME_OFFSETS: Record<string, { anchor?: 'middle' | 'end'; far: [number, number]; near: [number, number] }> = {
  mudanjiang: { anchor: 'end', far: [-0.75, 0.95], near: [-0.75, 0.95] },
  sanya: { anchor: 'end', far: [-0.7, 0.95], near: [-0.75, 0.4] },
  qionghai: { far: [0.15, 1.5], near: [0.75, 0.35] },
  haikou: { far: [0.75, 0.35], near: [0.75, 0.1] },
  chengmai: { anchor: 'end', far: [-0.75, 0.35], near: [-0.75, 0.35] },
  danzhou: { anchor: 'end', far: [-0.75, 0.35], near: [-0.75, 0.35] },
  wanning: { far: [0.75, 0.35], near: [0.75, 0.6] },
  gangbei: { anchor: 'end', far: [-0.8, 0.2], near: [-0.8, -0.1] },
  wuchang: { anchor: 'end', far: [-0.8, 0.6], near: [-0.8, 1.0] },
};
