import type { Scene } from '../scene.ts';
import { layoutFalls } from './layout.ts';

/** Falls of a count of people, as bars. */
export interface FallsState {
  bars: number;
  /** room for the reader's guess */
  guess: number;
  answer: number;
}

export const falls: Scene<FallsState> = {
  description: 'Falls of a count of people as bars, with room for a guess.',
  rest: { bars: 1, guess: 0, answer: 0 },
  facts: ['wn-users-2018', 'wn-users-2019', 'wn-users-2020on'],
  finest: 0,
  entrance: 'grows',
  layout: (state, frame, chart, { guess }) => layoutFalls(state, frame, chart, guess),
};
