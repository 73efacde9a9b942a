import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionIn, surely, topOf } from '../../src/scroll/place.ts';

// A stage of 488 px, and a table of 200 px opened in the second step.
const places = { anchors: [0, 400, 1000], stretches: [{ top: 1000, height: 200 }], line: 500 };

test.each([[0, 0], [200, 0.5], [400, 1], [500, 1 + 100 / 600], [700, 1 + 100 / 600], [800, 1 + 200 / 600], [1200, 2], [9999, 2]])(
  'offset %d is position %d: an opened table does not move the picture while it passes the line',
  (top, position) => expect(positionIn(places, top)).toBeCloseTo(position, 9),
);

test.each([[0, 0], [0.5, 200], [1, 400], [1.5, 900], [2, 1200], [7, 1200], [-1, 0]])('position %d rests at offset %d, below every opened table before it', (position, top) => {
  expect(topOf(places, position)).toBeCloseTo(top, 9);
});

test('no place of the story is lost on the way to the page and back', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 2, noNaN: true }), (position) => Math.abs(positionIn(places, topOf(places, position)) - position) < 1e-9));
});

test.each([[7, 7], [7.005, 7], [6.993, 7], [7.2, 7.2], [7.499, 7.45], [7.501, 7.55], [0, 0], [23.6, 23.6]])('place %d is kept as %d on another screen: rounding cannot make it a neighbour’s', (position, kept) => {
  expect(surely(position)).toBeCloseTo(kept, 9);
});
