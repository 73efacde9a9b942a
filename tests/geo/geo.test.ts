import { readFileSync } from 'node:fs';
import { geoArea, geoBounds, geoContains, type ExtendedFeature } from 'd3';
import { feature, merge } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { tables } from '../../src/data/tables.ts';
import { basemap, type ChinaTopology, type HainanTopology } from '../../src/geo/map.ts';
import { BENDS } from '../../src/scenes/map/config.ts';

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
    expect(land.length + borders.length + drawn.heilongjiang.length + drawn.hubei.length).toBeLessThanOrEqual(14_000);
    const { coast, borders: inner, counties: drawnCounties } = map.island;
    expect([coast, inner, ...Object.values(drawnCounties)].join('').length).toBeLessThanOrEqual(9_000);
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

test('the lines that are drawn are the legs of routes.csv, no more and no fewer', () => {
  const legs = [...tables().routes.values()].filter(({ kind }) => kind === 'route').map(({ from, to }) => `${from}-${to}`);
  const drawn = [...Object.keys(BENDS.line1).map((town) => `mudanjiang-${town}`), ...Object.keys(BENDS.line2).map((town) => `hubei-${town}`)];
  expect(drawn.sort()).toEqual(legs.sort());
});
