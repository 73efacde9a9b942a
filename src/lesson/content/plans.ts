import { readCourse } from './course.ts';
import type { Plan, Slide, TaskId } from './types.ts';

/** The plans, shortest first, from the course. Minutes stand on the slides alone: a phase lasts as long as its slides. */
export const PLANS: readonly Plan[] = readCourse().plans.map(({ sheets: _, ...plan }): Plan => {
  const slides = plan.phases.flatMap((each) => each.slides);
  const tasks = slides.flatMap((slide): TaskId[] => (slide.kind === 'task' ? [slide.task] : []));
  return {
    ...plan,
    phases: plan.phases.map((phase) => ({ ...phase, slack: phase.slack ?? 0 })),
    minutes: Number(plan.id),
    slides,
    tasks,
    late: plan.late ?? [],
  };
});

/** @throws Error if there is no such plan */
export function planById(id: string): Plan {
  const found = PLANS.find((each) => each.id === id);
  if (!found) throw new Error(`${JSON.stringify(id)} is no plan, expected one of ${PLANS.map((each) => each.id).join(', ')}`);
  return found;
}

/** Whether the time of a slide belongs to the pupils: they notice, guess, answer or write. */
export const isPupils = (slide: Slide): boolean =>
  slide.kind === 'notice' || slide.kind === 'predict' || slide.kind === 'task' || (slide.kind === 'words' && slide.pupils === true);
