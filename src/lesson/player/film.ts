import type { PictureStep } from '../../story/resolve.ts';
import { COVER } from '../content/cover.ts';
import type { Guess, Quantity, Slide, Task, TaskId } from '../content/types.ts';
import { asSeen } from './untold.ts';

/** Where a lesson stands: a slide, from 0, and how much of it is uncovered, from 0. */
export interface Place {
  slide: number;
  stage: number;
}

/** Stages of a slide to notice: nothing but the picture, then its labels, its title, its takeaway. */
export const NOTICE = { labels: 1, title: 2, takeaway: 3 } as const;
/** Stages of a guess: one's own, the class's, the answer. */
export const PREDICT = { own: 0, class: 1, answer: 2 } as const;

/**
 * How many stages a slide has, at least 1.
 * @param hints of its task
 */
export function stagesOf(slide: Slide, hints: number): number {
  if (slide.kind === 'notice') return NOTICE.takeaway + 1;
  if (slide.kind === 'predict') return PREDICT.answer + 1;
  if (slide.kind === 'task') return hints + 2;
  return 1;
}

/** The next place: the rest of a slide before the next slide, which begins covered. The last one stays. */
export function forward({ slide, stage }: Place, stages: readonly number[]): Place {
  if (stage + 1 < (stages[slide] ?? 1)) return { slide, stage: stage + 1 };
  return slide + 1 < stages.length ? { slide: slide + 1, stage: 0 } : { slide, stage };
}

/**
 * The place before: one thing is covered again; before a slide's beginning, the slide before as far as it was uncovered.
 * @param reached the last stage that each slide had in this lesson
 */
export function back({ slide, stage }: Place, reached: readonly number[]): Place {
  if (stage > 0) return { slide, stage: stage - 1 };
  return slide > 0 ? { slide: slide - 1, stage: reached[slide - 1] ?? 0 } : { slide, stage };
}

/** What stands beside the words of a slide. */
export interface Shot extends PictureStep {
  /** whether words and numbers are drawn */
  words: boolean;
}

/** What the slides are made of: a story's steps, the questions about them, and what is guessed. */
export interface Film {
  /** in reading order; last the cover, if there is one */
  steps: readonly PictureStep[];
  tasks: readonly Task[];
  guesses: Readonly<Record<Quantity, Guess>>;
}

/** The step whose picture a slide shows, if it shows one. */
export function stepOf({ steps, tasks, guesses }: Film, slide: Slide, stage: number): string | undefined {
  if (slide.kind === 'title') return steps.find(({ id }) => id === COVER)?.id;
  if (slide.kind === 'step' || slide.kind === 'notice') return slide.step;
  if (slide.kind === 'predict') return guesses[slide.quantity][stage < PREDICT.answer ? 'before' : 'after'];
  return slide.kind === 'task' ? tasks.find(({ id }) => id === slide.task)!.step : undefined;
}

/**
 * The picture of a slide. A question's picture has no words, for its notes would answer it; it leaves when the answer comes.
 * @param stages of the slide
 * @param dots whether a class's guesses stand in the picture's place
 * @param tasks still to be asked, the slide's own included
 */
export function shotOf(film: Film, slide: Slide, stage: number, stages: number, dots: boolean, tasks: readonly TaskId[]): Shot {
  const id = stepOf(film, slide, stage);
  const covered = (slide.kind === 'notice' && stage < NOTICE.labels) || slide.kind === 'task';
  const gone = (slide.kind === 'predict' && dots) || (slide.kind === 'task' && stage === stages - 1);
  if (id === undefined) return { id: slide.id, theme: 'day', picture: {}, words: true };
  const { theme, picture } = film.steps.find((each) => each.id === id)!;
  return { id, theme, picture: gone ? {} : asSeen(picture, tasks), words: !covered };
}

/** The questions that a plan's slides ask from one of them on. */
export const tasksFrom = (slides: readonly Slide[], at: number): TaskId[] =>
  slides.slice(at).flatMap((slide) => (slide.kind === 'task' ? [slide.task] : []));

/**
 * Whether a question about the same picture comes later in the plan, or about the one that a guess turns it into: then the slide keeps the
 * sentence that answers or asks it to itself.
 */
export function isAsked(film: Film, slides: readonly Slide[], at: number): boolean {
  const own = stepOf(film, slides[at]!, 0);
  const next = Object.values(film.guesses).find(({ before }) => before === own)?.after;
  return slides.slice(at + 1).some((later) => later.kind === 'task' && [own, next].includes(stepOf(film, later, 0)));
}
