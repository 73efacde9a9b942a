import type { Label } from '../chart.ts';
import type { Box } from '../frames.ts';
import type { SpotLook, Tone } from '../looks.ts';
import type { Fill, Identity } from '../shapes.ts';

/** A piece of a line of the story. */
export interface Stroke extends Identity {
  key: string;
  d: string;
  /** its line's id */
  line: string;
  width: number;
  dash: string | undefined;
  opacity: number;
}

/** A place: a ring (`open`) or a small square (`port`). */
export interface Spot extends Identity {
  key: string;
  x: number;
  y: number;
  look: SpotLook;
  opacity: number;
}

/** Everything that the map draws. */
export interface MapMarks {
  /** of the whole map, 0 to 1 */
  strength: number;
  land: { transform: string; stroke: number; opacity: number };
  isle: { transform: string; stroke: number; glow: number };
  /** by the code of their outline */
  counties: { id: string; look: string; opacity: number }[];
  provinces: { id: string; look: string; hatched: boolean; opacity: number }[];
  inset: { box: Box; transform: string; isle: string; opacity: number };
  strokes: Stroke[];
  cuts: (Identity & { key: string; d: string; opacity: number })[];
  onward: { key: string; line: string; d: string; opacity: number }[];
  trips: (Identity & { key: string; d: string; opacity: number; pitch: number })[];
  /** in the tone of the line that they were spent on; hatched where a number is not disclosed */
  months: (Identity & { x: number; y: number; size: number; look: Tone; opacity: number; fill: Fill | undefined; pitch: number })[];
  spots: Spot[];
  /** regions of the schematic map, which has no land */
  nodes: { key: string; x: number; y: number; r: number; opacity: number; hatch: string | undefined }[];
  labels: Label[];
}
