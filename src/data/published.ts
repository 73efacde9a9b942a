import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3';
import { z } from 'zod';
import { modifiedOf } from './dates.ts';
import { withoutNames } from './names.ts';
import { COLUMN, chainFaults, chainsOf, exampleRow, text, TRANSLATED, translationOf, type Spoken } from './printed.ts';
import { cellAddress } from './table.ts';
import type { RawTables } from './tables.ts';
import { CORRECTED, type CorrectedField } from './types.ts';

/** What was published, from the newsroom's folder. */
export const STATE_FILE = 'published.json';

const schema = z.strictObject({
  /** the day of publication, `YYYY-MM-DD` */
  published: z.iso.date(),
  /** the day of the state, and the version of its data */
  modified: z.iso.date(),
  version: z.string(),
  /** every file of the newsroom by its path, line by line, so that a comparison of two states can be read */
  files: z.record(z.string(), z.array(z.string())),
});

/** The published state: a newsroom in one file. */
export type State = z.infer<typeof schema>;

/** @throws Error that names the file if it is none that `npm run release` wrote */
export function readState(dir: string): State | null {
  const file = join(dir, STATE_FILE);
  if (!existsSync(file)) return null;
  try {
    return schema.parse(JSON.parse(withoutNames(readFileSync(file, 'utf8'), dir)));
  } catch (cause) {
    throw new Error(`${file}: is not what npm run release writes, expected it as that left it (${(cause as Error).message.split('\n')[0]})`, { cause });
  }
}

/** A file of the state as text; "" if it had none. */
export const fileOf = ({ files }: State, path: string): string => files[path]?.join('\n') ?? '';

const FOLDERS = ['data', 'src/content'];
const TEXTS = /\.(?:csv|json|yaml|md)$/;

/** Every file of a newsroom that the piece is made of. */
export function newsroomFiles(folder: string): Record<string, string[]> {
  const inside = FOLDERS.flatMap((part) =>
    (readdirSync(join(folder, part), { recursive: true }) as string[]).map((file) => `${part}/${file.replaceAll('\\', '/')}`),
  ).filter((path) => TEXTS.test(path) && !/^data\/geo\/|score\.schema\.json$/.test(path) && path !== `data/${STATE_FILE}`);
  return Object.fromEntries(
    ['site.config.json', ...inside.sort()].map((path) => [
      path,
      readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').split('\n'),
    ]),
  );
}

/** Rows of a newsroom's table, as they are typed. */
const typedRows = (files: State['files'], name: string): number => csvParse(files[`data/${name}.csv`]?.join('\n') ?? '').length;

/**
 * What a newsroom publishes now, as the text of `published.json`.
 * @param folder of the newsroom
 * @throws Error if its settings have no `published`
 */
export function stateOf(folder: string): string {
  const files = newsroomFiles(folder);
  const { published } = JSON.parse(files['site.config.json']!.join('\n')) as { published?: string };
  if (published === undefined) throw new Error('site.config.json: published: missing, expected the day of publication, such as "2026-12-01"');
  const { version, created } = JSON.parse(files['data/datapackage.json']!.join('\n')) as { version: string; created: string };
  const days = ['corrections', 'withdrawals'].flatMap((name) => csvParse(files[`data/${name}.csv`]!.join('\n')).map(({ date }) => ({ date: date! })));
  const state: State = {
    published,
    modified: modifiedOf({ published, corrections: days, withdrawals: [], package: { created } } as unknown as Parameters<typeof modifiedOf>[0]),
    version: version.replace(/\d+$/, String(typedRows(files, 'corrections') + typedRows(files, 'withdrawals'))),
    files,
  };
  return `${JSON.stringify(state, null, 1)}\n`;
}

type Record_ = Readonly<Record<string, string>>;
const rowsOf = (state: State, name: string): Record_[] => [...csvParse(fileOf(state, `data/${name}.csv`))] as Record_[];

/** A row that was published, in the columns of today. */
const same = (row: Record_, cells: object): boolean => Object.entries(cells).every(([column, cell]) => (row[column] ?? '') === text(cell as string | null));

/** The ids of the corrections, or withdrawals, that are part of the published state. */
export const publishedRows = (state: State, name: 'corrections' | 'withdrawals'): Set<string> => new Set(rowsOf(state, name).map(({ id }) => id!));

/** A cell in each language; of a code or a number they are one. */
const cellsOf = (row: Readonly<Record<string, unknown>>, field: CorrectedField): Spoken => {
  const of = (column: string): string => text((row[column] ?? null) as string | number | null);
  return [of(COLUMN[field]), ...TRANSLATED.map((locale) => of(translationOf(field, locale) ?? ''))];
};

/** Changes of published facts without their row, rows that lie about them, and published rows that read otherwise. */
function changeFaults(raw: RawTables, state: State): string[] {
  const old = publishedRows(state, 'corrections');
  const fresh = { ...raw.corrections, rows: raw.corrections.rows.filter(({ cells }) => !old.has(cells.id)) };
  const chains = chainsOf(fresh, 'correction');
  const facts = new Map(raw.facts.rows.map((row) => [row.cells.id, row]));
  const gone = new Set(raw.withdrawals.rows.map(({ cells }) => cells.of));
  const changes = rowsOf(state, 'facts').flatMap((row) => {
    const id = row['id']!;
    const fact = facts.get(id);
    if (gone.has(id)) return [];
    if (fact === undefined) return [`${raw.facts.file}: "${id}" was published and is lost, expected its row, or one in ${raw.withdrawals.file} that withdraws it`];
    return CORRECTED.flatMap((field) => {
      const [was, is] = [cellsOf(row, field), cellsOf(fact.cells as unknown as Record<string, unknown>, field)];
      const chain = chains.get(`${id} ${field}`);
      if (chain) return chainFaults(raw, chain, was, is, `what was published (${STATE_FILE})`);
      if (was.join('\0') === is.join('\0')) return [];
      // Where the source's language is as it was, it is a translation that is another.
      const at = was.findIndex((word, i) => word !== is[i]);
      const column = at === 0 ? COLUMN[field] : translationOf(field, TRANSLATED[at - 1]!)!;
      return [
        `${cellAddress(raw.facts, fact.line, column)}: "${is[at]}" is not what was published, expected "${was[at]}", or a row in ${raw.corrections.file} that says so: ${exampleRow(['c-1', 'correction'], id, field, was, is)}`,
      ];
    });
  });
  const known = new Set(rowsOf(state, 'facts').map(({ id }) => id!));
  const invented = fresh.rows.flatMap(({ line, cells: { kind, fact } }) =>
    kind === 'correction' && fact !== null && !known.has(fact)
      ? [`${cellAddress(raw.corrections, line, 'fact')}: "${fact}" was never published, expected a fact that was`]
      : [],
  );
  return [...changes, ...invented];
}

/** Rows of the published state that are lost or read otherwise: what was told to readers stays told. */
function keptFaults(raw: RawTables, state: State): string[] {
  const gone = new Set(raw.withdrawals.rows.map(({ cells }) => cells.of));
  return (['corrections', 'withdrawals'] as const).flatMap((name) =>
    rowsOf(state, name).flatMap((row) => {
      const now = raw[name].rows.find(({ cells }) => cells.id === row['id']);
      if (gone.has(row['fact'] ?? '') || gone.has(row['step'] ?? '')) return [];
      if (now && same(row, now.cells)) return [];
      return [`${now ? cellAddress(raw[name], now.line, 'id') : raw[name].file}: "${row['id']}" is published and ${now ? 'reads otherwise' : 'lost'}, expected it as it was: a later row says what is right`];
    }),
  );
}

/**
 * What was changed since publication without saying so, or said and not done.
 * @param published the setting; null = a draft, of which nothing was published
 */
export function publishedFaults(raw: RawTables, whole: RawTables, state: State | null, published: string | null): string[] {
  const drafted = raw.corrections.rows
    .filter(({ cells: { kind } }) => published === null && kind !== 'source')
    .map(({ line, cells: { kind } }) => `${cellAddress(raw.corrections, line, 'kind')}: "${kind}" says that what was published has changed, and the piece is a draft, expected "published" in site.config.json, or no such row`);
  if (state === null)
    return published === null ? drafted : [`site.config.json: published: the piece is published, and data/${STATE_FILE} does not say what was, expected it: run npm run release`];
  if (published !== state.published)
    return [`site.config.json: published: ${published === null ? 'missing' : `"${published}"`}, expected "${state.published}", the day that data/${STATE_FILE} has`];
  return [...changeFaults(raw, state), ...keptFaults(whole, state)];
}
