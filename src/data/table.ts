import { csvParseRows } from 'd3';
import type { Field, TableSchema } from './descriptor.ts';

/** What a cell holds once read; `null` is an empty cell of an optional column, never 0 and never "". */
export type Cell = string | number | null;

export interface Row<Cells> {
  /** line of the file on which the row begins, from 1 */
  readonly line: number;
  readonly cells: Cells;
}

export interface Table<Cells> {
  readonly file: string;
  /** column names in the file's own order */
  readonly columns: readonly string[];
  readonly rows: readonly Row<Cells>[];
}

/** All faults of one or more data files, one line each. */
export class DataError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`${faults.length} fault(s) in the data\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'DataError';
    this.faults = faults;
  }
}

/**
 * The address of a cell, as every fault begins: `data/facts.csv:4:6 (qualifier)`.
 * @param line line of the file, from 1
 * @param column name of the column
 */
export function cellAddress(table: Pick<Table<unknown>, 'file' | 'columns'>, line: number, column: string): string {
  return `${table.file}:${line}:${table.columns.indexOf(column) + 1} (${column})`;
}

/** Zero-based column of the first byte that is no UTF-8, counted by the commas outside quotes before it. */
function brokenColumn(line: Uint8Array): number {
  const text = Buffer.from(line).toString('utf8');
  const before = text.slice(0, text.indexOf('\uFFFD'));
  return before.replace(/"[^"]*(?:"|$)/g, '').split(',').length - 1;
}

function decode(file: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    const lines = Buffer.from(bytes)
      .toString('latin1')
      .split('\n')
      .map((line) => Buffer.from(line, 'latin1'));
    const row = lines.findIndex((line) => line.toString('utf8').includes('\uFFFD'));
    const column = brokenColumn(lines[row] ?? new Uint8Array());
    throw new DataError([
      `${file}:${row + 1}:${column + 1}: the bytes here are not UTF-8 (a file saved as GBK or UTF-16?), expected a file saved as "CSV UTF-8"`,
    ]);
  }
}

// One cell and the mark that ends it, as RFC 4180 allows them.
const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|\r|$)/y;

/**
 * Finds the first quotation mark that breaks the file's grammar. d3 reads on regardless: an unclosed
 * quotation mark would swallow every row after it without a word.
 */
function quoteFault(file: string, text: string): string | undefined {
  let [line, column] = [1, 1];
  for (CELL.lastIndex = 0; CELL.lastIndex < text.length;) {
    const [, cell, end] = CELL.exec(text) ?? [];
    if (cell === undefined)
      return `${file}:${line}:${column}: a quotation mark is stray or never closed, expected "…" round the whole cell and "" for a mark inside it`;
    line += cell.split(/\r\n|\n|\r/).length - 1;
    if (end === ',') column += 1;
    else [line, column] = [line + 1, 1];
  }
  return undefined;
}

interface RawRow {
  line: number;
  cells: string[];
}

function parseCsv(file: string, source: string | Uint8Array): RawRow[] {
  const text = (typeof source === 'string' ? source : decode(file, source)).replace(/^\uFEFF/, '');
  const fault = quoteFault(file, text);
  if (fault !== undefined) throw new DataError([fault]);
  let line = 1;
  return csvParseRows(text).map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split(/\r\n|\n|\r/).length - 1, 0);
    return row;
  });
}

function headerFaults(file: string, columns: readonly string[], fields: readonly Field[]): string[] {
  const names = fields.map((field) => field.name);
  const expected = `expected the columns ${names.join(',')}`;
  const wrong = columns.flatMap((column, at) => {
    const address = `${file}:1:${at + 1}`;
    if (!names.includes(column)) return [`${address}: ${JSON.stringify(column)} is not a known column, ${expected}`];
    return columns.indexOf(column) < at ? [`${address} (${column}): the column stands twice, ${expected}`] : [];
  });
  const missing = names.flatMap((name, at) => (columns.includes(name) ? [] : [`${file}:1:${at + 1} (${name}): the column is missing, ${expected}`]));
  return [...wrong, ...missing];
}

function isRealDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

interface TypeRule {
  readonly is: string;
  readonly expected: string;
  readonly accepts: (text: string) => boolean;
}

// A text cell that begins like a formula is run by a spreadsheet; a plain negative number is not a formula.
const FORMULA = /^(?:[=+@]|-(?!\d+(?:\.\d+)?$))/;
const CONTROL_OR_DAMAGED = /[\p{Cc}\uFFFD]/u;

const TYPE_RULES: Record<Field['type'], TypeRule> = {
  number: { is: 'a number', expected: 'plain digits such as 92, 0.62 or -331', accepts: (text) => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) },
  integer: { is: 'a whole number', expected: 'plain digits such as 92 or -331', accepts: (text) => /^-?(?:0|[1-9]\d*)$/.test(text) },
  date: { is: 'a date', expected: 'YYYY-MM-DD such as 2021-06-26', accepts: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isRealDate(text) },
  yearmonth: { is: 'a month', expected: 'YYYY-MM such as 2020-07', accepts: (text) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) },
  string: {
    is: 'clean text',
    expected: 'one line, no space at either end, not beginning with = + - or @',
    accepts: (text) => !FORMULA.test(text) && !CONTROL_OR_DAMAGED.test(text) && text === text.trim(),
  },
};

/** The fault of one filled cell, without its address, or undefined. */
function cellFault(text: string, { type, constraints = {} }: Field): string | undefined {
  const { accepts, is, expected } = TYPE_RULES[type];
  if (!accepts(text)) return `is not ${is}, expected ${expected}`;
  const { enum: values, pattern, minimum = -Infinity, maximum = Infinity } = constraints;
  if (values !== undefined && !values.includes(text)) return `is not allowed here, expected one of ${values.join(', ')}`;
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(text)) return `has the wrong form, expected the pattern ${pattern}`;
  if (Number(text) < minimum || Number(text) > maximum) return `is out of range, expected ${minimum} to ${maximum}`;
  return undefined;
}

function readCell(text: string, field: Field): Cell {
  if (text === '') return null;
  return field.type === 'number' || field.type === 'integer' ? Number(text) : text;
}

/** Faults of one row that has the right number of cells. */
function rowFaults(at: (column: string) => string, cells: Record<string, string>, fields: readonly Field[]): string[] {
  return fields.flatMap((field) => {
    const text = cells[field.name] ?? '';
    if (text === '') return field.constraints?.required === true ? [`${at(field.name)}: "" is empty, expected ${TYPE_RULES[field.type].is}`] : [];
    const fault = cellFault(text, field);
    return fault === undefined ? [] : [`${at(field.name)}: ${JSON.stringify(text)} ${fault}`];
  });
}

function widthFault(file: string, { line, cells }: RawRow, columns: readonly string[]): string | undefined {
  if (cells.length === columns.length) return undefined;
  const at = Math.min(cells.length, columns.length);
  return `${file}:${line}:${at + 1} (${columns[at] ?? 'after the last column'}): the row has ${cells.length} cell(s), expected ${columns.length}, one for each column`;
}

/** Rows whose key (columns together) stood in an earlier row. */
function doubledKeys(table: Table<Record<string, string>>, key: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return table.rows.flatMap(({ line, cells }) => {
    const shown = key.map((column) => JSON.stringify(cells[column])).join(', ');
    const first = seen.get(shown);
    if (first === undefined) seen.set(shown, line);
    return first === undefined
      ? []
      : [`${cellAddress(table, line, key[0] ?? '')}: ${shown} is already on line ${first}, expected each ${key.join(' + ')} once`];
  });
}

/**
 * Reads one CSV file strictly (RFC 4180, UTF-8; a BOM and CRLF are read rightly), by the types and
 * constraints of its Table Schema. Columns may stand in any order.
 * @param file path shown in errors
 * @param source bytes, so that a wrong encoding is noticed, or text
 * @returns the rows, with numbers for `number` and `integer`, text for the rest and `null` for empty cells
 * @throws DataError with every fault as `file:line:column (name): "x" is not ..., expected ...`
 */
export function readTable<Cells = Record<string, Cell>>(file: string, source: string | Uint8Array, schema: TableSchema): Table<Cells> {
  const { fields, primaryKey } = schema;
  const [header, ...body] = parseCsv(file, source);
  const columns = header?.cells ?? [];
  const wrongHeader = headerFaults(file, columns, fields);
  // Under a wrong header every row would be at fault: only the header is worth reading.
  if (wrongHeader.length > 0) throw new DataError(wrongHeader);

  const wrongWidth = body.flatMap((row) => widthFault(file, row, columns) ?? []);
  const rows = body
    .filter((row) => row.cells.length === columns.length)
    .map(({ line, cells }) => ({ line, cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) }));
  const table = { file, columns, rows };
  const faults = [
    ...wrongWidth,
    ...rows.flatMap(({ line, cells }) => rowFaults((column) => cellAddress(table, line, column), cells, fields)),
    ...doubledKeys(table, primaryKey),
  ];
  if (faults.length > 0) throw new DataError(faults);
  return {
    file,
    columns,
    rows: rows.map(({ line, cells }) => ({
      line,
      // The types of the cells are the schema's; tests/data hold the hand-written row types against it.
      cells: Object.fromEntries(fields.map((field) => [field.name, readCell(cells[field.name] ?? '', field)])) as Cells,
    })),
  };
}
