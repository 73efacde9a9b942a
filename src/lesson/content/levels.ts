import type { Level } from './types.ts';
import type { LessonWords } from './words.ts';

/** What school levels are called. */
export const levelNames = (levels: readonly Level[], { ui }: Pick<LessonWords, 'ui'>): string[] =>
  levels.map((level) => ({ junior: ui.levelJunior, senior: ui.levelSenior, university: ui.levelUniversity })[level]);
