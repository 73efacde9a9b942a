import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What earlier builds drew, by the hash of what it was drawn from. */
const FOLDER = resolve('.cache/pictures');
/** What no build has asked for in this time is thrown away, ms. */
const KEPT_FOR = 14 * 24 * 60 * 60 * 1000;
/** Beyond this the oldest go, bytes; one build of the site keeps about 130 MB. */
const LARGEST = 1_000_000_000;

const making = new Map<string, Promise<Uint8Array>>();
let swept: string | undefined;
let made = 0;

/** How many things have been made in this build, and not taken from an earlier one. */
export const madeAnew = (): number => made;

/**
 * Throws away what has not been asked for in a long time, and the oldest of what is too much.
 * @param now ms since 1970
 */
export function sweep(folder: string, now = Date.now(), largest = LARGEST): void {
  mkdirSync(folder, { recursive: true });
  // Another build beside this one may have just renamed or removed a file.
  const files = readdirSync(folder).flatMap((name) => {
    const file = join(folder, name);
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat ? [{ file, mtimeMs: stat.mtimeMs, size: stat.size }] : [];
  });
  let total = 0;
  for (const { file, mtimeMs, size } of files.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
    total += size;
    if (mtimeMs < now - KEPT_FOR || total > largest) rmSync(file, { force: true });
  }
}

/** A build that is stopped, or another beside it, never leaves half a file. */
function write(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, bytes);
  renameSync(draft, file);
}

/** The hash under which things are kept. */
export const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A package's version: what a tool makes may change with it. */
export const versionOf = (name: string): string =>
  `${name} ${(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version}`;

/**
 * Bytes that are slow to make and depend on nothing but `from`: made once, then read from the disk, in this build and the next.
 * @param ending of the file's name, without a dot
 * @param from everything that the bytes depend on
 */
export function kept(ending: string, from: string, make: () => Promise<Uint8Array>, folder = FOLDER): Promise<Uint8Array> {
  if (swept !== folder) {
    swept = folder;
    sweep(folder);
  }
  const file = join(folder, `${hashOf(from)}.${ending}`);
  const pending = making.get(file);
  if (pending) return pending;
  if (existsSync(file)) {
    const now = new Date();
    utimesSync(file, now, now);
    return Promise.resolve(new Uint8Array(readFileSync(file)));
  }
  const fresh = make()
    .then((bytes) => {
      write(file, bytes);
      made += 1;
      return bytes;
    })
    .finally(() => making.delete(file));
  making.set(file, fresh);
  return fresh;
}
