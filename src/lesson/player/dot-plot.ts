import { fill } from '../../data/fill.ts';
import type { Label } from '../../scenes/chart.ts';
import { tenth } from '../../scenes/curve.ts';
import type { Frame } from '../../scenes/frames.ts';
import type { Marks, Shape } from '../../scenes/shapes.ts';
import type { SlidesUi } from './deck.ts';

/** A dot's diameter at most, in canvas units, and how it shrinks until the highest stack fits. */
const DOT = 30;
const SHRINK = 0.94;
/** Free width between two dots beside each other, as a share of a dot. */
const GAP = 0.12;
/** A guess beyond the scale stands past its end, this share of the scale further on. */
const BEYOND = 0.1;
/** Places as shares of the panel's height: the axis, and the highest dot. */
const AXIS = 0.86;
const TOP = 0.13;

/** A guess on the plot: where it lies on the scale, and how many dots are below it. */
export interface Dot {
  value: number;
  level: number;
}

/**
 * Stacks guesses: each keeps its place on the scale, and lies on whatever is nearer than `reach`.
 * @param reach in units of the scale
 */
export function stack(guesses: readonly number[], reach: number): Dot[] {
  const lastOn: number[] = [];
  return [...guesses]
    .sort((a, b) => a - b)
    .map((value) => {
      const free = lastOn.findIndex((last) => value - last >= reach);
      const level = free < 0 ? lastOn.length : free;
      lastOn[level] = value;
      return { value, level };
    });
}

/** What is on a plot besides the dots. */
export interface Plot {
  /** the tag after which numbers are written */
  numbers: string;
  guesses: readonly number[];
  /** right end of the scale; a guess beyond it stands past a gap, as an arrowhead */
  most: number;
  /** what is written below the arrowheads, such as how many there are */
  beyond: string;
  /** distance of the marks on the scale */
  tick: number;
  /** the answer, once it is out, and what is written at it */
  answer?: { value: number; text: string };
}

/** How many guesses a scale has no room for. */
const countBeyond = (guesses: readonly number[], most: number): number => guesses.filter((guess) => guess > most).length;

/** In words, how many guesses lie beyond the scale; empty if none does. */
export function beyondOf(ui: SlidesUi, guesses: readonly number[], most: number): string {
  const count = countBeyond(guesses, most);
  return count === 0 ? '' : fill(ui.beyond, { most: most.toLocaleString(ui.numbers), count });
}

/** A class's guesses, one dot a guess, an arrowhead for a guess beyond the scale, and the answer as a line. */
export function layoutDotPlot({ guesses, most, tick, beyond, answer, numbers }: Plot, { panel, note, figure, stroke }: Frame): Marks {
  const past = countBeyond(guesses, most) > 0 ? most * (1 + BEYOND) : most;
  const unit = (panel.width - DOT) / past;
  const x = (value: number): number => panel.x + DOT / 2 + value * unit;
  const base = panel.y + panel.height * AXIS;
  const top = panel.y + panel.height * TOP;
  const shown = guesses.map((guess) => (guess > most ? past : guess));
  let dot = DOT;
  let dots = stack(shown, (dot * (1 + GAP)) / unit);
  while (dots.some(({ level }) => base - (level + 1) * dot < top)) {
    dot *= SHRINK;
    dots = stack(shown, (dot * (1 + GAP)) / unit);
  }
  const middle = (level: number): number => base - (level + 0.5) * dot - stroke;
  const inside = dots
    .filter(({ value }) => value <= most)
    .map(({ value, level }) => `M${tenth(x(value))} ${tenth(middle(level))}h0`)
    .join('');
  const half = dot * 0.32;
  const outside = dots
    .filter(({ value }) => value > most)
    .map(
      ({ value, level }) =>
        `M${tenth(x(value) - half)} ${tenth(middle(level) - half)}l${tenth(half * 2)} ${tenth(half)}l${tenth(-half * 2)} ${tenth(half)}`,
    )
    .join('');
  const ticks = Array.from({ length: Math.floor(most / tick) + 1 }, (_, i) => i * tick);
  const shapes: Shape[] = [
    {
      key: 'axis',
      d: `M${panel.x} ${tenth(base)}H${tenth(x(most) + DOT / 2)}${ticks.map((value) => `M${tenth(x(value))} ${tenth(base)}v8`).join('')}`,
      look: 'axis',
      stroke: 2,
    },
    { key: 'dots', d: inside, look: 'dots own', stroke: tenth(dot * 0.94) },
    ...(outside === '' ? [] : [{ key: 'beyond', d: outside, look: 'guess', stroke: tenth(Math.min(stroke, dot * 0.2)) } satisfies Shape]),
  ];
  const labels: Label[] = ticks.map((value) => ({
    key: `tick-${value}`,
    text: value.toLocaleString(numbers),
    x: tenth(x(value)),
    y: tenth(base + note * 1.5),
    size: note,
    look: 'muted',
    anchor: value === most ? ('end' as const) : ('middle' as const),
  }));
  if (outside !== '')
    labels.push({ key: 'beyond', text: beyond, x: panel.x + panel.width, y: tenth(base + note * 2.8), size: note, anchor: 'end', look: 'strong' });
  if (answer) {
    const at = x(Math.min(answer.value, most));
    const right = at > panel.x + panel.width / 2;
    shapes.push({ key: 'answer', d: `M${tenth(at)} ${tenth(top - figure * 0.2)}V${tenth(base + 8)}`, look: 'guess', stroke });
    labels.push({
      key: 'answer',
      text: answer.text,
      x: tenth(at + (right ? -1 : 1) * note * 0.5),
      y: tenth(top - figure * 0.1 + figure * 0.34),
      size: figure,
      look: 'display fallen halo',
      ...(right ? { anchor: 'end' as const } : {}),
    });
  }
  return { shapes, labels };
}
