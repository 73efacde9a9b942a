import type { Scene } from '../scene.ts';
import { layoutVisits } from './layout.ts';

/** Checks on venues, then on other places. */
export interface VisitsState {
  venues: number;
  places: number;
}

export const visits: Scene<VisitsState> = {
  description: 'Checks on venues, then on other places.',
  rest: { venues: 0, places: 0 },
  facts: ['qh-venues', 'qh-sweeps', 'qh-venue-visits', 'qh-places-checked', 'qh-venues-closed', 'qh-hotels-found'],
  finest: 2.5,
  entrance: 'whole',
  layout: layoutVisits,
};
