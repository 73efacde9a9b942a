import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFormatRows } from 'd3';
import { describe, expect, test } from 'vitest';
import { loadTables } from '../../src/data/tables.ts';
import { CORRECTIONS_HEAD, grid, messageOf, writePackage } from './fixture.ts';

const PUBLISHED = '2026-10-05';
const TODAY = '2026-11-01';
const table = (rows: readonly (readonly string[])[]): string => `${csvFormatRows(rows as string[][])}\n`;
const OWN = table(grid('corrections'));

/** The state of the fixture as it is, as `npm run release` would write it. */
function state(): string {
  const files = Object.fromEntries((['facts', 'corrections', 'withdrawals'] as const).map((name) => [`data/${name}.csv`, table(grid(name)).split('\n')]));
  return JSON.stringify({ published: PUBLISHED, modified: PUBLISHED, version: '1.0.2', files });
}

/** What the reader says of the published fixture when a fact’s cell reads otherwise and these rows are logged. */
function faultsOf(change: readonly [id: string, column: string, text: string] | null, rows: readonly string[] = [], more: Record<string, string | null> = {}, published: string | null = PUBLISHED): string | undefined {
  const facts = grid('facts');
  if (change) facts.find(([each]) => each === change[0])![facts[0]!.indexOf(change[1])] = change[2];
  const dir = writePackage({ 'facts.csv': table(facts), 'corrections.csv': `${OWN}${rows.map((row) => `${row}\n`).join('')}`, 'published.json': state(), ...more });
  return messageOf(() => loadTables(dir, TODAY, published))?.replaceAll(`${dir}/`, '');
}

const SOURCE = 's-9,source,2026-10-06,qh-venues,,value,18,19,,,来函,A letter,读者,A reader';
const CORRECTION = SOURCE.replace('s-9,source', 'c-9,correction');

describe('a published number', () => {
  test('that changes without a row of each kind stops the build, which prints the row to add', () => {
    expect(faultsOf(['qh-venues', 'value', '19'], [SOURCE])).toMatch(
      /^1 fault.*\n {2}facts\.csv:\d+:5 \(value\): "19" is not what was published, expected "18", or a row in corrections\.csv that says so: c-1,correction,YYYY-MM-DD,qh-venues,,value,18,19,,,依据,what shows it,指出者,who found it$/,
    );
    expect(faultsOf(['qh-venues', 'value', '19'], [CORRECTION])).toMatch(/is not what the source prints/);
    expect(faultsOf(['qh-venues', 'value', '19'], [SOURCE, CORRECTION])).toBeUndefined();
    expect(faultsOf(null)).toBeUndefined();
  });

  test('of which the English unit alone changes is no less a change', () => {
    expect(faultsOf(['qh-venues', 'unit_en', 'halls'])).toContain('is not what was published');
  });

  test.each([
    ['was never published', CORRECTION.replace(',18,19', ',17,19'), '"17" was never the value of qh-venues, expected "18" as what was published (published.json) has it'],
    ['was not carried out', CORRECTION.replace(',18,19', ',18,20'), '"20" is not what facts.csv says of qh-venues, expected "19"'],
    ['is of a day to come, in Beijing', CORRECTION.replace('2026-10-06', '2026-11-02'), '"2026-11-02" is yet to come, expected 2026-11-01 or earlier'],
    ['is of a day before publication', CORRECTION.replace('2026-10-06', '2026-10-04'), '"2026-10-04" lies before the piece was published, expected 2026-10-05 or later'],
    ['has no reason', CORRECTION.replace('A letter', ''), '(reason_en): "" is empty'],
    ['changes nothing', CORRECTION.replace(',18,19', ',18,18'), '"18" is what stood before, expected a change'],
  ])('is not corrected by a row that %s', (_, row, fault) => {
    expect(faultsOf(['qh-venues', 'value', '19'], [SOURCE, row])).toContain(fault);
  });

  test('may come right by our own mistake alone: what the source prints needs no row then', () => {
    const printed = grid('printed');
    printed.find(([id]) => id === 'qh-venues')![2] = '19';
    expect(faultsOf(['qh-venues', 'value', '19'], [CORRECTION], { 'printed.csv': table(printed) })).toBeUndefined();
  });
});

describe('a piece', () => {
  test('that is a draft has published nothing that could be corrected', () => {
    expect(faultsOf(['qh-venues', 'value', '19'], [SOURCE, CORRECTION], { 'published.json': null }, null)).toContain(
      '(kind): "correction" says that what was published has changed, and the piece is a draft, expected "published" in site.config.json, or no such row',
    );
  });

  test('that is published without its state, or on another day than that, is refused', () => {
    expect(faultsOf(null, [], { 'published.json': null })).toContain('data/published.json does not say what was, expected it: run npm run release');
    expect(faultsOf(null, [], {}, '2026-10-06')).toContain('published: "2026-10-06", expected "2026-10-05", the day that data/published.json has');
    expect(faultsOf(null, [], {}, null)).toContain('published: missing, expected "2026-10-05"');
  });

  test('keeps what it told its readers: a published row that is lost or reads otherwise stops the build', () => {
    const message = (rows: string): string => faultsOf(null, [], { 'corrections.csv': rows })!;
    expect(message(OWN.replace('Checked by the desk, against the source', 'Something else'))).toContain('"s-2" is published and reads otherwise, expected it as it was');
    expect(message(`${CORRECTIONS_HEAD}\n`)).toContain('corrections.csv: "s-1" is published and lost, expected it as it was');
  });

  test('has its state from what npm run release wrote, and from nothing else', () => {
    expect(faultsOf(null, [], { 'published.json': '{}' })).toMatch(/published\.json: is not what npm run release writes/);
  });
});

test('the published edition has a correction of each field, and one of a sentence', () => {
  const rows = readFileSync(join('tests/newsroom/published/edition.yaml'), 'utf8').matchAll(/kind: correction.*field: (\w+)/g);
  expect(new Set([...rows].map(([, field]) => field))).toEqual(new Set(['value', 'qualifier', 'unit', 'period', 'place', 'month', 'sentence']));
});
