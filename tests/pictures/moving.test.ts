import { describe, expect, test, vi } from 'vitest';

const approval = vi.hoisted(() => ({ number: '' }));
vi.mock('../../src/settings.ts', async (original) => {
  const module = await original<typeof import('../../src/settings.ts')>();
  return { ...module, settings: { ...module.settings, mapMode: 'geographic', get mapApprovalNumber() { return approval.number; } } };
});

const { movingFilm, movingSteps } = await import('../../src/pictures/moving.ts');
const { outlineOf } = await import('../../src/pictures/moving/outline.ts');
const { hatchOf, tenfold } = await import('../../src/pictures/moving/path.ts');

describe('a path in tenths', () => {
  test.each([
    ['M1.5 2h3.04v-1z', 'M15 20h30v-10z'],
    // The flags of an arc and its angle are no lengths.
    ['M0 0a4.5 4.5 0 1 0 9 0z', 'M0 0a45 45 0 1 0 90 0z'],
    ['M10.25.5L-3 4', 'M103 5L-30 40'],
  ])('%s', (d, expected) => expect(tenfold(d)).toBe(expected));
});

test('hatching stays inside its shape, line by line', () =>
  // A square of 10: lines at 0.6, 5.6 and 10.6 of its diagonal of 14.1.
  expect(hatchOf([[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]], 5, 1.2).match(/M/g)).toHaveLength(3));

test('a character that the faces lack is one clear line', () => {
  const message = (() => {
    try {
      return outlineOf({ text: '第𠮷批', x: 0, y: 0, size: 10 }, 'zh');
    } catch (error) {
      return (error as Error).message;
    }
  })();
  expect(message).toContain('“第𠮷批” with characters that its fonts lack: 𠮷 (U+20BB7)');
  expect(message).not.toContain('\n');
});

describe('which steps are played', () => {
  test.each([
    // All of them, up to the months that make both counts comparable.
    ['cases', ['cases-2019', 'cases-since', 'same-length']],
    // The question, then its answer.
    ['known-users', ['guess', 'reveal']],
    // What is seen from another place is left out: nothing flies there.
    ['line-heilongjiang', ['parcel', 'north', 'cut-1']],
    ['story', ['opening']],
  ])('%s', (id, steps) => expect(movingSteps(id)).toEqual(steps));
});

test('a line is whole before it is cut, and its cut comes last', () => {
  const { film } = movingFilm('side-by-side', 'zh');
  const legs = film.actors.filter(({ kind }) => kind === 'leg');
  const firstSeen = (shown: readonly number[]): number => shown.findIndex((value) => value > 0);
  const whole = legs.filter(({ stays }) => !stays);
  const cuts = film.actors.filter(({ kind }) => kind === 'cut');
  expect(whole.length).toBeGreaterThan(0);
  expect(Math.min(...cuts.map(({ shown }) => firstSeen(shown)))).toBeGreaterThan(Math.max(...whole.map(({ shown }) => firstSeen(shown))));
});

test('land is drawn only under an approval number', () => {
  const hasLand = (): boolean => movingFilm('line-heilongjiang', 'en').film.actors.some(({ key }) => key === 'map/land');
  expect(hasLand()).toBe(false);
  approval.number = 'GS(2021)626号';
  expect(hasLand()).toBe(true);
});
