import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { csvFormatRows, csvParseRows } from 'd3';
import { parse, stringify } from 'yaml';
import { stateOf, STATE_FILE } from '../src/data/published.ts';
import { addLanguage, removeLanguage, type Added } from './edition-languages.ts';
import { EDITIONS, MAIN_NEWSROOM, type Edition } from './newsrooms.ts';

const CONTENT = 'src/content';
const SCORE = 'src/content/score.yaml';
const CHANGES = 'edition.yaml';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name).slice(folder.length + 1));

function write(folder: string, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

type Texts = { readonly [key: string]: Value };

/** What an edition says of itself in `edition.yaml`; whole files that replace or add one lie beside it. */
interface Changes {
  /** names that are others, wherever they stand */
  readonly names?: Readonly<Record<string, string>>;
  /** rows of a table by id: null takes a row out, columns change it, or make a new row at the end */
  readonly rows?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string | number>> | null>>>>;
  /** texts of a JSON or YAML file by key, at any depth: null takes a text out */
  readonly texts?: Readonly<Record<string, Texts>>;
  /** words of any other file, each of which stands there once, and what stands in their place */
  readonly words?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  /** languages that it has beside those of the main newsroom, and those that it does not have */
  readonly languages?: { readonly with?: readonly Added[]; readonly without?: readonly string[] };
  /** what was changed after the edition was published, in the same terms */
  readonly afterwards?: Omit<Changes, 'names' | 'languages' | 'afterwards'>;
}

/** A table with some rows changed. */
export function changeRows(table: string, changes: NonNullable<Changes['rows']>[string]): string {
  const [head = [], ...rows] = csvParseRows(table);
  const known = new Set(rows.map(([id]) => id));
  const unknown = Object.values(changes).flatMap((cells) => Object.keys(cells ?? {}).filter((column) => !head.includes(column)));
  if (unknown.length > 0) throw new Error(`no column is called ${unknown.join(', ')}, expected some of ${head.join(', ')}`);
  const change = (id: string, row: readonly string[]): string[] => head.map((column, i) => (i === 0 ? id : String(changes[id]?.[column] ?? row[i] ?? '')));
  const kept = rows.filter(([id]) => changes[id!] !== null).map((row) => change(row[0]!, row));
  return `${csvFormatRows([head, ...kept, ...Object.keys(changes).filter((id) => !known.has(id)).map((id) => change(id, []))])}\n`;
}

type Value = string | number | null | readonly Value[] | { readonly [key: string]: Value };
const isRecord = (value: Value | undefined): value is { readonly [key: string]: Value } => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A document with some of its keys changed, taken out or added, at any depth (RFC 7396). */
const patched = (value: Value | undefined, patch: Value): Value =>
  !isRecord(patch) ? patch : Object.entries(patch).reduce<{ readonly [key: string]: Value }>((before, [key, change]) => {
    const { [key]: old, ...others } = before;
    return change === null ? others : { ...before, [key]: patched(old, change) };
  }, isRecord(value) ? value : {});

/** A document of texts, JSON or YAML, with some of them changed. */
export const changeTexts = (document: string, patch: Texts): string => {
  const text = patched(parse(document) as Value, patch);
  return document.startsWith('{') ? `${JSON.stringify(text, null, 2)}\n` : stringify(text, { lineWidth: 0 });
};

/** A text with some words replaced. */
export const changeWords = (text: string, changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((before, [from, to]) => {
    if (before.split(from).length !== 2) throw new Error(`“${from}” stands there ${before.split(from).length - 1} times, expected once`);
    return before.replace(from, () => to);
  }, text);

/** A text with some names changed wherever they stand, the longest first. */
export function changeNames(text: string, names: Readonly<Record<string, string>>): string {
  const all = Object.keys(names).sort((a, b) => b.length - a.length);
  return all.length === 0 ? text : text.replaceAll(new RegExp(all.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'gu'), (name) => names[name]!);
}

/** The ids of the steps that a score has, in its order. */
const stepsIn = (score: string): string[] => (parse(score) as { chapters: { steps: { id: string }[] }[] }).chapters.flatMap(({ steps }) => steps.map(({ id }) => id));

/**
 * Writes an edition whole: the main newsroom with what the edition changes, and without the texts of the steps that it leaves out.
 * @throws Error with the edition and the file of a change that changes nothing
 */
export function writeEdition({ folder, source }: Edition): void {
  rmSync(folder, { recursive: true, force: true });
  const { names = {}, languages: { with: added = [], without = [] } = {}, afterwards, ...first } = parse(readFileSync(join(source, CHANGES), 'utf8')) as Changes;
  for (const path of filesIn(MAIN_NEWSROOM)) write(folder, path, changeNames(readFileSync(join(MAIN_NEWSROOM, path), 'utf8'), names));
  for (const path of filesIn(source)) if (path !== CHANGES) write(folder, path, readFileSync(join(source, path)));
  const change = <Change>(changes: Readonly<Record<string, Change>>, by: (text: string, change: Change) => string): void => {
    for (const [path, each] of Object.entries(changes)) {
      try {
        write(folder, path, by(readFileSync(join(folder, path), 'utf8'), each));
      } catch (error) {
        throw new Error(`${source}/${CHANGES}: ${path}: ${(error as Error).message}`, { cause: error });
      }
    }
  };
  const make = ({ rows = {}, texts = {}, words = {} }: Changes): void => {
    change(rows, changeRows);
    change(texts, changeTexts);
    change(words, changeWords);
  };
  for (const language of added) addLanguage(folder, language);
  for (const code of without) removeLanguage(folder, code);
  make(first);
  const steps = new Set(stepsIn(readFileSync(join(folder, SCORE), 'utf8')));
  for (const path of filesIn(join(folder, CONTENT))) {
    const step = /^[^/]+\/steps\/(.+)\.md$/.exec(path)?.[1];
    if (step !== undefined && !steps.has(step)) rmSync(join(folder, CONTENT, path));
  }
  if (afterwards === undefined) return;
  write(folder, `data/${STATE_FILE}`, stateOf(folder));
  make(afterwards);
}

/** Writes every edition, for a command that reads them. */
export function writeEditions(): void {
  for (const edition of EDITIONS) writeEdition(edition);
}
