import { asksAgain, heightMessages, type Host } from './height.ts';

/**
 * Tells the host the height of the card: at once, whenever it changes, and when the host asks again. Never twice the same
 * unasked, so that no host and guest push each other.
 * @returns the height told last, px
 */
export function announceHeight(card: HTMLElement, host: Host): () => number {
  let told = 0;
  const tell = (): void => {
    for (const message of heightMessages(told, host)) parent.postMessage(message, '*');
  };
  const measure = (): void => {
    const height = Math.ceil(card.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell();
  };
  measure();
  new ResizeObserver(measure).observe(card);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && asksAgain(data, host)) tell();
  });
  return () => told;
}
