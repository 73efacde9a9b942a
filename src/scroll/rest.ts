/** Idle time that the layout of one text may need on a slow phone, ms. */
const ENOUGH = 12;

/**
 * Lays out what a fresh visit has put off (`data-fresh`, set in `src/scroll/boot.ts`), text by text in the browser's idle time,
 * while the reader is at the opening: on a slow phone the first layout of the whole text would keep the reader waiting.
 * @param texts the steps' texts, in reading order
 * @returns lays out at once what is left, for a jump that needs every height; says whether anything was
 */
export function layOutRest(texts: readonly HTMLElement[]): () => boolean {
  const left = document.documentElement.hasAttribute('data-fresh') ? [...texts] : [];
  const layOut = (): void => {
    const text = left.shift()!;
    text.style.contentVisibility = 'visible';
    void text.offsetHeight;
  };
  const rest = (idle: IdleDeadline): void => {
    while (left.length > 0 && idle.timeRemaining() > ENOUGH) layOut();
    if (left.length > 0) requestIdleCallback(rest);
  };
  if (left.length > 0) requestIdleCallback(rest);
  return () => {
    const some = left.length > 0;
    while (left.length > 0) layOut();
    return some;
  };
}
