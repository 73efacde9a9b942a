/** The root element: what its `data-` attributes say, the style sheets heed (`src/scroll/boot.ts`). */
export const root = globalThis.document?.documentElement;

/** All elements that a selector names, in the page's order. */
export const all = <T extends Element>(selector: string): T[] => [...document.querySelectorAll<T>(selector)];

/**
 * The first element that a selector names.
 * @throws Error if the page has none
 */
export function one<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`story: the page has no ${selector}`);
  return found;
}
