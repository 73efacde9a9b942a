import type { Scene } from '../scene.ts';
import { layoutHelped } from './layout.ts';

/** Services, training and work. */
export interface HelpedState {
  shown: number;
}

export const helped: Scene<HelpedState> = {
  rest: { shown: 0 },
  facts: ['wn-released-linked', 'wn-courses', 'wn-trained', 'wn-jobs'],
  entrance: 'grows',
  layout: layoutHelped,
};
