import { readCourse } from './course.ts';
import type { Task } from './types.ts';

/** Questions about the data, from the course. */
export const TASKS: readonly Task[] = readCourse().tasks;
