import { scaleLinear, scaleSqrt } from 'd3';
import { fill } from '../../data/fill.ts';
import { plain } from '../../copy/plain.ts';
import { formatFact, formatValue } from '../../data/format.ts';
import { factById, type Tables } from '../../data/tables.ts';
import type { Locale } from '../../data/types.ts';
import { escapeXml } from '../../flat/picture.ts';
import type { Axes } from './axes.ts';
import type { Quantity } from './types.ts';
import type { LessonUi, LessonWords } from './words.ts';

const WIDTH = 720;
const NARROW = 440;
const TYPE = 14;

/** What stands at each bar: what pupils know is named by its period; the last bar is the one that they guess. */
export const barLabels = (quantity: Quantity, bars: readonly string[], ui: LessonUi, locale: Locale, data: Tables, told = false): string[] =>
  bars.map((id, i) => {
    if (i < bars.length - 1) return factById(data, id).period[locale];
    const since = quantity === 'cases' ? ui.axisSince : ui.axisUsersSince;
    return told ? since : fill(ui.axisGuess, { period: since });
  });

/** A drawing on a worksheet: its markup and its size in units of the drawing. */
export interface SheetDrawing {
  svg: string;
  width: number;
  height: number;
  /** what it shows, in words */
  alt: string;
}

/**
 * Axes to draw on: columns for the cases, bars for the falls. Units: a quarter of a millimetre on A4.
 * @param answered a model drawing for the teacher: each bar with its number
 */
export function axesDrawing(
  quantity: Quantity,
  axes: Axes,
  tall: boolean,
  { locale, ui, worksheet }: LessonWords,
  data: Tables,
  answered = false,
): SheetDrawing {
  const upright = quantity === 'cases';
  const labels = barLabels(quantity, axes.bars, ui, locale, data, answered);
  // Columns stand on a line at the foot, bars on a line at the left.
  // Beside its answer a model is half as wide, so that its type stays legible.
  const wide = answered && !tall ? NARROW : WIDTH;
  const plot = upright
    ? { x: 70, y: 40, width: wide - 100, height: tall ? (answered ? 320 : 480) : 160 }
    : { x: 190, y: 14, width: wide - 220, height: tall ? 210 : 120 };
  const height = plot.y + plot.height + (upright ? 30 : 44);
  const along = scaleLinear([0, axes.end], upright ? [plot.y + plot.height, plot.y] : [plot.x, plot.x + plot.width]);
  const middle = (i: number): number => (i + 0.5) / axes.bars.length;
  const text = (x: number, y: number, anchor: 'middle' | 'end', words: string): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${escapeXml(words)}</text>`;
  const ticks = axes.ticks
    .filter((_, i) => wide === WIDTH || upright || i % 2 === 0)
    .map((tick) => {
      const line = `<path class="${tick === 0 ? 'axis' : 'grid'}" d="${upright ? `M${plot.x} ${along(tick)}h${plot.width}` : `M${along(tick)} ${plot.y}v${plot.height}`}"/>`;
      const number = formatValue(tick, locale);
      return (
        line +
        (upright
          ? text(plot.x - 10, along(tick) + TYPE * 0.36, 'end', number)
          : text(along(tick), plot.y + plot.height + TYPE * 1.4, 'middle', number))
      );
    });
  const unit = upright
    ? text(plot.x - 10, plot.y - TYPE * 1.3, 'end', ui.axisCases)
    : text(plot.x + plot.width, plot.y + plot.height + TYPE * 2.7, 'end', ui.axisPeople);
  const bars = labels.map((label, i) =>
    upright
      ? text(plot.x + plot.width * middle(i), plot.y + plot.height + TYPE * 1.5, 'middle', label)
      : text(plot.x - 12, plot.y + plot.height * middle(i) + TYPE * 0.36, 'end', label),
  );
  const models = answered
    ? axes.bars.map((id, i) => {
        const value = Math.abs(factById(data, id).value!);
        const [end, at, thick] = [
          along(value),
          upright ? plot.x + plot.width * middle(i) : plot.y + plot.height * middle(i),
          (upright ? plot.width : plot.height) / axes.bars.length / 3,
        ];
        const bar = upright
          ? `M${at - thick / 2} ${plot.y + plot.height}V${end}h${thick}V${plot.y + plot.height}`
          : `M${plot.x} ${at - thick / 2}H${end}v${thick}H${plot.x}`;
        const number = formatFact(factById(data, id), locale, 'abs');
        return `<path class="model" d="${bar}"/>${upright ? text(at, end - 6, 'middle', number) : `<text x="${end + 6}" y="${at + TYPE * 0.36}">${escapeXml(number)}</text>`}`;
      })
    : [];
  const alt = plain(worksheet.items[upright ? 'predict-cases' : 'predict-known-users'].ask, locale, data);
  const svg = `<svg class="axes" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${height}" role="img" aria-label="${escapeXml(alt)}" font-size="${TYPE}">${[...ticks, unit, ...bars, ...models].join('')}</svg>`;
  return { svg, width: wide, height, alt };
}

const SCALE = 9;
const WAY = 200;
const WAYS_HEIGHT = 110;

/** The three ways in which two groups that are not to be added can lie, areas to one scale: apart, crossing, one in the other. */
export function waysDrawing(groups: readonly [string, string], data: Tables): Omit<SheetDrawing, 'alt'> {
  const radius = scaleSqrt([0, 1], [0, SCALE]);
  const [small, large] = groups.map((id) => radius(factById(data, id).value ?? 0)).sort((a, b) => a - b) as [number, number];
  // Distance of the centres: more than both radii, between their sum and their difference, less than the difference.
  const distances = [large + small + SCALE, (large + small) * 0.6, (large - small) / 2];
  const circles = distances.map((distance, i) => {
    const left = WAY * (i + 0.5) - (large + distance + Math.max(small, large - distance)) / 2 + large;
    const circle = (look: string, x: number, r: number): string =>
      `<circle${look} cx="${x.toFixed(1)}" cy="${WAYS_HEIGHT / 2}" r="${r.toFixed(1)}"/>`;
    return circle('', left, large) + circle(' class="second"', left + distance, small);
  });
  const width = WAY * distances.length;
  const svg = `<svg class="circles" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${WAYS_HEIGHT}" aria-hidden="true" focusable="false">${circles.join('')}</svg>`;
  return { svg, width, height: WAYS_HEIGHT };
}
