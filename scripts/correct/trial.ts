import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimsOf } from '../../src/copy/claims.ts';
import { sentencesOf } from '../../src/copy/published.ts';
import type { Claim } from '../../src/data/claims.ts';
import { loadTables, withTables, type Tables } from '../../src/data/tables.ts';
import { ownersFile } from '../../src/newsroom.ts';
import { outputs } from '../mutate/outputs.ts';

/** An output that reads otherwise: its name, and the words that go and come; of a picture or a table none. */
export interface Effect {
  name: string;
  gone: readonly string[];
  come: readonly string[];
}

/** A claim that rests on what changes, as it will be. */
export interface ClaimEffect {
  now: Claim;
  /** it was true, and is no longer */
  breaks: boolean;
}

/** What a change of files would do, or what is wrong with them. */
export interface Tried {
  faults: readonly string[];
  claims: readonly ClaimEffect[];
  effects: readonly Effect[];
}

/** Asks something of a newsroom. @param folder of the newsroom, as the value of `NEWSROOM` */
function within<Answer>(folder: string, ask: (data: Tables) => Answer): Answer {
  const own = process.env['NEWSROOM'];
  process.env['NEWSROOM'] = folder;
  try {
    return ask(loadTables());
  } finally {
    if (own === undefined) delete process.env['NEWSROOM'];
    else process.env['NEWSROOM'] = own;
  }
}

/** Every output of a newsroom. */
const outputsOf = (folder: string): Map<string, string> => within(folder, (data) => withTables(data, () => outputs(data)));

/** The claims whose values a changed newsroom changes; none of one whose tables cannot be read, which is told by itself. */
function affected(folder: string): ClaimEffect[] {
  const before = within(ownersFile('.'), claimsOf);
  try {
    const after = within(folder, claimsOf);
    return [...after.values()]
      .filter(({ id, values, holds }) => JSON.stringify([values, holds]) !== JSON.stringify([before.get(id)?.values, before.get(id)?.holds]))
      .map((now) => ({ now, breaks: !now.isTrue && before.get(now.id)?.isTrue === true }));
  } catch {
    return [];
  }
}

/** What becomes of the claims, for a person to read. */
export const claimed = (claims: readonly ClaimEffect[]): string[] =>
  claims.map(({ now }) => `  ${now.id} ${now.isTrue ? 'is true' : 'is false'}: ${now.holds}, with ${now.values.map(([id, value]) => `${id} = ${value}`).join(', ')}`);

/** Outputs whose words a person reads as they are. */
const READ = /^(?:article|lesson|office|interface|tables of numbers)/;

function effect(name: string, before: string, after: string): Effect {
  if (!READ.test(name)) return { name, gone: [], come: [] };
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  return { name, gone: was.filter((each) => !is.includes(each)), come: is.filter((each) => !was.includes(each)) };
}

/**
 * Tries changed files in a folder of their own: the newsroom itself is not touched.
 * @param files texts by their paths from the newsroom's folder
 */
export function tryOut(files: ReadonlyMap<string, string>): Tried {
  const folder = mkdtempSync(join(tmpdir(), 'correct-'));
  try {
    for (const path of ['site.config.json', 'data', 'src/content']) cpSync(ownersFile(path), join(folder, path), { recursive: true });
    for (const [path, text] of files) writeFileSync(join(folder, path), text);
    const { status, stderr } = spawnSync(process.execPath, ['scripts/run.cjs', 'scripts/check-copy.ts'], { encoding: 'utf8', env: { ...process.env, NEWSROOM: folder } });
    const claims = affected(folder);
    if (status !== 0) return { faults: stderr.replaceAll(`${folder}/`, '').trim().split('\n'), claims, effects: [] };
    const [before, after] = [outputsOf(ownersFile('.')), outputsOf(folder)];
    return { faults: [], claims, effects: [...after].filter(([name, text]) => before.get(name) !== text).map(([name, text]) => effect(name, before.get(name) ?? '', text)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Writes all files or none: each is written beside its own first, and one that cannot take its place puts the others back.
 * @param files texts by their paths from the newsroom's folder
 */
export function writeAll(files: ReadonlyMap<string, string>): void {
  const before = new Map([...files.keys()].map((path) => [path, readFileSync(ownersFile(path))]));
  const beside = (path: string): string => `${ownersFile(path)}.new`;
  try {
    for (const [path, text] of files) writeFileSync(beside(path), text);
    for (const path of files.keys()) renameSync(beside(path), ownersFile(path));
  } catch (error) {
    for (const [path, bytes] of before) {
      rmSync(beside(path), { force: true });
      if (!readFileSync(ownersFile(path)).equals(bytes)) writeFileSync(ownersFile(path), bytes);
    }
    throw error;
  }
}

/** Signs that are shown on either side of what changed. */
const ROUND = 24;

/** Two texts without what they begin and end with alike. */
function cut(was: string, is: string): [string, string] {
  const [a, b] = [[...was], [...is]];
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const piece = (signs: readonly string[]): string => {
    const [first, last] = [Math.max(0, from - ROUND), Math.min(signs.length, signs.length - end + ROUND)];
    return `${first > 0 ? '…' : ''}${signs.slice(first, last).join('')}${last < signs.length ? '…' : ''}`;
  };
  return [piece(a), piece(b)];
}

/** What will change and where, for a person to read. */
export function shown(effects: readonly Effect[]): string[] {
  return effects.flatMap(({ name, gone, come }) => {
    const [was, is] = cut(gone.join(' '), come.join(' '));
    return [`  ${name}`, ...(was === '' ? [] : [`    - ${was}`]), ...(is === '' ? [] : [`    + ${is}`])];
  });
}
