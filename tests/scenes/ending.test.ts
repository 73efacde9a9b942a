import { describe, expect, test } from 'vitest';
import { tables } from '../../src/data/tables.ts';
import { makeChart } from '../../src/flat/chart.ts';
import { stillMarkup } from '../../src/flat/still.ts';
import { ENDINGS } from '../../src/flat/ending.ts';
import type { Qualifier } from '../../src/data/types.ts';
import { drawnIn } from '../../src/scenes/registry.ts';
import { STEPS } from '../../src/story/steps.ts';

const CHART = makeChart('zh', 'geographic');

/** The picture of a step with one fact's marks ended so. */
const picture = (position: number, of: string, qualifier: Qualifier): string => {
  const chart = { ...CHART, ends: { ...CHART.ends, [of]: ENDINGS[qualifier] } };
  return stillMarkup({ steps: STEPS, position, frame: 'portrait', chart });
};
/** What a picture draws, element by element. */
const elements = (markup: string): number => markup.match(/<(?:path|rect|circle)\b/g)!.length;

// A fact is drawn at some step: there its end is seen. Years, months of the calendar and nought have none.
const DRAWN = [...new Set(STEPS.flatMap(({ picture: shown }) => drawnIn(shown)))].filter((id) => {
  const value = tables().facts.get(id)?.value;
  return value !== undefined && value !== null && value !== 0;
});

describe.each(DRAWN)('%s', (id) => {
  const seen = STEPS.flatMap((step, position) => (drawnIn(step.picture).includes(id) ? [position] : []))
    .filter((position) => picture(position, id, 'exact') !== picture(position, id, 'more_than'));

  test('a number that may be more than it says is drawn with another end than an exact one, wherever its marks stand', () => {
    expect(seen.length).toBeGreaterThan(0);
    for (const position of seen) expect(elements(picture(position, id, 'more_than'))).toBeGreaterThan(elements(picture(position, id, 'exact')));
  });

  test('about so many ends in another way than exactly so many, and than more', () => {
    for (const position of seen) expect(new Set((['exact', 'about', 'more_than'] as const).map((qualifier) => picture(position, id, qualifier))).size, STEPS[position]!.id).toBe(3);
  });
});

test('what the source says of a number decides how its marks end, and more than and at least end alike', () => {
  // By hand from the newsroom: more than 40 g and about 9 months; 18 venues are exact.
  expect(CHART.ends).toMatchObject({ 'qh-seized-ring-g': [0.45, 0.25, 0.1], 'qh-months': [0.45] });
  expect(ENDINGS.at_least).toEqual(ENDINGS.more_than);
  expect(CHART.ends['qh-venues']).toBeUndefined();
});
