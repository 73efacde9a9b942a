import { csvFormatRows } from 'd3';
import { describe, expect, test } from 'vitest';
import { derive, derivedById, figureById, monthsInclusive } from '../../src/data/derive.ts';
import { factById, loadTables, placeById } from '../../src/data/tables.ts';
import { grid, messageOf, writePackage } from './fixture.ts';

const tables = loadTables(writePackage());

// Worked out by hand: 84 − 21 = 63; 63/84 = 0.75; 84/12 = 7; 21/12 = 1.75; 21/18 = 1.1667;
// 240/12 = 20; 1170/18 = 65; 1170/17 = 68.8235;
// the distance by the haversine formula, apart from d3: 3,470.723 km.
test.each([
  ['calc-distance', 3470.723, -2, 3],
  ['calc-change', -75, 2, 3],
  ['calc-fewer', 63, 0, 9],
  ['calc-monthly-2019', 7, 1, 4],
  ['calc-months-min', 12, 0, 9],
  ['calc-months-max', 18, 0, 9],
  ['calc-monthly-short', 1.75, 1, 4],
  ['calc-monthly-long', 1.1667, 1, 4],
  ['calc-users-monthly-2018', 20, 1, 9],
  ['calc-users-monthly-long', 65, 1, 9],
  ['calc-users-monthly-short', 68.8235, 1, 4],
  ['calc-sweep-visits', 11.2963, 1, 4],
  ['calc-sweep-officers', 48.1481, 1, 4],
  ['calc-sweep-vehicles', 8.8889, 1, 4],
  ['calc-course-people', 21.0714, 1, 4],
])('%s is %d, shown with %d decimals', (id, value, decimals, digits) => {
  const figure = derivedById(tables, id);
  expect(figure.value).toBeCloseTo(value, digits);
  expect(figure.decimals).toBe(decimals);
});

test('none of these is missing: the texts and the scenes ask for them', () => {
  expect([...derive(tables).keys()]).toEqual(
    expect.arrayContaining(['calc-change', 'calc-distance', 'calc-fewer', 'calc-months-max', 'calc-months-min', 'calc-monthly-2019', 'calc-monthly-long', 'calc-monthly-short',
      'calc-users-monthly-2018', 'calc-users-monthly-2019', 'calc-users-monthly-long', 'calc-users-monthly-short']),
  );
});

describe('methods', () => {
  test('the distance is called a straight line and not the way the parcels went', () => {
    const { method } = derivedById(tables, 'calc-distance');
    expect(method.zh).toMatch(/直线，不是包裹实际走的路线/);
    expect(method.en).toMatch(/straight line, not the way the parcels went/);
  });

  test.each(['calc-change', 'calc-fewer'])('%s says that the periods may differ in length, and not that they do', (id) => {
    const { method } = derivedById(tables, id);
    expect(method.zh).toContain('两段时间未必一样长');
    expect(method.en).toContain('The two periods may not be equally long');
  });

  test('they show the numbers that went in, from the tables', () => {
    expect(derivedById(tables, 'calc-change').method.zh).toContain('（21−84）÷84');
    expect(derivedById(tables, 'calc-monthly-long').method).toMatchObject({ zh: expect.stringContaining('21起÷18个月'), en: expect.stringContaining('21 cases ÷ 18 months') });
    expect(derivedById(tables, 'calc-months-max').method).toMatchObject({ zh: expect.stringContaining('2020年1月到2021年6月'), en: expect.stringContaining('January 2020 to June 2021') });
  });

  test('everything a figure is worked out from exists', () => {
    for (const { from } of derive(tables).values()) {
      expect(from.length).toBeGreaterThan(0);
      for (const id of from) expect(tables.facts.has(id) || tables.places.has(id) || derive(tables).has(id), id).toBe(true);
    }
  });
});

test('a corrected fact changes our figures: none is typed', () => {
  const rows = grid('facts').map((row) => (row[0] === 'qh-cases-2020on' ? row.with(4, '42') : row));
  const printed = grid('printed').map((row) => (row[0] === 'qh-cases-2020on' ? row.with(2, '42') : row));
  const corrected = loadTables(writePackage({ 'facts.csv': csvFormatRows(rows), 'printed.csv': csvFormatRows(printed) }));
  expect(derivedById(corrected, 'calc-change').value).toBe(-50);
  expect(derivedById(corrected, 'calc-change').method.en).toContain('(42 − 84) ÷ 84');
});

test('what a calculation lacks is named', () => {
  const facts = new Map([...tables.facts].filter(([id]) => id !== 'qh-cases-2019'));
  const places = new Map([...tables.places].filter(([id]) => id !== 'sanya'));
  expect(messageOf(() => derive({ ...tables, facts }))).toContain('"qh-cases-2019" is unknown');
  expect(messageOf(() => derive({ ...tables, places }))).toContain('"sanya" is unknown');
  const noNumber = new Map([...tables.facts, ['qh-cases-2019', { ...factById(tables, 'qh-cases-2019'), value: null, month: '2019-01' }] as const]);
  expect(messageOf(() => derive({ ...tables, facts: noNumber }))).toContain('data/facts.csv: qh-cases-2019 (value): "" is not disclosed');
});

test('figureById finds facts and figures of ours, and names what it does not find', () => {
  expect(figureById(tables, 'qh-months').value).toBe(6);
  expect(figureById(tables, 'calc-fewer').value).toBe(63);
  expect(messageOf(() => figureById(tables, 'calc-rate'))).toContain('"calc-rate" is unknown, expected');
  expect(messageOf(() => derivedById(tables, 'qh-months'))).toContain('"qh-months" is unknown, expected');
});

test('months are counted with both ends', () => {
  expect(monthsInclusive('2020-01', '2020-01')).toBe(1);
  expect(monthsInclusive('2019-11', '2020-02')).toBe(4);
});

test('the distance follows the points, in kilometres', () => {
  const far = new Map([...tables.places, ['sanya', { ...placeById(tables, 'sanya'), lon: 90, lat: 0 }] as const, ['mudanjiang', { ...placeById(tables, 'mudanjiang'), lon: 0, lat: 0 }] as const]);
  // A quarter of the equator on the mean sphere: π/2 × 6371.0088.
  expect(derivedById({ ...tables, places: far }, 'calc-distance').value).toBeCloseTo(10007.557, 3);
});
