import type { Phase, Plan, PlanId, Slide, TaskId } from './types.ts';

const phase = (id: string, ...slides: Slide[]): Phase => ({ id, slides });

function plan(id: PlanId, rest: Pick<Plan, 'classHours' | 'levels' | 'phases'>): Plan {
  const slides = rest.phases.flatMap((each) => each.slides);
  const tasks = slides.flatMap((slide): TaskId[] => (slide.kind === 'task' ? [slide.task] : []));
  return { id, minutes: Number(id), ...rest, slides, tasks };
}

/**
 * The three plans, shortest first. Minutes stand on the slides alone: a phase lasts as long as its slides, and
 * `tests/lesson` makes sure that a plan's slides add up to its length.
 */
export const PLANS: readonly Plan[] = [
  plan('15', {
    classHours: 0,
    levels: ['junior', 'senior', 'university'],
    phases: [
      phase('start', { id: 'title', kind: 'title', minutes: 1 }),
      phase('notice', { id: 'notice-cases', kind: 'notice', step: 'cases-since', minutes: 5 }),
      phase('think', { id: 'task-comparable', kind: 'task', task: 'comparable', minutes: 5 }),
      phase('check', { id: 'same-length', kind: 'step', step: 'same-length', minutes: 2 }),
      phase('end', { id: 'exit', kind: 'words', words: 'exit', minutes: 2 }),
    ],
  }),
  plan('40', {
    classHours: 1,
    levels: ['junior', 'senior', 'university'],
    phases: [
      phase('start', { id: 'title', kind: 'title', minutes: 2 }),
      phase('predict', { id: 'cases-2019', kind: 'step', step: 'cases-2019', minutes: 2 }, { id: 'predict-cases', kind: 'predict', quantity: 'cases', minutes: 5 }, { id: 'cases-since', kind: 'step', step: 'cases-since', minutes: 2 }),
      phase('think', { id: 'task-comparable', kind: 'task', task: 'comparable', minutes: 7 }, { id: 'same-length', kind: 'step', step: 'same-length', minutes: 3 }),
      phase('again', { id: 'predict-known-users', kind: 'predict', quantity: 'known-users', minutes: 5 }, { id: 'reveal', kind: 'step', step: 'reveal', minutes: 2 }, { id: 'task-percentage', kind: 'task', task: 'percentage', minutes: 6 }),
      phase('law', { id: 'law', kind: 'words', words: 'law', minutes: 3 }),
      phase('end', { id: 'exit', kind: 'words', words: 'exit', minutes: 3 }),
    ],
  }),
  plan('80', {
    classHours: 2,
    levels: ['senior', 'university'],
    phases: [
      phase('start', { id: 'title', kind: 'title', minutes: 2 }),
      phase('notice', { id: 'notice-lines', kind: 'notice', step: 'both-lines', minutes: 7 }),
      phase('map', { id: 'parcel', kind: 'step', step: 'parcel', minutes: 3 }, { id: 'task-distance', kind: 'task', task: 'distance', minutes: 6 }, { id: 'hubei', kind: 'step', step: 'hubei', minutes: 3 }),
      phase('count', { id: 'ring', kind: 'step', step: 'ring', minutes: 2 }, { id: 'island-arrests', kind: 'step', step: 'island-arrests', minutes: 3 }, { id: 'task-adding', kind: 'task', task: 'adding', minutes: 7 }),
      phase('law', { id: 'law', kind: 'words', words: 'law', minutes: 5 }),
      phase('pause', { id: 'pause', kind: 'words', words: 'pause', minutes: 2 }),
      phase('predict', { id: 'cases-2019', kind: 'step', step: 'cases-2019', minutes: 2 }, { id: 'predict-cases', kind: 'predict', quantity: 'cases', minutes: 4 }, { id: 'cases-since', kind: 'step', step: 'cases-since', minutes: 1 }),
      phase('think', { id: 'task-comparable', kind: 'task', task: 'comparable', minutes: 7 }, { id: 'same-length', kind: 'step', step: 'same-length', minutes: 3 }),
      phase('again', { id: 'predict-known-users', kind: 'predict', quantity: 'known-users', minutes: 4 }, { id: 'reveal', kind: 'step', step: 'reveal', minutes: 1 }, { id: 'task-percentage', kind: 'task', task: 'percentage', minutes: 6 }),
      phase('newsroom', { id: 'newsroom', kind: 'words', words: 'newsroom', minutes: 9 }),
      phase('end', { id: 'exit', kind: 'words', words: 'exit', minutes: 3 }),
    ],
  }),
];

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

/** Minutes of a row of slides. */
export const minutesOf = (slides: readonly Slide[]): number => slides.reduce((sum, { minutes }) => sum + minutes, 0);
