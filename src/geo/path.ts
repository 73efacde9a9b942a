import { extent } from 'd3';

/** A point on the canvas, in its units. */
export type XY = [number, number];

/** A run of points; a closed one does not repeat its first point at the end. */
export interface Line {
  points: XY[];
  closed: boolean;
}

/** A box on the canvas, in its units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Prints a whole number of steps as a short decimal: 5 steps of 0.1 are ".5". */
export function short(steps: number, perUnit: number): string {
  return String(steps / perUnit).replace(/^(-?)0\./, '$1.');
}

/** Puts numbers next to each other with a blank only where one would run into the next. */
export function joined(numbers: readonly string[]): string {
  return numbers.reduce((text, next, index) => {
    const before = numbers[index - 1] ?? '';
    const stands = index === 0 || next.startsWith('-') || (next.startsWith('.') && before.includes('.'));
    return text + (stands ? '' : ' ') + next;
  }, '');
}

/**
 * Writes lines as one short SVG path with relative steps.
 * Each point is rounded by itself, not each step, so that errors do not add up; points that round to the one before are left out.
 * @param perUnit steps of the rounding grid in one unit: 10 keeps one decimal
 * @returns "" if nothing is left; a closed line of fewer than three different points, or an open one of fewer than two, is left out
 */
export function pathOf(lines: readonly Line[], perUnit: number): string {
  let [penX, penY] = [0, 0];
  return lines
    .map(({ points, closed }) => {
      const rounded = points.map(([x, y]): XY => [Math.round(x * perUnit), Math.round(y * perUnit)]);
      const kept = rounded.filter(([x, y], i) => {
        const before = rounded[i - 1] ?? (closed ? rounded.at(-1) : undefined);
        return before === undefined || before[0] !== x || before[1] !== y;
      });
      if (kept.length < (closed ? 3 : 2)) return '';
      const steps = kept.flatMap(([x, y]) => {
        const step = [short(x - penX, perUnit), short(y - penY, perUnit)];
        [penX, penY] = [x, y];
        return step;
      });
      // "z" takes the pen back to where the line began.
      if (closed) [penX, penY] = kept[0]!;
      return `m${joined(steps)}${closed ? 'z' : ''}`;
    })
    .join('');
}

/** The smallest box round all points. */
export function boxOf(lines: readonly Line[]): Box {
  const points = lines.flatMap((line) => line.points);
  const [[left, right], [top, bottom]] = [extent(points, ([x]) => x), extent(points, ([, y]) => y)] as [XY, XY];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A diamond in place of a line too small to see: `size` is its width and height. */
export function mark(line: Line, size: number): Line {
  const { x, y, width, height } = boxOf([line]);
  const [cx, cy, half] = [x + width / 2, y + height / 2, size / 2];
  return { closed: true, points: [[cx, cy - half], [cx + half, cy], [cx, cy + half], [cx - half, cy]] };
}

/** Draws lines that are smaller than a mark as a mark, so that no island is lost, and leaves out marks that would cover each other. */
export function withMarks(lines: readonly Line[], size: number): Line[] {
  const centres: XY[] = [];
  return lines.flatMap((line) => {
    const { x, y, width, height } = boxOf([line]);
    if (Math.max(width, height) >= size) return [line];
    const centre: XY = [x + width / 2, y + height / 2];
    if (centres.some(([cx, cy]) => Math.hypot(cx - centre[0], cy - centre[1]) < size)) return [];
    centres.push(centre);
    return [mark(line, size)];
  });
}
