/**
 * What runs in the page of every engine, first of all its scripts: it notes what a reader's browser would complain of, and knows the
 * ways about the story. In syntax that Chromium 80 reads, for types are only stripped from it.
 */
export interface Kit {
  /** what was noted since the visit began, over reloads too; empties the list */
  noted: () => string[];
  /** three frames: the scroll is noticed, the picture is made, and it is drawn */
  frames: () => Promise<void>;
  /** faces are loaded, and three frames drawn */
  settle: () => Promise<void>;
  pause: (ms: number) => Promise<void>;
  steps: () => string[];
  /** The step that the page holds to be the reader's: by its own bar, or flat by what stands at the head of the screen. */
  current: () => number;
  /** How far the reader is from where a step rests: below the stage, beside it in the middle, or flat at the head of the screen; px. */
  off: (id: string) => number;
  /** scroll offsets of all steps, found as a reader would by the steps' own addresses */
  offsets: () => Promise<number[]>;
  scrollTo: (top: number) => Promise<void>;
  shown: (selector: string) => HTMLElement[];
  click: (selector: string) => Promise<void>;
}

declare global {
  const kit: Kit;
  interface Window {
    kit: Kit;
  }
}

(() => {
  const KEY = 'noted';
  const LONGEST = 300;
  const note = (text: string): void => {
    const before = JSON.parse(sessionStorage.getItem(KEY) || '[]') as string[];
    sessionStorage.setItem(KEY, JSON.stringify(before.concat(text.slice(0, LONGEST))));
  };
  addEventListener('error', (event) => {
    const { message, target } = event;
    // An observer's notice has no error; a file that is not there has an element.
    if (target instanceof HTMLElement || target instanceof SVGElement) note(`not loaded: ${target.outerHTML}`);
    else note(`error: ${message} ${event.error ? String((event.error as Error).stack) : ''}`);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => note(`rejected: ${String((reason as Error).stack || reason)}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => note(`refused: ${violatedDirective} ${blockedURI}`));
  const { error } = console;
  console.error = (...words: unknown[]) => {
    note(`console: ${words.join(' ')}`);
    error.apply(console, words);
  };

  const root = document.documentElement;
  const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
  const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const parts = (): HTMLElement[] => Array.from(document.querySelectorAll<HTMLElement>('[data-step]'));
  const isFlat = (): boolean => root.dataset['js'] === undefined || root.dataset['mode'] === 'flat';
  const inset = (): number => parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
  const frames = async (): Promise<void> => {
    for (let i = 0; i < 3; i += 1) await frame();
  };
  const kit: Kit = {
    noted() {
      const found = JSON.parse(sessionStorage.getItem(KEY) || '[]') as string[];
      sessionStorage.removeItem(KEY);
      return found;
    },
    pause,
    frames,
    async settle() {
      await document.fonts.ready;
      await frames();
    },
    steps: () => parts().map(({ id }) => id),
    current() {
      if (isFlat()) return Math.max(0, parts().filter((part) => part.getBoundingClientRect().top <= innerHeight / 2).length - 1);
      const share = /scaleX\(([\d.]+)\)/.exec(document.querySelector<HTMLElement>('.progress')!.style.transform);
      return Math.round(Number(share && share[1]) * (parts().length - 1));
    },
    off(id) {
      const step = document.getElementById(id)!;
      if (isFlat()) return step.getBoundingClientRect().top - inset();
      const { top, height } = step.querySelector('.card')!.getBoundingClientRect();
      const stage = document.querySelector<HTMLElement>('.stage')!.offsetHeight;
      const beside = matchMedia('(min-width: 700px) and (min-aspect-ratio: 1/1)').matches;
      return id === parts()[0]!.id ? scrollY : top - (beside ? Math.max(56, stage / 2 - height / 2) : stage + 12);
    },
    async offsets() {
      const found: number[] = [];
      for (const { id } of parts()) {
        location.hash = '';
        location.hash = id;
        await frames();
        found.push(scrollY);
      }
      return found;
    },
    async scrollTo(top) {
      root.style.scrollBehavior = 'auto';
      scrollTo(0, top);
      await frames();
    },
    shown: (selector) => Array.from(document.querySelectorAll<HTMLElement>(selector)).filter((each) => each.getClientRects().length > 0 && getComputedStyle(each).visibility === 'visible'),
    async click(selector) {
      const found = kit.shown(selector)[0];
      if (!found) throw new Error(`nothing to press is shown at ${selector}`);
      found.click();
      await frames();
    },
  };
  window.kit = kit;
})();
