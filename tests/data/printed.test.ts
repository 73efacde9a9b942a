import { csvFormatRows } from 'd3';
import { describe, expect, test } from 'vitest';
import { loadTables } from '../../src/data/tables.ts';
import { latestDay } from '../../src/data/printed.ts';
import { grid, messageOf, writePackage } from './fixture.ts';

const HEAD = 'date,fact,field,old_value,new_value,source_zh,source_en';
/** The fixture's own two corrections. */
const OWN = '2026-10-01,qh-cases-2019,value,29,84,读者来信,A reader\n2026-10-02,wn-users-2018,value,240,-240,编辑复核,The desk';
const because = '编辑复核,The desk';

/** What the reader says when a fact's cell reads otherwise and these rows are logged after the fixture's own. */
function faultsOf(id: string, column: string, text: string, rows: readonly string[] = []): string | undefined {
  const facts = grid('facts');
  const at = facts[0]!.indexOf(column);
  facts.find(([each]) => each === id)![at] = text;
  const dir = writePackage({ 'facts.csv': `${csvFormatRows(facts)}\n`, 'corrections.csv': `${[HEAD, OWN, ...rows].join('\n')}\n` });
  return messageOf(() => loadTables(dir))?.replaceAll(`${dir}/`, '');
}

describe('a cell that is not what the source prints', () => {
  // The newsroom prints: 18 venues, exact, 家; May 2020; more than 40 g; 21 cases.
  test.each([
    ['qh-venues', 'value', '19', 'qh-venues,value,18,19'],
    ['qh-seized-ring-g', 'qualifier', 'about', 'qh-seized-ring-g,qualifier,more_than,about'],
    ['qh-venues', 'unit_zh', '处', 'qh-venues,unit,家,处'],
    ['qh-cases-2020on', 'period_zh', '2020年', 'qh-cases-2020on,period,2020年以来，截止日未写明,2020年'],
    ['qh-venues', 'place', 'wanning', 'qh-venues,place,qionghai,wanning'],
  ])('%s, %s: “%s” without its row stops the build, which prints the row that would say so; with it, all reads', (id, column, now, row) => {
    const message = faultsOf(id, column, now)!;
    expect(message).toMatch(new RegExp(`^1 fault\\(s\\) in the data\\n {2}facts\\.csv:\\d+:\\d+ \\(${column}\\): "${now}" is not what the source prints, expected ".+" as in printed\\.csv, or a row in corrections\\.csv that says so: `));
    expect(message.endsWith(`: YYYY-MM-DD,${row},依据,what shows it`)).toBe(true);
    expect(faultsOf(id, column, now, [`2026-10-03,${row},${because}`])).toBeUndefined();
  });

  test('the English unit and notes are ours, and no cell of the ledger', () => {
    expect(faultsOf('qh-venues', 'unit_en', 'halls')).toBeUndefined();
    expect(faultsOf('qh-venues', 'note_zh', '别的说明')).toBeUndefined();
  });
});

describe('a correction of a day on which there was none', () => {
  test.each([
    ['before the source appeared', '2021-06-25', 'lies before the source was published, expected 2021-06-26 or later'],
    ['that is yet to come', '2036-10-03', /is yet to come, expected \d{4}-\d\d-\d\d or earlier/],
  ])('%s', (_, date, fault) => {
    const message = faultsOf('qh-venues', 'value', '19', [`${date},qh-venues,value,18,19,${because}`]);
    expect(message).toMatch(fault);
    expect(message).toContain(`corrections.csv:4:1 (date): "${date}"`);
  });

  test('or that stands after a later one of the same cell', () => {
    expect(faultsOf('qh-venues', 'value', '20', ['2026-10-04,qh-venues,value,18,19', '2026-10-03,qh-venues,value,19,20'].map((row) => `${row},${because}`)))
      .toContain('corrections.csv:5:1 (date): "2026-10-03" is not after 2026-10-04, the day of the correction before it, expected a later day');
  });

  test('today is the day that it is where the day begins first', () => {
    expect(latestDay(new Date('2026-10-03T09:59:00Z'))).toBe('2026-10-03');
    expect(latestDay(new Date('2026-10-03T10:00:00Z'))).toBe('2026-10-04');
  });
});

describe('a correction that lies', () => {
  test.each([
    ['begins at what was never printed', '19', ['2026-10-03,qh-venues,value,17,19'], 'corrections.csv:4:4 (old_value): "17" was never the value of qh-venues, expected "18" as printed.csv has it'],
    ['skips what stood between', '20', ['2026-10-03,qh-venues,value,18,19', '2026-10-04,qh-venues,value,18,20'], 'corrections.csv:5:4 (old_value): "18" was never the value of qh-venues, expected "19" as the row before has it'],
    ['changes nothing', '18', ['2026-10-03,qh-venues,value,18,18'], 'corrections.csv:4:5 (new_value): "18" is what stood before, expected a change'],
    ['passes through what no cell can hold', '20', ['2026-10-03,qh-venues,value,18,18.5人', '2026-10-04,qh-venues,value,18.5人,20'], 'corrections.csv:4:5 (new_value): "18.5人" is no value, expected what the column "value" of facts.csv can hold'],
    ['was not carried out', '18', ['2026-10-03,qh-venues,value,18,19'], 'corrections.csv:4:5 (new_value): "19" is not what facts.csv says of qh-venues, expected "18"'],
  ])('%s', (_, now, rows, fault) => {
    expect(faultsOf('qh-venues', 'value', now, rows.map((row) => `${row},${because}`))).toContain(fault);
  });

  test('a value that is corrected back to what was printed needs both rows, and reads', () => {
    expect(faultsOf('qh-venues', 'value', '18', ['2026-10-03,qh-venues,value,18,19', '2026-10-04,qh-venues,value,19,18'].map((row) => `${row},${because}`))).toBeUndefined();
  });
});

describe('rows that have no other half', () => {
  const without = (name: 'facts' | 'printed', id: string): string | undefined => {
    const rows = grid(name).filter(([each]) => each !== id);
    const dir = writePackage({ [`${name}.csv`]: `${csvFormatRows(rows)}\n` });
    return messageOf(() => loadTables(dir))?.replaceAll(`${dir}/`, '');
  };
  test('a fact that the ledger does not have was never read in the source', () => {
    expect(without('printed', 'qh-venues')).toMatch(/facts\.csv:\d+:1 \(id\): "qh-venues" has no row in printed\.csv, expected one: what the source prints of it/);
  });
  test('a row that is lost from the facts is missed', () => {
    expect(without('facts', 'qh-venues')).toMatch(/printed\.csv:\d+:1 \(id\): "qh-venues" is no fact of facts\.csv, expected its row there, or neither/);
  });
});
