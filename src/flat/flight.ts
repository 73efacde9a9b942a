import { interpolateZoom, quantize } from 'd3';
import { viewOf, type View } from '../scenes/camera.ts';
import type { Box, Frame, FrameName } from '../scenes/frames.ts';

/** Stations of a flight: enough that the straight pieces between them cannot be seen. */
const STATIONS = 33;

/** The island keeps this share of the plot as a margin on each side, so that names have room. */
const ISLAND_MARGIN = 0.085;

/** China keeps this share of its width as room at its east for the inset, so that the inset lies beside Taiwan and not on it. */
const INSET_ROOM: Record<FrameName, number> = { portrait: 0.13, landscape: 0, slide: 0 };

const grow = (box: Box, share: number): Box => ({
  x: box.x - box.width * share,
  y: box.y - box.height * share,
  width: box.width * (1 + 2 * share),
  height: box.height * (1 + 2 * share),
});

/**
 * The camera's flight from China to the island, worked out at build so that the browser needs no library for it.
 * Path by van Wijk & Nuij, “Smooth and efficient zooming and panning” (2003), as d3-interpolate has it.
 * @param china and `island` in base units
 */
export function flightTo(china: Box, island: Box, frame: Frame): View[] {
  const round = (value: number): number => Math.round(value * 100) / 100;
  const withRoom = { ...china, width: china.width * (1 + INSET_ROOM[frame.name]) };
  return quantize(interpolateZoom(viewOf(withRoom, frame.map), viewOf(grow(island, ISLAND_MARGIN), frame.map)), STATIONS).map(
    ([cx, cy, width]) => [round(cx), round(cy), round(width)] as const,
  );
}
