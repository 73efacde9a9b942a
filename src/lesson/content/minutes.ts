import type { Slide } from './types.ts';

/** Minutes of a row of slides. */
export const minutesOf = (slides: readonly Slide[]): number => slides.reduce((sum, { minutes }) => sum + minutes, 0);
