import { scaleLinear } from 'd3';
import { factById, type Tables } from '../../data/tables.ts';
import { SCALE_END } from '../../scenes/falls/layout.ts';
import { readCourse } from './course.ts';
import type { Quantity } from './types.ts';

/** Empty axes to draw on: a scale in units of the facts, and a place for each bar. No bar is drawn. */
export interface Axes {
  /** right or upper end of the scale */
  end: number;
  ticks: readonly number[];
  /** facts whose bars are asked for, in order; pupils know all but the last */
  bars: readonly string[];
}

/** Room above the largest number that pupils know, so that the scale does not give the answer away. */
const HEADROOM = 1.2;
const TICKS = 6;

/**
 * Axes for a guess. The scale follows the numbers that pupils know; for the fall in Wanning it is the article's own.
 * @throws Error that names a fact without a number
 */
export function blankAxes(quantity: Quantity, tables: Tables): Axes {
  const { known, guessed } = readCourse().guesses[quantity];
  const sizes = known.map((id) => {
    const { value } = factById(tables, id);
    if (value === null) throw new Error(`data/facts.csv: ${id} has no value, and the worksheet's axes need one`);
    return Math.abs(value);
  });
  const wanted = quantity === 'known-users' ? Math.max(SCALE_END, ...sizes) : Math.max(...sizes) * HEADROOM;
  const scale = scaleLinear().domain([0, wanted]).nice(TICKS);
  return { end: scale.domain()[1]!, ticks: scale.ticks(TICKS), bars: [...known, guessed] };
}
