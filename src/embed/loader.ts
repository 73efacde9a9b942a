import { MESSAGES } from './height.ts';
import { heightByWidth, WIDEST, type Heights } from './room.ts';

/** Folders of the languages that are not the default, as the build writes them in: see src/build/folders.ts. */
declare const LANGUAGE_FOLDERS: readonly string[];

/** What our loader leaves in a host page, as `window.scrollStory`. */
export interface Loader {
  /** looks for places at once; in a closed shadow root only if it is handed over */
  scan(root?: Document | ShadowRoot): void;
  /** takes every frame out again, puts back what stood there, and listens no more */
  undo(): void;
}

/** The one loader of a page, whatever addresses its scripts came from. */
export interface Engine extends Loader {
  /**
   * Serves the places of an address too.
   * @param base address of the site, ends with `/`
   * @param script where its code stands in the page, if that is known
   */
  add(base: string, script?: Element | null): void;
}

/** A card is never told to be lower or higher than this, whoever says so, px. */
const FLOOR = 200;
const CEILING = 1000;
/** Height kept for a card that does not say its own, px. */
const RESERVED: Heights = [950, 740];
/** How long room is kept in view for a frame that says nothing, and how long once it has loaded, ms. */
const PATIENCE = 10_000;
const GRACE = 1000;
/** What comes into the page together is looked at once, ms. */
const GATHER = 50;

/** The frame of a place. */
interface Framed {
  frame: HTMLIFrameElement;
  src: string;
  /** where the host's own link led */
  href: string;
  /** makes the frame as high as its card says, px, and shows it in place of the link */
  fit(height: number, title: unknown): void;
  /** on paper the column may be narrower, and no card is asked */
  print(paper: boolean): void;
  /** nothing waits for the frame any more */
  letGo(): void;
  /** the place as it was */
  putBack(): void;
}

const clamp = (height: number): number => Math.min(CEILING, Math.max(FLOOR, Math.ceil(height)));

/** The height that a message of a card's tells, px; `undefined` for any other message. */
export const heightIn = (data: { sentinel?: unknown; type?: unknown; height?: unknown } | null | undefined): number | undefined =>
  data?.sentinel === 'amp' && data.type === 'embed-size' && Number.isFinite(data.height) ? clamp(data.height as number) : undefined;

/**
 * Address of a place's frame: its id and, if wanted, `data-lang`, `data-theme`, `data-step`, `data-map`.
 * `#card` says that this host has a ceiling: see `hostOf`.
 */
function addressOf(id: string, { lang, theme, step, map }: DOMStringMap, base: string): string {
  const query = new URLSearchParams({ ...(theme && { theme }), ...(step && { step }), ...(map && { map }), loader: `${MESSAGES}` });
  return `${base}${LANGUAGE_FOLDERS.includes(lang!) ? `${lang}/` : ''}embed/${id}/?${query}#card`;
}

/** The id of the part that a place asks for: `data-scroll-story="ID"`, or `data-two-lines`, its name in earlier releases, which works for ever. */
const idOf = ({ scrollStory, twoLines }: DOMStringMap = {}): string => scrollStory ?? twoLines ?? '';

/** Rules that none of the host's overrides. */
function style(element: HTMLElement, rules: string): void {
  element.style.cssText = rules.replaceAll(';', '!important;');
}

/**
 * Puts a frame below what stands in a place, unseen until its card has spoken. `data-heights="NARROW WIDER"` is kept free
 * meanwhile, px; with `data-strict` the frame opens no window. An empty place gets a link.
 */
function put(place: HTMLElement, src: string): Framed {
  const { heights = '', strict } = place.dataset;
  const was = [...place.childNodes];
  const text = place.textContent.trim();
  const [narrow, wider] = heights.split(' ').map(Number);
  const reserved = heightByWidth([clamp(narrow || RESERVED[0]), clamp(wider || RESERVED[1])]);
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] => document.createElement(name);
  const [box, room, frame] = [make('span'), make('span'), make('iframe')];
  let told = 0;
  let timer = 0;
  const keep = (height: string): void => style(room, `display:block;grid-area:1/1;padding:0 0 ${height};`);
  const show = (visibility: string): void =>
    style(
      frame,
      `grid-area:1/1;width:${WIDEST}px;min-width:100%;max-width:100%;height:0;min-height:100%;max-height:none;aspect-ratio:auto;margin:0;border:0;padding:0;visibility:${visibility};`,
    );
  const giveUp = (time: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => told || keep('0'), time);
  };
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    // A frame that has loaded is waited for no longer.
    if (!timer) giveUp(PATIENCE);
  });
  const [address = ''] = src.split('?');
  const link = place.querySelector('a') ?? make('a');
  if (!text && !link.isConnected) {
    link.href = link.textContent = address;
    place.append(link);
  }
  frame.title = text || address;
  frame.loading = 'lazy';
  frame.referrerPolicy = 'no-referrer';
  frame.setAttribute('sandbox', `allow-scripts${strict === undefined ? ' allow-popups allow-popups-to-escape-sandbox' : ''}`);
  frame.onload = () => giveUp(GRACE);
  frame.src = src;
  style(box, 'display:grid;grid-template-columns:minmax(0,1fr);');
  keep(reserved);
  show('hidden');
  box.append(room, frame);
  place.append(box);
  seen.observe(box);
  return {
    frame,
    src,
    href: link.href,
    fit(height, title) {
      if (!told) {
        // One by one: a frame that is moved loads anew.
        for (const node of [...place.childNodes]) if (node !== box) node.remove();
        show('inherit');
      }
      told = height;
      keep(`${told}px`);
      if (!text && typeof title === 'string') frame.title = title;
    },
    print: (paper) => keep(told ? (paper ? `max(${told}px,${reserved})` : `${told}px`) : paper ? '0' : reserved),
    letGo() {
      seen.disconnect();
      clearTimeout(timer);
    },
    putBack: () => place.replaceChildren(...was),
  };
}

/** Whether a node stands behind another in the same tree. */
const follows = (node: Node | null | undefined, other: Node): boolean => Boolean(node) && (other.compareDocumentPosition(node!) & 5) === 4;

/**
 * Puts a frame into every `[data-scroll-story]` of the page, now and later, and fits its height to what the card says. Only a
 * message from a frame of ours that has the right form counts; its height is clamped.
 */
export function startLoader(): Engine {
  const sites: { base: string; script: Element | null | undefined }[] = [];
  const known = new WeakMap<Element, Framed>();
  const live = new Set<Framed>();
  const stop = new AbortController();
  let timer = 0;

  /** The site that the place's link leads to; else the one whose script is the next behind it; else the first. */
  const baseOf = (place: Element, href = ''): string =>
    (
      sites.filter(({ base }) => href.startsWith(base)).sort((a, b) => b.base.length - a.base.length)[0] ??
      sites.filter(({ script }) => follows(script, place)).sort((a, b) => (follows(b.script, a.script!) ? -1 : 1))[0] ??
      sites[0]!
    ).base;

  const scan = (root: Document | ShadowRoot = document): void => {
    for (const framed of live) {
      if (framed.frame.isConnected) continue;
      framed.letGo();
      live.delete(framed);
    }
    changes.observe(root, {
      childList: true,
      subtree: true,
      attributeFilter: ['scroll-story', 'two-lines', 'lang', 'theme', 'step', 'map'].map((name) => `data-${name}`),
    });
    for (const place of root.querySelectorAll<HTMLElement>('*')) {
      if (place.shadowRoot) scan(place.shadowRoot);
      const id = idOf(place.dataset);
      if (!/^[\w-]+$/.test(id)) continue;
      const had = known.get(place);
      const stands = had && place.contains(had.frame);
      const src = addressOf(id, place.dataset, baseOf(place, stands ? had.href : place.querySelector('a')?.href));
      if (stands && had.src === src) {
        live.add(had);
        continue;
      }
      if (had) {
        had.letGo();
        live.delete(had);
        if (stands) had.putBack();
      }
      // The frame of a loader of another kind.
      if (place.querySelector('iframe')) continue;
      const framed = put(place, src);
      known.set(place, framed);
      live.add(framed);
    }
  };
  const changes = new MutationObserver(() => {
    timer ||= window.setTimeout(() => {
      timer = 0;
      scan();
    }, GATHER);
  });
  const { signal } = stop;
  addEventListener(
    'message',
    ({ source, data }) => {
      const height = heightIn(data);
      if (height && source) for (const framed of live) if (framed.frame.contentWindow === source) framed.fit(height, data.title);
    },
    { signal },
  );
  for (const name of ['beforeprint', 'afterprint']) {
    addEventListener(
      name,
      () => {
        for (const framed of live) framed.print(name === 'beforeprint');
      },
      { signal },
    );
  }
  return {
    scan,
    add(base, script) {
      sites.push({ base, script });
      scan();
    },
    undo() {
      stop.abort();
      changes.disconnect();
      clearTimeout(timer);
      for (const framed of live) {
        framed.letGo();
        framed.putBack();
      }
      live.clear();
    },
  };
}
