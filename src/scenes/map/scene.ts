import type { Scene } from '../scene.ts';

/** A line on the map. */
export interface LineState {
  /** how far it is drawn from its origin, and how far it is cut */
  drawn: number;
  cut: number;
  /** name and point of its origin, or the hatching of its region; names and points of the towns it goes to */
  origin: number;
  towns: number;
  /** branches from its towns to buyers who are not named */
  onward: number;
  /** the straight-line distance to its first town */
  distance: number;
}

/** The lines, on China (zoom 0) or on the island (zoom 1). */
export interface MapState {
  /** 0 = China fills the chart, 1 = the island does */
  zoom: number;
  /** the mainland's land */
  land: number;
  /** how strongly the whole map stands behind other marks: 1 = fully, 0 = gone */
  strength: number;
  /** the island's glow, and its name at zoom 0 */
  glow: number;
  island: number;
  /** the lines by id; what is left out is not there */
  lines: Readonly<Record<string, Partial<LineState>>>;
  /** names and points of the ports */
  ports: number;
  /** trips north, and months of joint investigation */
  trips: number;
  months: number;
  /** drug tests, as a number */
  tests: number;
}

export const map: Scene<MapState> = {
  description: 'The lines on the map of China or of the island, with towns, distances, trips, months and tests.',
  rest: { zoom: 0, land: 1, strength: 1, glow: 0, island: 0, lines: {}, ports: 0, trips: 0, months: 0, tests: 0 },
  keyed: { lines: { by: 'line', each: ['drawn', 'cut', 'origin', 'towns', 'onward', 'distance'] } },
  facts: ['qh-trips-north', 'qh-months'],
  finest: 6,
  entrance: 'whole',
  early: ['drawn'],
  behind: ['strength'],
  late: { cut: 'drawn' },
  layout: 'map',
};
