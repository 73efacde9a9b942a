/** The chapters and their steps, in reading order. Ids are the page's anchors, the same in both languages. */
export const CHAPTERS = [
  { id: 'opening', steps: ['opening'] },
  { id: 'line-1', steps: ['lead', 'parcel', 'transfer', 'north', 'ring', 'island-arrests', 'cut-1'] },
  { id: 'line-2', steps: ['hubei', 'four-places', 'target-case', 'round-up', 'both-lines'] },
  { id: 'falling', steps: ['cases-2019', 'cases-since', 'same-length', 'guess', 'reveal'] },
  { id: 'checks', steps: ['venues', 'places-checked', 'coast'] },
  { id: 'return', steps: ['prevention', 'recovery'] },
  { id: 'unknown', steps: [] },
] as const;

export type ChapterId = (typeof CHAPTERS)[number]['id'];
export type StepId = (typeof CHAPTERS)[number]['steps'][number];

/** Every step, in reading order. */
export const STEP_IDS: readonly StepId[] = CHAPTERS.flatMap((chapter): readonly StepId[] => chapter.steps);
