import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { countKinds } from '../../scripts/mutate/build.ts';
import { ALLOWED, Bench, matrix, type Trial } from '../../scripts/mutate/try.ts';

const bench = new Bench();
afterAll(() => bench.close());
const all = bench.mutants();
const find = (table: string, row: string, column: string, is?: string) => all.find((each) => each.table === table && each.row === row && each.column === column && (is === undefined || each.is === is))!;
const said = ({ outcome, detail }: Trial): string => `${outcome}: ${detail}`;

test('every cell of every table is changed', () => {
  // By hand: 46 facts of 20 columns; each cell gets at least one other value.
  const facts = new Set(all.filter(({ table }) => table === 'facts').map(({ row, column }) => `${row} ${column}`));
  expect(facts.size).toBe(46 * 20);
  expect(new Set(all.map(({ table }) => table))).toEqual(new Set(['facts', 'places', 'lines', 'routes', 'printed']));
});

describe('a changed cell', () => {
  test('is refused by row and column without its correction', () => {
    const [bare] = bench.trials(find('facts', 'qh-venues', 'value', '19'));
    expect(said(bare!)).toMatch(/^refused: +data\/facts\.csv:\d+:5 \(value\): "19" is not what the source prints/);
  });
  test('with its correction is followed by the text, the picture, the lesson and the data', () => {
    const [, corrected] = bench.trials(find('facts', 'qh-venues', 'value', '19'));
    expect(corrected!.outcome).toBe('follows');
    for (const name of ['article zh venues', 'article en venues', 'picture zh venues', 'data page en', 'served facts.csv']) expect(corrected!.detail.split(', ')).toContain(name);
  });
  test('is stopped at the claim that it denies', () => {
    const [, corrected] = bench.trials(find('facts', 'qh-cases-2020on', 'value', '22'));
    expect(said(corrected!)).toMatch(/^stopped: .*claims\.yaml:\d+:\d+: change-agrees does not hold/);
  });
  test('is refused by its kind', () => {
    const [, corrected] = bench.trials(find('facts', 'wn-users-2019', 'value', '410'));
    expect(said(corrected!)).toMatch(/^refused: .*"410" is no number of the kind "fall"/);
  });
  test('of a qualifier is followed by the words that tell of the shape', () => {
    const [, corrected] = bench.trials(find('facts', 'qh-seized-ring-g', 'qualifier', 'about'));
    expect(corrected!.outcome).toBe('follows');
    expect(corrected!.detail.split(', ')).toEqual(expect.arrayContaining(['article zh ring', 'article en ring', 'interface zh'].slice(0, 2)));
  });
});

test('a sample of all cells knows no third outcome', () => {
  // Every 97th change: some of each table and most columns.
  const trials = all.filter((_, i) => i % 97 === 0).flatMap((mutant) => bench.trials(mutant));
  expect(trials.length).toBeGreaterThan(30);
  expect(trials.filter(({ outcome }) => !ALLOWED.has(outcome)).map((trial) => `${trial.mutant.table} ${trial.mutant.row} ${trial.mutant.column} ${trial.mutant.is}: ${said(trial)}`)).toEqual([]);
  expect(matrix(trials).join('\n')).toMatch(/facts\.\w+/);
}, 120_000);

test('of a built site every kind of file is read, archives too, and one that says only what was is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  put('en/index.html', '<p>by 1,451, which was 1,450 until it was corrected</p>');
  put('pictures/falls/known.svg', '<text>−1,450</text>');
  put('packages/falls.zip', zipSync({ 'falls/alt.txt': new TextEncoder().encode('by 1,451') }));
  put('lesson/office/notes.docx', zipSync({ 'word/document.xml': new TextEncoder().encode('<t>11,450 and 1,450.5</t>') }));
  put('favicon.ico', '1,450');
  const counted = countKinds(folder, ['1,451'], ['1,450']).toSorted((a, b) => a.kind.localeCompare(b.kind));
  rmSync(folder, { recursive: true });
  expect(counted).toEqual([
    { kind: 'article', files: 1, now: 1, stale: [] },
    { kind: 'office files', files: 1, now: 0, stale: [] },
    { kind: 'packages', files: 1, now: 1, stale: [] },
    { kind: 'pictures', files: 1, now: 0, stale: ['pictures/falls/known.svg'] },
  ]);
});
