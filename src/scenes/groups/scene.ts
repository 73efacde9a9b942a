import type { Scene } from '../scene.ts';
import { layoutGroups } from './layout.ts';

/** A line's round-ups: suspects and people who used drugs, one dot a person, and what was seized. */
export interface GroupsState {
  ring: number;
  island: number;
  users: number;
  /** the two amounts seized, to one scale */
  grams: number;
  /** the rule between the two groups, and why they are not added */
  apart: number;
}

export const groups: Scene<GroupsState> = {
  description: 'Round-ups of one line: people as dots that are never added, and amounts on one scale.',
  rest: { ring: 0, island: 0, users: 0, grams: 0, apart: 0 },
  facts: ['qh-arrests-ring', 'qh-seized-ring-g', 'qh-arrests-island', 'qh-seized-island-g', 'qh-users-involved'],
  finest: 3.5,
  entrance: 'grows',
  layout: layoutGroups,
};
