import { describe, expect, test } from 'vitest';
import { tables } from '../../src/data/tables.ts';
import { makeChart } from '../../src/flat/chart.ts';
import { stillMarkup } from '../../src/flat/still.ts';
import type { Ending } from '../../src/scenes/chart.ts';
import { keyedOf, sceneOf, type SceneName } from '../../src/scenes/registry.ts';
import { STEPS, type StoryStep } from '../../src/story/steps.ts';

const CHART = makeChart('zh', 'geographic');

/** Facts whose marks a step draws, by its scenes. */
const factsOf = ({ picture }: StoryStep): string[] => (Object.entries(picture) as [SceneName, object][]).flatMap(([scene, state]) => [
  ...sceneOf(scene).facts, ...keyedOf(scene).flatMap(([field, { by }]) => (by === 'fact' ? Object.keys((state as Record<string, object>)[field] ?? {}) : [])),
]);
/** The picture of a step with one fact's marks ended so. */
const picture = (position: number, of: string, end: Ending | undefined): string => {
  const { [of]: _, ...others } = CHART.ends;
  return stillMarkup({ steps: STEPS, position, frame: 'portrait', chart: { ...CHART, ends: end === undefined ? others : { ...others, [of]: end } } });
};
/** What a picture draws, element by element. */
const elements = (markup: string): number => markup.match(/<(?:path|rect|circle)\b/g)!.length;

// A fact is drawn at some step: there its end is seen. Years, months of the calendar and nought have none.
const DRAWN = [...new Set(STEPS.flatMap(factsOf))].filter((id) => {
  const value = tables().facts.get(id)?.value;
  return value !== undefined && value !== null && value !== 0;
});

describe.each(DRAWN)('%s', (id) => {
  const seen = STEPS.flatMap((step, position) => (factsOf(step).includes(id) ? [position] : []))
    .filter((position) => picture(position, id, undefined) !== picture(position, id, 'open'));

  test('a number that may be more than it says is drawn with another end than an exact one, wherever its marks stand', () => {
    expect(seen.length).toBeGreaterThan(0);
    for (const position of seen) expect(elements(picture(position, id, 'open'))).toBeGreaterThan(elements(picture(position, id, undefined)));
  });

  test('about so many ends in another way than exactly so many, and than more', () => {
    for (const position of seen) expect(new Set([undefined, 'soft', 'open'].map((end) => picture(position, id, end as Ending | undefined))).size, STEPS[position]!.id).toBe(3);
  });
});

test('what the source says of a number decides how its marks end, and more than and at least end alike', () => {
  // By hand from the newsroom: more than 40 g and about 9 months; 18 venues are exact.
  expect(CHART.ends).toMatchObject({ 'qh-seized-ring-g': 'open', 'qh-months': 'soft' });
  expect(CHART.ends['qh-venues']).toBeUndefined();
});
