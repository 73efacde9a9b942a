import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvFormatRows, csvParseRows } from 'd3';
import { cellsIn, columnIn, correctedCells } from '../../src/data/columns.ts';
import { RESOURCE_NAMES, type ResourceName } from '../../src/data/descriptor.ts';
import { derive } from '../../src/data/derive.ts';
import { formatFact } from '../../src/data/format.ts';
import { translationOf } from '../../src/data/printed.ts';
import { DataError } from '../../src/data/table.ts';
import { loadTables, withTables, type Tables } from '../../src/data/tables.ts';
import type { Bilingual, CorrectedField } from '../../src/data/types.ts';
import { DEFAULT_LOCALE, inEach, LOCALES, SOURCE_LOCALE } from '../../src/languages.ts';
import { ownersFile } from '../../src/newsroom.ts';
import { buildAndCount, type Counted } from './build.ts';
import { guardedColumns, mutantsOf, type Mutant } from './mutants.ts';
import { outputs } from './outputs.ts';

/**
 * What became of a changed cell. `refused`: the tables say so by file, row and column; `stopped`: a claim, a wording or a limit says so by file
 * or step; `follows`: outputs changed, and none still says what was. The other two must not be: `silent`, nothing changed; `stale`, an output
 * still says what was; and a crash is neither.
 */
export type Outcome = 'refused' | 'stopped' | 'follows' | 'silent' | 'stale' | 'crashed';
export const ALLOWED: ReadonlySet<Outcome> = new Set(['refused', 'stopped', 'follows']);

/** One change with or without its correction, and what became of it. */
export interface Trial {
  mutant: Mutant;
  corrected: boolean;
  outcome: Outcome;
  /** the first thing that was said, or the outputs that changed or are stale */
  detail: string;
}

type Grids = Record<ResourceName, string[][]>;
const CELL = /\w+\.csv:\d+(?::\d+)?(?: \(\w+\))?: /;
/** How a fault of words or pictures begins: a file with line, or what says where to mend it. */
const NAMED = /^(?:The |What |[\w/.-]+\.(?:md|json|yaml|csv):\d+|.*src\/content\/)|\bexpected\b|\bstep\b/m;
const DAY = '2026-01-02';
/** The column behind what a correction names. */
const SAID: Readonly<Record<CorrectedField, string>> = Object.fromEntries(Object.entries(guardedColumns(false)).map(([column, field]) => [field, column])) as Record<CorrectedField, string>;

/** A folder of tables in which one cell after another is changed. */
export class Bench {
  private readonly dir = mkdtempSync(join(tmpdir(), 'mutate-'));
  private readonly grids: Grids;
  readonly before: Tables;
  private readonly base: ReadonlyMap<string, string>;

  constructor() {
    cpSync(ownersFile('data'), this.dir, { recursive: true, filter: (path) => !path.endsWith('/geo') });
    this.grids = Object.fromEntries(
      RESOURCE_NAMES.map((name) => [name, csvParseRows(readFileSync(join(this.dir, `${name}.csv`), 'utf8').replace(/^\uFEFF/, ''))]),
    ) as Grids;
    this.before = loadTables(this.dir);
    this.base = withTables(this.before, () => outputs(this.before));
  }

  close(): void {
    rmSync(this.dir, { recursive: true });
  }

  /** Every change of every cell of every table. */
  mutants(): Mutant[] {
    return this.before.package.resources.flatMap(({ name, schema }) =>
      mutantsOf(name, this.grids[name], schema, (column) => {
        const key = schema.foreignKeys?.find(({ fields }) => fields[0] === column);
        return key && this.grids[key.reference.resource as ResourceName].slice(1).map(([id]) => id!);
      }, guardedColumns(this.before.published !== null)),
    );
  }

  private write(name: ResourceName, rows: readonly (readonly string[])[]): void {
    writeFileSync(join(this.dir, `${name}.csv`), `${csvFormatRows(rows as string[][])}\n`);
  }

  /** Tries one change: without its correction and, where it needs one, with it. */
  trials(mutant: Mutant): Trial[] {
    return mutant.corrects === null ? [this.try(mutant, false)] : [this.try(mutant, false), this.try(mutant, true)];
  }

  private try(mutant: Mutant, corrected: boolean): Trial {
    return this.changed(mutant, corrected, () => ({ mutant, corrected, ...this.outcomeOf(mutant, corrected) }));
  }

  /** Builds the site for good with one corrected change, and says of each kind of file whether it follows. */
  build(mutant: Mutant): Counted[] {
    return this.changed(mutant, true, () => buildAndCount(this.dir, mutant.row));
  }

  /** Runs something while a cell reads otherwise. */
  private changed<Result>(mutant: Mutant, corrected: boolean, run: () => Result): Result {
    const { table, line, column, is } = mutant;
    const rows = this.grids[table].map((cells) => [...cells]);
    rows[line]![rows[0]!.indexOf(column)] = is;
    this.write(table, rows);
    if (corrected) this.write('corrections', [...this.grids.corrections, ...this.corrections(mutant, rows[line]!)]);
    try {
      return run();
    } finally {
      this.write(table, this.grids[table]);
      if (corrected) this.write('corrections', this.grids.corrections);
    }
  }

  /** The rows that a change needs: one where it leaves the source, and one where it leaves what was published. */
  private corrections({ row, line, corrects }: Mutant, now: readonly string[]): string[][] {
    const before = this.grids.facts[line]!;
    const cells = (from: readonly string[]): Bilingual => {
      const at = (column: string | undefined): string => (column === undefined ? '' : from[this.grids.facts[0]!.indexOf(column)]!);
      return inEach((locale) => at(locale === SOURCE_LOCALE ? SAID[corrects!] : translationOf(corrects!, locale)));
    };
    const [was, is] = [cells(before), cells(now)];
    const date = this.before.published ?? DAY;
    const said = cellsIn('reason', inEach(() => 'A trial'));
    const found = cellsIn('found', inEach(() => 'The desk'));
    const of = (id: string, kind: string, old: Bilingual): string[] => {
      const cell = { id, kind, date, fact: row, field: corrects!, ...correctedCells('old', old, true), ...correctedCells('new', is, true), ...said, ...found };
      return this.grids.corrections[0]!.map((column) => (cell as Readonly<Record<string, string | null>>)[column] ?? '');
    };
    // What the source prints has no translation: any will do.
    const printed = inEach((locale) => (locale === SOURCE_LOCALE ? was[locale] : was[locale] && 'before'));
    const own = was[SOURCE_LOCALE] === is[SOURCE_LOCALE];
    return [
      ...(own ? [] : [of('t-1', 'source', printed)]),
      ...(this.before.published === null ? [] : [of('t-2', 'correction', was)]),
    ];
  }

  private outcomeOf(mutant: Mutant, corrected: boolean): Pick<Trial, 'outcome' | 'detail'> {
    let tables: Tables;
    try {
      tables = loadTables(this.dir);
    } catch (error) {
      const message = (error as Error).message.replaceAll(`${this.dir}/`, 'data/');
      const [, first = ''] = message.split('\n');
      return { outcome: error instanceof DataError && CELL.test(first) ? 'refused' : 'crashed', detail: first || message };
    }
    let after: Map<string, string>;
    try {
      after = withTables(tables, () => outputs(tables));
    } catch (error) {
      const { message } = error as Error;
      return { outcome: NAMED.test(message) ? 'stopped' : 'crashed', detail: message.split('\n').slice(0, 2).join(' ') };
    }
    if (mutant.corrects !== null && !corrected) return { outcome: 'stale', detail: 'read without its correction' };
    const changed = [...after].filter(([name, text]) => this.base.get(name) !== text).map(([name]) => name);
    const stale = staleOutputs(mutant, this.before, tables, after);
    if (stale.length > 0) return { outcome: 'stale', detail: stale.join(', ') };
    return changed.length === 0 ? { outcome: 'silent', detail: 'no output changed' } : { outcome: 'follows', detail: changed.join(', ') };
  }
}

/** Outputs of a table's own history, which say what was. */
const HISTORY = /^(?:served|data page)/;

/** Outputs that still write a fact as it was before, where no other number is written so. */
function staleOutputs({ table, row, column }: Mutant, before: Tables, now: Tables, after: ReadonlyMap<string, string>): string[] {
  const fact = before.facts.get(row);
  const changed = now.facts.get(row);
  if (table !== 'facts' || !fact || !changed || !['value', 'qualifier', 'month', columnIn('words', SOURCE_LOCALE), columnIn('unit', SOURCE_LOCALE)].includes(column)) return [];
  return [...after]
    .filter(([name, text]) => {
      if (HISTORY.test(name)) return false;
      const locale = LOCALES.find((each) => name.includes(` ${each}`)) ?? DEFAULT_LOCALE;
      const was = formatFact(fact, locale);
      if (was === formatFact(changed, locale) || was.length < 2) return false;
      const figures = [...now.facts.values(), ...derive(now).values()];
      const written = figures.flatMap((figure) =>
        ['full', 'abs'].flatMap((form) => {
          try {
            return [formatFact(figure, locale, form as 'full')];
          } catch {
            return [];
          }
        }),
      );
      return (
        !written.some((each) => each.includes(was)) && new RegExp(`(?<![\\d,.])${was.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`, 'u').test(text)
      );
    })
    .map(([name]) => name);
}

/** The outcomes of each column of each table, counted: `facts.value  refused 70, stopped 21, follows 49`. */
export function matrix(trials: readonly Trial[]): string[] {
  const rows = Map.groupBy(
    trials,
    ({ mutant, corrected }) => `${mutant.table}.${mutant.column}${mutant.corrects === null ? '' : corrected ? ' (corrected)' : ' (not corrected)'}`,
  );
  return [...rows].map(([name, those]) => {
    const counts = Map.groupBy(those, ({ outcome }) => outcome);
    return `${name.padEnd(36)} ${[...counts].map(([outcome, { length }]) => `${outcome} ${length}`).join(', ')}`;
  });
}

/** From here on a number is written with a comma, or in 万, which nothing else in a file is. */
const WRITTEN_ALONE = 1000;

/** The corrected number that most outputs rest on: with it the site is built for good. */
export const furthest = (trials: readonly Trial[]): Trial | undefined =>
  trials
    .filter(({ mutant, corrected, outcome }) => corrected && outcome === 'follows' && mutant.column === 'value' && Math.abs(Number(mutant.was)) >= WRITTEN_ALONE && mutant.is !== '')
    .toSorted((a, b) => b.detail.split(', ').length - a.detail.split(', ').length)[0];
