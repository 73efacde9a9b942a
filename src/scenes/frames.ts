import type { Chart } from './chart.ts';

/** A rectangle in canvas units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * A design canvas. Everything is placed in its units and the browser scales the whole, so each canvas is
 * drawn once, for the screens it is meant for.
 */
export interface Frame {
  name: FrameName;
  width: number;
  height: number;
  /** where the map lies */
  map: Box;
  /** the strip below the map, for a time line or a row of dots */
  band: Box;
  /** where a chart without a map lies */
  panel: Box;
  /** where a number and its note stand beside the map: base line of the number, and the note's width */
  corner: { x: number; y: number; width: number };
  /** type sizes in canvas units: small note, label, middle and large numbers */
  note: number;
  label: number;
  figure: number;
  numeral: number;
  /** no word is set smaller */
  least: number;
  /** width of a line of the story, radius of a place */
  stroke: number;
  point: number;
}

/** A panel wider than this, in heights, is wide. */
const WIDE = 1.25;

export type FrameName = 'portrait' | 'landscape' | 'slide';

/** For a phone: the upper part of the screen. Small type stays above 9 px on a screen 320 px wide. */
export const portrait: Frame = {
  name: 'portrait',
  width: 390,
  height: 500,
  map: { x: 10, y: 62, width: 370, height: 316 },
  band: { x: 20, y: 394, width: 350, height: 96 },
  panel: { x: 20, y: 28, width: 350, height: 456 },
  corner: { x: 20, y: 44, width: 236 },
  note: 12.5,
  label: 15.5,
  figure: 30,
  numeral: 50,
  least: 10,
  stroke: 2.2,
  point: 4.5,
};

/** For a desk or a wall: the part of the screen beside the text. */
export const landscape: Frame = {
  name: 'landscape',
  width: 960,
  height: 820,
  map: { x: 24, y: 30, width: 880, height: 644 },
  band: { x: 60, y: 694, width: 840, height: 106 },
  panel: { x: 60, y: 76, width: 840, height: 690 },
  corner: { x: 40, y: 112, width: 330 },
  note: 16.5,
  label: 21,
  figure: 44,
  numeral: 92,
  least: 13,
  stroke: 3,
  point: 6.5,
};

/** For a classroom: the right part of a slide 1280 units wide, so that a unit is a pixel at 1280x720. Wide, and with type to be read from the last row. */
const slide: Frame = {
  name: 'slide',
  width: 840,
  height: 640,
  map: { x: 24, y: 16, width: 792, height: 472 },
  band: { x: 30, y: 514, width: 780, height: 118 },
  panel: { x: 30, y: 20, width: 780, height: 604 },
  corner: { x: 24, y: 84, width: 330 },
  note: 24,
  label: 28,
  figure: 44,
  numeral: 76,
  least: 24,
  stroke: 3.5,
  point: 7,
};

/** Every canvas. A page's program names those that it shows, so that it brings no other along. */
export const FRAMES: Record<FrameName, Frame> = { portrait, landscape, slide };

/** The canvas of a scene: words are set smaller on it, by a factor, where a language's want it. */
export const canvasOf = (frame: Frame, scene: string, { type }: Pick<Chart, 'type'>, by = type?.[`${scene}-${frame.name}`] ?? 1): Frame =>
  ({ ...frame, note: frame.note * by, label: frame.label * by, figure: frame.figure * by, numeral: frame.numeral * by });

/** Whether a chart's panel is so wide that its rows have to be low. */
export const isWide = ({ panel }: Frame): boolean => panel.width > panel.height * WIDE;
