import { hydrate } from 'svelte';
import Canvas from '../scenes/Canvas.svelte';
import type { Chart } from '../scenes/chart.ts';
import { FRAMES, type FrameName } from '../scenes/frames.ts';
import { LiveReading } from '../scroll/reading.svelte.ts';
import { STEPS } from '../story/steps.ts';

/** What an embed's page hands to its program. */
export interface Payload {
  chart: Chart;
}

const payload = JSON.parse(document.querySelector('#payload')!.textContent) as Payload;
const reading = new LiveReading();
for (const target of document.querySelectorAll<HTMLElement>('.canvas-holder')) {
  const frame: FrameName = target.classList.contains('landscape') ? 'landscape' : 'portrait';
  hydrate(Canvas, { target, props: { steps: STEPS, frame: FRAMES[frame], chart: payload.chart, reading } });
}
