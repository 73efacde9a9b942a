import { asksAgain, heightMessages, type Host } from './height.ts';

/** The faces lie in the page itself; after this time the card does not wait for them any longer, ms. */
const FACES = 300;
/** A frame without a width is looked at again after this time, and then ever more rarely, ms. */
const SOON = 50;

/**
 * Tells the host the height of the card: once the frame has a width and the faces are in, whenever it changes, and when the host
 * asks again. Never twice the same unasked, so that no host and guest push each other.
 * @returns the height told last, px; 0 before the first
 */
export function announceHeight(card: HTMLElement, host: Host): () => number {
  let told = 0;
  let waiting = true;
  const tell = (): void => {
    for (const message of heightMessages(told, document.title, host)) parent.postMessage(message, '*');
  };
  const measure = (): void => {
    // A frame in a process of its own begins 0 px wide: there a card is thousands of px high.
    if (waiting || innerWidth === 0) return;
    const height = Math.ceil(card.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell();
  };
  // By the clock, for a frame that is not drawn yet hears of no change of its size.
  const begin = (pause: number): void => {
    waiting = false;
    if (innerWidth === 0) setTimeout(begin, pause, pause * 2);
    else measure();
  };
  const faces = document.fonts.ready.then(measure);
  void Promise.race([faces, new Promise((done) => setTimeout(done, FACES))]).then(() => begin(SOON));
  new ResizeObserver(measure).observe(card);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && told > 0 && asksAgain(data, host)) tell();
  });
  return () => told;
}
