import { scaleLinear } from 'd3';
import { derivedById } from '../../data/derive.ts';
import { factById, type Tables } from '../../data/tables.ts';
import { SCALE_END } from '../../scenes/falls/layout.ts';
import { readCourse } from './course.ts';
import { MONTHS_A_YEAR } from '../../data/months.ts';
import type { Quantity } from './types.ts';

/** Empty axes to draw on: a scale in units of the facts, and a place for each bar. No bar is drawn. */
export interface Axes {
  /** right or upper end of the scale */
  end: number;
  ticks: readonly number[];
  /** facts whose bars are asked for, in order; pupils know all but the last */
  bars: readonly string[];
}

const TICKS = 6;

/**
 * Axes for a guess. The scale follows the numbers that pupils know, and reaches past what they would guess who take every month to be as in
 * the year before, for the longest reading; for the fall of people it is the article's own.
 * @throws Error that names a fact without a number
 */
export function blankAxes(quantity: Quantity, tables: Tables): Axes {
  const { known, guessed } = readCourse().guesses[quantity];
  const sizes = known.map((id) => {
    const { value } = factById(tables, id);
    if (value === null) throw new Error(`data/facts.csv: ${id} has no value, and the worksheet's axes need one`);
    return Math.abs(value);
  });
  const wanted =
    quantity === 'known-users' ? Math.max(SCALE_END, ...sizes) : (Math.max(...sizes) * derivedById(tables, 'calc-months-max').value) / MONTHS_A_YEAR;
  const scale = scaleLinear().domain([0, wanted]).nice(TICKS);
  return { end: scale.domain()[1]!, ticks: scale.ticks(TICKS), bars: [...known, guessed] };
}
