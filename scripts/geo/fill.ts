import clip from 'polygon-clipping';
import { type Area, type Point, type Polygon } from './areas.ts';

/** Shortest distance in degrees between the points of two shapes. */
function gap(a: readonly Polygon[], b: readonly Polygon[]): number {
  const others: Point[] = b.flat(2);
  return Math.min(...a.flat(2).map(([x, y]) => others.reduce((least, other) => Math.min(least, Math.hypot(other[0] - x, other[1] - y)), Infinity)));
}

/** Gives each piece of `whole` that no area covers to the nearest area, so that together they fill it. */
export function fill(areas: readonly Area[], whole: readonly Polygon[]): Area[] {
  const rest = clip.difference([...whole], ...areas.map(({ polygons }) => polygons));
  const owners = rest.map((piece) => {
    const gaps = areas.map(({ polygons }) => gap([piece], polygons));
    return gaps.indexOf(Math.min(...gaps));
  });
  return areas.map((area, index) => {
    const pieces = rest.filter((_, piece) => owners[piece] === index);
    return pieces.length === 0 ? area : { ...area, polygons: clip.union(area.polygons, ...pieces.map((piece) => [piece])) };
  });
}

/** Closes the gaps that lie between areas, away from any coast. */
export function closeGaps(areas: readonly Area[]): Area[] {
  const [first, ...others] = areas.map(({ polygons }) => polygons);
  const outlines = clip.union(first!, ...others).map(([outer]) => [outer!]);
  return fill(areas, outlines);
}
