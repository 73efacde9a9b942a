import { interpolateZoom } from 'd3';
import type { Box } from './frames.ts';
import { tenth, type Point } from './curve.ts';

/** From base units of the map to canvas units: canvas = base * k + (x, y). */
export interface Camera {
  k: number;
  x: number;
  y: number;
}

/** The view that fits `box` (base units) into `plot` (canvas units): centre and width in base units. */
export function viewOf(box: Box, plot: Box): [cx: number, cy: number, width: number] {
  const width = Math.max(box.width, (box.height * plot.width) / plot.height);
  return [box.x + box.width / 2, box.y + box.height / 2, width];
}

/**
 * A camera that flies from one box to another.
 * Path by van Wijk & Nuij, “Smooth and efficient zooming and panning” (2003), as d3-interpolate has it.
 * @returns a function of the share of the flight, 0 to 1
 */
export function flight(from: Box, to: Box, plot: Box): (t: number) => Camera {
  const zoom = interpolateZoom(viewOf(from, plot), viewOf(to, plot));
  return (t) => {
    const [cx, cy, width] = zoom(t);
    const k = plot.width / width;
    return { k, x: plot.x + plot.width / 2 - cx * k, y: plot.y + plot.height / 2 - cy * k };
  };
}

/** A base point on the canvas. */
export const seen = ({ k, x, y }: Camera, [px, py]: Point): Point => [px * k + x, py * k + y];

/** The SVG transform of a camera. */
export const transformOf = ({ k, x, y }: Camera): string => `translate(${tenth(x)} ${tenth(y)})scale(${k.toPrecision(5)})`;
