import type { Topology } from 'topojson-specification';
import { areaKm2, type Area, type Polygon } from './areas.ts';
import { partition, ROUNDING_DEGREES } from './fill.ts';
import { buildTopology } from './topo.ts';
import { weld } from './weld.ts';

/** Adcodes of the units that are handled by name. */
export const TAIWAN = '710000';
export const HAINAN = '460000';

/** echarts draws shared borders twice, up to this far apart (degrees); it is 0.3 px on a map 1000 px wide. */
const MISMATCH_DEGREES = 0.017;

/** Smaller islands than this are not drawn: 4 px² on a map 1000 px wide. */
const SMALLEST_ISLAND_KM2 = 100;

/** A corner with a smaller triangle is cut: a quarter of a square pixel on a map 960 px wide. */
const DETAIL_KM2 = 6;

/** Quantising grid: 62 degrees in so many steps is a tenth of a pixel on a map 1000 px wide. */
const STEPS = 1e4;

/**
 * Islands smaller than the limit that a map of China shows by rule.
 * Each window is west, south, east, north in degrees.
 */
const KEPT_ISLANDS: Record<string, readonly [number, number, number, number]> = {
  'Diaoyu Dao and Chiwei Yu': [123, 25.4, 125, 26.2],
  Penghu: [119.2, 23, 119.8, 23.9],
  Dongsha: [116.4, 20.4, 117.2, 21],
};

const within = (polygon: Polygon, [west, south, east, north]: readonly [number, number, number, number]): boolean =>
  polygon[0]!.every(([x, y]) => x >= west && x <= east && y >= south && y <= north);

/** Leaves out islets too small to draw; the largest piece of a unit always stays, so that no unit is lost. */
function dropIslets(area: Area): Area {
  const largest = Math.max(...area.polygons.map(areaKm2));
  const polygons = area.polygons.filter(
    (polygon) =>
      areaKm2(polygon) >= Math.min(SMALLEST_ISLAND_KM2, largest) ||
      Object.values(KEPT_ISLANDS).some((window) => within(polygon, window)),
  );
  return { ...area, polygons };
}

/** Puts a better drawn island in the place of the largest piece of an area. */
function replaceLargest(area: Area, island: Polygon): Area {
  const largest = Math.max(...area.polygons.map(areaKm2));
  return { ...area, polygons: area.polygons.map((polygon) => (areaKm2(polygon) === largest ? island : polygon)) };
}

/**
 * The map of China: object `provinces` (34 units) and object `south_sea` (the islands of Sansha).
 * @param islands outlines of Taiwan and Hainan to use in place of echarts' coarse ones
 * @throws Error where a unit is missing
 */
export function buildChina(provinces: readonly Area[], sansha: Area, islands: { taiwan: Polygon; hainan: Polygon }): Topology {
  if (provinces.length !== 34) throw new Error(`china.json: expected 34 province-level units, found ${provinces.length}`);
  const redrawn = provinces.map((area) => {
    if (area.id === TAIWAN) return replaceLargest(area, islands.taiwan);
    if (area.id === HAINAN) return replaceLargest(area, islands.hainan);
    return area;
  });
  const welded = weld(partition(weld(redrawn.map(dropIslets), MISMATCH_DEGREES)), ROUNDING_DEGREES);
  return buildTopology({ provinces: welded, south_sea: [sansha] }, DETAIL_KM2, STEPS);
}
