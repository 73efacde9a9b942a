import { columnIn, columnsIn } from '../../src/data/columns.ts';
import { SOURCE_LOCALE } from '../../src/languages.ts';
import type { Field, ResourceName, TableSchema } from '../../src/data/descriptor.ts';
import type { CorrectedField } from '../../src/data/types.ts';

/** One cell that reads otherwise. */
export interface Mutant {
  table: ResourceName;
  /** the row's first cell */
  row: string;
  /** index of the row, the header being 0 */
  line: number;
  column: string;
  was: string;
  is: string;
  /** the cell of a fact that a correction can name; null = no correction is needed */
  corrects: CorrectedField | null;
}

/** The columns of `facts.csv` that a correction names, by what it calls them. */
export type Guarded = Readonly<Record<string, CorrectedField>>;

/** Those that the source prints. */
const PRINTED: Guarded = {
  place: 'place',
  value: 'value',
  month: 'month',
  [columnIn('words', SOURCE_LOCALE)]: 'words',
  qualifier: 'qualifier',
  [columnIn('unit', SOURCE_LOCALE)]: 'unit',
  [columnIn('period', SOURCE_LOCALE)]: 'period',
};

/** Those that are published, where the piece is: the words of every language. */
const PUBLISHED: Guarded = { ...PRINTED, ...Object.fromEntries((['words', 'unit', 'period'] as const).flatMap((field) => columnsIn(field).map((column) => [column, field]))) };

/** The columns in which a change needs its correction. */
export const guardedColumns = (isPublished: boolean): Guarded => (isPublished ? PUBLISHED : PRINTED);

/** Numbers that a cell could hold in the place of its own: near it, far from it, on the other side of nought. */
function numbers(was: string): string[] {
  const value = Number(was);
  const step = was.includes('.') ? 0.01 : 1;
  const decimals = was.split('.')[1]?.length ?? 0;
  const written = (other: number): string => other.toFixed(decimals);
  return [...new Set([written(value + (value < 0 ? -step : step)), written(value * 10 + step), written(-value), written(0)])].filter(
    (each) => each !== was && !/^-0(?:\.0+)?$/.test(each),
  );
}

/** What a cell could hold in the place of what it holds, by its type. */
function others(was: string, { type, constraints }: Field, ids: readonly string[] | undefined): string[] {
  if (was === '') return type === 'number' || type === 'integer' ? ['1'] : type === 'yearmonth' ? ['2020-02'] : [ids?.[0] ?? 'x'];
  const emptied = constraints?.required === true ? [] : [''];
  if (constraints?.enum) return [...constraints.enum.filter((each) => each !== was), ...emptied];
  if (ids) return [...ids.filter((each) => each !== was).slice(0, 2), ...emptied];
  switch (type) {
    case 'number':
    case 'integer':
      return [...numbers(was), ...emptied];
    case 'yearmonth':
      return ['2020-02', '2031-01', ...emptied];
    case 'date':
      return ['2026-01-02'];
    case 'string':
      return [/^#[0-9a-f]{6}$/.test(was) ? '#808080' : /^[ -~]+$/.test(was) && !was.includes(' ') ? `${was}x` : `${was}改`, ...emptied];
  }
}

/**
 * Every cell of a table, each in the place of which other values stand.
 * @param rows the table, its header first
 * @param guarded columns in which a change needs its correction
 * @param idsOf the ids that a column may name, if it names rows of another table
 */
export function mutantsOf(
  table: ResourceName,
  rows: readonly (readonly string[])[],
  { fields }: TableSchema,
  idsOf: (column: string) => readonly string[] | undefined,
  guarded: Guarded,
): Mutant[] {
  const [header = [], ...body] = rows;
  return body.flatMap((cells, i) =>
    header.flatMap((column, at) => {
      const field = fields.find(({ name }) => name === column)!;
      const corrects = table === 'facts' ? (guarded[column] ?? null) : null;
      return others(cells[at]!, field, idsOf(column)).map((is) => ({ table, row: cells[0]!, line: i + 1, column, was: cells[at]!, is, corrects }));
    }),
  );
}
