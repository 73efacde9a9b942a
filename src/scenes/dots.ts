import { tenth } from './curve.ts';

/** A block of equal marks, filled row by row from the top left. */
export interface Block {
  x: number;
  y: number;
  columns: number;
  /** distance between the centres of neighbouring marks, in canvas units */
  pitch: number;
}

/** No canvas holds more marks that are drawn one by one: a build that asks for more is refused (`src/pictures/capacity.ts`), and does not run out of memory first. */
export const MOST_MARKS = 5000;

/** Centre of mark number `index` (from 0). */
export const centre = ({ x, y, columns, pitch }: Block, index: number): [number, number] => [
  tenth(x + pitch / 2 + (index % columns) * pitch),
  tenth(y + pitch / 2 + Math.floor(index / columns) * pitch),
];

/** Height of a block of `count` marks. */
export const heightOf = ({ columns, pitch }: Block, count: number): number => Math.ceil(count / columns) * pitch;

/**
 * Path data of round marks `from` (included) to `to` (not included), as points for a stroke with round caps:
 * one element for any number of dots.
 */
export function dotsPath(block: Block, from: number, to: number): string {
  let path = '';
  for (let i = Math.max(0, Math.ceil(from)); i < Math.min(to, MOST_MARKS); i++) path += `M${centre(block, i).join(' ')}h0`;
  return path;
}

/** Path data of square marks with rounded corners; `size` is a side, `radius` the corner. */
export function squaresPath(block: Block, size: number, radius: number, from: number, to: number): string {
  let path = '';
  const s = tenth(size - 2 * radius);
  const r = radius;
  for (let i = Math.max(0, Math.ceil(from)); i < Math.min(to, MOST_MARKS); i++) {
    const [cx, cy] = centre(block, i);
    path += `M${tenth(cx - s / 2)} ${tenth(cy - size / 2)}h${s}q${r} 0 ${r} ${r}v${s}q0 ${r} -${r} ${r}h-${s}q-${r} 0 -${r} -${r}v-${s}q0 -${r} ${r} -${r}z`;
  }
  return path;
}
