import { tick } from 'svelte';
import type { Show } from './show.svelte.ts';

/**
 * What has just been uncovered is heard whole: Orca says of a focused part its first words alone. The focus goes to it too, for the
 * button that asked for it may be gone; on the bar below the slide, where one more press turns on, it stays.
 */
export const uncovered = (part: HTMLElement, show: Show): void => {
  // Once its own words stand in it.
  void tick().then(() => (show.said = part.textContent));
  if (!document.activeElement?.closest('.controls')) part.focus({ preventScroll: true });
};
