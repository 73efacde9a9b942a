import { flushSync, hydrate } from 'svelte';
import type { Chart } from '../scenes/chart.ts';
import Canvas from '../scenes/Canvas.svelte';
import { landscape, portrait, type Frame } from '../scenes/frames.ts';
import { settle } from '../story/resolve.ts';
import type { StagedStep } from '../story/steps.ts';
import { currentMode } from './mode.ts';
import { one } from './page.ts';
import type { LiveReading } from './reading.svelte.ts';
import { rehearse } from './rehearse.ts';

/** The picture on the stage. */
export interface LivePicture {
  /** whether the stage stands beside the text, and not above it */
  landscape: () => boolean;
  /** Brings the canvas that the screen shows to life; the other one is when a rotation shows it. */
  awaken: () => void;
  /** Shows a position of the story, unless it lies flat. */
  show: (position: number) => void;
  rehearse: () => void;
}

export function livePicture(steps: readonly StagedStep[], chart: Chart, reading: LiveReading): LivePicture {
  const wide = matchMedia('(min-width: 700px) and (min-aspect-ratio: 1/1)');
  const live = new Set<Frame>();
  const home = one('.bar .home');
  const shown = (): Frame => (wide.matches ? landscape : portrait);
  const holderOf = ({ name }: Frame): HTMLElement => one(`.canvas-holder.${name}`);
  let onBar: [x: number, y: number] = [1, 1];
  return {
    landscape: () => wide.matches,
    awaken() {
      const { left, top, width, height } = home.getBoundingClientRect();
      onBar = [left + width / 2, top + height / 2];
      const frame = shown();
      if (live.has(frame) || currentMode() === 'flat') return;
      live.add(frame);
      hydrate(Canvas, { target: holderOf(frame), props: { steps, frame, chart, reading } });
    },
    show(position) {
      const told = Math.min(steps.length - 1, position);
      const place = currentMode() === 'still' ? Math.round(told) : settle(told);
      if (place === reading.position || currentMode() === 'flat') return;
      flushSync(() => (reading.position = place));
      // Asked what lies at a point, the browser lays out what has changed and prepares its paint, at once and not in the frame.
      // On the bar, which lies above all else, the answer itself costs least.
      document.elementFromPoint(...onBar);
    },
    rehearse() {
      const frame = shown();
      rehearse(steps, frame, chart, holderOf(frame));
    },
  };
}
