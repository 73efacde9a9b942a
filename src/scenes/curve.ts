/** A point in canvas units: x to the right, y down. */
export type Point = readonly [x: number, y: number];

/** A quadratic Bézier curve: start, control, end. */
export type Curve = readonly [Point, Point, Point];

const mix = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** Rounds to a tenth of a unit: less than a screen pixel, and a shorter attribute. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * A curve from `a` to `b` that bows to the left of the way by `bend` times its length
 * (negative: to the right).
 */
export function bow(a: Point, b: Point, bend: number): Curve {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  return [a, [(a[0] + b[0]) / 2 + dy * bend * 2, (a[1] + b[1]) / 2 - dx * bend * 2], b];
}

/** The point at share `t` (0 to 1) of a curve. */
export const pointAt = ([a, c, b]: Curve, t: number): Point => mix(mix(a, c, t), mix(c, b, t), t);

/** Direction of a curve at `t`, as a unit vector. A curve without length points right. */
export function directionAt([a, c, b]: Curve, t: number): Point {
  const [p, q] = [mix(a, c, t), mix(c, b, t)];
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const length = Math.hypot(dx, dy);
  return length === 0 ? [1, 0] : [dx / length, dy / length];
}

/** The part of a curve between shares `from` and `to`, by de Casteljau's subdivision: exact, so no dash tricks are needed. */
export function part([a, c, b]: Curve, from: number, to: number): Curve {
  const start = pointAt([a, c, b], from);
  const end = pointAt([a, c, b], to);
  return [start, mix(mix(a, c, from), mix(c, b, from), to), end];
}

/** SVG path data of a curve; empty when it has no length. */
export function pathOf([a, c, b]: Curve): string {
  if (Math.hypot(b[0] - a[0], b[1] - a[1]) < 0.1) return '';
  return `M${tenth(a[0])} ${tenth(a[1])}Q${tenth(c[0])} ${tenth(c[1])} ${tenth(b[0])} ${tenth(b[1])}`;
}
