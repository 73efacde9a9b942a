import { tick } from 'svelte';
import type { Show } from './show.svelte.ts';

/**
 * What has just been uncovered is heard: the focus goes to it, for the button that asked for it may be gone. On the bar below
 * the slide, where one more press turns on, the focus stays, and the part is said instead.
 */
export const uncovered = (part: HTMLElement, show: Show): void => {
  // Once its own words stand in it.
  if (document.activeElement?.closest('.controls')) void tick().then(() => (show.said = part.textContent));
  else part.focus({ preventScroll: true });
};
