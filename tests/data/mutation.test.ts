import { csvFormatRows } from 'd3';
import { describe, expect, test } from 'vitest';
import type { ResourceName } from '../../src/data/descriptor.ts';
import { loadTables, type Tables } from '../../src/data/tables.ts';
import { grid, messageOf, writePackage, type Grid } from './fixture.ts';

// Which columns may be empty, take any text, or name a row elsewhere, written down apart from the
// descriptor: a column that quietly loses its type or its duty there makes a test below fail.
const OPTIONAL: Record<ResourceName, string[]> = {
  facts: ['month', 'words_zh', 'words_en'],
  places: ['source_id', 'note_zh', 'note_en', 'name_anchor', 'name_far_x', 'name_far_y', 'name_near_x', 'name_near_y'],
  lines: ['dated_by'],
  routes: ['note_zh', 'note_en', 'bend', 'directions'],
  printed: ['month', 'words'],
  corrections: ['old_en', 'new_en', 'step'],
  withdrawals: [],
};
const FREE_TEXT: Record<ResourceName, string[]> = {
  facts: ['label_zh', 'label_en', 'unit_en', 'unit_en_one', 'period_en', 'note_zh', 'note_en'],
  places: ['name_zh', 'name_en', 'source', 'source_id', 'note_zh', 'note_en'],
  lines: ['distance_note_zh', 'distance_note_en'],
  routes: ['mode_zh', 'mode_en', 'note_zh', 'note_en'],
  printed: [],
  corrections: ['reason_zh', 'reason_en', 'found_zh', 'found_en'],
  withdrawals: [],
};
/** Free text of the ledger: the fault is told of the fact that now differs from it. */
const GUARDING: Partial<Record<string, string>> = { place: 'place', unit: 'unit_zh', period: 'period_zh' };
const REFERENCES: [ResourceName, string][] = [['facts', 'place'], ['lines', 'origin'], ['lines', 'dated_by'], ['routes', 'line'], ['routes', 'from'], ['routes', 'to'], ['corrections', 'fact']];
const KEYS: Record<ResourceName, string[]> = { facts: ['id'], places: ['id'], lines: ['id'], routes: ['id'], printed: ['id'], corrections: ['id'], withdrawals: ['id'] };
const NAMES: ResourceName[] = ['facts', 'places', 'lines', 'routes', 'printed', 'corrections'];
const COLUMNS = NAMES.flatMap((name) => (grid(name)[0] ?? []).map((column, at) => ({ name, column, at })));

const GBK_QIONGHAI = Buffer.from([0xc7, 0xed, 0xba, 0xa3]);

function load(name: ResourceName, content: string | Uint8Array): { tables?: Tables; message?: string | undefined } {
  const dir = writePackage({ [`${name}.csv`]: content });
  let tables: Tables | undefined;
  const message = messageOf(() => (tables = loadTables(dir)))?.replaceAll(`${dir}/`, 'data/');
  return tables === undefined ? { message } : { tables };
}

/** The fixture's file with one change. */
function changed(name: ResourceName, change: (rows: Grid) => void): string {
  const rows = grid(name);
  change(rows);
  return `${csvFormatRows(rows)}\n`;
}

function put(rows: Grid, line: number, at: number, text: string): void {
  const row = rows[line - 1];
  if (row === undefined) throw new Error(`the fixture has no line ${line}`);
  row[at] = text;
}

/** A fault of exactly this cell, with what was expected. */
function faultAt(name: ResourceName, line: number, at: number, column: string): RegExp {
  return new RegExp(`^ {2}data/${name}\\.csv:${line}:${at + 1} \\(${column}\\): .+, expected .+$`, 'm');
}

const unchanged = loadTables(writePackage());

describe.each(COLUMNS)('$name.csv, column $column', ({ name, column, at }) => {
  const withCell = (text: string) => load(name, changed(name, (rows) => put(rows, 2, at, text)));

  test('an empty cell stops the build unless the column may be empty; it is never 0', () => {
    const { tables, message } = withCell('');
    if (OPTIONAL[name].includes(column)) expect(tables).toBeDefined();
    // What was printed may be nothing at all; the fact then says more than its source.
    else if (name === 'printed' && column === 'value') expect(message).toMatch(faultAt('facts', 2, grid('facts')[0]!.indexOf(column), column));
    else expect(message).toMatch(faultAt(name, 2, at, column));
  });

  test('a value of the wrong type stops the build; free text is read as it stands', () => {
    const { tables, message } = withCell('?!');
    // The first fact is a year, which has its own unit.
    if (column === 'unit_en') return expect(message).toContain('(unit_en): "?!" is not the unit of the kind "year", expected "year"');
    if (FREE_TEXT[name].includes(column)) expect(JSON.stringify([...(tables?.[name] ?? []).values()])).toContain('"?!"');
    else if (name === 'printed' && GUARDING[column]) expect(message).toMatch(faultAt('facts', 2, grid('facts')[0]!.indexOf(GUARDING[column]), GUARDING[column]));
    else expect(message).toMatch(faultAt(name, 2, at, column));
  });

  test.each([['a formula', '=1+1'], ['a space at the end', '92 '], ['a damaged character', '琼\uFFFD'], ['a line break', 'a\nb'], ['full-width digits after a sign', '-９２']])(
    '%s stops the build, in text as in numbers',
    (_, text) => {
      expect(withCell(text).message).toMatch(faultAt(name, 2, at, column));
    },
  );

  test('bytes that are GBK stop the build and are located', () => {
    const [before = '', after = ''] = changed(name, (rows) => put(rows, 2, at, 'PUT_GBK_HERE')).split('PUT_GBK_HERE');
    const { message } = load(name, Buffer.concat([Buffer.from(before), GBK_QIONGHAI, Buffer.from(after)]));
    expect(message).toContain(`data/${name}.csv:2:${at + 1}: the bytes here are not UTF-8`);
    expect(message).toContain('expected');
  });

  test('a column that is missing, with its cells or in the header alone, is named', () => {
    const whole = load(name, changed(name, (rows) => rows.forEach((row) => row.splice(at, 1))));
    const header = load(name, changed(name, (rows) => rows[0]?.splice(at, 1)));
    expect(whole.message).toMatch(faultAt(name, 1, at, column));
    expect(header.message).toMatch(faultAt(name, 1, at, column));
  });

  test('a column that stands twice is named where it stands again', () => {
    const { message } = load(name, changed(name, (rows) => rows.forEach((row) => row.push(row[at] ?? ''))));
    expect(message).toMatch(faultAt(name, 1, grid(name)[0]?.length ?? NaN, column));
  });

  test('a renamed column is told as unknown and as missing', () => {
    const { message } = load(name, changed(name, (rows) => put(rows, 1, at, '数值')));
    expect(message).toContain(`data/${name}.csv:1:${at + 1}: "数值" is not a known column, expected`);
    expect(message).toMatch(faultAt(name, 1, at, column));
  });

  test('columns in another order read the same', () => {
    const { tables } = load(name, changed(name, (rows) => rows.forEach((row) => row.push(...row.splice(at, 1)))));
    expect(tables).toEqual(unchanged);
  });
});

describe.each(NAMES)('%s.csv as a file', (name) => {
  const text = changed(name, () => {});
  const width = grid(name)[0]?.length ?? NaN;

  test.each([
    ['a BOM', `\uFEFF${text}`],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['a BOM and CRLF, as Excel saves it', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['no line break at the end', text.trimEnd()],
    ['every cell in quotes', grid(name).map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')],
  ])('%s reads the same', (_, content) => {
    expect(load(name, Buffer.from(content)).tables).toEqual(unchanged);
  });

  test('an extra cell in a row is located', () => {
    const { message } = load(name, changed(name, (rows) => rows[1]?.push('')));
    expect(message).toMatch(new RegExp(`data/${name}\\.csv:2:${width + 1} \\(after the last column\\): .+ ${width + 1} cell.+expected ${width}`));
  });

  test('a missing cell in a row is located', () => {
    const { message } = load(name, changed(name, (rows) => rows[2]?.pop()));
    expect(message).toMatch(faultAt(name, 3, width - 1, grid(name)[0]?.at(-1) ?? ''));
  });

  test('an empty line between rows is located', () => {
    const { message } = load(name, text.replace(/\n(?=.+\n$)/, '\n\n'));
    expect(message).toMatch(new RegExp(`data/${name}\\.csv:${grid(name).length}:2 .+expected ${width}`));
  });

  test('a quotation mark that is never closed does not swallow the rows after it', () => {
    const { message } = load(name, text.replace(/\n/, '\n"'));
    expect(message).toMatch(new RegExp(`data/${name}\\.csv:2:1: a quotation mark .+, expected`));
  });

  test('an id that stands twice does not replace the first row', () => {
    const columns = grid(name)[0] ?? [];
    const { message } = load(name, changed(name, (rows) => KEYS[name].forEach((key) => put(rows, 3, columns.indexOf(key), rows[1]?.[columns.indexOf(key)] ?? ''))));
    expect(message).toMatch(faultAt(name, 3, columns.indexOf(KEYS[name][0] ?? ''), KEYS[name][0] ?? ''));
    expect(message).toContain('already on line 2');
  });

  test.each([['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')], ['an empty file', Buffer.from('')]])('%s stops the build at line 1', (_, bytes) => {
    expect(load(name, bytes).message).toMatch(new RegExp(`data/${name}\\.csv:1:1.*: .+, expected`));
  });

  test('a missing file is named', () => {
    const dir = writePackage({ [`${name}.csv`]: null });
    expect(messageOf(() => loadTables(dir))).toContain(`resource "${name}" names ${dir}/${name}.csv, which does not exist, expected`);
  });
});

test.each(REFERENCES)('%s.csv, column %s: an id that does not exist stops the build', (name, column) => {
  const at = grid(name)[0]?.indexOf(column) ?? NaN;
  const { message } = load(name, changed(name, (rows) => put(rows, 2, at, 'no-such-id')));
  expect(message).toMatch(faultAt(name, 2, at, column));
  expect(message).toContain('"no-such-id" is unknown');
});

test('a month that loses its cell does not become an empty fact, and a month beside a number is refused', () => {
  const line = grid('facts').findIndex(([id]) => id === 'wn-target-case') + 1;
  expect(load('facts', changed('facts', (rows) => put(rows, line, 5, ''))).message).toMatch(faultAt('facts', line, 5, 'month'));
  expect(load('facts', changed('facts', (rows) => put(rows, line, 4, '4'))).message).toMatch(faultAt('facts', line, 5, 'month'));
});

test.each([
  ['facts', 'value', ['1,078', '30+', '−331', '1e3', '007', 'NaN', '30克']],
  ['facts', 'month', ['2020-13', '2020-7', 'Jul-20']],
  ['facts', 'id', ['QH-1', 'qh_1', '琼海']],
  ['facts', 'qualifier', ['余', 'Exact', 'at least']],
  ['facts', 'section', ['qionghai-D', 'A']],
  ['facts', 'source_lines', ['19, 21', 'line 19']],
  ['places', 'lon', ['181', '110°28′', '0']],
  ['places', 'lat', ['91', '-18.25', '55']],
  ['places', 'kind', ['City', 'village']],
  ['places', 'within', ['4690', 'Hainan']],
  ['corrections', 'date', ['2026-02-30', '1/12/2026', '2026-12']],
  ['corrections', 'new_value', ['约92', '91']],
] as [ResourceName, string, string[]][])('%s.csv, column %s refuses what only looks right: %j', (name, column, texts) => {
  const at = grid(name)[0]?.indexOf(column) ?? NaN;
  for (const text of texts) expect(load(name, changed(name, (rows) => put(rows, 2, at, text))).message, text).toMatch(faultAt(name, 2, at, column));
});

test('a place outside China is told to be off the map', () => {
  expect(load('places', changed('places', (rows) => put(rows, 2, 4, '12.5'))).message).toContain('data/places.csv:2:5 (lon): "12.5" is off the map, expected 73 to 136 degrees');
});

test('the faults of all files are told at once', () => {
  const dir = writePackage({
    'facts.csv': changed('facts', (rows) => { put(rows, 2, 4, ''); put(rows, 3, 4, 'four'); put(rows, 5, 8, 'roughly'); }),
    'places.csv': changed('places', (rows) => put(rows, 2, 4, 'east')),
  });
  const message = messageOf(() => loadTables(dir)) ?? '';
  expect(message.split('\n')[0]).toBe('3 fault(s) in the data');
  for (const cell of ['facts.csv:3:5 (value)', 'facts.csv:5:9 (qualifier)', 'places.csv:2:5 (lon)']) expect(message).toContain(`${dir}/${cell}`);
});

test('a leg to buyers who are not named reads as not disclosed, not as a place without a name', () => {
  const { tables } = load('routes', changed('routes', (rows) => {
    put(rows, 2, 3, '');
    put(rows, 2, 4, 'onward');
    put(rows, 2, 6, '');
    put(rows, 2, 7, '');
  }));
  expect(tables?.routes.get('line-1-trunk')).toMatchObject({ to: null, mode: null, kind: 'onward' });
});

describe('facts in words', () => {
  /** The second row as a quotation, printed so too, with one cell of it changed. */
  function quoted(column?: string, text = ''): { tables?: ReturnType<typeof loadTables>; message?: string } {
    const [facts, printed] = [grid('facts'), grid('printed')];
    const id = facts[2]![0]!;
    const set = (rows: string[][], cells: Readonly<Record<string, string>>): void => {
      const row = rows.find(([each]) => each === id)!;
      for (const [name, cell] of Object.entries(cells)) row[rows[0]!.indexOf(name)] = cell;
    };
    set(facts, { kind: 'words', value: '', month: '', words_zh: '原话', words_en: 'its words', qualifier: 'quoted', ...(column === undefined ? {} : { [column]: text }) });
    set(printed, { value: '', month: '', words: '原话', qualifier: 'quoted' });
    const dir = writePackage({ 'facts.csv': `${csvFormatRows(facts)}\n`, 'printed.csv': `${csvFormatRows(printed)}\n` });
    try {
      return { tables: loadTables(dir) };
    } catch (error) {
      return { message: (error as Error).message };
    }
  }

  test('a phrase of the source reads as words, and as no number', () => {
    const fact = [...quoted().tables!.facts.values()][1];
    expect(fact).toMatchObject({ value: null, month: null, words: { zh: '原话', en: 'its words' }, qualifier: 'quoted' });
  });

  test.each([
    ['words_en', '', '(words_en): "" is empty, expected a translation of "原话"'],
    ['words_zh', '', '(words_zh): "" is empty, expected the source’s own words'],
    ['words_zh', '字'.repeat(40), '(words_zh): 40 characters, expected fewer than 40: quote less'],
    ['qualifier', 'exact', '(qualifier): "exact" stands beside words, expected "quoted"'],
    ['value', '7', '(words_zh): "原话" stands beside a number or a month, expected one of the three'],
  ])('with %s %j the build says what is wrong and where', (column, text, expected) => {
    expect(quoted(column, text).message).toContain(expected);
  });
});
