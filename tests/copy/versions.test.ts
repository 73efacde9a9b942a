import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeEdition } from '../../scripts/editions.ts';
import { versionsOf } from '../../src/copy/versions.ts';
import { loadTables, tables } from '../../src/data/tables.ts';
import { changesJson, dataText } from '../../src/layouts/data-files.ts';

const work = mkdtempSync(join(tmpdir(), 'versions-test-'));
afterAll(() => rmSync(work, { recursive: true }));

test('a newsroom without corrections has one version, since which nothing changed', () => {
  expect(versionsOf('en').map(({ version, since }) => [version, since])).toEqual([['1.0.0', []]]);
  expect(JSON.parse(changesJson())).toMatchObject({ version: '1.0.0', versions: { '1.0.0': { changes: [] } } });
});

test('the text beside the tables says version, day, licence and where corrections stand, in both languages', () => {
  expect(dataText()).toMatch(/数据版本1\.0\.0，.*更正见https?:.*\/data\/#corrections/);
  expect(dataText()).toMatch(/Data version 1\.0\.0, .* Corrections: https?:.*\/en\/data\/#corrections/);
  expect(dataText()).toContain('CC BY');
});

test('since a version all later changes are told, a departure from the source with its correction once, those of a day that had just begun too', () => {
  const folder = join(work, 'published');
  writeEdition({ name: 'published', source: 'tests/newsroom/published', folder });
  const data = loadTables(join(folder, 'data'), '2026-12-01', '2021-07-01');
  const since = new Map(versionsOf('en', data).map(({ version, day, since: notices }) => [version, [day, ...notices.map(({ id }) => id)]]));
  // By hand: two rows a day from 2 to 6 July, four on the 7th, one on the 8th.
  expect([...since.keys()][0]).toBe('1.0.15');
  expect(since.get('1.0.15')).toEqual(['2021-07-08']);
  expect(since.get('1.0.14')).toEqual(['2021-07-07', 'c-8']);
  expect(since.get('1.0.13')).toEqual(['2021-07-07', 'c-8', 'c-6', 'c-7']);
  expect(since.get('1.0.2')).toEqual(['2021-07-02', 'c-8', 'c-6', 'c-7', 'c-5', 'c-4', 'c-3', 'c-2']);
  expect(since.get('1.0.0')).toEqual(['2021-07-01', 'c-8', 'c-6', 'c-7', 'c-5', 'c-4', 'c-3', 'c-2', 'c-1']);
});

test('a draft tells departures from the source', () => {
  expect(tables().published).toBeNull();
  const row = { ...BASE, kind: 'source' as const };
  expect(versionsOf('en', { ...tables(), corrections: [row], revisions: [row.date] }).at(-1)!.since.map(({ id }) => id)).toEqual(['s-1']);
});

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const BASE = { id: 's-1', date: '2021-07-02', fact: 'qh-vehicles', step: null, field: 'value' as const, was: both('480'), is: both('493'), reason: both('a letter'), found: both('a reader') };
