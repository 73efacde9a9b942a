import { readScore } from './score.ts';

/** The chapters and their steps, in reading order, from the score. Ids are the page's anchors, the same in both languages. */
export const CHAPTERS: readonly { readonly id: string; readonly steps: readonly string[] }[] = readScore().chapters.map(({ id, steps }) => ({
  id,
  steps: steps.map((step) => step.id),
}));

export type ChapterId = string;
export type StepId = string;

/** Every step, in reading order. */
export const STEP_IDS: readonly StepId[] = CHAPTERS.flatMap((chapter) => chapter.steps);
