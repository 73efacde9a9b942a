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
