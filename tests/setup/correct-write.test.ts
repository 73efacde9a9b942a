import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeAll } from '../../scripts/correct/trial.ts';

/** Which write, or which change of place, of a file fails, as on a full disk or in a folder that somebody else has locked. */
const fails = vi.hoisted(() => ({ write: '', rename: '' }));
vi.mock('node:fs', async (original) => {
  const module = await original<typeof import('node:fs')>();
  const stop = (path: unknown, pattern: string): void => {
    if (pattern !== '' && String(path).endsWith(pattern)) throw new Error('ENOSPC: no space left on device');
  };
  return {
    ...module,
    writeFileSync: (...args: Parameters<typeof module.writeFileSync>) => (stop(args[0], fails.write), module.writeFileSync(...args)),
    renameSync: (...args: Parameters<typeof module.renameSync>) => (stop(args[1], fails.rename), module.renameSync(...args)),
  };
});

const BEFORE = { 'data/facts.csv': 'id,value\na,1\n', 'data/corrections.csv': 'id\n', 'src/content/claims.yaml': 'a: 1\n' };
const AFTER = new Map([['data/facts.csv', 'id,value\na,2\n'], ['data/corrections.csv', 'id\nc-1\n'], ['src/content/claims.yaml', 'a: 2\n']]);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'correct-write-'));
  for (const part of ['data', 'src/content']) mkdirSync(join(folder, part), { recursive: true });
  for (const [path, text] of Object.entries(BEFORE)) writeFileSync(join(folder, path), text);
  vi.stubEnv('NEWSROOM', folder);
});
afterEach(() => {
  Object.assign(fails, { write: '', rename: '' });
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const read = (): object => Object.fromEntries(Object.keys(BEFORE).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
const files = (): string[] => (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.includes('.')).sort();

test('all files of a correction are written, and none beside them is left', () => {
  writeAll(AFTER);
  expect(read()).toEqual(Object.fromEntries(AFTER));
  expect(files()).toEqual(['data/corrections.csv', 'data/facts.csv', 'src/content/claims.yaml']);
});

// Excludes a number that is corrected without its row, and a row that tells a correction which is not there.
test.each([
  ['the second cannot be written', { write: 'corrections.csv.new' }],
  ['the second cannot take its place', { rename: 'corrections.csv' }],
  ['the last cannot take its place', { rename: 'claims.yaml' }],
])('%s: it says so, every file is as it was, and none beside it is left', (_, failure) => {
  Object.assign(fails, failure);
  expect(() => writeAll(AFTER)).toThrow('ENOSPC');
  expect(read()).toEqual(BEFORE);
  expect(files()).toEqual(['data/corrections.csv', 'data/facts.csv', 'src/content/claims.yaml']);
});
