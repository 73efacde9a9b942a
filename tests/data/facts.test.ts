import { expect, test } from 'vitest';
import { factById, loadTables, placeById, routeById } from '../../src/data/tables.ts';
import { messageOf, writePackage } from './fixture.ts';

const tables = loadTables(writePackage());

test('a failed look-up names the id', () => {
  expect(messageOf(() => factById(tables, 'qh-cases-2018'))).toBe('"qh-cases-2018" is unknown, expected an id of data/facts.csv');
  expect(messageOf(() => placeById(tables, 'wuhan'))).toBe('"wuhan" is unknown, expected an id of data/places.csv');
  expect(messageOf(() => routeById(tables, 'line-3'))).toBe('"line-3" is unknown, expected an id of data/routes.csv');
  expect(placeById(tables, 'sanya').name).toEqual({ zh: '三亚', en: 'Sanya' });
  expect(routeById(tables, 'line-1-trunk')).toMatchObject({ from: 'mudanjiang', to: 'sanya', note: { zh: '', en: '' } });
});

const real = loadTables();

test('the two arrest counts of the first line each say that they are not to be added', () => {
  for (const id of ['qh-arrests-ring', 'qh-arrests-island']) {
    expect(factById(real, id).note.zh).toContain('不能与');
    expect(factById(real, id).note.en).toContain('Never add it');
  }
});

test('the 2019 and the since-2020 count do not claim periods of the same length', () => {
  expect(factById(real, 'qh-cases-2019').period).toEqual({ zh: '2019年', en: '2019' });
  expect(factById(real, 'qh-cases-2020on').period).toEqual({ zh: '2020年以来，截止日未写明', en: 'since 2020, last day not given' });
});
