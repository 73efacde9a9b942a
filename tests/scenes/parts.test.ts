import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bow, directionAt, part, pathOf, pointAt, type Curve } from '../../src/scenes/curve.ts';
import { centre, dotsPath, heightOf, squaresPath } from '../../src/scenes/dots.ts';
import { makeChart } from '../../src/flat/chart.ts';
import type { Chart } from '../../src/scenes/chart.ts';
import { layoutCounts } from '../../src/scenes/count.ts';
import { FRAMES } from '../../src/scenes/frames.ts';
import { fieldPath, late, rectPath } from '../../src/scenes/shapes.ts';
import { fitted, widthOf, wrap } from '../../src/scenes/text.ts';

const marks = (d: string): number => (d.match(/M/g) ?? []).length;

describe('lines', () => {
  const curve: Curve = [[0, 0], [10, -20], [40, 0]];

  test('a bow of 0.1 stands a tenth of its length to the left of the way', () => {
    const eastward = bow([0, 0], [100, 0], 0.1);
    expect(pointAt(eastward, 0.5)).toEqual([50, -10]); // y runs down, so left of an eastward way is up
    expect(pointAt(bow([0, 0], [0, 100], -0.1), 0.5)).toEqual([-10, 50]);
  });

  test('ends where it should, and is straight in the middle of its way', () => {
    expect([pointAt(curve, 0), pointAt(curve, 1)]).toEqual([[0, 0], [40, 0]]);
    expect(pointAt(curve, 0.5)).toEqual([15, -10]);
    expect(directionAt(curve, 0.5)).toEqual([1, 0]);
    expect(directionAt([[3, 3], [3, 3], [3, 3]], 0.5)).toEqual([1, 0]);
  });

  test('half of a half is a quarter', () => {
    const [quarter, direct] = [part(part(curve, 0, 0.5), 0, 0.5), part(curve, 0, 0.25)];
    for (const i of [0, 1, 2] as const) for (const axis of [0, 1] as const) expect(quarter[i][axis]).toBeCloseTo(direct[i][axis], 9);
  });

  test('a part lies on the whole: its share s of from..to is the whole’s from + s (to - from)', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (from, to, s) => {
        const [on, expected] = [pointAt(part(curve, from, to), s), pointAt(curve, from + (to - from) * s)];
        return Math.hypot(on[0] - expected[0], on[1] - expected[1]) < 1e-6;
      }),
    );
  });

  test('is written with a tenth of a unit, and not at all without length', () => {
    expect(pathOf([[0, 0.04], [1.26, 2], [3, 4]])).toBe('M0 0Q1.3 2 3 4');
    expect(pathOf([[5, 5], [9, 9], [5, 5.05]])).toBe('');
  });
});

describe('fields of marks', () => {
  const block = { x: 10, y: 20, columns: 12, pitch: 5 };

  test('are filled row by row from the top left', () => {
    expect([0, 11, 12, 25].map((i) => centre(block, i))).toEqual([[12.5, 22.5], [67.5, 22.5], [12.5, 27.5], [17.5, 32.5]]);
    expect(heightOf(block, 92)).toBe(40); // 7 full rows and one of 8
  });

  test.each([[92, 0, 92], [22, 0, 22], [70, 22, 92], [0, 5, 5], [3, 0.5, 3.2], [1, -4, 0.1]])('%d marks from %d to %d', (count, from, to) => {
    expect(marks(squaresPath(block, 4, 1, from, to))).toBe(count);
    expect(marks(dotsPath(block, from, to))).toBe(count);
  });

  test.each([
    [818, 77, 'M0 0h77v10h-77zM0 10h48v1h-48z'], // 10 rows and 48
    [60, 60, 'M0 0h60v1h-60z'],
    [7, 20, 'M0 0h7v1h-7z'],
    [8.8, 10, 'M0 0h8.8v1h-8.8z'], // eight, and most of a ninth
    [0, 10, ''],
  ])('%d marks in rows of %d', (count, columns, path) => {
    expect(fieldPath(count, columns)).toBe(path);
  });

  test.each([[1, 'M0 0h8.8v1h-8.8z'], [0.99, 'M0 0h8v1h-8z'], [0.5, 'M0 0h4v1h-4z']])('8,800 at one mark a thousand, shown to %d: whole marks come one by one, the part of one last', (shown, path) => {
    const chart = makeChart('zh', 'geographic');
    const made = { ...chart, n: { 'some-fact': 8800 }, t: { 'some.number': '8,800', 'some.noun': '份' } };
    const { shapes } = layoutCounts(made, FRAMES.portrait, FRAMES.portrait.panel, [{ key: 'some', field: { of: 'some-fact', kind: 'leaflet', columns: 10, per: 1000 } }], shown);
    expect(shapes).toMatchObject([{ d: path, fill: 'sheet', kind: 'leaflet', of: 'some-fact', count: 8.8 }]);
  });

  test('a field goes on past its last mark where there may be more of them, one strip where there are about so many, and nowhere else', () => {
    const chart = makeChart('zh', 'geographic');
    const made = { ...chart, n: { 'some-fact': 40 }, t: { 'some.number': '40', 'some.noun': '次' } };
    const keys = (ends: Chart['ends']): string[] =>
      layoutCounts({ ...made, ends }, FRAMES.portrait, FRAMES.portrait.panel, [{ key: 'some', field: { of: 'some-fact', kind: 'act', columns: 10 } }], 1).shapes.map(({ key }) => key);
    expect(keys({})).toEqual(['some']);
    expect(keys({ 'some-fact': [0.45] })).toEqual(['some', 'some-end-0']);
    expect(keys({ 'some-fact': [0.45, 0.25, 0.1] })).toEqual(['some', 'some-end-0', 'some-end-1', 'some-end-2']);
  });

  test('a rectangle of no width or height is not drawn', () => {
    expect(rectPath(1, 2, 3, 4)).toBe('M1 2h3v4h-3z');
    expect([rectPath(1, 2, 0, 4), rectPath(1, 2, 3, -1)]).toEqual(['', '']);
  });

  test.each([[0, 0], [0.5, 0], [0.6, 0.5], [0.7, 1], [1, 1]])('what comes late is at %d of the way there by %d', (share, shown) => {
    expect(late(share)).toBeCloseTo(shown, 9);
  });
});

describe('words', () => {
  test('a Han character is about an em wide, a Latin one about half', () => {
    expect(widthOf('琼海', 10)).toBeCloseTo(20.6, 6);
    expect(widthOf('ab', 10)).toBeCloseTo(11.2, 6);
    expect(widthOf('', 10)).toBe(0);
  });

  test('Chinese breaks between characters and never before a closing mark', () => {
    expect(wrap('海口万宁，儋州', 10, 42)).toEqual(['海口万', '宁，儋州']); // the comma takes its character along
    expect(wrap('海口万宁', 10, 21)).toEqual(['海口', '万宁']);
  });

  test('English breaks at spaces; a word that is too long keeps a line of its own', () => {
    expect(wrap('more than 30 grams', 10, 51)).toEqual(['more than', '30 grams']);
    expect(wrap('a methamphetamine b', 10, 30)).toEqual(['a', 'methamphetamine', 'b']);
    expect(wrap('', 10, 30)).toEqual([]);
  });

  test('loses nothing, keeps to the width, and begins no line with a closing mark, whatever the text', () => {
    const piece = fc.constantFrom('琼', '海，', '岛。', '克', ' ', 'a', '19');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 25, max: 200 }), (pieces, width) => {
        const text = `琼${pieces.join('')}`;
        const lines = wrap(text, 10, width);
        const longestWord = Math.max(...(text.match(/[a\d]+/g) ?? ['']).map((word) => widthOf(word, 10)));
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) {
          expect(line).not.toMatch(/^[，。\s]|\s$/);
          expect(widthOf(line, 10)).toBeLessThanOrEqual(Math.max(width, longestWord) + 1e-9);
        }
      }),
    );
  });

  test('a title is made smaller only when it would not fit', () => {
    expect(fitted('琼海', 10, 100)).toBe(10);
    expect(fitted('琼海破获', 10, 20.6)).toBe(5);
    // A bold letter is wider than another one, a bold character is not: ten of 0.6 em.
    expect(fitted('Drug cases', 10, 30.1)).toBe(5);
  });
});
