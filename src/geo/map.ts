import { readFileSync } from 'node:fs';
import { geoConicEqualArea, geoIdentity, geoPath, type GeoIdentityTransform, type GeoPermissibleObjects, type GeoProjection } from 'd3';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { legsOf, perTables, placeById, type Tables } from '../data/tables.ts';
import type { Place } from '../data/types.ts';
import { boxOf, pathOf, withMarks, type Box, type Line, type XY } from './path.ts';
import { thin, type Detail } from './thin.ts';

export type { Box } from './path.ts';

/** All geometry of the piece as SVG paths, in base units. */
export interface Basemap {
  /** China without the island of Hainan; mainland, Taiwan and island together fill `box`, which is 1000 wide at 0, 0. */
  china: { land: string; borders: string; provinces: Record<string, string>; box: Box };
  /** The island in finer units of its own, its `box` 1000 wide at 0, 0: base = (u * scale + x, v * scale + y). `counties`, as the provinces, by code. `glow` is the coast with fewer points. */
  island: { coast: string; glow: string; borders: string; counties: Record<string, string>; box: Box; scale: number; x: number; y: number };
  /** The islands of the South China Sea in base units, each at least a mark large; `box` is what the inset shows, the island of Hainan included; `coast` is the mainland within it. */
  southSea: { islets: string; coast: string; box: Box };
  /** Place id to point, in base units. */
  points: Record<string, XY>;
}

type Named = { name_zh: string };
type Areas = GeometryCollection<Named>;
export type ChinaTopology = Topology<{ provinces: Areas; south_sea: Areas }>;
export type HainanTopology = Topology<{ counties: Areas; island: Areas }>;

/** Width of the China map, and of the island in its own units. */
const WIDTH = 1000;

/** What the paths keep of the geometry: about a pixel on coasts and two on borders, which are hairlines. Finer costs bytes on every page. */
const CHINA_DETAIL: Detail = { coast: 60, border: 300 };
const ISLAND_DETAIL: Detail = { coast: 0.2, border: 0.8 };
/** The glow is a faint band as wide as ten coasts, and drawing it is a quarter of a picture's paint with every point of the coast. */
const GLOW_DETAIL: Detail = { coast: 8, border: 8 };

/** Halves of a unit on China, whole units on the island: no point moves by more than half a pixel on a desk's screen. */
const CHINA_STEPS = 2;
const ISLAND_STEPS = 1;

/** Width of the smallest island drawn, in base units: on the map of China, and in the inset, which is drawn smaller. */
const MARK = 3;
const INSET_MARK = 6;

/** Room round the islands in the inset, in base units. */
const INSET_MARGIN = 12;

/** The island's own province: the finer drawing takes its place. */
const ISLAND = '460000';

/** The place that the island's name is. */
export const isleOf = (data: Tables): Place => {
  const found = [...data.places.values()].find(({ kind, within }) => kind === 'province' && within === ISLAND);
  if (found === undefined)
    throw new Error(`data/places.csv: no row of kind "province" within ${ISLAND}, expected one that says where the island's name is written`);
  return found;
};

/** Codes of the regions that are filled: where the lines begin, where they go, and where the ports lie. */
function drawnRegions(data: Tables): ReadonlySet<string> {
  const ports = [...data.places.values()].filter(({ kind }) => kind === 'port').map(({ id }) => id);
  const ends = [...data.lines.values()].flatMap(({ id, origin }) => [origin, ...legsOf(data, id).map(({ to }) => to)]);
  return new Set([...ends, ...ports].map((id) => placeById(data, id).within));
}

const readTopology = <T>(file: string): T => JSON.parse(readFileSync(`data/geo/${file}`, 'utf8')) as T;

/** Equal areas, with the parallels and the meridian in the middle that maps of China use. */
const projectionOfChina = (): GeoProjection => geoConicEqualArea().parallels([25, 47]).rotate([-105, 0]).precision(0);

/** Projects a shape to lines; straight between its points. */
function linesOf(projection: GeoProjection | GeoIdentityTransform, shape: GeoPermissibleObjects): Line[] {
  const lines: Line[] = [];
  const pen = {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo: (x: number, y: number) => void lines.push({ points: [[x, y]], closed: false }),
    lineTo: (x: number, y: number) => void lines.at(-1)?.points.push([x, y]),
    closePath: () => void Object.assign(lines.at(-1) ?? {}, { closed: true }),
  };
  geoPath(projection, pen)(shape);
  return lines;
}

const idIs =
  (id: string) =>
  (geometry: { id?: string | number | undefined }): boolean =>
    geometry.id === id;

function geometryOf(areas: Areas, id: string, file: string): Areas['geometries'][number] {
  const found = areas.geometries.find(idIs(id));
  if (found === undefined) throw new Error(`data/geo/${file}: expected an area with the id ${id}`);
  return found;
}

/** The outer edge of areas put together. */
const outlineOf = (topology: Topology, geometries: readonly Areas['geometries'][number][]): GeoPermissibleObjects =>
  merge(topology, geometries as (Polygon | MultiPolygon)[]);

/** China without the island of Hainan. */
const mainlandOf = (china: ChinaTopology): GeoPermissibleObjects =>
  outlineOf(
    china,
    china.objects.provinces.geometries.filter((geometry) => !idIs(ISLAND)(geometry)),
  );

/** The outlines of the regions of a layer that are wanted, by code. */
const outlinesOf = (areas: Areas, wanted: ReadonlySet<string>, draw: (id: string) => string): Record<string, string> =>
  Object.fromEntries(areas.geometries.flatMap(({ id }) => (typeof id === 'string' && wanted.has(id) ? [[id, draw(id)]] : [])));

function drawChina(china: ChinaTopology, projection: GeoProjection, wanted: ReadonlySet<string>): Omit<Basemap['china'], 'box'> {
  const { provinces } = china.objects;
  const province = (id: string): string => pathOf(linesOf(projection, feature(china, geometryOf(provinces, id, 'china.topo.json'))), CHINA_STEPS);
  return {
    land: pathOf(withMarks(linesOf(projection, mainlandOf(china)), MARK), CHINA_STEPS),
    borders: pathOf(
      linesOf(
        projection,
        mesh(china, provinces, (a, b) => a !== b),
      ),
      CHINA_STEPS,
    ),
    provinces: outlinesOf(provinces, wanted, province),
  };
}

function drawIsland(hainan: HainanTopology, glow: HainanTopology, projection: GeoProjection, wanted: ReadonlySet<string>): Basemap['island'] {
  const { counties } = hainan.objects;
  const outline = outlineOf(hainan, counties.geometries);
  const { x, y, width } = boxOf(linesOf(projection, outline));
  const scale = width / WIDTH;
  const own = (shape: GeoPermissibleObjects): Line[] =>
    linesOf(projection, shape).map(({ points, closed }) => ({ closed, points: points.map(([px, py]): XY => [(px - x) / scale, (py - y) / scale]) }));
  const county = (id: string): string => pathOf(own(feature(hainan, geometryOf(counties, id, 'hainan.topo.json'))), ISLAND_STEPS);
  return {
    coast: pathOf(own(outline), ISLAND_STEPS),
    glow: pathOf(own(outlineOf(glow, glow.objects.counties.geometries)), ISLAND_STEPS),
    borders: pathOf(own(mesh(hainan, counties, (a, b) => a !== b)), ISLAND_STEPS),
    counties: outlinesOf(counties, wanted, county),
    box: boxOf(own(outline)),
    scale,
    x,
    y,
  };
}

/** What of closed lines lies within a box: the inset draws its corner of the mainland and not all of it a second time. */
function within({ x, y, width, height }: Box, lines: readonly Line[]): Line[] {
  const rings = lines.map(({ points }) => [[...points, points[0]!]]);
  return linesOf(
    geoIdentity().clipExtent([
      [x, y],
      [x + width, y + height],
    ]),
    { type: 'MultiPolygon', coordinates: rings },
  );
}

function drawSouthSea(islets: readonly Line[], island: readonly Line[], land: readonly Line[]): Basemap['southSea'] {
  const { x, y, width, height } = boxOf([...islets, ...island]);
  const box = { x: x - INSET_MARGIN, y: y - INSET_MARGIN, width: width + 2 * INSET_MARGIN, height: height + 2 * INSET_MARGIN };
  return { islets: pathOf(withMarks(islets, INSET_MARK), CHINA_STEPS), coast: pathOf(within(box, land), CHINA_STEPS), box };
}

/**
 * Projects the geometry of `data/geo` and the places to one canvas.
 * @param wanted codes of the regions to be drawn on their own: any province, any county of the island
 * @throws Error that names the file if an area is missing
 */
export function buildBasemap(chinaData: ChinaTopology, hainanData: HainanTopology, places: Iterable<Place>, wanted: ReadonlySet<string>): Basemap {
  const china = thin(chinaData, CHINA_DETAIL) as ChinaTopology;
  const hainan = thin(hainanData, ISLAND_DETAIL) as HainanTopology;
  const { provinces, south_sea: southSea } = china.objects;
  const outline = outlineOf(china, provinces.geometries);
  const projection = projectionOfChina().fitWidth(WIDTH, outline);
  const islandLines = linesOf(projection, outlineOf(hainan, hainan.objects.counties.geometries));
  const points = [...places].map(({ id, lon, lat }) => [id, projection([lon, lat])] as const);
  return {
    china: { ...drawChina(china, projection, wanted), box: boxOf(linesOf(projection, outline)) },
    island: drawIsland(hainan, thin(hainanData, GLOW_DETAIL) as HainanTopology, projection, wanted),
    southSea: drawSouthSea(linesOf(projection, feature(china, southSea)), islandLines, linesOf(projection, mainlandOf(china))),
    points: Object.fromEntries(points.flatMap(([id, point]) => (point === null ? [] : [[id, point]]))),
  };
}

let built: { of: string; map: Basemap } | undefined;

/** The map of some tables, projected again only when a place or a region that it draws is another. */
const mapOf = perTables((data) => {
  const [places, regions] = [[...data.places.values()], drawnRegions(data)];
  const of = JSON.stringify([places.map(({ id, lon, lat }) => [id, lon, lat]), [...regions].sort()]);
  if (built?.of !== of) built = { of, map: buildBasemap(readTopology('china.topo.json'), readTopology('hainan.topo.json'), places, regions) };
  return built.map;
});

/** The geometry of this build, projected once. Reads `data/geo` and the places of the data package. */
export function basemap(): Basemap {
  return mapOf();
}
