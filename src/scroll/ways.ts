import type { StagedStep } from '../story/steps.ts';
import { enter, placeOf } from './address.ts';
import { currentMode } from './mode.ts';
import { all, one } from './page.ts';

/** The step of an address, or the first one of its chapter: beside the chapter's head the stage still shows the chapter before. Flat, the head is the place. */
const indexOf = (steps: readonly StagedStep[], hash: string): number =>
  steps.findIndex(
    ({ id, chapter, aliases }) => `#${id}` === hash || aliases?.includes(hash.slice(1)) || (currentMode() !== 'flat' && `#${chapter}` === hash),
  );

/**
 * Opens the page where its entry in the history says that the reader was, or at the step of its address; goes where the way back
 * or a changed address leads. A place is a step and a share of the way to the next, so the screen may have been turned since:
 * the browser, which keeps pixels, is asked to leave it to us.
 */
export function followHistory(steps: readonly StagedStep[], go: (place: number) => void): void {
  const follow = (state: unknown): void => {
    const place = placeOf(state) ?? indexOf(steps, location.hash);
    if (place >= 0) go(place);
  };
  history.scrollRestoration = 'manual';
  follow(history.state);
  addEventListener('popstate', ({ state }) => {
    if (location.hash || state) follow(state);
    else go(0);
  });
}

/** Left and right arrows turn to the step before and after. */
export function turnByKeys(turn: (by: number) => void): void {
  addEventListener('keydown', (event) => {
    const inField = event.target instanceof HTMLElement && event.target.closest('input, dialog, summary, [contenteditable]');
    if (inField || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || currentMode() === 'flat') return;
    // Arrows only: a letter would answer to words spoken to the computer (WCAG 2.1.4).
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    turn(by);
  });
}

/** Links to steps and chapters lead to where a step rests. */
export function goByLinks(steps: readonly StagedStep[], go: (index: number) => void): void {
  for (const link of all<HTMLAnchorElement>('a[href^="#"]')) {
    link.addEventListener('click', (event) => {
      const index = indexOf(steps, link.hash);
      if (event.ctrlKey || event.metaKey || event.shiftKey || index < 0) return;
      event.preventDefault();
      enter(link.hash);
      go(index);
      // As after the browser's own jump, Tab goes on from the place that was jumped to.
      const target = one<HTMLElement>(link.hash);
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    });
  }
}
