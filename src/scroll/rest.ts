/** Idle time that the layout of one text may need on a slow phone, ms. */
const ENOUGH = 12;

/**
 * Lays out what a fresh visit has put off (`data-fresh`, set in `src/scroll/boot.ts`), text by text in the browser's idle time,
 * while the reader is at the opening: on a slow phone the first layout of the whole text would keep the reader waiting.
 * @param texts what the style sheet puts off, in reading order
 * @returns puts nothing off any longer, for a jump that needs every height; says whether anything was left to lay out
 */
export function layOutRest(texts: readonly HTMLElement[]): () => boolean {
  const left = document.documentElement.hasAttribute('data-fresh') ? [...texts] : [];
  const take = (): HTMLElement => {
    const text = left.shift()!;
    text.style.contentVisibility = 'visible';
    return text;
  };
  const rest = (idle: IdleDeadline): void => {
    // Asked for its height, a text is laid out here, where the idle time is watched.
    while (left.length > 0 && idle.timeRemaining() > ENOUGH) void take().offsetHeight;
    if (left.length > 0) requestIdleCallback(rest);
  };
  if (left.length > 0) requestIdleCallback(rest);
  return () => {
    const some = left.length > 0;
    while (left.length > 0) take();
    return some;
  };
}
