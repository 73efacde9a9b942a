import { describe, expect, test } from 'vitest';
import { CopyError } from '../../src/copy/fault.ts';
import { tables, withTables, type Tables } from '../../src/data/tables.ts';
import { makeChart } from '../../src/flat/chart.ts';
import { stillMarkup } from '../../src/flat/still.ts';
import { capacityFaults } from '../../src/pictures/capacity.ts';
import type { Chart } from '../../src/scenes/chart.ts';
import { FRAMES, type FrameName } from '../../src/scenes/frames.ts';
import { drawnIn } from '../../src/scenes/registry.ts';
import { STEPS } from '../../src/story/steps.ts';

const DATA = tables();
const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];
const lacking = (id: string): Tables => ({ ...DATA, facts: new Map([...DATA.facts, [id, { ...DATA.facts.get(id)!, value: null, month: null }]]) });
const without = (id: string): Record<'zh' | 'en', Chart> =>
  withTables(lacking(id), () => ({ zh: makeChart('zh', 'geographic', FRAME_NAMES), en: makeChart('en', 'geographic', FRAME_NAMES) }));
const still = (position: number, chart: Chart): string => stillMarkup({ steps: STEPS, position, frame: 'portrait', chart });
const hatches = (markup: string): number => markup.match(/<(?:path|rect)[^>]*fill="url\(#hatch-(?!map)/g)?.length ?? 0;

/** By hand: the facts that figures of ours are worked out from, so that no picture stands without them. */
const SUMS = ['qh-cases-2019', 'qh-cases-2020on', 'wn-users-2018', 'wn-users-2019', 'wn-users-2020on'];
const DRAWN = [...new Set(STEPS.flatMap(({ picture }) => drawnIn(picture)))].filter((id) => DATA.facts.has(id));
const words = DRAWN.filter((id) => {
  try {
    return !SUMS.includes(id) && without(id) === undefined;
  } catch (error) {
    if (error instanceof CopyError) return true;
    throw error;
  }
});
const drawn = DRAWN.filter((id) => !SUMS.includes(id) && !words.includes(id));

test('what is not disclosed is drawn in most scenes, and only a word of a chart or a sum of ours stops it', () => {
  expect(drawn).toEqual(expect.arrayContaining(['qh-trips-north', 'qh-arrests-ring', 'qh-sweeps', 'qh-leaflets', 'wn-trained', 'wn-jobs']));
});

describe.each(drawn)('%s, not disclosed', (id) => {
  const chart = without(id);
  const seen = STEPS.flatMap(({ picture }, position) => (drawnIn(picture).includes(id) ? [position] : []));

  test('is hatched in a picture, where its marks stood, and not one of them is left', () => {
    const changed = seen.filter((position) => still(position, makeChart('zh', 'geographic')) !== still(position, chart.zh));
    expect(changed.length).toBeGreaterThan(0);
    for (const position of changed) expect(hatches(still(position, chart.zh)), STEPS[position]!.id).toBeGreaterThan(hatches(still(position, makeChart('zh', 'geographic'))));
  });

  test('has room in every picture, on every canvas, in both languages', () => {
    expect(capacityFaults((locale) => chart[locale], lacking(id).facts, STEPS.filter(({ picture }) => drawnIn(picture).includes(id)))).toEqual([]);
  });
});

test.each(SUMS)('without %s no figure of ours is worked out, and the message names it', (id) => {
  expect(() => without(id)).toThrow(new RegExp(`${id}.*not disclosed`));
});

test.each(words)('without %s a word on a chart would say what nobody knows, and is named by file and line', (id) => {
  expect(() => without(id)).toThrow(/src\/content\/[\w./-]+:\d+:\d+: .*not disclosed/);
});
