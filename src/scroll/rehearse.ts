import { flushSync, mount, unmount } from 'svelte';
import Canvas from '../scenes/Canvas.svelte';
import type { Chart } from '../scenes/chart.ts';
import type { Frame } from '../scenes/frames.ts';
import type { PictureStep } from '../story/resolve.ts';
import { LiveReading } from './reading.svelte.ts';

/** Positions between two steps that a rehearsal plays. */
const POSITIONS = [0.2, 0.4, 0.6, 0.8];
/** Idle time that one position may need on a slow phone, ms: its code runs for the first time, and its words are set for the first time. */
const ENOUGH = 16;

/**
 * Plays the story once on a canvas that nobody sees, in the browser's idle time, while the reader is at the opening: code
 * that has run before runs two to four times faster when the scroll begins, and a word whose glyphs have been shaped at its
 * size is laid out in a tenth of the time. So the canvas stands in the page, as large as the one in sight. A picture depends
 * on the position alone, so a rehearsal can change nothing. Where the browser knows no idle time, nothing is rehearsed.
 * @param holder where the canvas in sight stands
 */
export function rehearse(steps: readonly PictureStep[], frame: Frame, chart: Chart, holder: HTMLElement): void {
  if (typeof requestIdleCallback !== 'function') return;
  const reading = new LiveReading();
  const target = document.createElement('div');
  target.className = 'rehearsal';
  target.style.width = `${holder.offsetWidth}px`;
  target.style.height = `${holder.offsetHeight}px`;
  let canvas: ReturnType<typeof mount> | undefined;
  let next = 0;
  const play = (idle: IdleDeadline): void => {
    if (!canvas) {
      document.body.append(target);
      canvas = mount(Canvas, { target, props: { steps, frame, chart, reading } });
    }
    while (idle.timeRemaining() > ENOUGH) {
      const index = Math.floor(next / POSITIONS.length);
      if (index >= steps.length - 1) {
        target.remove();
        return void unmount(canvas);
      }
      flushSync(() => (reading.position = index + POSITIONS[next % POSITIONS.length]!));
      // Asked for its height, the picture is laid out here, where the idle time is watched.
      void target.offsetHeight;
      next += 1;
    }
    requestIdleCallback(play);
  };
  requestIdleCallback(play);
}
