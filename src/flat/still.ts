import { render } from 'svelte/server';
import Canvas from '../scenes/Canvas.svelte';
import type { Chart } from '../scenes/chart.ts';
import { FRAMES, type FrameName } from '../scenes/frames.ts';
import { UNANSWERED } from '../scenes/scene.ts';
import type { PictureStep, Theme } from '../story/resolve.ts';

/** What a still is made of. `theme` replaces the story's own. */
export interface StillOptions {
  steps: readonly PictureStep[];
  /** see `resolve` */
  position: number;
  frame: FrameName;
  chart: Chart;
  theme?: Theme;
}

/**
 * The picture at a position as server-rendered markup that a browser can hydrate (Svelte's comments are kept).
 * @returns one `<svg>`
 */
export function liveMarkup({ steps, position, frame, chart, theme }: StillOptions): string {
  return render(Canvas, { props: { steps, frame: FRAMES[frame], chart, reading: { position, ...UNANSWERED }, theme } }).body;
}

/** The same picture as a still: nothing will hydrate it, so its comments go. */
export const stillMarkup = (options: StillOptions): string => liveMarkup(options).replaceAll(/<!--.*?-->/gs, '');
