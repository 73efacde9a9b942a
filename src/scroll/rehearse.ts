import { flushSync, mount, unmount } from 'svelte';
import Canvas from '../scenes/Canvas.svelte';
import type { Chart } from '../scenes/chart.ts';
import type { Frame } from '../scenes/frames.ts';
import type { PictureStep } from '../story/resolve.ts';
import { LiveReading } from './reading.svelte.ts';

/** Positions between two steps that a rehearsal plays. */
const POSITIONS = [0.2, 0.4, 0.6, 0.8];
/** Idle time that one position may need on a slow phone, ms. */
const ENOUGH = 6;

/**
 * Plays the story once on a canvas that nobody sees, in the browser's idle time, while the reader is at the opening: code
 * that has run before runs two to four times faster when the scroll begins. A picture depends on the position alone,
 * so a rehearsal can change nothing. Where the browser knows no idle time, nothing is rehearsed.
 */
export function rehearse(steps: readonly PictureStep[], frame: Frame, chart: Chart): void {
  if (typeof requestIdleCallback !== 'function') return;
  const reading = new LiveReading();
  let canvas: ReturnType<typeof mount> | undefined;
  let next = 0;
  const play = (idle: IdleDeadline): void => {
    canvas ??= mount(Canvas, { target: document.createElement('div'), props: { steps, frame, chart, reading } });
    while (idle.timeRemaining() > ENOUGH) {
      const index = Math.floor(next / POSITIONS.length);
      if (index >= steps.length - 1) return void unmount(canvas);
      flushSync(() => (reading.position = index + POSITIONS[next % POSITIONS.length]!));
      next += 1;
    }
    requestIdleCallback(play);
  };
  requestIdleCallback(play);
}
