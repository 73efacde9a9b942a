import { readFileSync } from 'node:fs';
import { geoArea, geoBounds, geoContains, polygonContains, type ExtendedFeature } from 'd3';
import { feature, merge } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { tables } from '../../src/data/tables.ts';
import { basemap, type ChinaTopology, type HainanTopology } from '../../src/geo/map.ts';
import { makeChart } from '../../src/flat/chart.ts';

const read = <T>(file: string): T => JSON.parse(readFileSync(`data/geo/${file}`, 'utf8')) as T;
const china = read<ChinaTopology>('china.topo.json');
const hainan = read<HainanTopology>('hainan.topo.json');
const features = (list: { features: ExtendedFeature[] }): ExtendedFeature[] => list.features;
const provinces = features(feature(china, china.objects.provinces) as never);
const islands = features(feature(china, china.objects.south_sea) as never);
const counties = features(feature(hainan, hainan.objects.counties) as never);
const island = features(feature(hainan, hainan.objects.island) as never);
const outlines = new Map([...provinces, ...counties].map((each) => [String(each.id), each]));
const map = basemap();

/** The rings of a path of relative steps, as `pathOf` writes it: each "m" starts from where the ring before began. */
function ringsOf(path: string): [number, number][][] {
  let [startX, startY] = [0, 0];
  return path.split('z').filter((ring) => ring !== '').map((ring) => {
    const steps = (ring.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    let [x, y] = [startX, startY];
    const points = Array.from({ length: steps.length / 2 }, (_, i): [number, number] => [(x += steps[2 * i]!), (y += steps[2 * i + 1]!)]);
    [startX, startY] = points[0]!;
    return points;
  });
}

describe('what the map shows', () => {
  test.each([...tables().places.values()])('$id lies inside the outline that its row names, not in the sea or next door', ({ lon, lat, within }) => {
    const outline = outlines.get(within);
    expect(outline, `no outline ${within}`).toBeDefined();
    expect(geoContains(outline!, [lon, lat])).toBe(true);
  });

  test('China is whole: 34 units of province level, Taiwan, Hong Kong and Macao among them', () => {
    expect(new Set(provinces.map(({ id }) => String(id))).size).toBe(34);
    for (const code of ['710000', '810000', '820000']) expect(outlines.has(code), code).toBe(true);
  });

  test('the islands of the South China Sea reach south of 8 degrees north, not only to the Paracels', () => {
    const south = Math.min(...islands.map((each) => geoBounds(each)[0][1]));
    expect(south).toBeLessThan(8);
  });

  test('no outline is wound inside out, which would fill the globe', () => {
    for (const each of [...provinces, ...islands, ...counties, ...island]) expect(geoArea(each), String(each.id)).toBeLessThan(Math.PI / 4);
  });

  test.each([
    ['provinces', merge(china, china.objects.provinces.geometries as (Polygon | MultiPolygon)[])],
    ['counties', merge(hainan, hainan.objects.counties.geometries as (Polygon | MultiPolygon)[])],
  ])('%s meet exactly: a sliver between two would be a hole in the land and a break in their border', (_, union) => {
    expect(union.coordinates.filter((polygon) => polygon.length > 1)).toEqual([]);
  });

  test('the counties fill the island: no gap at the coast, no double land', () => {
    const sum = counties.reduce((total, each) => total + geoArea(each), 0);
    const whole = island.reduce((total, each) => total + geoArea(each), 0);
    expect(sum / whole).toBeGreaterThan(0.995);
    expect(sum / whole).toBeLessThan(1.005);
    const union = merge(hainan, hainan.objects.counties.geometries as (Polygon | MultiPolygon)[]);
    expect(geoArea(union) / whole).toBeGreaterThan(0.995);
  });
});

describe('what the page gets', () => {
  test('paths are small: the whole map weighs less than a photograph’s thumbnail', () => {
    const { land, borders, provinces: drawn } = map.china;
    expect(land.length + borders.length + Object.values(drawn).join('').length).toBeLessThanOrEqual(14_000);
    const { coast, borders: inner, counties: drawnCounties } = map.island;
    expect([coast, inner, ...Object.values(drawnCounties)].join('').length).toBeLessThanOrEqual(9_000);
    expect(map.southSea.islets.length + map.southSea.coast.length).toBeLessThanOrEqual(2_200);
  });

  test('the island is drawn once: the land under it holds Huxi and not Nanyu, or two coasts would show', () => {
    const onLand = (place: string): boolean => ringsOf(map.china.land).some((ring) => polygonContains(ring, map.points[place]!));
    expect(onLand('hubei')).toBe(true);
    expect(['hainan', 'haikou', 'sanya', 'danzhou', 'wanning'].filter(onLand)).toEqual([]);
  });

  test('no island of the inset is a speck: each is 6 units wide or tall, but for the rounding of its two edges', () => {
    const rings = ringsOf(map.southSea.islets);
    expect(rings.length).toBeGreaterThan(90);
    const extent = (values: number[]): number => Math.max(...values) - Math.min(...values);
    const specks = rings.filter((ring) => Math.max(extent(ring.map(([x]) => x)), extent(ring.map(([, y]) => y))) < 5.5);
    expect(specks).toEqual([]);
  });

  test('every path is numbers and commands, never NaN', () => {
    for (const path of [map.china.land, map.china.borders, map.island.coast, map.southSea.islets]) expect(path).toMatch(/^[Mmlhvz0-9 .,-]+$/);
  });

  test('China is 1000 wide at the origin, and every place but those of the inset lies on it', () => {
    expect(map.china.box.x).toBeCloseTo(0);
    expect(map.china.box.y).toBeCloseTo(0);
    expect(map.china.box.width).toBeCloseTo(1000);
    for (const [id, [x, y]] of Object.entries(map.points)) {
      expect(x, id).toBeGreaterThan(0);
      expect(x, id).toBeLessThan(1000);
      expect(y, id).toBeGreaterThan(0);
      expect(y, id).toBeLessThan(map.china.box.height);
    }
  });

  test('the island’s finer drawing lies where China’s places put it', () => {
    const { scale, x, y, box } = map.island;
    const [sx, sy] = map.points['sanya']!;
    expect((sx - x) / scale).toBeGreaterThan(0);
    expect((sx - x) / scale).toBeLessThan(box.width);
    expect((sy - y) / scale).toBeGreaterThan(box.height * 0.8);
    expect((sy - y) / scale).toBeLessThan(box.height);
  });
});

describe('the lines of the map are those of the tables', () => {
  const legs = [...tables().routes.values()];
  const ends = (line: string, kind: string, end: 'from' | 'to') => legs.filter((leg) => leg.line === line && leg.kind === kind).map((leg) => leg[end]).sort();
  const { lines } = makeChart('zh', 'geographic');

  test('each is drawn, in its order', () => expect(lines.map(({ id }) => id)).toEqual([...tables().lines.keys()]));

  test.each(lines.map((line) => [line.id, line] as const))('%s is drawn from where it begins to each town it names, to no other', (id, line) => {
    expect(new Set(ends(id, 'route', 'from'))).toEqual(new Set([line.origin]));
    expect(line.legs.map(({ to }) => to).sort()).toEqual(ends(id, 'route', 'to'));
    expect(line.onward.map(({ from }) => from).sort()).toEqual(ends(id, 'onward', 'from'));
  });

  test('the regions that they come from and go to can be filled, and no more is on the page', () => {
    const within = (id: string): string => tables().places.get(id)!.within;
    const ports = [...tables().places.values()].filter(({ kind }) => kind === 'port').map(({ id }) => id);
    const wanted = new Set([...lines.flatMap(({ origin, legs: own }) => [origin, ...own.map(({ to }) => to)]), ...ports].map(within));
    expect(new Set([...Object.keys(map.china.provinces), ...Object.keys(map.island.counties)])).toEqual(wanted);
  });
});
