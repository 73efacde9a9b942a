import { csvFormatRow } from 'd3';
import { isHan, LOCALES, SOURCE_LOCALE } from '../languages.ts';
import { columnIn, correctedIn } from './columns.ts';
import { cellAddress, type Table } from './table.ts';
import type { CellsOf, RawTables } from './tables.ts';
import { CORRECTED, type CorrectedField, type Locale } from './types.ts';

type Row<Name extends keyof CellsOf> = Table<CellsOf[Name]>['rows'][number];
type Facts = CellsOf['facts'];

/** The column of `facts.csv` that holds each cell which the ledger guards: the words are those of the source's language. */
export const COLUMN: Readonly<Record<CorrectedField, string>> = {
  place: 'place',
  value: 'value',
  month: 'month',
  words: columnIn('words', SOURCE_LOCALE),
  qualifier: 'qualifier',
  unit: columnIn('unit', SOURCE_LOCALE),
  period: columnIn('period', SOURCE_LOCALE),
};

/** The languages that a cell of words is translated into. */
export const TRANSLATED: readonly Locale[] = LOCALES.filter((locale) => locale !== SOURCE_LOCALE);

/** The column of `facts.csv` with a translation of each cell that is words; none of a code or a number. */
export const translationOf = (field: CorrectedField, locale: Locale): string | undefined =>
  field === 'words' || field === 'unit' || field === 'period' ? columnIn(field, locale) : undefined;

/** What a correction between the first and the last can say: those two are held to the tables themselves. */
const FORMS: Partial<Record<CorrectedField, RegExp>> = {
  value: /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/,
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/,
  qualifier: /^(?:exact|more_than|about|at_least|reported|quoted)$/,
};

export const text = (cell: string | number | null): string => (cell === null ? '' : String(cell));

/** A cell in the source's language, or as a code or a number, and in each of `TRANSLATED`; "" where one word serves for all. */
export type Spoken = readonly [own: string, ...others: string[]];
/** Fields that are empty where the source does not disclose what stands there. */
const UNDISCLOSED: ReadonlySet<string> = new Set(['value', 'month', 'words']);
/** Fields that are words, and so are given in both languages. */
export const SPOKEN: ReadonlySet<string> = new Set(['words', 'unit', 'period', 'sentence']);

/** The rows of one kind for each cell of each fact, in the order of their file, by `FACT FIELD`. */
export function chainsOf({ rows }: RawTables['corrections'], kind: 'source' | 'correction'): Map<string, Row<'corrections'>[]> {
  const found = new Map<string, Row<'corrections'>[]>();
  for (const row of rows.filter(({ cells }) => cells.kind === kind && cells.fact !== null)) {
    const key = `${row.cells.fact} ${row.cells.field}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** The language in which a cell is another one, though the source's is the same: its place among `TRANSLATED`, or -1. */
const otherIn = ([, ...words]: Spoken, [, ...others]: Spoken): number => words.findIndex((word, i) => word !== '' && (others[i] ?? '') !== '' && word !== others[i]);

/** What stood, or stands, in a cell by a row. */
const spokenIn = (cells: object, which: 'old' | 'new'): Spoken => {
  const all = correctedIn(cells, which, true);
  return [all[SOURCE_LOCALE], ...TRANSLATED.map((locale) => all[locale])];
};

/**
 * A chain of corrections that lies: it begins at what never was, skips a step, changes nothing, or was not carried out.
 * @param first what stood before the first; its translations are "" where nobody has them
 * @param owner who says so
 */
export function chainFaults(raw: RawTables, chain: readonly Row<'corrections'>[], first: Spoken, current: Spoken, owner: string): string[] {
  const at = (row: Row<'corrections'>, column: string): string => cellAddress(raw.corrections, row.line, column);
  const faults: string[] = [];
  let before = first;
  for (const [i, row] of chain.entries()) {
    const { fact, field } = row.cells;
    const [was, is] = [spokenIn(row.cells, 'old'), spokenIn(row.cells, 'new')];
    const other = otherIn(was, before);
    const says = i === 0 ? owner : 'the row before';
    if (was[0] !== before[0]) faults.push(`${at(row, 'old_value')}: "${was[0]}" was never the ${field} of ${fact}, expected "${before[0]}" as ${says} has it`);
    else if (other >= 0) faults.push(`${at(row, columnIn('old', TRANSLATED[other]!))}: "${was[other + 1]}" was never the ${field} of ${fact}, expected "${before[other + 1]}" as ${says} has it`);
    if (was.every((word, i) => word === is[i])) faults.push(`${at(row, 'new_value')}: "${is[0]}" is what stood before, expected a change`);
    if (field in FORMS && !(UNDISCLOSED.has(field) && is[0] === '') && !FORMS[field as CorrectedField]!.test(is[0]))
      faults.push(`${at(row, 'new_value')}: "${is[0]}" is no ${field}, expected what the column "${COLUMN[field as CorrectedField]}" of ${raw.facts.file} can hold`);
    const earlier = chain[i - 1]?.cells.date;
    if (earlier !== undefined && row.cells.date <= earlier)
      faults.push(`${at(row, 'date')}: "${row.cells.date}" is not after ${earlier}, the day of the correction before it, expected a later day`);
    before = is;
  }
  const last = chain.at(-1)!;
  if (before[0] !== current[0])
    faults.push(`${at(last, 'new_value')}: "${before[0]}" is not what ${raw.facts.file} says of ${last.cells.fact}, expected "${current[0]}"`);
  else if (otherIn(before, current) >= 0) {
    const other = otherIn(before, current);
    faults.push(`${at(last, columnIn('new', TRANSLATED[other]!))}: "${before[other + 1]}" is not what ${raw.facts.file} says of ${last.cells.fact}, expected "${current[other + 1]}"`);
  }
  return faults;
}

/** Rows that say half of a thing: of no fact and no step, of a field that it does not have, of words in one language. */
export function rowFaults({ corrections }: RawTables): string[] {
  return corrections.rows.flatMap(({ line, cells }) => {
    const at = (column: string): string => cellAddress(corrections, line, column);
    const { kind, fact, step, field, old_value, new_value } = cells;
    const sentence = field === 'sentence';
    const half = (column: string, beside: string | null): string[] => {
      const cell = (cells as unknown as Readonly<Record<string, string | null>>)[column] ?? null;
      if (SPOKEN.has(field) && (cell === null) !== (beside === null) && !(sentence && kind !== 'source'))
        return [`${at(column)}: ${JSON.stringify(cell ?? '')} ${cell === null ? 'is empty' : 'stands alone'}, expected the ${field} in ${TRANSLATED.length === 1 ? 'both languages' : 'each language'}`];
      return SPOKEN.has(field) || cell === null ? [] : [`${at(column)}: "${cell}" is a second ${field}, expected none: one serves for both languages`];
    };
    return [
      ...((fact === null) === (step === null) ? [`${at('fact')}: ${JSON.stringify(fact ?? '')} stands ${fact === null ? 'without' : 'beside'} a step, expected either a fact or a step`] : []),
      ...(sentence !== (step !== null && fact === null) ? [`${at('field')}: "${field}" is not of a ${step === null ? 'fact' : 'step'}, expected ${step === null ? CORRECTED.join(', ') : 'sentence'}`] : []),
      ...(sentence && kind === 'source' ? [`${at('kind')}: a sentence is ours and not the source's, expected "correction" or "wording"`] : []),
      ...(!sentence && kind === 'wording' ? [`${at('kind')}: a cell is no wording, expected "source" or "correction"`] : []),
      ...(!sentence && !UNDISCLOSED.has(field) && (old_value === null || new_value === null) ? [`${at(old_value === null ? 'old_value' : 'new_value')}: "" is empty, expected what stood there and what stands there`] : []),
      ...TRANSLATED.flatMap((locale) => [...half(columnIn('old', locale), old_value), ...half(columnIn('new', locale), new_value)]),
    ];
  });
}

/** The cells of a row by their columns. */
const byColumn = (fact: Facts): Readonly<Record<string, string | number | null>> => fact as never;

/** A cell that is words in each other language; "" of a code or a number. */
const translationsOf = (fact: Facts, field: CorrectedField): string[] =>
  TRANSLATED.map((locale) => text(byColumn(fact)[translationOf(field, locale) ?? ''] ?? null));

const languageIn = (locale: Locale): string => new Intl.DisplayNames('en-GB', { type: 'language' }).of(locale)!;

/** What an editor would add for a change of a cell that has no row, in the order of the columns. */
export function exampleRow(head: readonly [id: string, kind: string], fact: string, field: CorrectedField, was: Spoken, is: Spoken): string {
  const translated = TRANSLATED.flatMap((_, i) => (SPOKEN.has(field) ? [was[i + 1] ?? '', is[i + 1] ?? ''] : ['', '']));
  const said = (own: string, other: string): string[] => LOCALES.map((locale) => (isHan(locale) ? own : other));
  return csvFormatRow([...head, 'YYYY-MM-DD', fact, '', field, was[0], is[0], ...translated, ...said('依据', 'what shows it'), ...said('指出者', 'who found it')]);
}

/** What is wrong with one fact against what the source prints of it. */
function factFaults(raw: RawTables, fact: Row<'facts'>, printed: CellsOf['printed'], all: ReadonlyMap<string, Row<'corrections'>[]>): string[] {
  return CORRECTED.flatMap((field) => {
    const [was, is] = [text(printed[field]), text(byColumn(fact.cells)[COLUMN[field]] ?? null)];
    const chain = all.get(`${fact.cells.id} ${field}`);
    if (chain) return chainFaults(raw, chain, [was], [is, ...translationsOf(fact.cells, field)], raw.printed.file);
    if (was === is) return [];
    return [
      `${cellAddress(raw.facts, fact.line, COLUMN[field])}: "${is}" is not what the source prints, expected "${was}" as in ${raw.printed.file}, or a row in ${raw.corrections.file} that says so: ${exampleRow(['s-1', 'source'], fact.cells.id, field, [was, ...TRANSLATED.map((locale) => `in ${languageIn(locale)}`)], [is, ...translationsOf(fact.cells, field)])}`,
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
  const all = chainsOf(raw.corrections, 'source');
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

/**
 * Corrections of days on which nothing can have been corrected: yet to come, before the source appeared, or before the piece did.
 * @param appeared the day of the source
 * @param published the day of the piece; null = a draft
 */
export function dateFaults({ corrections }: RawTables, appeared: string, published: string | null, today: string): string[] {
  return corrections.rows.flatMap(({ line, cells: { date, kind } }) => {
    const wrong =
      date > today
        ? `is yet to come, expected ${today} or earlier`
        : date < appeared
          ? `lies before the source was published, expected ${appeared} or later`
          : kind !== 'source' && published !== null && date < published
            ? `lies before the piece was published, expected ${published} or later`
            : undefined;
    return wrong === undefined ? [] : [`${cellAddress(corrections, line, 'date')}: "${date}" ${wrong}`];
  });
}
