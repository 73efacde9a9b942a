import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What earlier builds drew, by the hash of what it was drawn from. */
const FOLDER = resolve('.cache/pictures');
/** What no build has asked for in this time is thrown away, ms. */
const KEPT_FOR = 14 * 24 * 60 * 60 * 1000;

const making = new Map<string, Promise<Uint8Array>>();
let swept: string | undefined;

/** Throws away what has not been asked for in a long time, once a build. */
function sweep(folder: string): void {
  if (swept === folder) return;
  swept = folder;
  mkdirSync(folder, { recursive: true });
  const old = Date.now() - KEPT_FOR;
  for (const name of readdirSync(folder)) if (statSync(join(folder, name)).mtimeMs < old) rmSync(join(folder, name));
}

/** A build that is stopped, or another beside it, never leaves half a file. */
function write(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, bytes);
  renameSync(draft, file);
}

/**
 * Bytes that are slow to make and depend on nothing but `from`: made once, then read from the disk, in this build and the next.
 * @param ending of the file's name, without a dot
 * @param from everything that the bytes depend on
 */
export function kept(ending: string, from: string, make: () => Promise<Uint8Array>, folder = FOLDER): Promise<Uint8Array> {
  sweep(folder);
  const file = join(folder, `${createHash('sha256').update(from).digest('hex')}.${ending}`);
  const pending = making.get(file);
  if (pending) return pending;
  if (existsSync(file)) {
    const now = new Date();
    utimesSync(file, now, now);
    return Promise.resolve(new Uint8Array(readFileSync(file)));
  }
  const made = make().then((bytes) => {
    write(file, bytes);
    return bytes;
  });
  making.set(file, made);
  void made.catch(() => undefined).finally(() => making.delete(file));
  return made;
}
