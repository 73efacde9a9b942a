import type { Label } from './chart.ts';
import { tenth } from './curve.ts';
import type { ShapeLook } from './looks.ts';

/** Fills that stand for something; `Defs.svelte` draws them once for each theme. */
export type Fill = 'hatch' | 'soft' | 'dot' | 'tick' | 'sheet';

/** Colours that a fill can take beside those of the lines. */
export const TONES = ['fallen', 'ink'] as const;

/** The tone among a shape's class names: a line's id, or one of `TONES`; ink when it names none. */
export const toneOf = (look: string): string => /\bline-[\w-]+|\bfallen\b/.exec(look)?.[0] ?? 'ink';

/** What a mark stands for one of; of a line: half of one of its legs, the cut of one, its term on an axis of time. */
export type Kind = 'act' | 'amount' | 'case' | 'cut' | 'leaflet' | 'leg' | 'month' | 'person' | 'place' | 'term' | 'trip' | 'venue' | 'visit';

/**
 * What marks stand for, by which they are known again in another picture: the id of the fact that counts them, of a place or a line, and which
 * of them they are. No two marks of one picture are the same one.
 */
export interface Identity {
  kind: Kind;
  of: string;
  /** the first of them, from 0, and how many; a place and an amount are one */
  from?: number;
  count?: number;
}

/** One drawn path. What stands for nothing that is counted has no identity. */
export interface Shape extends Partial<Identity> {
  /** stable among the shapes of one scene */
  key: string;
  d: string;
  look: ShapeLook;
  /** 0 to 1 */
  opacity?: number;
  fill?: Fill;
  /** stroke width in canvas units */
  stroke?: number;
  /** how far apart its marks stand, in canvas units */
  pitch?: number;
  /** dots of a stroke, as `stroke-dasharray`; their ends are round */
  dash?: string | undefined;
  /** for `d` in a unit of its own */
  transform?: string;
}

/** What a chart without a map draws. */
export interface Marks {
  shapes: Shape[];
  labels: Label[];
}

/** Path data of a rectangle. */
export const rectPath = (x: number, y: number, width: number, height: number): string =>
  width <= 0 || height <= 0 ? '' : `M${tenth(x)} ${tenth(y)}h${tenth(width)}v${tenth(height)}h${-tenth(width)}z`;

/**
 * Path data, in units of one mark, of a field of `count` marks in rows of `columns`; the last of them may be a part, to a tenth.
 * Filled with a `dot`, `tick` or `sheet` pattern it draws any number of marks with one element.
 */
export function fieldPath(count: number, columns: number): string {
  const rows = Math.floor(count / columns);
  const rest = count - rows * columns;
  return (rows > 0 ? `M0 0h${columns}v${rows}h${-columns}z` : '') + (rest > 0 ? `M0 ${rows}h${tenth(rest)}v1h${-tenth(rest)}z` : '');
}

/** Share at which what comes is wholly there; it begins at one half. */
const LATE_BY = 0.7;

/** Shows only in the second half of a share, so that what leaves and what comes never stand on each other. */
export const late = (share: number): number => Math.min(1, Math.max(0, (share - 0.5) / (LATE_BY - 0.5)));

/** Drops what cannot be seen. */
export const visible = ({ shapes, labels }: Marks): Marks => ({
  shapes: shapes.filter((shape) => shape.d !== '' && (shape.opacity ?? 1) > 0),
  labels: labels.filter((label) => (label.opacity ?? 1) > 0),
});
