import type { Chart } from '../../scenes/chart.ts';
import { squaresOf } from '../../scenes/squares/layout.ts';
import type { Frame } from '../../scenes/frames.ts';
import { fallWidth, SCALE_END } from '../../scenes/falls/layout.ts';
import type { Quantity } from '../content/types.ts';
import { mostSquares } from './around.ts';

/** Largest guess that can be drawn: past what the year before would give for the longest reading; the article's own scale for people. */
export const mostOf = (quantity: Quantity, chart: Chart): number => (quantity === 'cases' ? mostSquares(chart) : SCALE_END);
/** Distance of the marks on a scale of guesses. */
export const TICK: Readonly<Record<Quantity, number>> = { cases: 20, 'known-users': 500 };
/** People are guessed in tens by pointer and slider. */
export const GRAIN: Readonly<Record<Quantity, number>> = { cases: 1, 'known-users': 10 };

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/**
 * The guess that is drawn by pointing at a place of the picture.
 * @param x and `y` in canvas units
 */
export function guessAt(quantity: Quantity, x: number, y: number, frame: Frame, chart: Chart): number {
  const most = mostOf(quantity, chart);
  if (quantity === 'known-users') {
    const grain = GRAIN[quantity];
    return within(Math.round((x - frame.panel.x) / fallWidth(frame, 1) / grain) * grain, most);
  }
  const block = squaresOf(frame, chart);
  if (y < block.y) return 0;
  const row = Math.floor((y - block.y) / block.pitch);
  const column = within(Math.round((x - block.x) / block.pitch), block.columns);
  return within(row * block.columns + column, most);
}
