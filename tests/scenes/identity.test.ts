import { describe, expect, test } from 'vitest';
import { derive } from '../../src/data/derive.ts';
import { tables } from '../../src/data/tables.ts';
import { makeChart } from '../../src/flat/chart.ts';
import { FRAMES, type Frame, type FrameName } from '../../src/scenes/frames.ts';
import { layoutMap } from '../../src/scenes/map/layout.ts';
import { planMap } from '../../src/scenes/map/plan.ts';
import { sceneOf, type Picture, type SceneName } from '../../src/scenes/registry.ts';
import type { Identity, Kind } from '../../src/scenes/shapes.ts';
import { STEPS } from '../../src/story/steps.ts';

const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];
const chart = makeChart('zh', 'geographic', FRAME_NAMES);
const answers = { months: 18, guess: null, around: null };

const OF_LINES: ReadonlySet<Kind> = new Set(['cut', 'leg', 'term']);

/** What the marks of a picture stand for. */
function identitiesOf(picture: Picture, frame: Frame): Identity[] {
  return (Object.entries(picture) as [SceneName, object][]).flatMap(([name, state]): Partial<Identity>[] => {
    const { layout } = sceneOf(name);
    if (layout !== 'map') return layout(state, frame, chart, answers).shapes;
    const { spots, trips, months, strokes, cuts } = layoutMap(planMap(frame, chart), picture.map!);
    return [...spots, ...trips, ...months, ...strokes, ...cuts];
  }).filter((mark): mark is Identity => mark.kind !== undefined);
}

/** Each mark by itself: `person qh-arrests-ring 3`. */
const each = ({ kind, of, from = 0, count = 1 }: Identity): string[] => Array.from({ length: Math.ceil(count) }, (_, i) => `${kind} ${of} ${from + i}`);

/** Marks that stand for the same thing in one picture. */
const twice = (marks: readonly Identity[]): string[] => {
  const all = marks.flatMap(each);
  return all.filter((mark, i) => all.indexOf(mark) !== i);
};

describe.each(FRAME_NAMES)('%s', (name) => {
  const frame = FRAMES[name];
  const { facts, places, lines } = tables();
  const known = (kind: Kind, of: string): boolean => (kind === 'place' ? places.has(of) : OF_LINES.has(kind) ? lines.has(of) : facts.has(of) || derive(tables()).has(of));

  test.each(STEPS.map(({ id, picture }) => ({ id, picture })))('every mark of $id stands for a fact or a place that there is, and no two for the same', ({ picture }) => {
    const marks = identitiesOf(picture, frame);
    expect(marks.filter(({ kind, of }) => !known(kind, of))).toEqual([]);
    expect(twice(marks)).toEqual([]);
  });

  test('marks of one fact are as many as it says, but where one stands for a thousand, whichever scene draws them', () => {
    const people = STEPS.flatMap(({ picture }) => identitiesOf(picture, frame)).filter(({ kind }) => kind === 'person' || kind === 'trip');
    const most = new Map<string, number>();
    for (const { of, from = 0, count = 1 } of people) most.set(of, Math.max(most.get(of) ?? 0, from + count));
    expect(most.size).toBeGreaterThan(3);
    for (const [of, count] of most) expect(count, of).toBe(facts.get(of)!.value);
  });
});

test('a leg, its cut and a line’s term on the axis of time are known again in every picture that has them', () => {
  const found = STEPS.flatMap(({ picture }) => identitiesOf(picture, FRAMES.portrait)).filter(({ kind }) => OF_LINES.has(kind));
  const all = new Set(found.flatMap(each));
  // By hand: the first line has two legs of two halves; the one in the middle is cut; both lines have a term.
  for (const mark of ['leg line-1 0', 'leg line-1 1', 'leg line-1 2', 'leg line-1 3', 'cut line-1 0', 'term line-1 0', 'term line-2 0']) expect([...all]).toContain(mark);
});

test('two marks that stand for the same are found, and neighbours are not', () => {
  const dots: Identity = { kind: 'person', of: 'some-fact', count: 3 };
  expect(twice([dots, { kind: 'person', of: 'some-fact', from: 2, count: 2 }])).toEqual(['person some-fact 2']);
  expect(twice([dots, { kind: 'person', of: 'some-fact', from: 3, count: 2 }, { kind: 'person', of: 'other-fact', count: 3 }])).toEqual([]);
});
