import { readFileSync } from 'node:fs';
import { polygonContains } from 'd3';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { cellAddress } from './table.ts';
import type { RawTables } from './tables.ts';

/** The outlines that can be filled: every province of China, every county of Hainan, by administrative code. */
const OUTLINES = { 'china.topo.json': 'provinces', 'hainan.topo.json': 'counties' } as const;

type Ring = [lon: number, lat: number][];
/** Polygons of a region, each an outer ring and its holes, in degrees. */
type Region = { name: string; polygons: Ring[][] };
type Areas = GeometryCollection<{ name_zh?: string }>;

let regions: ReadonlyMap<string, Region> | undefined;

/** The regions of `data/geo` by code, read once. */
function knownRegions(): ReadonlyMap<string, Region> {
  regions ??= new Map(
    Object.entries(OUTLINES).flatMap(([file, layer]) => {
      const topology = JSON.parse(readFileSync(`data/geo/${file}`, 'utf8')) as Topology<Record<string, Areas>>;
      return feature(topology, topology.objects[layer]!).features.flatMap(({ id, geometry, properties }) => {
        if (id === undefined || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return [];
        const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][];
        return [[String(id), { name: properties.name_zh ?? String(id), polygons }] as const];
      });
    }),
  );
  return regions;
}

/** Whether a point lies in a region. Edges are straight in degrees, as they are drawn. */
const contains = ({ polygons }: Region, point: [number, number]): boolean =>
  polygons.some(([outer, ...holes]) => polygonContains(outer!, point) && !holes.some((hole) => polygonContains(hole, point)));

/** Places within a region of which the project has no outline, and places that do not lie in the region that they say. */
export function regionFaults(places: RawTables['places']): string[] {
  return places.rows.flatMap(({ line, cells: { within, lon, lat } }) => {
    const region = knownRegions().get(within);
    if (region === undefined)
      return [
        `${cellAddress(places, line, 'within')}: "${within}" is no region of data/geo, expected the code of a province of China or a county of Hainan`,
      ];
    if (contains(region, [lon, lat])) return [];
    return [
      `${cellAddress(places, line, 'lon')}: the point ${lon}, ${lat} is not in ${within} (${region.name}), expected lon and lat inside the region of its column "within"`,
    ];
  });
}
