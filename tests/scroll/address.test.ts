import { afterEach, expect, test, vi } from 'vitest';
import { enter, note, placeOf } from '../../src/scroll/address.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([[{ place: 14.3 }, 14.3], [{ place: 0 }, 0], [{ place: '14' }, undefined], [{}, undefined], [null, undefined], ['x', undefined], [7, undefined]])(
  'an entry with %j keeps the place %s', (state, place) => expect(placeOf(state)).toBe(place),
);

test('a browser that refuses a new address stops nothing', () => {
  const refuse = (): never => {
    throw new DOMException('more than 100 times per 30 seconds', 'SecurityError');
  };
  vi.stubGlobal('history', { state: null, replaceState: refuse, pushState: refuse });
  expect(() => note('#coast')).not.toThrow();
  expect(() => enter('#coast')).not.toThrow();
});
