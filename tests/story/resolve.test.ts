import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve, settle, type Layer, type PictureStep } from '../../src/story/resolve.ts';
import { SCENE_NAMES, sceneOf, type SceneName } from '../../src/scenes/registry.ts';
import { CHAPTERS, STEP_IDS } from '../../src/story/ids.ts';
import { STEPS } from '../../src/story/steps.ts';

const LAST = 22;

/** The shares of a state by their path, such as `lines.line-1.drawn`. */
function sharesOf(state: object, path = ''): Record<string, number> {
  return Object.fromEntries(Object.entries(state).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' ? Object.entries(sharesOf(value as object, `${path}${key}.`)) : [[`${path}${key}`, value as number]]));
}

/** The same, what befalls a mark by as much as the mark is there: a line that is not drawn is cut in no picture. */
function seenOf(name: SceneName, state: object): Record<string, number> {
  const shares = sharesOf(state);
  const befallen = Object.entries(sceneOf(name).late ?? {});
  return Object.fromEntries(Object.entries(shares).map(([path, share]) => {
    const [, beside] = befallen.find(([late]) => path.split('.').at(-1) === late) ?? [];
    return [path, beside === undefined ? share : share * (shares[path.replace(/[^.]+$/, beside)] ?? 0)];
  }));
}

const place = fc.double({ min: 0, max: LAST, noNaN: true });

/** The largest difference of a field or an opacity between two pictures; a scene that is not there counts as opacity 0. */
function distance(a: number, b: number): number {
  const [before, after] = [resolve(STEPS, a).layers, resolve(STEPS, b).layers];
  return Math.max(
    ...SCENE_NAMES.map((name) => {
      const [from, to] = [before[name], after[name]] as (Layer | undefined)[];
      if (!from || !to) return from?.opacity ?? to?.opacity ?? 0;
      const [first, second] = [seenOf(name, from.state), seenOf(name, to.state)];
      const fields = Object.keys({ ...first, ...second }).map((key) => Math.abs((first[key] ?? 0) - (second[key] ?? 0)));
      return Math.max(Math.abs(from.opacity - to.opacity), ...fields);
    }),
  );
}

describe('the steps', () => {
  test('are those of the storyboard, in its order, each in its chapter', () => {
    expect(STEPS.map((step) => step.id)).toEqual([
      'opening', 'lead', 'parcel', 'transfer', 'north', 'ring', 'island-arrests', 'cut-1', 'hubei', 'four-places', 'target-case', 'round-up', 'both-lines',
      'cases-2019', 'cases-since', 'same-length', 'guess', 'reveal', 'venues', 'places-checked', 'coast', 'prevention', 'recovery',
    ]);
    expect(STEP_IDS).toEqual(STEPS.map((step) => step.id));
    expect(CHAPTERS.map((chapter) => chapter.steps.length)).toEqual([1, 7, 5, 5, 3, 2, 0]);
    expect(STEPS.filter((step) => step.number === step.of).map((step) => step.id)).toEqual(['opening', 'cut-1', 'both-lines', 'reveal', 'coast', 'recovery']);
  });

  test('it is night up to the cut of both lines, and day from the falling counts on', () => {
    expect(STEPS.slice(0, 13).every((step) => step.theme === 'night')).toBe(true);
    expect(STEPS.slice(13).every((step) => step.theme === 'day')).toBe(true);
  });

  test('no field of a picture leaves 0 to 1', () => {
    for (const { id, picture } of STEPS) {
      for (const [name, state] of Object.entries(picture)) {
        for (const [key, value] of Object.entries(sharesOf(state as object))) expect(value >= 0 && value <= 1, `${id}: ${name}.${key} = ${value}`).toBe(true);
      }
    }
  });
});

describe('resolve', () => {
  test('at a whole step it is the step’s own picture, wholly visible, and nothing of its neighbours', () => {
    STEPS.forEach((step, position) => {
      const { layers } = resolve(STEPS, position);
      expect(Object.keys(layers).sort(), step.id).toEqual(Object.keys(step.picture).sort());
      for (const [name, layer] of Object.entries(layers) as [string, Layer][]) {
        expect(layer, `${step.id}: ${name}`).toEqual({ state: step.picture[name as keyof typeof step.picture], opacity: 1, theme: step.theme });
      }
    });
  });

  test('does not jump: a thousandth of a step moves no field and no opacity by more than a hundredth', () => {
    fc.assert(fc.property(place, (p) => distance(p, p + 0.001) <= 0.01), { numRuns: 2000 });
    for (let step = 0; step <= LAST; step++) {
      expect(distance(step - 1e-6, step + 1e-6), `at ${STEPS[step]?.id}`).toBeLessThan(1e-4);
      expect(distance(step + 0.5 - 1e-6, step + 0.5 + 1e-6), `half a step after ${STEPS[step]?.id}`).toBeLessThan(1e-4);
    }
  });

  test('no field leaves the range of the two steps it lies between, but for what grows from nothing', () => {
    fc.assert(
      fc.property(place, (p) => {
        const [from, to] = [STEPS[Math.floor(p)]!, STEPS[Math.ceil(p)]!];
        for (const [name, layer] of Object.entries(resolve(STEPS, p).layers) as [keyof typeof from.picture, Layer][]) {
          for (const [key, value] of Object.entries(sharesOf(layer.state))) {
            const ends = [from, to].map((step) => sharesOf(step.picture[name] ?? {})[key] ?? 0);
            if (value < Math.min(...ends) - 1e-9 || value > Math.max(...ends) + 1e-9) return false;
          }
          if (layer.opacity < 0 || layer.opacity > 1) return false;
        }
        return true;
      }),
    );
  });

  test('the way does not matter: after any wandering the picture of a place is the same', () => {
    fc.assert(
      fc.property(place, fc.array(place, { maxLength: 5 }), (p, way) => {
        const before = JSON.stringify(resolve(STEPS, p));
        for (const each of way) resolve(STEPS, each);
        return JSON.stringify(resolve(STEPS, p)) === before;
      }),
      { numRuns: 200 },
    );
  });

  test('half a step is half a state', () => {
    const half = resolve(STEPS, 3.5).layers.map!; // from the island's towns back to China
    expect(half.state).toMatchObject({ zoom: 0.5, land: 0.5, trips: 0.5, months: 0.5, lines: { 'line-1': { drawn: 1, onward: 0.5 } } });
  });

  test('words of two scenes never share the stage: what leaves is gone before what comes begins', () => {
    for (const [from, to] of [[12, 'squares'], [15, 'falls'], [17, 'visits'], [20, 'reached'], [21, 'helped']] as const) {
      for (let t = 0.01; t < 1; t += 0.01) {
        const seen = Object.keys(resolve(STEPS, from + t).layers);
        expect(seen.includes(to) ? seen : [], `${from + t}`).toSatisfy((names: string[]) => names.length <= 1);
      }
    }
  });

  test.each([[-5, 0], [NaN, 0], [-Infinity, 0], [99, LAST], [Infinity, LAST]])('%d is read as step %d', (position, step) => {
    expect(resolve(STEPS, position)).toEqual(resolve(STEPS, step));
  });

  test('a story of one step stands still', () => {
    const only: PictureStep[] = [STEPS[0]!];
    expect([0, 0.5, 7].map((position) => resolve(only, position))).toEqual(Array(3).fill(resolve(STEPS, 0)));
  });
});

describe('settle', () => {
  test.each([
    [0, 0], [1, 1], [2.1, 2], [2.16, 2], [2.5, 2.5], [2.84, 3], [2.95, 3], [22, 22],
  ])('a reader at %d sees the picture of %d', (position, shown) => {
    expect(settle(position)).toBeCloseTo(shown, 9);
  });

  test('never goes back while the reader goes on, keeps within the same two steps, and does not jump', () => {
    fc.assert(
      fc.property(place, fc.double({ min: 0, max: 0.002, noNaN: true }), (p, move) => {
        const [a, b] = [settle(p), settle(p + move)];
        // Steepest slope 2.3, and one grain of 1/400.
        return b >= a && b - a <= move * 2.3 + 0.0026 && a >= Math.floor(p) && a <= Math.floor(p) + 1;
      }),
      { numRuns: 2000 },
    );
  });

  test('is the same from either side, to a grain', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (t) => Math.abs(settle(4 + t) - 4 - (5 - settle(5 - t))) <= 1 / 400 + 1e-9));
  });
});
