import { csvFormatRows } from 'd3';
import { describe, expect, test } from 'vitest';
import { loadTables } from '../../src/data/tables.ts';
import { CORRECTIONS_HEAD, grid, messageOf, writePackage } from './fixture.ts';

/** The fixture's own two corrections. */
const OWN = grid('corrections').slice(1).map((row) => row.map((cell) => `"${cell}"`).join(','));
/** A row of kind `source` from a day, a fact, its field, what was and what is; words have both again in English. */
const row = (day: string, fact: string, field: string, was: string, is: string, english = ','): string =>
  `t-${day}-${field},source,${day},${fact},,${field},${was},${is},${english},编辑复核,The desk checked,编辑,The desk`;

/** What the reader says when a fact's cell reads otherwise and these rows are logged after the fixture's own. */
function faultsOf(id: string, column: string, text: string, rows: readonly string[] = []): string | undefined {
  const facts = grid('facts');
  const at = facts[0]!.indexOf(column);
  facts.find(([each]) => each === id)![at] = text;
  const dir = writePackage({ 'facts.csv': `${csvFormatRows(facts)}\n`, 'corrections.csv': `${[CORRECTIONS_HEAD, ...OWN, ...rows].join('\n')}\n` });
  return messageOf(() => loadTables(dir))?.replaceAll(`${dir}/`, '');
}

describe('a cell that is not what the source prints', () => {
  // The newsroom prints: 18 venues, exact, 家; May 2020; more than 40 g; 21 cases.
  test.each([
    ['qh-venues', 'value', '19', ['qh-venues', 'value', '18', '19'], ','],
    ['qh-seized-ring-g', 'qualifier', 'about', ['qh-seized-ring-g', 'qualifier', 'more_than', 'about'], ','],
    ['qh-venues', 'unit_zh', '处', ['qh-venues', 'unit', '家', '处'], 'in English,venues'],
    ['qh-cases-2020on', 'period_zh', '2020年', ['qh-cases-2020on', 'period', '2020年以来，截止日未写明', '2020年'], 'in English,"since 2020, last day not given"'],
    ['qh-venues', 'place', 'wanning', ['qh-venues', 'place', 'qionghai', 'wanning'], ','],
  ] as const)('%s, %s: “%s” without its row stops the build, which prints the row that would say so; with it, all reads', (id, column, now, [fact, field, was, is], english) => {
    const message = faultsOf(id, column, now)!;
    expect(message).toMatch(new RegExp(`^1 fault\\(s\\) in the data\\n {2}facts\\.csv:\\d+:\\d+ \\(${column}\\): "${now}" is not what the source prints, expected ".+" as in printed\\.csv, or a row in corrections\\.csv that says so: `));
    expect(message.endsWith(`: s-1,source,YYYY-MM-DD,${fact},,${field},${was},${is},${english},依据,what shows it,指出者,who found it`), message).toBe(true);
    expect(faultsOf(id, column, now, [row('2026-10-03', fact, field, was, is, english)])).toBeUndefined();
  });

  test('a unit that is corrected in Chinese alone is refused: every reader is told', () => {
    expect(faultsOf('qh-venues', 'unit_zh', '处', [row('2026-10-03', 'qh-venues', 'unit', '家', '处')])).toContain('corrections.csv:4:9 (old_en): "" is empty, expected the unit in both languages');
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
    const message = faultsOf('qh-venues', 'value', '19', [row(date, 'qh-venues', 'value', '18', '19')]);
    expect(message).toMatch(fault);
    expect(message).toContain(`corrections.csv:4:3 (date): "${date}"`);
  });

  test('or that stands after a later one of the same cell', () => {
    expect(faultsOf('qh-venues', 'value', '20', [row('2026-10-04', 'qh-venues', 'value', '18', '19'), row('2026-10-03', 'qh-venues', 'value', '19', '20')]))
      .toContain('corrections.csv:5:3 (date): "2026-10-03" is not after 2026-10-04, the day of the correction before it, expected a later day');
  });
});

describe('a correction that lies', () => {
  test.each([
    ['begins at what was never printed', '19', [row('2026-10-03', 'qh-venues', 'value', '17', '19')], 'corrections.csv:4:7 (old_value): "17" was never the value of qh-venues, expected "18" as printed.csv has it'],
    ['skips what stood between', '20', [row('2026-10-03', 'qh-venues', 'value', '18', '19'), row('2026-10-04', 'qh-venues', 'value', '18', '20')], 'corrections.csv:5:7 (old_value): "18" was never the value of qh-venues, expected "19" as the row before has it'],
    ['changes nothing', '18', [row('2026-10-03', 'qh-venues', 'value', '18', '18')], 'corrections.csv:4:8 (new_value): "18" is what stood before, expected a change'],
    ['passes through what no cell can hold', '20', [row('2026-10-03', 'qh-venues', 'value', '18', '18.5人'), row('2026-10-04', 'qh-venues', 'value', '18.5人', '20')], 'corrections.csv:4:8 (new_value): "18.5人" is no value, expected what the column "value" of facts.csv can hold'],
    ['was not carried out', '18', [row('2026-10-03', 'qh-venues', 'value', '18', '19')], 'corrections.csv:4:8 (new_value): "19" is not what facts.csv says of qh-venues, expected "18"'],
  ])('%s', (_, now, rows, fault) => {
    expect(faultsOf('qh-venues', 'value', now, rows)).toContain(fault);
  });

  test('a value that is corrected back to what was printed needs both rows, and reads', () => {
    expect(faultsOf('qh-venues', 'value', '18', [row('2026-10-03', 'qh-venues', 'value', '18', '19'), row('2026-10-04', 'qh-venues', 'value', '19', '18')])).toBeUndefined();
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
