import { numberOf, wordOf, type Chart } from '../chart.ts';
import { tenth } from '../curve.ts';
import { dotsPath, type Block } from '../dots.ts';
import type { Frame } from '../frames.ts';
import { late, visible, type Marks } from '../shapes.ts';
import { widthOf, wrap } from '../text.ts';
import type { PeopleState } from './scene.ts';

/** Rows of dots beside their number. */
const ROWS = 2;
const DOT = 0.66;

/** A count of people, its words (`FACT.number`, `FACT.noun`), and one dot for each of them. */
function counted(frame: Frame, chart: Chart, fact: string, share: number, tone: string): Marks {
  const { band, note, figure, label } = frame;
  const count = numberOf(chart, fact);
  const number = wordOf(chart, `${fact}.number`);
  const base = band.y + figure * 0.95;
  const x = band.x + widthOf(number, figure) * 1.02 + label * 0.5;
  const columns = Math.ceil(count / ROWS);
  const block: Block = { x: band.x, y: base + note * 0.75, columns, pitch: Math.min(label * 1.05, band.width / columns) };
  const opacity = late(share);
  const words = wrap(wordOf(chart, `${fact}.noun`), note, band.x + band.width - x);
  return {
    shapes: [{ key: `${fact}-dots`, d: dotsPath(block, 0, count * opacity), look: `dots ${tone}`, stroke: block.pitch * DOT }],
    labels: [
      { key: fact, text: number, x: band.x, y: tenth(base), size: figure, opacity, look: `display ${tone}` },
      ...words.map((text, i) => ({ key: `${fact}-noun-${i}`, text, x: tenth(x), y: tenth(base - (words.length - 1 - i) * note * 1.35), size: note, opacity, look: '' })),
    ],
  };
}

/** People in the strip below the map, one dot a person: those of a line in its tone, others in none. One count at a time. */
export function layoutPeople({ suspects, others }: PeopleState, frame: Frame, chart: Chart): Marks {
  const parts = [
    ...Object.entries(suspects).map(([fact, share]) => counted(frame, chart, fact, share, chart.lineOf[fact] ?? 'neutral')),
    ...Object.entries(others).map(([fact, share]) => counted(frame, chart, fact, share, 'neutral')),
  ];
  return visible({ shapes: parts.flatMap((part) => part.shapes), labels: parts.flatMap((part) => part.labels) });
}
