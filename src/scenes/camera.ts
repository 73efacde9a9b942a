import type { Box } from './frames.ts';
import { tenth, type Point } from './curve.ts';

/** From base units of the map to canvas units: canvas = base * k + (x, y). */
export interface Camera {
  k: number;
  x: number;
  y: number;
}

/** What a camera shows, in base units: its centre and its width. */
export type View = readonly [cx: number, cy: number, width: number];

/** The view that fits `box` (base units) into `plot` (canvas units). */
export function viewOf(box: Box, plot: Box): [cx: number, cy: number, width: number] {
  const width = Math.max(box.width, (box.height * plot.width) / plot.height);
  return [box.x + box.width / 2, box.y + box.height / 2, width];
}

/**
 * The camera at a share of a flight.
 * @param views the flight's stations at equal shares, at least two; between stations the centre moves evenly and the width by a factor
 * @param t 0 to 1
 */
export function cameraAt(views: readonly View[], t: number, plot: Box): Camera {
  const place = t * (views.length - 1);
  const index = Math.min(Math.floor(place), views.length - 2);
  const [a, b, rest] = [views[index]!, views[index + 1]!, place - index];
  const k = plot.width / (a[2] * (b[2] / a[2]) ** rest);
  return { k, x: plot.x + plot.width / 2 - (a[0] + (b[0] - a[0]) * rest) * k, y: plot.y + plot.height / 2 - (a[1] + (b[1] - a[1]) * rest) * k };
}

/** A base point on the canvas. */
export const seen = ({ k, x, y }: Camera, [px, py]: Point): Point => [px * k + x, py * k + y];

/** The SVG transform of a camera. */
export const transformOf = ({ k, x, y }: Camera): string => `translate(${tenth(x)} ${tenth(y)})scale(${k.toPrecision(5)})`;
