import { describe, expect, test } from 'vitest';
import { makeChart } from '../../src/flat/chart.ts';
import { measure, SETTINGS, type Setting } from '../../src/pictures/measure.ts';
import { FRAMES, type Box, type FrameName } from '../../src/scenes/frames.ts';
import type { SceneName } from '../../src/scenes/registry.ts';
import { STEPS } from '../../src/story/steps.ts';
import { drawn, type DrawnLabel, type DrawnMark } from './drawn.ts';

const LOCALES = ['zh', 'en'] as const;
const MODES = ['geographic', 'schematic'] as const;
const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];
/** Between two steps. */
const SHARES = [0, 0.25, 0.5, 0.75];
/** Words may share or pass an edge by as much as this, in canvas units: a pixel at the size that the canvas is designed for. */
const SLACK = 1;
/** A face that leans does so by this share of its height. */
const SLANT = 0.25;

/** A reader's and a class's answers, at their ends and where labels change sides. */
const ANSWERS = [
  { months: 18, guess: null, guessedCases: null },
  { months: 12, guess: 0, guessedCases: 0 },
  { months: 15, guess: 1200, guessedCases: 92 },
  { months: 17, guess: 1450, guessedCases: 121 },
  { months: 18, guess: 9_999_999, guessedCases: 9999 },
] as const;
/** Scenes whose pictures answer the reader. */
const ANSWERING: readonly SceneName[] = ['squares', 'falls'];

/** The box of a label's ink. */
function boxOf(label: DrawnLabel, setting: Setting): Box {
  const { x, y, size, anchor, look } = label;
  const { width, above, below } = measure(label.text, look, setting);
  const left = x - width * size * { start: 0, middle: 0.5, end: 1 }[anchor];
  return { x: left, y: y - above * size, width: (width + (/\bcalc\b/.test(look) ? above * SLANT : 0)) * size, height: (above + below) * size };
}

/** By how much two boxes share, the shorter way; below zero when they do not. */
const shared = (a: Box, b: Box): number =>
  Math.min(Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x), Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** By how much a box leaves another one. */
const outside = (inner: Box, outer: Box): number =>
  Math.max(outer.x - inner.x, outer.y - inner.y, inner.x + inner.width - outer.x - outer.width, inner.y + inner.height - outer.y - outer.height);

/** Words that mean to stand on a mark: a number on its bar, and a name with a halo on a line. */
const mayStandOn = ({ look }: DrawnLabel, mark: DrawnMark): boolean => (/\bon-bar\b/.test(look) && /\bbar\b/.test(mark.look)) || (/\bhalo\b/.test(look) && mark.isLine);

/** A number that a line's end tears from its unit, or in two: the next line of the same words stands close below and begins at the same place. */
const isTorn = (a: DrawnLabel, b: DrawnLabel): boolean =>
  /\d[.,]?$/.test(a.text) && a.x === b.x && a.size === b.size && a.look === b.look && b.y > a.y && b.y - a.y < a.size * 1.5 && /^[\d%‰°\p{L}]/u.test(b.text);

/** Where a scene's words may stand: those of the map on its canvas, all others between the edges of their panel. */
function roomOf(scene: string, { width, height, panel }: (typeof FRAMES)[FrameName]): Box {
  return scene === 'map' ? { x: 0, y: 0, width, height } : { x: panel.x, y: 0, width: panel.width, height };
}

interface Fault {
  what: string;
  by: number;
}

function faultsOf(labels: readonly DrawnLabel[], marks: readonly DrawnMark[], frame: (typeof FRAMES)[FrameName], setting: Setting): Fault[] {
  const faults: Fault[] = [];
  const note = (by: number, what: string): void => {
    if (by > SLACK) faults.push({ what, by });
  };
  const words = labels.map((label) => ({ label, box: boxOf(label, setting) }));
  for (const [i, { label, box }] of words.entries()) {
    note(outside(box, roomOf(label.scene, frame)), `“${label.text}” leaves its ${label.scene === 'map' ? 'canvas' : 'panel'}`);
    const next = words[i + 1];
    if (next && isTorn(label, next.label)) note(Infinity, `“${label.text}” and “${next.label.text}” tear a number`);
    for (const other of words.slice(i + 1)) note(shared(box, other.box), `“${label.text}” and “${other.label.text}” collide`);
    for (const mark of marks) {
      if (!mayStandOn(label, mark)) note(Math.max(...mark.boxes.map((each) => shared(box, each))), `“${label.text}” stands on the mark “${mark.look}”`);
    }
  }
  return faults;
}

describe.each(LOCALES)('%s', (locale) => {
  describe.each(MODES)('%s', (mode) => {
    test.each(FRAME_NAMES)('no word stands on another, on a mark or past its panel, at any step or on the way, with any answer, %s', (name) => {
      const chart = makeChart(locale, mode, FRAME_NAMES);
      const worst = new Map<string, { by: number; at: string; times: number }>();
      for (const [index, step] of STEPS.entries()) {
        const answers = [step, STEPS[index + 1]].some((each) => ANSWERING.some((scene) => each && scene in each.picture)) ? ANSWERS : ANSWERS.slice(0, 1);
        for (const share of index === STEPS.length - 1 ? [0] : SHARES) {
          for (const answer of answers) {
            const { labels, marks } = drawn(STEPS, name, chart, { position: index + share, ...answer, guessedCases: name === 'slide' ? answer.guessedCases : null });
            for (const setting of SETTINGS[locale]) {
              for (const { what, by } of faultsOf(labels, marks, FRAMES[name], setting)) {
                const before = worst.get(what);
                const times = (before?.times ?? 0) + 1;
                if (before && before.by >= by) before.times = times;
                else worst.set(what, { by, times, at: `${step.id}${share > 0 ? ` + ${share}` : ''}, ${setting.name}` });
              }
            }
          }
        }
      }
      expect([...worst].map(([what, { by, at, times }]) => `${at}: ${what} by ${by.toFixed(1)} px${times > 1 ? ` (${times} pictures)` : ''}`)).toEqual([]);
    });
  });
});

describe('what the test above would see', () => {
  const [, readers] = SETTINGS.en;
  const frame = FRAMES.portrait;
  const label = (text: string, x: number, y: number, rest: Partial<DrawnLabel> = {}): DrawnLabel => ({ text, x, y, look: '', size: 10, anchor: 'start', scene: 'squares', ...rest });
  const found = (labels: DrawnLabel[], marks: DrawnMark[] = []): string[] => faultsOf(labels, marks, frame, readers).map(({ what, by }) => `${what} by ${by.toFixed(1)}`);

  // Advances of DejaVu Sans 2.37, of 2048: n 1298, i 569; bold n 1458. Han characters are one em wide.
  test('a text is as wide as the face says, in bold too, with an eighth of an em between Han and Latin on the page alone', () => {
    expect(measure('nnn', '', readers).width).toBeCloseTo((3 * 1298) / 2048, 4);
    expect(measure('iii', '', readers).width).toBeCloseTo((3 * 569) / 2048, 4);
    expect(measure('nnn', 'strong halo', readers).width).toBeCloseTo((3 * 1458) / 2048, 4);
    expect(measure('海南', '', readers).width).toBeCloseTo(2, 4);
    expect(measure('海n南', '', readers).width).toBeCloseTo(2.25 + 1298 / 2048, 4);
    expect(measure('海南', '', SETTINGS.zh[0]).width).toBeCloseTo(2, 4);
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
    drawn(STEPS, frame, makeChart('zh', 'geographic', FRAME_NAMES), { position: STEPS.findIndex((step) => step.id === id), ...ANSWERS[0] });
  const boxes = (id: string, look: RegExp): number => at(id).marks.filter((mark) => look.test(mark.look)).reduce((sum, mark) => sum + mark.boxes.length, 0);

  test('every square, dot, ring, point and bar', () => {
    expect(boxes('cases-2019', /^square/)).toBe(92);
    expect(boxes('island-arrests', /^dots line-1/)).toBe(19 + 15);
    expect(at('four-places').marks.filter(({ look }) => look === 'ring line-2')).toHaveLength(4);
    expect(at('coast').marks.filter(({ look }) => look === 'port')).toHaveLength(2);
    expect(boxes('reveal', /^bar/)).toBe(3);
    expect(at('round-up').marks.filter(({ look }) => look === 'cut')).toHaveLength(4);
  });
  test('a field of marks lies where its transform puts it', () => {
    const [field] = at('prevention').marks.filter(({ look }) => /dot-ink/.test(look));
    const [{ x, width }] = field!.boxes as [Box];
    expect(x).toBeCloseTo(FRAMES.portrait.panel.x, 0);
    expect(width).toBeGreaterThan(FRAMES.portrait.panel.width * 0.9);
  });
  test('a word that is gone is not read, and the words of a step are', () => {
    expect(at('guess').labels.map(({ text }) => text)).not.toContain('−1,450');
    expect(at('reveal').labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['−331', '−531', '−1,450']));
  });
});
