import { describe, expect, test } from 'vitest';
import { EMBED_BOOT, firstStep } from '../../src/embed/boot.ts';

/** Runs the lines of the head against a page that only keeps its attributes. */
function boot(search: string, live = true): Record<string, string> {
  const attributes: Record<string, string> = {};
  const documentElement = {
    setAttribute: (name: string, value: string) => (attributes[name] = value),
    hasAttribute: (name: string) => name === 'data-live' && live,
    removeAttribute: (name: string) => delete attributes[name],
  };
  let loaded = (): void => undefined;
  new Function('document', 'location', 'addEventListener', EMBED_BOOT)({ documentElement }, { search }, (_: string, listener: () => void) => (loaded = listener));
  loaded();
  return attributes;
}

describe('theme and map from the address', () => {
  test.each([
    ['', {}],
    ['?theme=light', { 'data-theme': 'light' }],
    ['?step=parcel&theme=dark&map=schematic', { 'data-theme': 'dark', 'data-map': 'schematic' }],
    ['?theme=auto&initialWidth=600', { 'data-theme': 'auto' }],
    ['?theme=neon', {}],
    ['?theme=dark"><script>', {}],
    ['?theme=darker', {}],
    ['?mytheme=dark', {}],
    ['?map=satellite', {}],
    ['?theme=%64ark', {}],
  ])('%j', (search, expected) => {
    expect(boot(search)).toEqual({ ...expected, 'data-js': '' });
  });

  test('without a program that comes to life the page lies flat', () => {
    expect(boot('?theme=dark', false)).toEqual({ 'data-theme': 'dark' });
  });
});

describe('the step that an address asks for', () => {
  const steps = [{ id: 'parcel' }, { id: 'transfer' }, { id: 'cut-1', aliases: ['cut'] }];
  test.each([
    ['?step=cut-1', 2], ['?step=cut', 2], ['?theme=dark&step=transfer', 1], ['', 0], ['?step=', 0], ['?step=reveal', 0], ['?step=2', 0], ['?step=<b>', 0], ['?step=__proto__', 0], ['?nostep=cut-1', 0],
  ])('%s', (search, index) => {
    expect(firstStep(search, steps)).toBe(index);
  });
});
