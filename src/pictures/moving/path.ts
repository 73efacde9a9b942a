import { extent } from 'd3';
import { joined, short as ofSteps } from '../../geo/path.ts';
import type { Point } from '../../scenes/curve.ts';
import type { Box } from '../../scenes/frames.ts';

/** A run of points that are joined by straight lines. */
export type Run = Point[];

/** Straight pieces that stand for a curve, and for half a circle. */
const PIECES = 16;

/** Numbers that a command takes. */
const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, q: 4, c: 6, a: 7, z: 0 };

/** A path's commands with their numbers, one set each. @throws Error that names a command which no picture of ours is drawn with */
function* commandsOf(d: string): Generator<readonly [command: string, numbers: number[]]> {
  for (const [, command = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const takes = TAKES[command.toLowerCase()];
    if (takes === undefined) throw new Error(`path: no command “${command}” can be read`);
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number);
    if (takes === 0) yield [command, []];
    for (let i = 0; takes > 0 && i < numbers.length; i += takes) {
      // What follows a move is drawn.
      const name = i > 0 && command.toLowerCase() === 'm' ? (command === 'm' ? 'l' : 'L') : command;
      yield [name, numbers.slice(i, i + takes)];
    }
  }
}

/** Points between two on a curve of any degree, by de Casteljau. */
function along(points: readonly Point[]): Point[] {
  return Array.from({ length: PIECES }, (_, i) => {
    let left = [...points];
    const t = (i + 1) / PIECES;
    while (left.length > 1) left = left.slice(1).map(([x, y], at): Point => [left[at]![0] + (x - left[at]![0]) * t, left[at]![1] + (y - left[at]![1]) * t]);
    return left[0]!;
  });
}

/** Half a circle: every arc that our pictures draw is one, from one end of a diameter to the other. */
function halfCircle([ax, ay]: Point, [bx, by]: Point, clockwise: boolean): Point[] {
  const [cx, cy, r] = [(ax + bx) / 2, (ay + by) / 2, Math.hypot(bx - ax, by - ay) / 2];
  const from = Math.atan2(ay - cy, ax - cx);
  return Array.from({ length: PIECES }, (_, i): Point => {
    const angle = from + ((clockwise ? 1 : -1) * Math.PI * (i + 1)) / PIECES;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  });
}

/** A path as runs of points; a closed one ends where it begins. */
export function runsOf(d: string): Run[] {
  const runs: Run[] = [];
  let at: Point = [0, 0];
  for (const [command, numbers] of commandsOf(d)) {
    const relative = command === command.toLowerCase();
    const [ox, oy] = relative ? at : [0, 0];
    const points: Point[] = [];
    const kind = command.toLowerCase();
    if (kind === 'h') points.push([numbers[0]! + ox, at[1]]);
    else if (kind === 'v') points.push([at[0], numbers[0]! + oy]);
    else {
      const pairs = kind === 'a' ? numbers.slice(5) : numbers;
      for (let i = 0; i < pairs.length; i += 2) points.push([pairs[i]! + ox, pairs[i + 1]! + oy]);
    }
    if (kind === 'm') runs.push([points[0]!]);
    else if (kind === 'z') runs.at(-1)!.push(runs.at(-1)![0]!);
    else if (kind === 'a') runs.at(-1)!.push(...halfCircle(at, points[0]!, numbers[4] === 1));
    else if (kind === 'q' || kind === 'c') runs.at(-1)!.push(...along([at, ...points]));
    else runs.at(-1)!.push(points[0]!);
    at = runs.at(-1)!.at(-1)!;
  }
  return runs;
}

/** A path's subpaths as paths of their own, where each begins with a move of its own to a place that is said whole. */
export const partsOf = (d: string): string[] => d.match(/M[^M]*/g) ?? [];

/** The box in which runs lie, with what their curves reach. */
export function boxOf(runs: readonly Run[]): Box {
  const points = runs.flat();
  const [left = 0, right = 0] = extent(points, ([x]) => x);
  const [top = 0, bottom = 0] = extent(points, ([, y]) => y);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export const lengthOf = (run: readonly Point[]): number =>
  run.reduce((sum, [x, y], i) => (i === 0 ? 0 : sum + Math.hypot(x - run[i - 1]![0], y - run[i - 1]![1])), 0);

/** How far a point lies from a run. */
export function distanceTo(run: readonly Point[], [px, py]: Point): number {
  let least = Infinity;
  for (let i = 1; i < run.length; i += 1) {
    const [[ax, ay], [bx, by]] = [run[i - 1]!, run[i]!];
    const [dx, dy] = [bx - ax, by - ay];
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / square));
    least = Math.min(least, Math.hypot(px - ax - t * dx, py - ay - t * dy));
  }
  return least;
}

/** A number in as few signs as a hundredth, a tenth or a whole takes. */
export const short = (value: number, perUnit = 10): string => ofSteps(Math.round(value * perUnit), perUnit);

/** A path in tenths of a unit, without points: a fifth of a picture's bytes. Angles and flags of an arc stay as they are. */
export function tenfold(d: string): string {
  let before = '';
  let path = '';
  for (const [command, numbers] of commandsOf(d)) {
    const whole = numbers.map((value, i) => String(command.toLowerCase() === 'a' && i > 1 && i < 5 ? value : Math.round(value * 10)));
    const text = joined(whole);
    path += command === before && !/[mz]/i.test(command) ? (text.startsWith('-') ? '' : ' ') + text : command + text;
    before = command;
  }
  return path;
}

/**
 * Hatching as lines of its own inside a shape, for a surface without patterns.
 * @param runs the shape's closed runs, filled by even and odd
 * @param gap from line to line, and how thick each is, in canvas units; the lines rise by 45°, as the charts' pattern does
 */
export function hatchOf(runs: readonly Run[], gap: number, thick: number): string {
  // Turned by 45°, lines of a hatching stand upright.
  const turned = runs.map((run) => run.map(([x, y]): Point => [(x + y) * Math.SQRT1_2, (y - x) * Math.SQRT1_2]));
  const us = turned.flat().map(([u]) => u);
  let d = '';
  for (let i = Math.floor(Math.min(...us) / gap); i <= Math.ceil(Math.max(...us) / gap); i += 1) {
    const u = i * gap + thick / 2;
    const crossings = turned.flatMap((run) =>
      run.slice(1).flatMap(([bu, bv], at) => {
        const [au, av] = run[at]!;
        return au <= u !== bu <= u ? [av + ((bv - av) * (u - au)) / (bu - au)] : [];
      }),
    ).sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [from, to] = [crossings[at]!, crossings[at + 1]!];
      if (to - from < 0.3) continue;
      const [x, y] = [(u - from) * Math.SQRT1_2, (u + from) * Math.SQRT1_2];
      const length = (to - from) * Math.SQRT1_2;
      d += `M${short(x)} ${short(y)}l${short(-length)} ${short(length)}`;
    }
  }
  return d;
}
