import clip from 'polygon-clipping';
import { areaKm2, type Area, type Point, type Polygon } from './areas.ts';

/** How far apart clipping can leave two copies of one point, in degrees: a metre. */
export const ROUNDING_DEGREES = 1e-5;

/** A piece that cutting leaves over and that is smaller than this is no island: it goes to a neighbour. */
const CRUMB_KM2 = 20;

/** Takes out what is too small to be land of its own. */
const withoutCrumbs = (polygons: readonly Polygon[]): Polygon[] => polygons.filter((polygon) => areaKm2(polygon) >= CRUMB_KM2);

/** How a piece lies beside an area: points in common, and the shortest distance in degrees. */
function contact(piece: Polygon, area: Area): { common: number; gap: number } {
  const others: Point[] = area.polygons.flat(2);
  const gaps = piece.flat().map(([x, y]) => others.reduce((least, other) => Math.min(least, Math.hypot(other[0] - x, other[1] - y)), Infinity));
  return { common: gaps.filter((gap) => gap <= ROUNDING_DEGREES).length, gap: Math.min(...gaps) };
}

/** The area that a piece belongs with: the one it shares most points with, or else the nearest. */
function ownerOf(piece: Polygon, areas: readonly Area[]): number {
  const contacts = areas.map((area, index) => ({ index, ...contact(piece, area) }));
  return contacts.sort((a, b) => b.common - a.common || a.gap - b.gap || a.index - b.index)[0]!.index;
}

/** Gives each piece of `whole` that no area covers to the area beside it, so that together they fill it. */
function fill(areas: readonly Area[], whole: readonly Polygon[]): Area[] {
  const pieces = clip.difference([...whole], ...areas.map(({ polygons }) => polygons)).map((piece) => ({ piece, owner: ownerOf(piece, areas) }));
  return areas.map((area, index) => {
    const own = pieces.filter(({ owner }) => owner === index).map(({ piece }) => [piece]);
    return own.length === 0 ? area : { ...area, polygons: clip.union(area.polygons, ...own) };
  });
}

/** Takes from each area what an area before it covers already. */
const separate = (areas: readonly Area[]): Area[] =>
  areas.map((area, index) => {
    const before = areas.slice(0, index).map(({ polygons }) => polygons);
    return index === 0 ? area : { ...area, polygons: withoutCrumbs(clip.difference(area.polygons, ...before)) };
  });

/** Makes areas meet exactly: no overlaps, and no gaps between them away from the coast. */
export function partition(areas: readonly Area[]): Area[] {
  const [first, ...others] = areas.map(({ polygons }) => polygons);
  const outlines = clip.union(first!, ...others).map(([outer]) => [outer!]);
  return fill(separate(areas), withoutCrumbs(outlines)).map((area) => ({ ...area, polygons: withoutCrumbs(area.polygons) }));
}

/** Cuts areas to an island and makes them fill it: where they fall short of its coast, the rest goes to the area beside it. */
export function fillIsland(areas: readonly Area[], island: Polygon): Area[] {
  const cut = separate(areas).map((area) => ({ ...area, polygons: withoutCrumbs(clip.intersection(area.polygons, [island])) }));
  return fill(cut, [island]);
}
