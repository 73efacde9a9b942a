import type { Scene } from '../scene.ts';
import { layoutHelped } from './layout.ts';

/** Services, training and work. */
export interface HelpedState {
  shown: number;
}

export const helped: Scene<HelpedState> = {
  description: 'People in services, training and work, one dot a person.',
  rest: { shown: 0 },
  facts: ['wn-released-linked', 'wn-courses', 'wn-trained', 'wn-jobs'],
  finest: 3,
  entrance: 'grows',
  layout: layoutHelped,
};
