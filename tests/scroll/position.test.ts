import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorsOf, offsetAt, positionAt, withoutStretches, withStretches } from '../../src/scroll/position.ts';

describe('positionAt', () => {
  test.each([
    [[0, 100, 300], -5, 0],
    [[0, 100, 300], 0, 0],
    [[0, 100, 300], 50, 0.5],
    [[0, 100, 300], 100, 1],
    [[0, 100, 300], 200, 1.5],
    [[0, 100, 300], 300, 2],
    [[0, 100, 300], 9999, 2],
    [[40, 80], 20, 0], // before the first step there is only the first step
    [[], 70, 0],
    [[40], 70, 0],
    [[0, 100, 100, 200], 100, 2], // two steps at one place: the later one, not a division by zero
  ])('anchors %j, offset %d -> %d', (anchors, offset, position) => {
    expect(positionAt(anchors, offset)).toBe(position);
  });

  const anchors = fc.uniqueArray(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 25 }).map((each) => each.sort((a, b) => a - b));

  test('reaches every step at its own anchor', () => {
    fc.assert(fc.property(anchors, (each) => each.every((anchor, i) => positionAt(each, anchor) === i)));
  });

  test('never goes back as the page goes on, and never leaves the story', () => {
    const offset = fc.double({ min: -1e4, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(anchors, offset, offset, (each, a, b) => {
        const [low, high] = [positionAt(each, Math.min(a, b)), positionAt(each, Math.max(a, b))];
        return low <= high && low >= 0 && high <= each.length - 1;
      }),
    );
  });
});

describe('offsetAt', () => {
  test.each([[0, 0], [0.5, 50], [1.5, 200], [2, 300], [-3, 0], [9, 300]])('of position %d among 0, 100, 300 is %d', (position, offset) => {
    expect(offsetAt([0, 100, 300], position)).toBe(offset);
  });
  test('a page without steps has no other place than its top', () => expect(offsetAt([], 3)).toBe(0));
});

describe('anchorsOf', () => {
  test('portrait: a step is reached when the top of its text stands on the line', () => {
    expect(anchorsOf([{ top: 700, height: 300 }, { top: 1500, height: 100 }], 500)).toEqual([200, 1000]);
  });

  test('landscape: when the middle of its text does', () => {
    expect(anchorsOf([{ top: 700, height: 300 }, { top: 1500, height: 100 }], 450, 56)).toEqual([400, 1100]);
  });

  test('landscape: a text taller than the screen rests with its head below the bar, not with its head off the screen', () => {
    expect(anchorsOf([{ top: 2000, height: 1200 }], 450, 56)).toEqual([1944]);
  });

  test('steps that no scroll could tell apart still have anchors of their own, and none lies above the page', () => {
    expect(anchorsOf([{ top: 100, height: 50 }, { top: 120, height: 50 }, { top: 120, height: 50 }, { top: 900, height: 50 }], 500)).toEqual([0, 1, 2, 400]);
  });
});

describe('stretches of the page that take no part in the way', () => {
  const tables = [{ top: 100, height: 50 }, { top: 400, height: 200 }];

  test.each([[80, 80], [100, 100], [130, 100], [150, 100], [160, 110], [400, 350], [500, 350], [600, 350], [700, 450]])(
    'line %d of the page is line %d of the story: not moved by what opens below it, by no more than what opened above it',
    (page, story) => expect(withoutStretches(tables, page)).toBe(story),
  );

  test('a place of the story is found again on the page, outside the stretches and at their heads', () => {
    for (const [story, page] of [[80, 80], [100, 100], [110, 160], [350, 400], [450, 700]] as const) expect(withStretches(tables, story)).toBe(page);
  });

  test('without stretches every line stands where it is', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (line) => withoutStretches([], line) === line && withStretches([], line) === line));
  });
});
