import { csvParseRows } from 'd3';
import { describe, expect, test } from 'vitest';
import { derive } from '../../src/data/derive.ts';
import type { ResourceName } from '../../src/data/descriptor.ts';
import { dataVersion, factsJson, fileResponse, servedDescriptor, tableCsv } from '../../src/data/publish.ts';
import { loadTables } from '../../src/data/tables.ts';
import { grid, writePackage } from './fixture.ts';

const tables = loadTables(writePackage());
const NAMES: ResourceName[] = ['facts', 'places', 'lines', 'routes', 'corrections'];

describe.each(NAMES)('%s', (name) => {
  test('the file for programs has the rows of the repository, no BOM and no CR', () => {
    const text = tableCsv(tables, name, 'plain');
    expect(csvParseRows(text)).toEqual(grid(name));
    expect(text).not.toMatch(/[\uFEFF\r]/);
    expect(text.endsWith('\n')).toBe(true);
  });

  test('the file for Excel and WPS begins with a BOM and ends every line with CRLF', () => {
    const text = tableCsv(tables, name, 'excel');
    expect(text.startsWith('\uFEFFid,')).toBe(true);
    expect(text.match(/(?<!\r)\n/)).toBeNull();
    expect(text.match(/\r\n/g)).toHaveLength(grid(name).length);
    expect(csvParseRows(text.slice(1))).toEqual(grid(name));
  });

  test('no text cell begins like a formula', () => {
    const cells = csvParseRows(tableCsv(tables, name, 'plain')).flat();
    expect(cells.filter((cell) => /^[=+@\t-]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell))).toEqual([]);
  });
});

test('a reader of the served package gets the same tables back', () => {
  const dir = writePackage({
    'facts.utf8.csv': tableCsv(tables, 'facts', 'plain'),
    'facts.csv': null,
    ...Object.fromEntries((['places', 'lines', 'routes', 'printed', 'corrections', 'withdrawals'] as const).map((name) => [`${name}.csv`, tableCsv(tables, name, 'excel')])),
    'datapackage.json': servedDescriptor(tables).replace('"version": "1.0.2"', '"version": "1.0.0"'),
  });
  const [{ package: served, ...rest }, { package: _, ...before }] = [loadTables(dir), tables];
  expect(rest).toEqual(before);
  expect(served.resources.map(({ path }) => path)).toEqual(['facts.utf8.csv', 'places.csv', 'lines.csv', 'routes.csv', 'printed.csv', 'corrections.csv', 'withdrawals.csv']);
});

test('each correction raises the version', () => {
  expect(dataVersion({ ...tables, revisions: [] })).toBe('1.0.0');
  expect(dataVersion(tables)).toBe('1.0.2');
  expect(JSON.parse(servedDescriptor(tables))).toMatchObject({ version: '1.0.2' });
});

test('facts.json holds all 46 facts and every calculation, with numbers as numbers', () => {
  const figures = JSON.parse(factsJson(tables)) as { id: string; value: unknown; month?: unknown; calculated: boolean }[];
  expect(figures.filter(({ calculated }) => !calculated)).toHaveLength(46);
  expect(figures.filter(({ calculated }) => calculated).map(({ id }) => id)).toEqual([...derive(tables).keys()]);
  expect(figures.filter(({ value }) => typeof value !== 'number').map(({ id }) => id)).toEqual(['wn-target-case']);
  expect(figures.find(({ id }) => id === 'qh-seized-island-g')?.value).toBe(0.85);
});

test('a response keeps the BOM as its first three bytes', async () => {
  const bytes = new Uint8Array(await fileResponse(tableCsv(tables, 'facts', 'excel'), 'text/csv').arrayBuffer());
  expect([...bytes.slice(0, 5)]).toEqual([0xef, 0xbb, 0xbf, 0x69, 0x64]);
});
