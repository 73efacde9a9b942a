import type { Topology } from 'topojson-specification';
import type { Area, Polygon } from './areas.ts';
import { fillIsland, ROUNDING_DEGREES } from './fill.ts';
import { buildTopology } from './topo.ts';
import { weld } from './weld.ts';

/** echarts draws county borders twice, up to this far apart (degrees); about 1 px on an island 800 px tall. */
const MISMATCH_DEGREES = 0.0025;

/** A corner with a smaller triangle is cut: half a square pixel on an island 800 px tall. */
const DETAIL_KM2 = 0.04;

/** Quantising grid: 2.4 degrees in so many steps is a fifth of a pixel on an island 800 px tall. */
const STEPS = 4000;

/**
 * The map of Hainan: object `counties` (18, without Sansha) and object `island` (its outline).
 * @throws Error where a county is missing
 */
export function buildHainan(counties: readonly Area[], island: Polygon): Topology {
  if (counties.length !== 18) throw new Error(`hainan.json: expected 18 counties on the island, found ${counties.length}`);
  const filled = fillIsland(weld(counties, MISMATCH_DEGREES), island);
  const outline: Area = { id: '460000', name: '海南岛', polygons: [island] };
  const [shape, ...areas] = weld([outline, ...filled], ROUNDING_DEGREES);
  return buildTopology({ counties: areas, island: [shape!] }, DETAIL_KM2, STEPS);
}
