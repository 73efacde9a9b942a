import type { Box } from '../scenes/frames.ts';

/** Numbers of a path's command. */
const numbersOf = (text: string): number[] => (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);

/** How far a command's numbers move the pen: by its last two, or along one axis. */
const END: Readonly<Record<string, (n: readonly number[]) => readonly [x: number | null, y: number | null]>> = {
  m: ([x, y]) => [x!, y!],
  l: ([x, y]) => [x!, y!],
  h: ([x]) => [x!, null],
  v: ([y]) => [null, y!],
  q: ([, , x, y]) => [x!, y!],
  a: ([, , , , , x, y]) => [x!, y!],
};

/**
 * The box of a path's corners, in its own units. Knows the commands that our layouts write; a curve counts by its ends.
 * @param d path data, not empty
 */
export function extentOf(d: string): Box {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [, command, rest] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const name = command!.toLowerCase();
    const relative = command === name;
    if (name === 'z') [x, y] = [startX, startY];
    else {
      const [toX, toY] = END[name]!(numbersOf(rest!));
      x = toX === null ? x : toX + (relative ? x : 0);
      y = toY === null ? y : toY + (relative ? y : 0);
      if (name === 'm') [startX, startY] = [x, y];
    }
    xs.push(x);
    ys.push(y);
  }
  const edge = (values: readonly number[], pick: (a: number, b: number) => number): number => values.reduce((a, b) => pick(a, b));
  const [left, top] = [edge(xs, Math.min), edge(ys, Math.min)];
  return { x: left, y: top, width: edge(xs, Math.max) - left, height: edge(ys, Math.max) - top };
}
