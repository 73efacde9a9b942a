import { expect, test } from 'vitest';
import { inPairs } from '../../scripts/engines/pairs.ts';

const FACTORS = { size: ['small', 'middle', 'large'], language: ['zh', 'en'], setting: ['none', 'large type', 'spacing', 'still'] } as const;

test('every value meets every value of every other factor, in fewer rows than the grid has', () => {
  const rows = inPairs(FACTORS);
  for (const [a, b] of [['size', 'language'], ['size', 'setting'], ['language', 'setting']] as const) {
    for (const left of FACTORS[a]) for (const right of FACTORS[b]) expect(rows.some((row) => row[a] === left && row[b] === right), `${left} and ${right}`).toBe(true);
  }
  expect(rows.length).toBeGreaterThanOrEqual(12);
  expect(rows.length).toBeLessThan(18);
});

test('the rows are the same ones in every run', () => expect(inPairs(FACTORS)).toEqual(inPairs(FACTORS)));
