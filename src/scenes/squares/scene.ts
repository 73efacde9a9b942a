import type { Scene } from '../scene.ts';
import { layoutSquares } from './layout.ts';

/** Cases, one square a case. */
export interface SquaresState {
  /** squares of the first year shown */
  all: number;
  /** squares that have emptied out since */
  emptied: number;
  /** from the counts (0) to the cases of an average month (1) */
  monthly: number;
  /** the months of both periods, which show whether the two are equally long: 1, or 0 for a class that is still to ask */
  strip: number;
  /** 1: an average month on the shortest reading too, above the one of the longest */
  both: number;
}

export const squares: Scene<SquaresState> = {
  description: 'Cases of two periods as squares: how many are left, and how many an average month has.',
  rest: { all: 1, emptied: 0, monthly: 0, strip: 1, both: 0 },
  facts: ['qh-cases-2019', 'qh-cases-2020on', 'calc-months-max'],
  finest: 7,
  entrance: 'grows',
  layout: (state, frame, chart, { months, around }) => layoutSquares(state, frame, chart, months, around),
};
