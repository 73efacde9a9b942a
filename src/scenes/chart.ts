import type { View } from './camera.ts';
import type { Box, FrameName } from './frames.ts';
import type { Point } from './curve.ts';

/**
 * What the scenes need besides a state: words and numbers of one language, and the map's boxes.
 * Made once at build (`src/flat/chart.ts`), handed to the browser as JSON.
 */
export interface Chart {
  /** values of facts and of our own figures, by id */
  n: Readonly<Record<string, number>>;
  /** words on the charts, by key of `src/content/chart`; places by `place.ID` */
  t: Readonly<Record<string, string>>;
  map: {
    island: Box;
    southSea: Box;
    /** the camera's stations from China to the island, for each canvas that it is made for */
    flights: Readonly<Partial<Record<FrameName, readonly View[]>>>;
    /** the island's own units in base units */
    islandAt: { scale: number; x: number; y: number };
    points: Readonly<Record<string, Point>>;
  };
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
  /** class names: `display` for the serif, `muted`, `line1`, `line2`, `strong`, `calc`, `halo` */
  look?: string;
}

/** A chart's number by its fact's id. Throws when the chart was made without it. */
export function numberOf(chart: Chart, id: string): number {
  const value = chart.n[id];
  if (value === undefined) throw new Error(`chart: no number "${id}"`);
  return value;
}

/** A chart's word by its key. Throws when the chart was made without it. */
export function wordOf(chart: Chart, key: string): string {
  const text = chart.t[key];
  if (text === undefined) throw new Error(`chart: no word "${key}" in src/content/chart`);
  return text;
}
