import { correctedIn } from './columns.ts';
import { namesIn, nameFaults } from './names.ts';
import { cellAddress } from './table.ts';
import type { RawTables, Tables } from './tables.ts';
import type { Withdrawal } from './types.ts';

/** What stands in the place of "is unknown" for an id that is withdrawn, or nothing. */
export function withdrawnId({ withdrawals }: Pick<Tables, 'withdrawals'>, id: string): string | undefined {
  const row = withdrawals.find((each) => each.of === id && each.kind !== 'sentence');
  return row && `was withdrawn on ${row.date} (data/withdrawals.csv, "${row.id}"), expected it nowhere: write what stands without it`;
}

/** The ids of one kind that are withdrawn. */
export const withdrawnOf = (rows: readonly Pick<Withdrawal, 'kind' | 'of'>[], kind: Withdrawal['kind']): Set<string> =>
  new Set(rows.filter((each) => each.kind === kind).map(({ of }) => of));

/** Withdrawals of what there is not, twice, or on a day on which there was nothing to withdraw. */
export function withdrawalFaults(raw: RawTables, dir: string, published: string | null, today: string): string[] {
  const facts = new Set(raw.printed.rows.map(({ cells }) => cells.id));
  const names = namesIn(dir);
  const seen = new Set<string>();
  const rows = raw.withdrawals.rows.flatMap(({ line, cells: { kind, of, date } }) => {
    const at = (column: string): string => cellAddress(raw.withdrawals, line, column);
    const twice = kind !== 'sentence' && seen.has(`${kind} ${of}`);
    seen.add(`${kind} ${of}`);
    return [
      ...(kind === 'fact' && !facts.has(of) ? [`${at('of')}: "${of}" is unknown, expected an id of ${raw.printed.file}`] : []),
      ...(kind === 'name' && !names.has(of) ? [`${at('of')}: "${of}" is unknown, expected an id of ${dir}/names.csv`] : []),
      ...(twice ? [`${at('of')}: "${of}" is withdrawn already, expected each once`] : []),
      ...(published === null ? [`${at('date')}: a draft has nothing to withdraw, expected "published" in site.config.json, or the words taken out`] : []),
      ...(published !== null && date < published ? [`${at('date')}: "${date}" lies before publication, expected ${published} or later`] : []),
      ...(date > today ? [`${at('date')}: "${date}" is yet to come, expected ${today} or earlier`] : []),
    ];
  });
  return [...rows, ...nameFaults(dir)];
}

/** The tables without what is withdrawn: its rows, its corrections, and those of a step out of which a sentence was taken. */
export function withoutWithdrawn(raw: RawTables): RawTables {
  const rows = raw.withdrawals.rows.map(({ cells }) => cells);
  const [facts, steps] = [withdrawnOf(rows, 'fact'), withdrawnOf(rows, 'step')];
  const taken = (step: string, date: string): boolean => steps.has(step) || rows.some((each) => each.kind === 'sentence' && each.of === step && each.date >= date);
  const without = <Cells extends { id: string }>(table: RawTables['facts' | 'printed']): Cells[] => table.rows.filter(({ cells }) => !facts.has(cells.id)) as never;
  /** A sentence that told a fact by its number goes with it. */
  const told = (text: string | null): boolean => [...(text ?? '').matchAll(/\{([\w-]+)/g)].some(([, id]) => facts.has(id!));
  return {
    ...raw,
    facts: { ...raw.facts, rows: without(raw.facts) as never },
    printed: { ...raw.printed, rows: without(raw.printed) as never },
    corrections: {
      ...raw.corrections,
      rows: raw.corrections.rows.filter(({ cells }) => {
        const { fact, step, date } = cells;
        const sentences = (['old', 'new'] as const).flatMap((which) => Object.values(correctedIn(cells, which, true)));
        return fact === null ? (step === null || !taken(step, date)) && !sentences.some(told) : !facts.has(fact);
      },
      ),
    },
  };
}
