/** A point: longitude and latitude in degrees. */
export type Point = [number, number];
/** A closed ring: the first point is repeated at the end. */
export type Ring = Point[];
/** An outer ring, then its holes. */
export type Polygon = Ring[];

/** One administrative area, in degrees. */
export interface Area {
  id: string;
  name: string;
  polygons: Polygon[];
}

interface EncodedGeometry {
  type: 'Polygon' | 'MultiPolygon';
  coordinates: string[] | string[][];
  encodeOffsets: [number, number][] | [number, number][][];
}

/** A map file of echarts 4, as parsed JSON. */
export interface EncodedMap {
  UTF8Encoding: boolean;
  UTF8Scale?: number;
  features: { id?: string; properties: { id?: string; name: string }; geometry: EncodedGeometry }[];
}

/** Steps per degree, where an echarts file names none. */
const DEFAULT_SCALE = 1024;

/** echarts adds this to each number, so that it is a printable character. */
const CHARACTER_SHIFT = 64;

const closed = (ring: Ring): Ring => {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, [first[0], first[1]]];
};

/**
 * Turns one encoded ring into degrees: each pair of characters is a zigzag-coded step from the point before.
 * @param text two characters a point
 * @param offset the point that the first step starts from, in steps
 * @param scale steps per degree
 */
export function decodeRing(text: string, offset: readonly [number, number], scale: number): Ring {
  const step = (at: number): number => {
    const code = text.charCodeAt(at) - CHARACTER_SHIFT;
    return (code >> 1) ^ -(code & 1);
  };
  let [x, y] = offset;
  const ring: Ring = [];
  for (let at = 0; at < text.length; at += 2) {
    x += step(at);
    y += step(at + 1);
    ring.push([x / scale, y / scale]);
  }
  return closed(ring);
}

/**
 * Reads a map file of echarts 4 into areas in degrees, every ring closed.
 * @throws Error where the file is not in echarts' encoding, or a feature has no id
 */
export function decodeMap(map: EncodedMap): Area[] {
  if (!map.UTF8Encoding) throw new Error('echarts map: expected "UTF8Encoding": true');
  const scale = map.UTF8Scale ?? DEFAULT_SCALE;
  return map.features.map(({ id = '', properties, geometry }) => {
    if (!/^\d{6}$/.test(id)) throw new Error(`echarts map, ${properties.name}: expected a six-digit adcode, found "${id}"`);
    const [texts, offsets] =
      geometry.type === 'Polygon'
        ? [[geometry.coordinates as string[]], [geometry.encodeOffsets as [number, number][]]]
        : [geometry.coordinates as string[][], geometry.encodeOffsets as [number, number][][]];
    const polygons = texts.map((rings, p) => rings.map((text, r) => decodeRing(text, offsets[p]![r]!, scale)));
    return { id, name: properties.name, polygons };
  });
}

/** Planar area of a ring in square degrees: positive when it runs against the clock. */
export function signedArea(ring: Ring): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}

/** Mean width of a degree of latitude, in km, on a sphere of radius 6371.0088 km. */
const KM_PER_DEGREE = 111.195;

/** Area of a polygon's outer ring in km²; good to 1 % for anything smaller than a province. */
export function areaKm2(polygon: Polygon): number {
  const ring = polygon[0]!;
  const latitude = ring.reduce((sum, point) => sum + point[1], 0) / ring.length;
  return Math.abs(signedArea(ring)) * KM_PER_DEGREE ** 2 * Math.cos((latitude * Math.PI) / 180);
}

/**
 * Turns outer rings with the clock and holes against it. d3-geo reads a ring on the sphere:
 * the other way round it would mean the whole globe without the area.
 */
export function rewind(area: Area): Area {
  const turn = (ring: Ring, hole: boolean): Ring => (signedArea(ring) > 0 === hole ? ring : [...ring].reverse());
  return { ...area, polygons: area.polygons.map((polygon) => polygon.map((ring, index) => turn(ring, index > 0))) };
}
