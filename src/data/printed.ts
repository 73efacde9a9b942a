import { csvFormatRow } from 'd3';
import { cellAddress, type Table } from './table.ts';
import type { CellsOf, RawTables } from './tables.ts';
import { CORRECTED, type CorrectedField } from './types.ts';

type Row<Name extends keyof CellsOf> = Table<CellsOf[Name]>['rows'][number];
type Facts = CellsOf['facts'];

/** The column of `facts.csv` that holds each cell which the ledger guards: the words are those of the source's language. */
const COLUMN: Readonly<Record<CorrectedField, keyof Facts>> = {
  place: 'place',
  value: 'value',
  month: 'month',
  words: 'words_zh',
  qualifier: 'qualifier',
  unit: 'unit_zh',
  period: 'period_zh',
};

/** What a correction between the first and the last can say: those two are held to the tables themselves. */
const FORMS: Partial<Record<CorrectedField, RegExp>> = {
  value: /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/,
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/,
  qualifier: /^(?:exact|more_than|about|at_least|reported|quoted)$/,
};

const text = (cell: string | number | null): string => (cell === null ? '' : String(cell));

/** The corrections of each cell of each fact, in the order of their file, by `FACT FIELD`. */
function chains({ rows }: RawTables['corrections']): Map<string, Row<'corrections'>[]> {
  const found = new Map<string, Row<'corrections'>[]>();
  for (const row of rows) {
    const key = `${row.cells.fact} ${row.cells.field}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** A chain of corrections that lies: it begins at what was never printed, skips a step, changes nothing, or was not carried out. */
function chainFaults(raw: RawTables, chain: readonly Row<'corrections'>[], printed: string, current: string): string[] {
  const at = (row: Row<'corrections'>, column: string): string => cellAddress(raw.corrections, row.line, column);
  const faults: string[] = [];
  let before = printed;
  for (const [i, row] of chain.entries()) {
    const { fact, field, old_value: was, new_value: is } = row.cells;
    const owner = i === 0 ? raw.printed.file : 'the row before';
    if (was !== before) faults.push(`${at(row, 'old_value')}: "${was}" was never the ${field} of ${fact}, expected "${before}" as ${owner} has it`);
    if (was === is) faults.push(`${at(row, 'new_value')}: "${is}" is what stood before, expected a change`);
    if (field in FORMS && !FORMS[field]!.test(is))
      faults.push(`${at(row, 'new_value')}: "${is}" is no ${field}, expected what the column "${COLUMN[field]}" of ${raw.facts.file} can hold`);
    const earlier = chain[i - 1]?.cells.date;
    if (earlier !== undefined && row.cells.date <= earlier)
      faults.push(`${at(row, 'date')}: "${row.cells.date}" is not after ${earlier}, the day of the correction before it, expected a later day`);
    before = is;
  }
  const last = chain.at(-1)!;
  if (before !== current)
    faults.push(`${at(last, 'new_value')}: "${before}" is not what ${raw.facts.file} says of ${last.cells.fact}, expected "${current}"`);
  return faults;
}

/** What is wrong with one fact against what the source prints of it. */
function factFaults(raw: RawTables, fact: Row<'facts'>, printed: CellsOf['printed'], all: ReadonlyMap<string, Row<'corrections'>[]>): string[] {
  return CORRECTED.flatMap((field) => {
    const [was, is] = [text(printed[field]), text(fact.cells[COLUMN[field]])];
    const chain = all.get(`${fact.cells.id} ${field}`);
    if (chain) return chainFaults(raw, chain, was, is);
    if (was === is) return [];
    return [
      `${cellAddress(raw.facts, fact.line, COLUMN[field])}: "${is}" is not what the source prints, expected "${was}" as in ${raw.printed.file}, or a row in ${raw.corrections.file} that says so: YYYY-MM-DD,${csvFormatRow([fact.cells.id, field, was, is])},依据,what shows it`,
    ];
  });
}

/**
 * Facts that differ from what the source prints of them without a correction that says so, and corrections that lie.
 * @returns faults as file, row, column, what was found, what was expected and where to mend it
 */
export function ledgerFaults(raw: RawTables): string[] {
  const printed = new Map(raw.printed.rows.map((row) => [row.cells.id, row]));
  const facts = new Set(raw.facts.rows.map(({ cells }) => cells.id));
  const all = chains(raw.corrections);
  return [
    ...raw.facts.rows.flatMap((fact) => {
      const row = printed.get(fact.cells.id);
      return row
        ? factFaults(raw, fact, row.cells, all)
        : [
            `${cellAddress(raw.facts, fact.line, 'id')}: "${fact.cells.id}" has no row in ${raw.printed.file}, expected one: what the source prints of it`,
          ];
    }),
    ...raw.printed.rows
      .filter(({ cells }) => !facts.has(cells.id))
      .map(
        ({ line, cells }) =>
          `${cellAddress(raw.printed, line, 'id')}: "${cells.id}" is no fact of ${raw.facts.file}, expected its row there, or neither`,
      ),
  ];
}

/** Hours by which the first place on Earth to begin a day is ahead of UTC. */
const AHEAD = 14;

/** The latest day that it is anywhere now, `YYYY-MM-DD`. */
export const latestDay = (now = new Date()): string => new Date(now.getTime() + AHEAD * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** Corrections of days on which nothing can have been corrected: before the source appeared, or yet to come. */
export function dateFaults({ corrections }: RawTables, published: string, today: string): string[] {
  return corrections.rows.flatMap(({ line, cells: { date } }) => {
    const wrong =
      date < published
        ? `lies before the source was published, expected ${published} or later`
        : date > today
          ? `is yet to come, expected ${today} or earlier`
          : undefined;
    return wrong === undefined ? [] : [`${cellAddress(corrections, line, 'date')}: "${date}" ${wrong}`];
  });
}
