import type { View } from './camera.ts';
import type { Box, FrameName } from './frames.ts';
import type { LineId, StrokeKind } from '../data/types.ts';
import type { LabelLook } from './looks.ts';
import type { Point } from './curve.ts';

/** A line of the story, as the scenes draw it. */
export interface ChartLine {
  /** the class that its marks and words wear; its words are `ID.from`, `ID.origin`, `ID.distance`, `ID.timeline` */
  id: LineId;
  stroke: StrokeKind;
  /** place where it begins, and whether all of its region is hatched because no more is known */
  origin: string;
  hatched: boolean;
  /** it comes from the east of the island */
  east: boolean;
  legs: readonly { to: string; bend: number }[];
  /** branches to ends that are not named: directions in degrees, 0 = east, 90 = south */
  onward: readonly { from: string; directions: readonly number[] }[];
  /** when it begins on the time line, in months from its beginning; `until` where only the year is known */
  dated: { from: number; until?: number } | null;
}

/** Where the name of a place stands, in heights of the type from its point, on China (`far`) and on the island (`near`). */
export interface NameSpot {
  anchor?: 'middle' | 'end';
  far: Point;
  near: Point;
}

/**
 * What the scenes need besides a state: words and numbers of one language, and the map's boxes.
 * Made once at build (`src/flat/chart.ts`), handed to the browser as JSON.
 */
export interface Chart {
  /** values of facts and of our own figures, by id */
  n: Readonly<Record<string, number>>;
  /** words on the charts, by key of `src/content/CODE/chart.json`; places by `place.ID` */
  t: Readonly<Record<string, string>>;
  /** in their order */
  lines: readonly ChartLine[];
  /** the line that a fact is about, by the fact's id */
  lineOf: Readonly<Record<string, LineId>>;
  /**
   * Facts whose marks have no closed end: how strong, 0 to 1, what stands behind the last one is (`src/flat/ending.ts`). Of one that is not
   * disclosed, whose number is nought: null.
   */
  ends: Readonly<Record<string, readonly number[] | null>>;
  /** months that the time line covers */
  months: number;
  map: {
    island: Box;
    southSea: Box;
    /** the camera's stations from China to the island, for each canvas that it is made for */
    flights: Readonly<Partial<Record<FrameName, readonly View[]>>>;
    /** the island's own units in base units */
    islandAt: { scale: number; x: number; y: number };
    points: Readonly<Record<string, Point>>;
    names: Readonly<Record<string, NameSpot>>;
    /** the region that a place lies in: the code of an outline */
    within: Readonly<Record<string, string>>;
    /** places of kind `port`, and the place that the island's name is */
    ports: readonly string[];
    isle: string;
  };
  /** by how much words are set smaller, by scene and canvas (`groups-portrait`), where the language's are long; nothing where they fit as they are */
  type?: Readonly<Record<string, number>>;
  /** false = nodes and arcs without land */
  geographic: boolean;
}

/** A word or number on a chart. */
export interface Label {
  /** stable among the labels of one scene */
  key: string;
  text: string;
  x: number;
  y: number;
  /** font size in canvas units */
  size: number;
  anchor?: 'middle' | 'end';
  /** 0 to 1 */
  opacity?: number;
  /** words that come and go together share a name and an opacity, and fade as one; its own key when left out */
  fade?: string;
  look?: LabelLook;
}

/** What a chart must have. @throws Error that names it, if the chart was made without it */
export function had<What>(found: What | undefined, name: string): What {
  if (found === undefined) throw new Error(`chart: no ${name}`);
  return found;
}

/** The number of a fact or of a figure of ours, by its id. */
export const numberOf = (chart: Chart, id: string): number => had(chart.n[id], id);

/** A chart's word by its key, from `src/content/CODE/chart.json`. */
export const wordOf = (chart: Chart, key: string): string => had(chart.t[key], key);

/** The strengths of what a field or a bar has behind its end; nothing where the number is exact. */
export const fadingOf = (chart: Chart, of: string): readonly number[] => chart.ends[of] ?? [];

/** Whether a number is not disclosed: what stands for it is hatched. */
export const isUnknown = (chart: Chart, of: string): boolean => chart.ends[of] === null;
