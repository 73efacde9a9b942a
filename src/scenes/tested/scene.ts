import type { Scene } from '../scene.ts';
import { layoutTested } from './layout.ts';

/** People tested for drug use, and nothing of what was found. */
export interface TestedState {
  shown: number;
}

export const tested: Scene<TestedState> = {
  description: 'People tested for drug use, one dot for ten, and the hatching over all of them: what was found is not told.',
  rest: { shown: 0 },
  facts: ['wn-tests'],
  finest: 3,
  entrance: 'grows',
  layout: layoutTested,
};
