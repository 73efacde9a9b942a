import type { StagedStep } from '../story/steps.ts';
import { currentMode } from './mode.ts';

/**
 * The answer to the guess stands open where a reader comes to it by scrolling. In the flat reading it would stand beside the
 * question: there it is covered until it is asked for, or has been reached already. A story without a guess has none.
 * @returns to be told of each step that the reader goes to, and of the reader's step when the mode changes
 */
export function coverAnswer(steps: readonly StagedStep[]): (index: number) => void {
  const cover = document.querySelector<HTMLDetailsElement>('.answer');
  if (!cover) return () => undefined;
  const at = steps.findIndex(({ id }) => id === cover.parentElement!.id);
  let asked = false;
  cover.addEventListener('click', () => (asked = true));
  return (index) => {
    asked ||= index >= at;
    cover.open = asked || currentMode() !== 'flat';
  };
}
