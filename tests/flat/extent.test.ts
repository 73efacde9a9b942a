import { expect, test } from 'vitest';
import { extentOf } from '../../src/flat/extent.ts';

// By hand: a box from (2, 3) by 10 and 4; the same written in relative steps and back to its start; a ring of radius 2 about (5, 5); dots.
test.each([
  ['M2 3H12V7H2z', { x: 2, y: 3, width: 10, height: 4 }],
  ['M2 3h10v4h-10z', { x: 2, y: 3, width: 10, height: 4 }],
  ['M12 7l-10 -4', { x: 2, y: 3, width: 10, height: 4 }],
  ['M3 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0', { x: 3, y: 5, width: 4, height: 0 }],
  ['M1 1h0M9 -4h0', { x: 1, y: -4, width: 8, height: 5 }],
  ['M0 0Q5 9 10 2', { x: 0, y: 0, width: 10, height: 2 }],
])('%s', (d, box) => {
  expect(extentOf(d)).toEqual(box);
});
