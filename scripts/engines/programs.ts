import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptGet, thisMachine } from '../browser.ts';

const onPath = (names: readonly string[]): string | undefined =>
  (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);

/**
 * Finds a program, and on Debian, as root, installs it.
 * @param names any of which will do
 * @param what it is called in the sentence
 * @returns its path
 * @throws Error of one sentence that says what to install
 */
export function ensureProgram(names: readonly string[], packages: readonly string[], what: string): string {
  const found = onPath(names);
  if (found) return found;
  if (thisMachine().debianRoot) {
    aptGet(['update', '-qq']);
    aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
  const brought = onPath(names);
  if (!brought) throw new Error(`Install ${what}, so that "${names[0]}" is on the PATH (Debian: ${packages.join(' ')}).`);
  return brought;
}
