import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMBED_BOOT } from '../../src/embed/boot.ts';
import { BOOT } from '../../src/scroll/boot.ts';

/** Runs the lines of the head against a page that only keeps its attributes. */
function boot(lines: string, search: string, media: readonly string[] = []): Record<string, string> {
  const attributes: Record<string, string> = {};
  const documentElement = { setAttribute: (name: string, value: string) => (attributes[name] = value), hasAttribute: () => true, removeAttribute: () => undefined };
  const matchMedia = (query: string): { matches: boolean } => ({ matches: media.some((each) => query.includes(each)) });
  new Function('document', 'location', 'matchMedia', 'addEventListener', lines)({ documentElement }, { search }, matchMedia, () => undefined);
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
  expect(boot(BOOT, search, media)).toEqual({ 'data-js': '', 'data-mode': mode });
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
