import type { Show } from './show.svelte.ts';

/**
 * Words that may be too many for a slide: the style sheet lets what does not fit flow on in columns to the right, out of sight.
 * Counts the columns for the show, whose keys then turn them, and keeps the one in sight that the show is at.
 */
export const turned = (show: Show) => (element: HTMLElement): (() => void) => {
  const turn = (): void => {
    const step = element.clientWidth + (Number.parseFloat(getComputedStyle(element).columnGap) || 0);
    show.parts = Math.max(1, Math.round((element.scrollWidth + step - element.clientWidth) / step));
    element.scrollLeft = show.part * step;
    element.toggleAttribute('data-more', show.part + 1 < show.parts);
  };
  const observer = new ResizeObserver(turn);
  observer.observe(element);
  $effect(() => {
    // What is uncovered, and the size of the words, change how much fits.
    void [show.place, show.kept.size];
    turn();
  });
  return () => observer.disconnect();
};
