import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import { thin } from '../../src/geo/thin.ts';
import { rewind, type Area } from './areas.ts';

/** Objects of a topology: each a list of areas. */
export type Layers = Record<string, readonly Area[]>;

/** Grid on which borders are compared, finer than any source: 62 degrees in so many steps are 7 m. */
const COMPARE_STEPS = 1e6;

function collection(areas: readonly Area[]): FeatureCollection<MultiPolygon> {
  const features = areas.map(
    (area): Feature<MultiPolygon> => ({
      type: 'Feature',
      id: area.id,
      properties: { name_zh: area.name },
      geometry: { type: 'MultiPolygon', coordinates: rewind(area).polygons },
    }),
  );
  return { type: 'FeatureCollection', features };
}

/**
 * Builds one topology, takes out the points that the eye would not miss, and quantises it.
 * @param detail km²: a corner whose triangle is smaller than this is cut off
 * @param steps grid steps along each side of the whole
 */
export function buildTopology(layers: Layers, detail: number, steps: number): Topology {
  const objects = Object.fromEntries(Object.entries(layers).map(([name, areas]) => [name, collection(areas)]));
  const thinned = thin(topology(objects, COMPARE_STEPS), { coast: detail, border: detail });
  return quantize(thinned as Parameters<typeof quantize>[0], steps);
}
