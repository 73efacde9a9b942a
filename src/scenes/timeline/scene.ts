import type { Scene } from '../scene.ts';
import { layoutTimeline } from './layout.ts';

/** The lines on one time axis. */
export interface TimelineState {
  lines: Readonly<Record<string, number>>;
}

export const timeline: Scene<TimelineState> = {
  rest: { lines: {} },
  keyed: { lines: { by: 'line' } },
  facts: [],
  entrance: 'grows',
  layout: layoutTimeline,
};
