import type { Scene } from '../scene.ts';
import { layoutReached } from './layout.ts';

/** Lectures, leaflets and those who give them. */
export interface ReachedState {
  shown: number;
}

export const reached: Scene<ReachedState> = {
  description: 'Lectures, leaflets, attendances and those who give them.',
  rest: { shown: 0 },
  facts: ['qh-lectures', 'qh-leaflets', 'qh-audience', 'wn-volunteers', 'wn-experts'],
  finest: 3,
  entrance: 'grows',
  layout: layoutReached,
};
