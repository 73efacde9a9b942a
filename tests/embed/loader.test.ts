import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heightIn } from '../../src/embed/loader.ts';

/** Anything at all, and what is nearly a height. */
const message = fc.oneof(
  fc.anything(),
  fc.record({ sentinel: fc.constantFrom('amp', 'AMP', ''), type: fc.constantFrom('embed-size', 'embed'), height: fc.oneof(fc.double(), fc.anything()), version: fc.anything() }),
);

test('no message makes a frame lower than 200 or higher than 1,000 px, or anything but whole px', () => {
  let heard = 0;
  fc.assert(
    fc.property(message, (data) => {
      const height = heightIn(data as object);
      if (height === undefined) return true;
      heard += 1;
      return Number.isInteger(height) && height >= 200 && height <= 1000;
    }),
    { numRuns: 1000 },
  );
  expect(heard).toBeGreaterThan(10);
});

test.each([
  ['of a card that states no version', { sentinel: 'amp', type: 'embed-size', height: 638 }],
  ['of today’s', { sentinel: 'amp', type: 'embed-size', height: 637.2, version: 2, title: 'A card' }],
  ['of one that is yet to come', { sentinel: 'amp', type: 'embed-size', height: 638, version: 99, more: {} }],
])('the height %s is heard', (_, data) => {
  expect(heightIn(data)).toBe(638);
});

test.each<[string, unknown]>([
  ['nothing', null], ['a text', 'pymxPYMxaxPYMxheightxPYMx638'], ['no height', { sentinel: 'amp', type: 'embed-size' }], ['a height in words', { sentinel: 'amp', type: 'embed-size', height: '638' }],
  ['no end', { sentinel: 'amp', type: 'embed-size', height: Infinity }], ['another’s', { type: 'embed-size', height: 638 }], ['another kind', { sentinel: 'amp', type: 'send-intersections', height: 638 }],
])('%s is no height', (_, data) => {
  expect(heightIn(data as object)).toBeUndefined();
});
