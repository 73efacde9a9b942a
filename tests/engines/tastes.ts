import type { Tastes } from '../../scripts/engines/browser-window.ts';
import { inPairs } from '../../scripts/engines/pairs.ts';
import { come, SCREENS, type Check, type Visit } from './check.ts';
import { CONTRAST, faintNow } from './colours.ts';
import { FAINT, TOLERANCE, wordsNow } from './words.ts';

/** As extensions for the dark do it to any page. */
const INVERTED = 'html{filter:invert(1) hue-rotate(180deg)}';
/** Every fourth step: all scenes are among them. */
const EVERY = 4;

const BOTH = [false, true] as const;
/** WebKit has no forced colours, and its small browser tells no page of a dark theme. */
const rowsFor = (engine: string) =>
  inPairs({
    scheme: engine === 'WebKit' ? (['light'] as const) : (['light', 'dark'] as const),
    forced: engine === 'WebKit' ? ([false] as const) : BOTH,
    contrast: BOTH,
    calm: BOTH,
    inverted: BOTH,
    language: ['', 'en/'] as const,
    device: ['phone', 'desk'] as const,
  });

/** In the page: which of its reader's wishes the engine does not tell it. */
const untold = ({ scheme, forced, contrast, calm }: Tastes): string[] =>
  ([[scheme === 'dark', 'prefers-color-scheme: dark'], [forced, 'forced-colors: active'], [contrast, 'prefers-contrast: more'], [calm, 'prefers-reduced-motion: reduce']] as const)
    .filter(([wanted, query]) => wanted && !matchMedia(`(${query})`).matches)
    .map(([, query]) => `the engine does not tell of ${query}`);

/** In the page: a sheet of an extension's own. */
const put = (css: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
};

/** In the page: text beside the pictures that is too faint on what lies under it, and a page too wide. */
function pageFaults(least: number): string[] {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const rgba = (colour: string): number[] => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return Array.from(pen.getImageData(0, 0, 1, 1).data);
  };
  const luminance = (rgb: number[]): number => {
    const [r, g, b] = rgb.slice(0, 3).map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const under = (element: Element): number[] => {
    for (let each: Element | null = element; each; each = each.parentElement) {
      const colour = rgba(getComputedStyle(each).backgroundColor);
      if (colour[3]! > 250) return colour;
    }
    return rgba('Canvas');
  };
  const faint = kit.shown('.bar a, .bar button, .bar summary, .card p, .card h1, .card h3, .card a, .chapter-head h2, main td, main th, main > p, main a, button').filter((each) => {
    if (each.textContent.trim() === '' || each.closest('svg, [aria-disabled="true"], :disabled')) return false;
    for (let up: Element | null = each; up; up = up.parentElement) if (Number(getComputedStyle(up).opacity) < 1) return false;
    const [front, ground] = [luminance(rgba(getComputedStyle(each).color)), luminance(under(each))];
    return (Math.max(front, ground) + 0.05) / (Math.min(front, ground) + 0.05) < least;
  });
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return [
    ...(over > 0 ? [`scrolls sideways by ${over} px`] : []),
    ...faint.slice(0, 3).map((each) => `“${each.textContent.trim().slice(0, 20)}” (${each.tagName.toLowerCase()}) is faint on its ground`),
  ];
}

/** What is wrong with the story for a reader of these tastes. */
async function storyFaults({ window }: Pick<Visit, 'window'>, inverted: boolean, calm: boolean): Promise<string[]> {
  const faults: string[] = [];
  const mode = await window.evaluate(() => document.documentElement.dataset['mode']);
  if (calm && mode === 'scroll') faults.push('it moves, though less motion is asked for');
  if (mode === 'flat') return faults;
  for (const id of await window.evaluate((every) => kit.steps().filter((_, i) => i % every === 0), EVERY)) {
    await window.evaluate((to) => void (location.hash = to), id);
    await window.evaluate(() => kit.settle());
    faults.push(
      ...(await window.evaluate(wordsNow, { tolerance: TOLERANCE, faint: FAINT })).faults.map((fault) => `${id}: ${fault}`),
      ...(await window.evaluate(faintNow, { ...CONTRAST, inverted })).faint.map((fault) => `${id}: ${fault}`),
    );
  }
  return faults;
}

/** Every word and mark in the colours, the contrast and the motion that a reader has set, and through an extension that inverts. */
export const TASTES: Check = {
  name: 'colours and motion of readers, in pairs',
  readings: [{ device: 'phone', locale: 'zh' }],
  of: ['Chromium', 'Firefox', 'WebKit', 'Chromium 109'],
  async run({ another, engine, page }) {
    const faults: string[] = [];
    for (const { inverted, language, device, ...tastes } of rowsFor(engine)) {
      const [width, height] = SCREENS[device];
      const window = await another({ tastes });
      try {
        const name = [...Object.entries(tastes).filter(([, wanted]) => wanted).map(([taste, wanted]) => (wanted === true ? taste : wanted)), inverted && 'inverted', language || 'zh', device].filter(Boolean).join(', ');
        for (const path of ['', 'data/']) {
          await window.resize(width, height);
          await come(window, `${page}${language}${path}`);
          if (inverted) await window.evaluate(put, INVERTED);
          await window.evaluate(() => kit.settle());
          const found = [
            ...(await window.evaluate(untold, tastes)),
            ...(await window.evaluate(pageFaults, CONTRAST.text)),
            ...(path === '' ? await storyFaults({ window }, inverted, tastes.calm) : []),
            ...window.complaints(),
            ...(await window.evaluate(() => kit.noted())),
          ];
          faults.push(...found.map((fault) => `${name}, ${path || 'story'}: ${fault}`));
        }
      } finally {
        await window.close();
      }
    }
    return faults;
  },
};
