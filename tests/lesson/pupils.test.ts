import { csvParse } from 'd3';
import { expect, test } from 'vitest';
import { tables } from '../../src/data/tables.ts';
import { PUPILS_COLUMNS, pupilsCsv } from '../../src/lesson/content/pupils.ts';
import { readLesson } from '../../src/lesson/content/words.ts';

const excel = pupilsCsv(tables(), 'excel');
const rows = csvParse(excel.replace(/^\uFEFF/, ''));
const row = (id: string) => rows.find((each) => each['id'] === id)!;

test('a double click in Excel or WPS shows Chinese: byte order mark, CRLF on every line, none inside a cell', () => {
  expect(excel.startsWith('\uFEFFid,')).toBe(true);
  expect(excel.endsWith('\r\n')).toBe(true);
  expect(excel.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(pupilsCsv(tables(), 'plain')).toBe(excel.slice(1).replaceAll('\r\n', '\n'));
});

test('eight to twelve rows, each with words in both languages and a number', () => {
  expect(rows.length).toBeGreaterThanOrEqual(8);
  expect(rows.length).toBeLessThanOrEqual(12);
  for (const each of rows) {
    for (const column of ['place_zh', 'place_en', 'what_zh', 'what_en', 'unit_zh', 'unit_en', 'exact_zh', 'exact_en', 'period_zh', 'period_en']) expect(each[column], `${each['id']} ${column}`).not.toBe('');
    expect(each['value']).toMatch(/^-?\d+$/);
  }
});

test('months are given only where they can be worked out', () => {
  const months = (id: string) => [row(id)['months_min'], row(id)['months_max']];
  expect(row('qh-cases-2019')).toMatchObject({ value: '84', unit_zh: '起', place_en: 'Dongtan' });
  expect(months('qh-cases-2019')).toEqual(['12', '12']);
  expect(months('qh-cases-2020on')).toEqual(['12', '18']);
  // A period "to publication" would be 18 months and no question.
  expect(row('qh-cases-2020on')).toMatchObject({ period_zh: '2020年以来，截止日未写明', period_en: 'since 2020, last day not given' });
  expect(row('wn-users-2020on')['period_en']).toBe('2020 to publication (June 2021)');
  // "Up to now", which is longer than a year: how much longer is not said.
  expect(months('wn-users-2020on')).toEqual(['', '18']);
  expect(months('qh-arrests-ring')).toEqual(['', '']);
});

test('every column has its line in the codebook', () => {
  const names = Object.keys(rows[0]!).map((name) => name.replace(/_(zh|en)$/, ''));
  expect([...new Set(names)]).toEqual([...PUPILS_COLUMNS]);
  expect(Object.keys(readLesson('zh').codebook.columns)).toEqual([...PUPILS_COLUMNS]);
});
