import { Resvg } from '@resvg/resvg-js';
import { max } from 'd3';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/languages.ts';
import { mapModeOf } from '../../src/flat/map-modes.ts';
import { canvasSvg, definitionsFor, rootSvg } from '../../src/flat/picture.ts';
import { chartStyle, tokensOf } from '../../src/flat/theme.ts';
import { chartOf } from '../../src/pictures/chart.ts';
import { pictureFonts } from '../../src/pictures/faces.ts';
import { MOVING, movingFilm, movingPicture, movingSteps } from '../../src/pictures/moving.ts';
import { checkMoving } from '../../src/pictures/moving-rules.ts';
import { runsOf } from '../../src/pictures/moving/path.ts';
import { faced, fontOptions } from '../../src/pictures/raster.ts';
import { canvasOf, FRAMES } from '../../src/scenes/frames.ts';
import { layoutMap } from '../../src/scenes/map/layout.ts';
import { planMap } from '../../src/scenes/map/plan.ts';
import { sceneOf, type SceneName } from '../../src/scenes/registry.ts';
import { UNANSWERED } from '../../src/scenes/scene.ts';
import type { Identity } from '../../src/scenes/shapes.ts';
import { positionOf, STEPS } from '../../src/story/steps.ts';

const ALL = MOVING.flatMap((id) => LOCALES.map((locale) => [id, locale] as const));
const FRAME = FRAMES.portrait;
const lastOf = (id: string): (typeof STEPS)[number] => STEPS[positionOf(movingSteps(id).at(-1)!)]!;

type Placed = Identity & { runs: (readonly [number, number])[] };

/** Where the marks of a step's own layout lie, each with what it stands for. */
function laidOut(id: string, locale: (typeof LOCALES)[number]): Placed[] {
  const chart = chartOf(locale, mapModeOf('kit'));
  const { picture } = lastOf(id);
  return (Object.entries(picture) as [SceneName, object][]).flatMap(([name, state]) => {
    const frame = canvasOf(FRAME, name, chart);
    const { layout } = sceneOf(name);
    if (layout !== 'map') {
      return layout(state, frame, chart, UNANSWERED).shapes.flatMap(({ d, transform = '', kind, of, from = 0 }) => {
        if (!kind || of === undefined) return [];
        const [, x, y, k] = (/translate\((\S+) (\S+)\)scale\((\S+)\)/.exec(transform) ?? ['', '0', '0', '1']).map(Number) as [number, number, number, number];
        return [{ kind, of, from, runs: runsOf(d).flat().map(([px, py]) => [px * k + x, py * k + y] as const) }];
      });
    }
    const { spots, strokes, cuts, trips, months } = layoutMap(planMap(frame, chart), picture.map!);
    const path = <Mark extends Identity & { d: string; opacity: number }>({ kind, of, from = 0, d, opacity }: Mark): Placed[] => (opacity > 0 ? [{ kind, of, from, runs: runsOf(d).flat() }] : []);
    return [
      ...[...strokes, ...cuts, ...trips].flatMap(path),
      ...spots.filter(({ opacity }) => opacity > 0).map(({ kind, of, from = 0, x, y }) => ({ kind, of, from, runs: [[x, y] as const] })),
      ...months.filter(({ opacity }) => opacity > 0).map(({ kind, of, from = 0, x, y, size }) => ({ kind, of, from, runs: [[x, y] as const, [x + size, y + size] as const] })),
    ];
  });
}

const nameOf = ({ kind, of, from = 0 }: Identity): string => `${kind} ${of} ${from}`;

/** The middle of each mark, by what it stands for. */
function middles(marks: readonly Placed[]): Map<string, [number, number]> {
  const points = new Map<string, (readonly [number, number])[]>();
  for (const mark of marks) points.set(nameOf(mark), [...(points.get(nameOf(mark)) ?? []), ...mark.runs]);
  const middle = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  return new Map([...points].filter(([, all]) => all.length > 0).map(([name, all]) => [name, [middle(all.map(([x]) => x)), middle(all.map(([, y]) => y))]]));
}

describe.each(ALL)('the moving picture %s in %s', (id, locale) => {
  const svg = movingPicture(id, locale);

  test('is made of nothing that an editor for official accounts refuses, and is light', () => expect(checkMoving(svg)).toEqual([]));

  test('has an invitation that is hidden where nothing plays, and one tap area inside all that moves', () => {
    expect(svg).toContain('<g visibility="hidden"><set attributeName="visibility" to="visible" begin="0s"/><set attributeName="visibility" to="hidden" begin="click"/>');
    expect(svg).toMatch(/<rect [^>]*opacity="0"\/>(?:<\/g>)+<\/svg>$/);
    // Every animation's group is still open where the tap is.
    const [before = ''] = svg.split(/<rect [^>]*opacity="0"/);
    const closed = before.match(/<g\b[^>]*>(?:<(?:set|animate)[^>]*\/>)+(?:<path[^>]*\/>)*<\/g>/g);
    expect(closed).toBeNull();
  });

  test('has every mark of its last step, where the step’s own layout has it, to half a pixel', () => {
    const expected = middles(laidOut(id, locale));
    const { film } = movingFilm(id, locale);
    const found = middles(film.actors.filter(({ stays }) => stays).flatMap(({ kind, of, from = 0, d }) => (kind && of !== undefined ? [{ kind, of, from, runs: runsOf(d).flat() }] : [])));
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    const off = [...expected].filter(([name, [x, y]]) => Math.hypot(found.get(name)![0] - x, found.get(name)![1] - y) > 0.5).map(([name]) => name);
    expect(off).toEqual([]);
  });

  test('is, without its animations, its last step’s still', () => {
    const step = lastOf(id);
    const chart = chartOf(locale, mapModeOf('kit'));
    const alone = canvasSvg({ steps: STEPS, position: positionOf(step.id), frame: 'portrait', chart, theme: step.theme }, { x: 0, y: 0, scale: 1 });
    const ground = `<rect width="390" height="600" fill="${tokensOf(step.theme)['ground']}"/>`;
    const still = rootSvg(390, 600, `<style>${chartStyle(step.theme, pictureFonts(locale))}</style>${definitionsFor(alone, [step.theme])}${ground}${alone}`);
    const moved = svg
      .replace(/viewBox="[^"]*" style="[^"]*"/, 'viewBox="0 0 3900 6000" width="390" height="600"')
      .replace(/<rect y="[^"]*" width="3900" height="[^"]*" fill/, '<rect width="3900" height="6000" fill');
    const pixels = (picture: string): Uint8Array => new Resvg(faced(picture), { font: fontOptions(), fitTo: { mode: 'width', value: 390 } }).render().pixels;
    const [a, b] = [pixels(still), pixels(moved)];
    expect(a.length).toBe(b.length);
    const skipped = patternedRows(step.picture, chart);
    const { film } = movingFilm(id, locale);
    const end = max(film.actors.flatMap(({ d }) => runsOf(d).flatMap((run) => run.map(([, y]) => y))))!;
    const like = (at: number, other: number): boolean => [0, 1, 2].every((channel) => Math.abs(a[at + channel]! - b[other + channel]!) <= 100);
    // An arrow in another face moves the words beside it by a pixel: what stands one pixel on is there.
    const near = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((across) => (down * 390 + across) * 4));
    let differ = 0;
    for (let y = 1; y < end; y += 1) {
      if (skipped.some(([from, to]) => y >= from && y < to)) continue;
      for (let x = 1; x < 389; x += 1) {
        const at = (y * 390 + x) * 4;
        if (!near.some((by) => like(at, at + by)) || !near.some((by) => like(at + by, at))) differ += 1;
      }
    }
    // A word of two characters has more.
    expect(differ).toBeLessThan(60);
  });
});

/** Rows of fields that the still draws with a pattern: resvg draws its cells in whole pixels, so that they run away from where they lie. */
function patternedRows(picture: (typeof STEPS)[number]['picture'], chart: ReturnType<typeof chartOf>): [from: number, to: number][] {
  return (Object.entries(picture) as [SceneName, object][]).flatMap(([name, state]) => {
    const frame = canvasOf(FRAME, name, chart);
    const { layout } = sceneOf(name);
    if (layout === 'map') return [];
    return layout(state, frame, chart, UNANSWERED).shapes.filter(({ transform }) => transform !== undefined).map(({ d, transform }): [number, number] => {
      const [, , y, k] = /translate\((\S+) (\S+)\)scale\((\S+)\)/.exec(transform!)!.map(Number) as [number, number, number, number];
      const ys = runsOf(d).flatMap((run) => run.map(([, py]) => y + py * k));
      return [Math.floor(Math.min(...ys)) - 1, Math.ceil(Math.max(...ys)) + 1];
    });
  });
}
