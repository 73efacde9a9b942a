import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMBED_BOOT } from '../../src/embed/boot.ts';
import { BOOT } from '../../src/scroll/boot.ts';

/** A page that only keeps its attributes, with the lines of the head run in it. */
function visit(lines: string, search: string, { media = [] as readonly string[], saved = {} as Record<string, string>, old = false } = {}) {
  const attributes: Record<string, string> = { ...saved };
  const documentElement = {
    setAttribute: (name: string, value: string) => (attributes[name] = value),
    hasAttribute: (name: string) => name in attributes,
    removeAttribute: (name: string) => delete attributes[name],
  };
  const matchMedia = (query: string): { matches: boolean } => ({ matches: media.some((each) => query.includes(each)) });
  const heard: Record<string, () => void> = {};
  const given = {
    document: { documentElement, querySelectorAll: () => [] },
    location: { search },
    matchMedia,
    pageYOffset: 0,
    addEventListener: (name: string, act: () => void) => (heard[name] = act),
    setTimeout: (act: () => void) => (heard['patience'] = act),
    customElements: { define: () => undefined },
    HTMLElement: Object,
    structuredClone: old ? undefined : () => undefined,
  };
  new Function(...Object.keys(given), lines)(...Object.values(given));
  return { attributes, heard };
}
const boot = (lines: string, search: string, given = {}): Record<string, string> => visit(lines, search, given).attributes;

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

const SAVED = { 'data-js': '', 'data-live': '', 'data-mode': 'scroll' };

test.each([['the article', BOOT], ['a card', EMBED_BOOT]])('%s in a browser too old for the programs is left flat, even if it was saved while it lived', (_, lines) => {
  expect(boot(lines, '', { old: true })).toEqual({});
  const { attributes } = visit(lines, '', { old: true, saved: SAVED });
  expect(attributes).not.toHaveProperty('data-js');
  expect(attributes).not.toHaveProperty('data-live');
});

test.each(['load', 'fall', 'patience'])('a page that has not come to life by “%s” lies flat, though it was saved alive', (moment) => {
  const { attributes, heard } = visit(BOOT, '', { saved: SAVED });
  expect(attributes).toEqual({ 'data-js': '', 'data-mode': 'scroll' });
  heard[moment]!();
  expect(attributes).toEqual({ 'data-mode': 'flat' });
});

test('a page that lives is not laid flat', () => {
  const { attributes, heard } = visit(BOOT, '');
  attributes['data-live'] = '';
  for (const moment of ['load', 'fall', 'patience']) heard[moment]!();
  expect(attributes).toEqual({ 'data-js': '', 'data-live': '', 'data-mode': 'scroll' });
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
