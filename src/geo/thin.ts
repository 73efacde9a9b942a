import { extent } from 'd3';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';

/** A corner of a line is cut off if its triangle is smaller than so many km². */
export interface Detail {
  /** coasts and the outer border */
  coast: number;
  /** lines that two areas of a layer share */
  border: number;
}

/** Radius of the sphere on which triangles are measured, in km. */
const EARTH_RADIUS_KM = 6371.0088;

/** An island keeps every point if its box is this many times the smallest triangle, or less: it would vanish otherwise. */
const SMALL_ISLAND = 20;

const KM_PER_DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180;

const arcsOf = (value: unknown): number[] => (Array.isArray(value) ? value.flatMap(arcsOf) : [value as number]);

/** Arcs that two areas of the same layer share. */
function bordersOf(topology: Topology): Set<number> {
  const borders = new Set<number>();
  for (const object of Object.values(topology.objects)) {
    const { geometries } = object as { geometries: { arcs: unknown }[] };
    const seen = new Set<number>();
    for (const arc of geometries.flatMap(({ arcs }) => arcsOf(arcs)).map((index) => (index < 0 ? ~index : index))) {
      (seen.has(arc) ? borders : seen).add(arc);
    }
  }
  return borders;
}

/** Whether an arc is a whole small island: closed, in a box of less than `km2`. */
function isSmallIsland(arc: readonly number[][], km2: number): boolean {
  const [first, last] = [arc[0]!, arc.at(-1)!];
  const side = (axis: 0 | 1): number => {
    const [least, most] = extent(arc, (point) => point[axis]!) as [number, number];
    return (most - least) * KM_PER_DEGREE;
  };
  return first[0] === last[0] && first[1] === last[1] && side(0) * side(1) < km2;
}

/**
 * Takes points out of a topology (Visvalingam and Whyatt, on the sphere). A border is thinned once for
 * both its neighbours, so no gap opens between them, and small islands stay.
 * @returns a topology without quantisation
 */
export function thin(topology: Topology, { coast, border }: Detail): Topology {
  const weighted = presimplify(topology, sphericalTriangleArea);
  const borders = bordersOf(weighted);
  for (const [index, arc] of (weighted.arcs as number[][][]).entries()) {
    const keep = isSmallIsland(arc, SMALL_ISLAND * coast);
    const factor = borders.has(index) ? coast / border : 1;
    for (const point of arc) point[2] = keep ? Infinity : point[2]! * factor;
  }
  return simplify(weighted, coast / EARTH_RADIUS_KM ** 2);
}
