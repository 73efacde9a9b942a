import { NARROW } from './heights.ts';

/** What our loader leaves in a host page, as `window.twoLines`. */
export interface Loader {
  /** looks for places that came into the page later */
  scan(): void;
  /** takes every frame out again, puts back what stood there, and listens no more */
  undo(): void;
}

/** A card is never told to be lower or higher than this, whoever says so, px. */
const FLOOR = 200;
const CEILING = 1000;
/** Height kept for a card that does not say its own: narrow, and wider, px. */
const RESERVED = [950, 740] as const;

const clamp = (height: number): number => Math.min(CEILING, Math.max(FLOOR, Math.ceil(height)));

/**
 * Makes the frame of a place: `data-two-lines="ID"` and, if wanted, `data-lang`, `data-theme`, `data-step`, `data-map`,
 * `data-heights="NARROW WIDER"` (px kept free until the card says its height) and `data-strict` (no links that open a window).
 */
function frameFor(place: HTMLElement, base: string): HTMLIFrameElement {
  const { twoLines, lang, theme, step, map, heights = '', strict } = place.dataset;
  const query = new URLSearchParams(Object.entries({ theme, step, map }).filter((pair): pair is [string, string] => Boolean(pair[1])));
  const frame = document.createElement('iframe');
  const [narrow = NaN, wider = NaN] = heights.split(' ').map(Number);
  const reserved = place.clientWidth < NARROW ? narrow || RESERVED[0] : wider || RESERVED[1];
  frame.title = place.textContent.trim();
  frame.loading = 'lazy';
  frame.referrerPolicy = 'no-referrer';
  frame.setAttribute('sandbox', `allow-scripts${strict === undefined ? ' allow-popups allow-popups-to-escape-sandbox' : ''}`);
  frame.style.cssText = `display:block;width:100%;border:0;height:${clamp(reserved)}px`;
  // `#card` says that this host has a ceiling: see `hostOf`.
  frame.src = `${base}${lang === 'en' ? 'en/' : ''}embed/${twoLines}/?${query}#card`;
  return frame;
}

/**
 * Puts a frame into every `[data-two-lines]` of the page and fits its height to what the card says. Only a message from a
 * frame of ours that has the right form counts; its height is clamped.
 * @param base address of the site, ends with `/`
 */
export function startLoader(base: string): Loader {
  const frames = new Map<HTMLIFrameElement, { place: Element; was: ChildNode[] }>();
  const scan = (): void => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-two-lines]')) {
      if (place.querySelector('iframe') || !/^[a-z-]+$/.test(place.dataset['twoLines']!)) continue;
      const frame = frameFor(place, base);
      frames.set(frame, { place, was: [...place.childNodes] });
      place.replaceChildren(frame);
    }
  };
  const listen = ({ source, data }: MessageEvent): void => {
    if (data?.sentinel !== 'amp' || data.type !== 'embed-size' || !Number.isFinite(data.height)) return;
    for (const frame of frames.keys()) if (source && frame.contentWindow === source) frame.style.height = `${clamp(data.height)}px`;
  };
  addEventListener('message', listen);
  scan();
  return {
    scan,
    undo() {
      removeEventListener('message', listen);
      for (const { place, was } of frames.values()) place.replaceChildren(...was);
      frames.clear();
    },
  };
}
