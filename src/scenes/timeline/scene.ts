import type { Scene } from '../scene.ts';
import { layoutTimeline } from './layout.ts';

/** The lines on one time axis. */
export interface TimelineState {
  lines: Readonly<Record<string, number>>;
}

export const timeline: Scene<TimelineState> = {
  description: 'The lines on one axis of months.',
  rest: { lines: {} },
  keyed: { lines: { by: 'line' } },
  facts: [],
  finest: 0,
  entrance: 'grows',
  layout: layoutTimeline,
};
