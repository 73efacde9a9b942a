import { describe, expect, test } from 'vitest';
import { makeChart } from '../../src/flat/chart.ts';
import { measure, SETTINGS } from '../../src/flat/measure.ts';
import { FRAMES, type Box, type FrameName } from '../../src/scenes/frames.ts';
import { UNANSWERED } from '../../src/scenes/scene.ts';
import { STEPS } from '../../src/story/steps.ts';
import { faultsOf } from './collisions.ts';
import { drawn, type DrawnLabel, type DrawnMark } from './drawn.ts';

const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];

describe('what is seen of words that collide', () => {
  const [, readers] = SETTINGS.en;
  const frame = FRAMES.portrait;
  const label = (text: string, x: number, y: number, rest: Partial<DrawnLabel> = {}): DrawnLabel => ({ text, x, y, look: '', size: 10, anchor: 'start', scene: 'squares', ...rest });
  const found = (labels: DrawnLabel[], marks: DrawnMark[] = []): string[] => faultsOf(labels, marks, frame, readers).map(({ what, by }) => `${what} by ${by.toFixed(1)}`);

  // Advances of DejaVu Sans 2.37, of 2048: n 1298, i 569; bold n 1458. Han characters are one em wide.
  test('a text is as wide as the face says, in bold too, with an eighth of an em between Han and Latin on the page alone', () => {
    expect(measure('nnn', '', readers).width).toBeCloseTo((3 * 1298) / 2048, 4);
    expect(measure('iii', '', readers).width).toBeCloseTo((3 * 569) / 2048, 4);
    expect(measure('nnn', 'strong halo', readers).width).toBeCloseTo((3 * 1458) / 2048, 4);
    expect(measure('南屿', '', readers).width).toBeCloseTo(2, 4);
    expect(measure('南n屿', '', readers).width).toBeCloseTo(2.25 + 1298 / 2048, 4);
    expect(measure('南屿', '', SETTINGS.zh[0]).width).toBeCloseTo(2, 4);
  });
  test('a character that no face has is no width of zero', () => expect(() => measure('n☃', '', readers)).toThrow('“☃” in the label “n☃”'));
  test('two words collide where their ink does, and not where only their lines do', () => {
    expect(found([label('nnn', 50, 100), label('iii', 55, 104)])).toEqual([expect.stringMatching(/^“nnn” and “iii” collide by [1-9]/)]);
    expect(found([label('nnn', 50, 100), label('nnn', 50, 107)])).toEqual([]);
    expect(found([label('nnn', 50, 100), label('nnn', 75, 100)])).toEqual([]);
    expect(found([label('nnn', 50, 100), label('nnn', 75, 100, { anchor: 'end' })])).toHaveLength(1);
  });
  test('a word past its panel, and one past the canvas on the map, is told with how far', () => {
    expect(found([label('nnn', 360, 100)])).toEqual(['“nnn” leaves its panel by 9.0']);
    expect(found([label('nnn', 360, 100, { scene: 'map' })])).toEqual([]);
    expect(found([label('nnn', 380, 100, { scene: 'map' })])).toEqual(['“nnn” leaves its canvas by 9.0']);
  });
  test('a number stands on its bar and a name with a halo on a line; no other word stands on a mark', () => {
    const bar: DrawnMark = { look: 'bar fallen', isLine: false, boxes: [{ x: 40, y: 90, width: 60, height: 20 }] };
    const line: DrawnMark = { look: 'line-1', isLine: true, boxes: [{ x: 60, y: 80, width: 2, height: 30 }] };
    expect(found([label('nnn', 50, 100, { look: 'on-bar' })], [bar])).toEqual([]);
    expect(found([label('nnn', 50, 100)], [bar])).toHaveLength(1);
    expect(found([label('nnn', 50, 100, { look: 'halo' })], [line])).toEqual([]);
    expect(found([label('nnn', 50, 100)], [line])).toHaveLength(1);
  });
  test('a number that a line’s end tears from its unit', () => {
    expect(found([label('more than 30', 50, 100), label('grams', 50, 114)])).toEqual(['“more than 30” and “grams” tear a number by Infinity']);
    expect(found([label('in 2020,', 50, 100), label('(dates)', 50, 114)])).toEqual([]);
  });
});

describe('what is read of a picture', () => {
  const at = (id: string, frame: FrameName = 'portrait'): ReturnType<typeof drawn> =>
    drawn(STEPS, frame, makeChart('zh', 'geographic', FRAME_NAMES), { position: STEPS.findIndex((step) => step.id === id), ...UNANSWERED });
  const boxes = (id: string, look: RegExp): number => at(id).marks.filter((mark) => look.test(mark.look)).reduce((sum, mark) => sum + mark.boxes.length, 0);

  test('every square, dot, ring, point and bar', () => {
    expect(boxes('cases-2019', /^square/)).toBe(84);
    expect(boxes('island-arrests', /^dots line-1/)).toBe(23 + 14);
    expect(at('four-places').marks.filter(({ look }) => look === 'ring line-2')).toHaveLength(4);
    expect(at('coast').marks.filter(({ look }) => look === 'port')).toHaveLength(2);
    // Three falls, and what each is a month.
    expect(boxes('reveal', /^bar/)).toBe(6);
    expect(at('round-up').marks.filter(({ look }) => look === 'cut')).toHaveLength(4);
  });
  test('a field of marks lies where its transform puts it', () => {
    const [field] = at('prevention').marks.filter(({ look }) => /dot-ink/.test(look));
    const [{ x, width }] = field!.boxes as [Box];
    expect(x).toBeCloseTo(FRAMES.portrait.panel.x, 0);
    expect(width).toBeGreaterThan(FRAMES.portrait.panel.width * 0.9);
  });
  test('a word that is gone is not read, and the words of a step are', () => {
    expect(at('guess').labels.map(({ text }) => text)).not.toContain('−1,170');
    expect(at('reveal').labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['−240', '−410', '−1,170']));
  });
});
