import type { Phase, Slide } from './types.ts';

/** Minutes of a row of slides. */
export const minutesOf = (slides: readonly Slide[]): number => slides.reduce((sum, { minutes }) => sum + minutes, 0);

/** Minutes of a phase: its slides, and what is left free. */
export const minutesOfPhase = ({ slides, slack }: Phase): number => minutesOf(slides) + slack;
