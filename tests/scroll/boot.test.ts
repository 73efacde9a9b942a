import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMBED_BOOT } from '../../src/embed/boot.ts';
import { BOOT } from '../../src/scroll/boot.ts';

interface Visit {
  media?: readonly string[];
  hash?: string;
  /** as the browser's Navigation Timing calls it; null where it has none */
  type?: string | null;
  knowsRest?: boolean;
}

/** Runs the lines of the head against a page that only keeps its attributes. */
function boot(lines: string, search: string, { media = [], hash = '', type = 'reload', knowsRest = true }: Visit = {}): Record<string, string> {
  const attributes: Record<string, string> = {};
  const documentElement = { setAttribute: (name: string, value: string) => (attributes[name] = value), hasAttribute: () => true, removeAttribute: () => undefined };
  const matchMedia = (query: string): { matches: boolean } => ({ matches: media.some((each) => query.includes(each)) });
  const performance = { getEntriesByType: () => (type === null ? [] : [{ type }]) };
  const given = { document: { documentElement }, location: { search, hash }, matchMedia, addEventListener: () => undefined, performance, requestIdleCallback: knowsRest ? () => 0 : undefined };
  new Function(...Object.keys(given), lines)(...Object.values(given));
  return attributes;
}

test.each([
  ['', [], 'scroll'],
  ['', ['reduced-motion'], 'still'],
  ['', ['max-height'], 'flat'],
  ['?mode=scroll', ['reduced-motion'], 'scroll'],
  ['?lang=en&mode=flat&x=1', [], 'flat'],
  ['?mode=flatter', [], 'scroll'],
  ['?amode=flat', [], 'scroll'],
] as const)('the address %j on a screen with %j is read in mode %s', (search, media, mode) => {
  expect(boot(BOOT, search, { media })).toEqual({ 'data-js': '', 'data-mode': mode });
});

test.each([
  ['a first visit', { type: 'navigate' }, true],
  ['a link to a step', { type: 'navigate', hash: '#coast' }, false],
  ['a reload', { type: 'reload' }, false],
  ['the way back', { type: 'back_forward' }, false],
  ['a browser that does not say', { type: null }, false],
  ['a browser that knows no rest', { type: 'navigate', knowsRest: false }, false],
] as const)('%s puts the layout of texts off: only if it begins at the top', (_, visit, putsOff) => {
  expect('data-fresh' in boot(BOOT, '', visit)).toBe(putsOff);
});

const word = fc.oneof(fc.string(), fc.constantFrom('mode', 'theme', 'map', 'step', 'scroll', 'flat', 'still', 'dark', 'light', 'auto', 'schematic', '=', '&', '?', '%', '"', '<script>', '\n'));
const search = fc.array(word, { maxLength: 12 }).map((words) => `?${words.join('')}`);

test('whatever an address holds, the page is told nothing but its few known words', () => {
  fc.assert(
    fc.property(search, (address) => {
      const article = boot(BOOT, address);
      expect(Object.keys(article).sort()).toEqual(['data-js', 'data-mode']);
      expect(['scroll', 'still', 'flat']).toContain(article['data-mode']);
      const card = Object.entries(boot(EMBED_BOOT, address)).map(([name, value]) => `${name}=${value}`);
      const known = ['data-js=', 'data-theme=light', 'data-theme=dark', 'data-theme=auto', 'data-map=schematic'];
      expect(card.filter((each) => !known.includes(each))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
