import type { StepId } from '../../story/ids.ts';
import type { Level, TaskId } from './types.ts';

/** A question about the data: whom it is for, and the picture that belongs to it. */
export interface Task {
  id: TaskId;
  levels: readonly Level[];
  step: StepId;
}

/** Questions about the data. Those that need the supply routes or what was seized are not for junior secondary. */
export const TASKS: readonly Task[] = [
  { id: 'comparable', levels: ['junior', 'senior', 'university'], step: 'cases-since' },
  { id: 'percentage', levels: ['junior', 'senior', 'university'], step: 'reveal' },
  { id: 'adding', levels: ['senior', 'university'], step: 'island-arrests' },
  { id: 'distance', levels: ['senior', 'university'], step: 'parcel' },
];
