import { MONTHS_A_YEAR } from '../../data/months.ts';
import { numberOf, wordOf, type Chart } from '../../scenes/chart.ts';
import { tenth } from '../../scenes/curve.ts';
import type { Block } from '../../scenes/dots.ts';
import type { Around } from '../../scenes/scene.ts';
import { BEFORE, WIDE_COLUMNS } from '../../scenes/squares/layout.ts';

/** Squares that a guess can go round: whole rows of a slide, and as many as there would be if every month were as the year before. */
export const mostSquares = (chart: Chart): number =>
  Math.ceil((numberOf(chart, BEFORE) * numberOf(chart, 'calc-months-max')) / MONTHS_A_YEAR / WIDE_COLUMNS) * WIDE_COLUMNS;

/** Path data of a line round the first `count` marks of a block. */
export function outlinePath({ x, y, columns, pitch }: Block, count: number): string {
  const rows = Math.floor(count / columns);
  const rest = count % columns;
  if (count <= 0) return '';
  const [width, part] = [tenth(columns * pitch), tenth(rest * pitch)];
  const start = `M${tenth(x)} ${tenth(y)}`;
  if (rest === 0) return `${start}h${width}v${tenth(rows * pitch)}h${-width}z`;
  if (rows === 0) return `${start}h${part}v${tenth(pitch)}h${-part}z`;
  return `${start}h${width}v${tenth(rows * pitch)}h${tenth(part - width)}v${tenth(pitch)}h${-part}z`;
}

/**
 * A class's guess of how many cases there are since: a line round as many squares, which are no cases and are not drawn; an arrow for what the
 * grid has no room for.
 */
export const aroundSquares =
  (guess: number): Around =>
  (block, { note, stroke }, chart, opacity) => {
    const most = mostSquares(chart);
    const drawn = Math.min(guess, most);
    const rows = Math.ceil(Math.max(numberOf(chart, BEFORE), drawn) / block.columns);
    return {
      shapes: [{ key: 'guess', d: outlinePath(block, drawn), look: 'guess', stroke, opacity }],
      labels: [
        {
          key: 'guess',
          text: `${wordOf(chart, 'guess.mark')} ${guess.toLocaleString(chart.t['numbers'])}${guess > most ? ' →' : ''}`,
          x: tenth(block.x),
          y: tenth(block.y + rows * block.pitch + note * 1.2),
          size: note,
          opacity,
          look: 'strong',
        },
      ],
    };
  };
