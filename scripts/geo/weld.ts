import type { Area, Point, Ring } from './areas.ts';

const key = (point: Point): string => `${point[0]},${point[1]}`;
const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Width of a cell in degrees: about the length of one segment of the sources. No tolerance may be larger. */
const CELL = 0.02;

/** Points in square cells, so that only near ones are compared. */
class Grid<T extends { at: Point }> {
  private readonly cells = new Map<string, T[]>();
  add(item: T): void {
    const cell = `${Math.floor(item.at[0] / CELL)},${Math.floor(item.at[1] / CELL)}`;
    this.cells.set(cell, [...(this.cells.get(cell) ?? []), item]);
  }
  /** All items in the cells that the box touches, grown by one cell. */
  near(a: Point, b: Point): T[] {
    const cell = (value: number): number => Math.floor(value / CELL);
    const found: T[] = [];
    for (let x = cell(Math.min(a[0], b[0])) - 1; x <= cell(Math.max(a[0], b[0])) + 1; x += 1) {
      for (let y = cell(Math.min(a[1], b[1])) - 1; y <= cell(Math.max(a[1], b[1])) + 1; y += 1) {
        found.push(...(this.cells.get(`${x},${y}`) ?? []));
      }
    }
    return found;
  }
}

const mapRings = (areas: readonly Area[], change: (ring: Ring, area: Area) => Ring): Area[] =>
  areas.map((area) => ({ ...area, polygons: area.polygons.map((polygon) => polygon.map((ring) => change(ring, area))) }));

/** Moves each point to the nearest point of an area that came before, where one is within the tolerance. */
function snapPoints(areas: readonly Area[], tolerance: number): Area[] {
  const seen = new Grid<{ at: Point }>();
  return areas.map((area) => {
    const [snapped] = mapRings([area], (ring) =>
      ring.map((point) => {
        const near = seen.near(point, point).filter(({ at }) => distance(at, point) <= tolerance);
        return near.sort((a, b) => distance(a.at, point) - distance(b.at, point))[0]?.at ?? point;
      }),
    );
    for (const at of snapped!.polygons.flat(2)) seen.add({ at });
    return snapped!;
  });
}

/** How far along the segment, 0 to 1, its point nearest to `point` lies, and how far off that is. */
function nearestOn(a: Point, b: Point, point: Point): { along: number; off: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy);
  return { along, off: distance(point, [a[0] + along * dx, a[1] + along * dy]) };
}

/** Adds to each segment the points of other areas that lie within the tolerance of it. */
function insertPoints(areas: readonly Area[], tolerance: number): Area[] {
  const all = new Grid<{ at: Point; id: string }>();
  for (const area of areas) for (const at of area.polygons.flat(2)) all.add({ at, id: area.id });
  return mapRings(areas, (ring, area) => {
    const own = new Set(ring.map(key));
    return ring.flatMap((b, index) => {
      const a = ring[index - 1];
      if (a === undefined || key(a) === key(b)) return [b];
      const between = all
        .near(a, b)
        .filter((other) => other.id !== area.id && !own.has(key(other.at)))
        .map(({ at }) => ({ at, ...nearestOn(a, b, at) }))
        .filter(({ along, off }) => along > 0 && along < 1 && off <= tolerance)
        .sort((p, q) => p.along - q.along);
      return [...between.map(({ at }) => at), b];
    });
  });
}

/** Takes out repeated points, and spikes that go out to a point and straight back. */
function tidy(ring: Ring): Ring {
  const out: Ring = [];
  for (const point of ring.slice(0, -1)) {
    if (out.length > 0 && key(out.at(-1)!) === key(point)) continue;
    if (out.length > 1 && key(out.at(-2)!) === key(point)) out.pop();
    else out.push(point);
  }
  return out.length < 3 ? [] : [...out, out[0]!];
}

/**
 * Makes neighbours share their border point for point, where the source drew it twice a little apart.
 * Without this a shared border would come out as two lines with slivers of sea between them.
 * @param tolerance in degrees, at most 0.02; larger than the source's mismatch, smaller than half a pixel of the drawing
 * @returns the areas in the same order; rings that vanish are left out
 */
export function weld(areas: readonly Area[], tolerance: number): Area[] {
  const once = insertPoints(snapPoints(areas, tolerance), tolerance);
  // Points that were put in can lie on a neighbour's segment in turn.
  return mapRings(insertPoints(once, tolerance), tidy).map((area) => ({
    ...area,
    polygons: area.polygons.map((polygon) => polygon.filter((ring) => ring.length > 0)).filter((polygon) => polygon.length > 0),
  }));
}
