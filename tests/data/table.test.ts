import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDescriptor, type TableSchema } from '../../src/data/descriptor.ts';
import { ownersFile } from '../../src/newsroom.ts';
import { CORRECTIONS_HEAD } from './fixture.ts';
import { cellAddress, DataError, readTable } from '../../src/data/table.ts';

const { resources } = parseDescriptor('data/datapackage.json', readFileSync(ownersFile('data/datapackage.json'), 'utf8'));
const corrections = resources.find(({ name }) => name === 'corrections')?.schema as TableSchema;
const HEADER = CORRECTIONS_HEAD;
/** A row of corrections with a day, a reason in both languages. */
const row = (day: string, zh: string, en: string): string => `s-${day},source,${day},qh-x,,value,1,2,,,${zh},${en},读者,A reader\n`;

test('text with a BOM reads like text without: the first column does not become "\\uFEFFdate"', () => {
  const text = `${HEADER}\n${row('2026-12-01', '来信', 'A letter')}`;
  expect(readTable('c.csv', `\uFEFF${text}`, corrections)).toEqual(readTable('c.csv', text, corrections));
});

test('a header without rows is an empty table, not a fault', () => {
  expect(readTable('c.csv', `${HEADER}\r\n`, corrections).rows).toEqual([]);
});

test('a row after a cell with line breaks keeps its own line number', () => {
  const text = `${HEADER}\n${row('2026-12-01', '来信', '"two\nlines"')}${row('never', '来信', 'A letter')}`;
  try {
    readTable('c.csv', text, corrections);
    expect.unreachable();
  } catch (error) {
    expect((error as DataError).faults).toEqual([
      expect.stringMatching(/^c\.csv:2:12 \(reason_en\): "two\\nlines" is not clean text, expected/),
      'c.csv:4:3 (date): "never" is not a date, expected YYYY-MM-DD such as 2021-06-26',
    ]);
  }
});

test('quotation marks and commas inside a cell are read as they are meant', () => {
  const { rows } = readTable('c.csv', `${HEADER}\n${row('2026-12-01', '"他说""余"",不是"', 'A letter')}`, corrections);
  expect(rows).toMatchObject([{ line: 2, cells: { reason_zh: '他说"余",不是', old_value: '1' } }]);
});

test('a number stays a number and an empty cell is null, never 0', () => {
  const places = resources.find(({ name }) => name === 'places')?.schema as TableSchema;
  const header = places.fields.map(({ name }) => name).join(',');
  const [place] = readTable('p.csv', `${header}\nsanya,三亚,Sanya,city,109.5,18.25,460200,city,GeoNames,,,,,,,,\n`, places).rows;
  expect(place?.cells).toMatchObject({ lon: 109.5, within: '460200', source_id: null, note_zh: null });
});

test('an address counts lines and columns from 1', () => {
  expect(cellAddress({ file: 'data/facts.csv', columns: ['id', 'value'] }, 4, 'value')).toBe('data/facts.csv:4:2 (value)');
});
