import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CopyError } from '../../src/copy/fault.ts';
import { readTextSources } from '../../src/copy/sources.ts';
import { buildTexts } from '../../src/copy/texts.ts';
import { formatFact } from '../../src/data/format.ts';
import { tables, type Tables } from '../../src/data/tables.ts';
import type { Locale } from '../../src/data/types.ts';
import { makeChart } from '../../src/flat/chart.ts';
import { capacityFaults } from '../../src/pictures/capacity.ts';
import { READERS } from '../../src/flat/measure.ts';
import type { Chart } from '../../src/scenes/chart.ts';
import { FRAMES, type FrameName } from '../../src/scenes/frames.ts';
import { drawnIn } from '../../src/scenes/registry.ts';
import { UNANSWERED } from '../../src/scenes/scene.ts';
import { STEPS, type StoryStep } from '../../src/story/steps.ts';
import { faultsOf } from './collisions.ts';
import { drawn } from './drawn.ts';

const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];
const DATA = tables();
const SOURCES = readTextSources('chart');
const BASE = { zh: makeChart('zh', 'geographic', FRAME_NAMES), en: makeChart('en', 'geographic', FRAME_NAMES) };
const TEXTS = buildTexts('chart', SOURCES, DATA);
/** A claim, by name, with file and line. */
const NAMED_CLAIM = /zh\/chart\.json:\d+:\d+: [\w-]+ does not hold: /;

/** The facts of the tables that a step's scenes draw. */
const factsOf = ({ picture }: StoryStep): string[] => drawnIn(picture).filter((id) => DATA.facts.has(id));
const DRAWN = [...new Set(STEPS.flatMap(factsOf))];
const stepsWith = (ids: readonly string[]): StoryStep[] => STEPS.filter((step) => factsOf(step).some((id) => ids.includes(id)));

/** The tables with other values, each with the sign that its fact has. */
function withValues(values: Readonly<Record<string, number>>): Tables {
  const facts = new Map([...DATA.facts].map(([id, fact]) => [id, id in values ? { ...fact, value: values[id]! * (fact.value! < 0 ? -1 : 1) } : fact]));
  return { ...DATA, facts };
}

/** The chart of other tables: numbers, and every word that prints them. */
function chartOf(data: Tables, locale: Locale): Chart {
  const base = BASE[locale];
  const printed = buildTexts('chart', SOURCES, data)[locale];
  const words = Object.fromEntries(Object.keys(TEXTS[locale]).map((key) => [key, printed[key]!]));
  const counts = Object.fromEntries(Object.keys(base.n).filter((id) => base.t[`${id}.number`] !== undefined).map((id) => [`${id}.number`, formatFact(data.facts.get(id)!, locale, 'number')]));
  return { ...base, t: { ...base.t, ...counts, ...words }, n: { ...base.n, ...Object.fromEntries(DRAWN.map((id) => [id, data.facts.get(id)!.value!])) } };
}

/** The charts of other tables in both languages; or what a claim of their words says to those values, before anything is drawn. */
function chartsOf(data: Tables): Record<Locale, Chart> | string {
  try {
    return { zh: chartOf(data, 'zh'), en: chartOf(data, 'en') };
  } catch (error) {
    if (error instanceof CopyError) return error.message;
    throw error;
  }
}

/** What a reader would see go wrong: read from the markup, by the eyes that look for labels that collide. */
function seenFaults(steps: readonly StoryStep[], chart: Chart): string[] {
  return steps.flatMap((step) => FRAME_NAMES.flatMap((name) => {
    const { labels, marks } = drawn([step], name, chart, { position: 0, ...UNANSWERED });
    const { width, height } = FRAMES[name];
    const outside = marks.filter(({ look }) => !/line-|ring|port|cut|own/.test(look)).flatMap(({ look, boxes }) => boxes.some(({ x, y, width: w, height: h }) => x < -1 || y < -1 || x + w > width + 1 || y + h > height + 1 || Number.isNaN(x + y + w + h)) ? [`${look} outside`] : []);
    return [...faultsOf(labels, marks, FRAMES[name], READERS).map(({ what }) => what), ...outside].map((what) => `${step.id}, ${name}: ${what}`);
  }));
}

/** A value as a newsroom might have it: nought, one, round, or of any size. */
const value = fc.oneof(fc.constantFrom(0, 1, 2, 12, 99, 100, 999, 1000, 10_000_000), fc.double({ min: 0, max: 7, noNaN: true }).map((power) => Math.round(10 ** power)));
const values = fc.uniqueArray(fc.constantFrom(...DRAWN), { minLength: 1, maxLength: 2 }).chain((ids) => fc.tuple(...ids.map(() => value)).map((each) => Object.fromEntries(ids.map((id, i) => [id, each[i]!]))));

/** Either an error that names a changed fact, its step and scene, or a picture in which nothing is wrong. */
function neitherSlabNorSilence(changed: Readonly<Record<string, number>>): void {
  const data = withValues(changed);
  const steps = stepsWith(Object.keys(changed));
  const charts = chartsOf(data);
  if (typeof charts === 'string') {
    expect(charts).toMatch(NAMED_CLAIM);
    return;
  }
  const faults = capacityFaults((locale) => charts[locale], data.facts, steps);
  for (const fault of faults) expect(fault).toMatch(/\((?:value)\): -?\d+ is more than the scene "\w+" at the step "[\w-]+"|score\.yaml: the scene "\w+" at the step "[\w-]+"/);
  if (faults.length === 0) for (const locale of ['zh', 'en'] as const) expect(seenFaults(steps, charts[locale]), locale).toEqual([]);
}

describe('a value that a scene cannot show', () => {
  // By hand: more dots than a row holds, a grey slab, a bar past its scale, months past the strip.
  test.each<[string, number, RegExp]>([
    ['qh-arrests-ring', 190, /qh-arrests-ring \(value\): 190 is more than the scene "groups" at the step "ring" \(portrait, zh\) can show: its marks would stand 1\.8 apart, expected 3\.5 at least; 100 at most\. Give the step another scene/],
    ['qh-venue-visits', 53_000, /qh-venue-visits \(value\): 53000 is more than the scene "visits" at the step "venues"/],
    ['wn-users-2020on', 2_600, /wn-users-2020on \(value\): -2600 is more than the scene "falls" at the step "reveal" .* would lie outside its panel; 20\d\d at most/],
    ['qh-months', 60, /qh-months \(value\): 60 is more than the scene "map" at the step "north"/],
  ])('%s as %d stops the build, which names fact, step, scene and limit', (id, wrong, expected) => {
    const data = withValues({ [id]: wrong });
    expect(capacityFaults((locale) => chartOf(data, locale), data.facts, stepsWith([id])).join('\n')).toMatch(expected);
  });

  test('the newsroom’s own numbers fit', () => {
    expect(capacityFaults((locale) => BASE[locale], DATA.facts)).toEqual([]);
  });
});

describe('any value from none to ten million, alone and in pairs', () => {
  test.each(DRAWN.flatMap((id) => [0, 1].map((few) => [id, few] as const)))('%s as %d is drawn', (id, few) => {
    const data = withValues({ [id]: few });
    const charts = chartsOf(data);
    if (typeof charts === 'string') expect(charts).toMatch(NAMED_CLAIM);
    else expect(capacityFaults((locale) => charts[locale], data.facts, stepsWith([id]))).toEqual([]);
  });

  test('is drawn without a word on another and nothing outside, or is refused by name', () => {
    fc.assert(fc.property(values, neitherSlabNorSilence), { numRuns: 60, endOnFailure: true });
  });
});
