import { csvFormatRows } from 'd3';
import { describe, expect, test } from 'vitest';
import { loadTables } from '../../src/data/tables.ts';
import { grid, messageOf, writePackage } from './fixture.ts';

/** What the reader says of a fact whose cells read otherwise, in the table and in what was printed. */
function faultsOf(id: string, cells: Readonly<Record<string, string>>): string | undefined {
  const [facts, printed] = [grid('facts'), grid('printed')];
  const set = (rows: string[][], column: string, text: string): void => {
    const at = rows[0]!.indexOf(column);
    if (at >= 0) rows.find(([each]) => each === id)![at] = text;
  };
  for (const [column, text] of Object.entries(cells)) {
    set(facts, column, text);
    set(printed, { unit_zh: 'unit', period_zh: 'period' }[column] ?? column, text);
  }
  const dir = writePackage({ 'facts.csv': `${csvFormatRows(facts)}\n`, 'printed.csv': `${csvFormatRows(printed)}\n` });
  return messageOf(() => loadTables(dir))?.replaceAll(`${dir}/`, '');
}

describe('a number that is not of its kind is told with its row and column', () => {
  test.each([
    ['a change that lost its minus', 'wn-users-2019', { value: '410' }, '(value): "410" is no number of the kind "fall", expected a number below 0, with its minus sign'],
    ['a fall of nought', 'wn-users-2019', { value: '0' }, '(value): "0" is no number of the kind "fall"'],
    ['a fall to less than nothing', 'qh-cases-change', { value: '-101' }, '(value): "-101" is no number of the kind "fall"'],
    ['a count with a sign', 'wn-tests', { value: '-28450' }, '(value): "-28450" is no number of the kind "count", expected a whole number from 0 on, without a sign'],
    ['half a suspect', 'qh-arrests-ring', { value: '22.5' }, '(value): "22.5" is no number of the kind "count"'],
    ['a share beyond the whole', 'qh-cases-change', { kind: 'share', value: '101' }, '(value): "101" is no number of the kind "share", expected a share, from 0 to 100'],
    ['a share that is no percentage', 'qh-venues', { kind: 'share' }, '(unit_en): "venues" is not the unit of the kind "share", expected "%"'],
    ['a rank of nought', 'qh-satisfaction-rank', { value: '0' }, '(value): "0" is no number of the kind "rank"'],
    ['a month called a count', 'wn-target-case', { kind: 'count' }, '(kind): "count" is the kind of a number, and the row has a month'],
    ['a fall labelled as a count', 'wn-users-2019', { label_en: 'People currently using drugs, 2019' }, '(label_en): "People currently using drugs, 2019" labels a fall as if it were a count'],
    ['a month outside its period', 'wn-target-case', { month: '2020-06' }, '(month): "2020-06" is not in the period "May 2020" of the same row, expected a month in it'],
    ['a year outside its period', 'qh-case-year', { value: '2019' }, '(value): "2019" is not in the period "2020年" of the same row'],
    ['a month after publication', 'wn-target-case', { month: '2021-07', period_zh: '近日', period_en: 'recently' }, '(month): "2021-07" lies after the source was published, expected 2021-06 at the latest'],
  ])('%s', (_, id, cells, fault) => {
    expect(faultsOf(id, cells)).toMatch(/facts\.csv:\d+:\d+ \(/);
    expect(faultsOf(id, cells)).toContain(fault);
  });

  test.each([
    ['a deeper fall', 'wn-users-2019', { value: '-411' }],
    ['nought cases', 'qh-theft-robbery', { value: '0' }],
    ['half a gram', 'qh-seized-ring-g', { value: '0.5' }],
    ['a month of the year that the period names', 'wn-target-case', { month: '2020-06', period_zh: '2020年', period_en: '2020' }],
  ])('%s is none', (_, id, cells) => {
    expect(faultsOf(id, cells)).toBeUndefined();
  });
});

describe('a place lies in the region that it says', () => {
  const placed = (id: string, column: string, text: string): string | undefined => {
    const rows = grid('places');
    rows.find(([each]) => each === id)![rows[0]!.indexOf(column)] = text;
    const dir = writePackage({ 'places.csv': `${csvFormatRows(rows)}\n` });
    return messageOf(() => loadTables(dir))?.replaceAll(`${dir}/`, '');
  };

  test('a town nine degrees to the east stands in the sea, and is refused by row and column', () => {
    expect(placed('qionghai', 'lon', '119.46417')).toMatch(/^ {2}places\.csv:4:5 \(lon\): the point 119\.46417, 19\.2425 is not in 469002 \(琼海\S*\), expected lon and lat inside the region of its column "within"$/m);
  });

  test('a town in the county next to its own is refused, a move within its own is not', () => {
    expect(placed('qionghai', 'within', '469006')).toContain('places.csv:4:5 (lon): the point 110.46417, 19.2425 is not in 469006');
    expect(placed('qionghai', 'lat', '19.25')).toBeUndefined();
  });
});
