import { readCourse } from './course.ts';
import type { Plan, Slide, TaskId } from './types.ts';

/** The plans, shortest first, from the course. Minutes stand on the slides alone: a phase lasts as long as its slides. */
export const PLANS: readonly Plan[] = readCourse().plans.map(({ sheets: _, ...plan }) => {
  const slides = plan.phases.flatMap((each) => each.slides);
  const tasks = slides.flatMap((slide): TaskId[] => (slide.kind === 'task' ? [slide.task] : []));
  return { ...plan, minutes: Number(plan.id), slides, tasks };
});

/** @throws Error if there is no such plan */
export function planById(id: string): Plan {
  const found = PLANS.find((each) => each.id === id);
  if (!found) throw new Error(`${JSON.stringify(id)} is no plan, expected one of ${PLANS.map((each) => each.id).join(', ')}`);
  return found;
}

/** Slides of words during which pupils write or talk. */
const PUPILS_WRITE: readonly string[] = ['newsroom', 'exit'];

/** Whether the time of a slide belongs to the pupils: they notice, guess, answer or write. */
export const isPupils = (slide: Slide): boolean =>
  slide.kind === 'notice' || slide.kind === 'predict' || slide.kind === 'task' || (slide.kind === 'words' && PUPILS_WRITE.includes(slide.words));
