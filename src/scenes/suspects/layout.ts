import type { SuspectsState } from '../../story/states.ts';
import { numberOf, wordOf, type Chart } from '../chart.ts';
import { tenth } from '../curve.ts';
import { dotsPath, type Block } from '../dots.ts';
import type { Frame } from '../frames.ts';
import { late, visible, type Marks } from '../shapes.ts';
import { widthOf, wrap } from '../text.ts';

/** Rows of dots beside their number. */
const COLUMNS = { line2: 10, outside: 22 };
const DOT = 0.66;

function row(frame: Frame, chart: Chart, key: 'line2' | 'outside', count: number, share: number, look: string): Marks {
  const { band, note, figure, label } = frame;
  const number = wordOf(chart, `${key}.number`);
  const base = band.y + figure * 0.95;
  const x = band.x + widthOf(number, figure) * 1.02 + label * 0.5;
  const block: Block = { x: band.x, y: base + note * 0.75, columns: COLUMNS[key], pitch: Math.min(label * 1.05, band.width / COLUMNS[key]) };
  const opacity = late(share);
  const words = wrap(wordOf(chart, `${key}.noun`), note, band.x + band.width - x);
  return {
    shapes: [{ key: `${key}-dots`, d: dotsPath(block, 0, count * opacity), look: `dots ${look}`, stroke: block.pitch * DOT }],
    labels: [
      { key, text: number, x: band.x, y: tenth(base), size: figure, opacity, look: `display ${look}` },
      ...words.map((text, i) => ({ key: `${key}-noun-${i}`, text, x: tenth(x), y: tenth(base - (words.length - 1 - i) * note * 1.35), size: note, opacity, look: '' })),
    ],
  };
}

/** Suspects of line 2, then suspects from outside the city or the province, in the strip below the map. */
export function layoutSuspects(state: SuspectsState, frame: Frame, chart: Chart): Marks {
  const line2 = row(frame, chart, 'line2', numberOf(chart, 'wn-arrests-ring'), state.line2, 'line2');
  const outside = row(frame, chart, 'outside', numberOf(chart, 'wn-suspects-outside'), state.outside, 'neutral');
  return visible({ shapes: [...line2.shapes, ...outside.shapes], labels: [...line2.labels, ...outside.labels] });
}
