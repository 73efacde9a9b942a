import { expect, test } from 'vitest';
import { makeChart } from '../../src/flat/chart.ts';
import { layoutFalls } from '../../src/scenes/falls/layout.ts';
import { FRAMES } from '../../src/scenes/frames.ts';

const chart = makeChart('zh', 'geographic');
const at = (monthly: number) => layoutFalls({ bars: 1, guess: 1, answer: 1, monthly }, FRAMES.landscape, chart, null).shapes;
const widthOf = (key: string): number => Number(/h([\d.]+)/.exec(at(1).find((shape) => shape.key === key)?.d ?? '')?.[1]);

test('falls of periods of different length are drawn as what each is a month, to one scale, and what lies between the two readings is hatched', () => {
  // By hand from the newsroom: 240 ÷ 12 = 20 and 410 ÷ 12 = 34.17 a month, then 1,170 ÷ 18 = 65 to 1,170 ÷ 17 = 68.82, which takes 0.45 of 840.
  const unit = (840 * 0.45) / (1170 / 17);
  expect(widthOf('users2018-rate')).toBeCloseTo(20 * unit, 0);
  expect(widthOf('users2019-rate')).toBeCloseTo((410 / 12) * unit, 0);
  expect(widthOf('users2020on-rate')).toBeCloseTo(65 * unit, 0);
  expect(widthOf('users2020on-between')).toBeCloseTo((1170 / 17 - 65) * unit, 0);
  expect(at(1).filter(({ key }) => key.endsWith('-between')).map(({ key, fill }) => [key, fill]), 'a period whose length is known has one reading').toEqual([['users2020on-between', 'hatch']]);
});

test('before the answer nothing tells what it is a month', () => {
  expect(at(0).some(({ key }) => key.endsWith('-rate'))).toBe(false);
});
