import type { Scene } from '../scene.ts';
import { layoutFalls } from './layout.ts';

/** Falls of a count of people, as bars. */
export interface FallsState {
  bars: number;
  /** room for the reader's guess */
  guess: number;
  answer: number;
  /** what each fall is a month, on each reading of its period */
  monthly: number;
}

export const falls: Scene<FallsState> = {
  description: 'Falls of a count of people as bars, with room for a guess; what they are a month, on each reading.',
  rest: { bars: 1, guess: 0, answer: 0, monthly: 0 },
  facts: [
    'wn-users-2018',
    'wn-users-2019',
    'wn-users-2020on',
    'calc-users-monthly-2018',
    'calc-users-monthly-2019',
    'calc-users-monthly-long',
    'calc-users-monthly-short',
  ],
  finest: 0,
  entrance: 'grows',
  layout: (state, frame, chart, { guess }) => layoutFalls(state, frame, chart, guess),
};
