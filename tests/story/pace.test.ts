import { describe, expect, test } from 'vitest';
import { between } from '../../src/story/resolve.ts';

const MAP = { early: ['drawn'], behind: ['strength'], late: { cut: 'drawn' } };
const at = (a: object, b: object, t: number): object => between(a, b, t, MAP);

describe('on the way to a line that is cut', () => {
  const [before, after] = [{ strength: 0.2, lines: { a: { drawn: 1 } } }, { strength: 1, lines: { a: { drawn: 1, cut: 1 } } }];
  test('the map stays a shadow as long as the people stand before it', () => {
    expect(at(before, after, 0.4)).toEqual(before);
  });
  test('then the line stands whole and bright, and opens only then', () => {
    expect(at(before, after, 0.7)).toEqual({ strength: 1, lines: { a: { drawn: 1 } } });
    const { strength, lines } = at(before, after, 0.85) as { strength: number; lines: { a: { cut: number } } };
    expect(strength).toBe(1);
    expect(lines.a.cut).toBeCloseTo(0.5);
  });
});

test('a cut line that leaves or comes stays cut: nobody is told that it healed, or was cut again', () => {
  const cut = { lines: { a: { drawn: 1, cut: 1 } } };
  expect(at(cut, { lines: {} }, 0.25)).toEqual({ lines: { a: { drawn: 0.5, cut: 1 } } });
  expect(at({ lines: {} }, cut, 0.25)).toEqual({ lines: { a: { drawn: 0.5, cut: 1 } } });
});

test('when people have come the map is a shadow already', () => {
  expect((at({ strength: 1 }, { strength: 0.2 }, 0.6) as { strength: number }).strength).toBeCloseTo(0.2);
});

test('a share of no pace moves evenly', () => {
  expect(at({ zoom: 0 }, { zoom: 1 }, 0.25)).toEqual({ zoom: 0.25 });
});
