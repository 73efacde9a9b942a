import type { Scene } from '../scene.ts';
import { layoutPeople } from './layout.ts';

/** People below the map, one dot a person, by the id of the fact that counts them. */
export interface PeopleState {
  /** suspects of a line, in its tone */
  suspects: Readonly<Record<string, number>>;
  /** people who belong to no line */
  others: Readonly<Record<string, number>>;
}

export const people: Scene<PeopleState> = {
  description: 'People in the strip below the map, one dot a person, by the fact that counts them.',
  rest: { suspects: {}, others: {} },
  keyed: { suspects: { by: 'fact' }, others: { by: 'fact' } },
  facts: [],
  finest: 3.5,
  entrance: 'whole',
  layout: layoutPeople,
};
