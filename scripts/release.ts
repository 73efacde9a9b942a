// npm run release: writes what is published now, word for word and number for number, to data/published.json.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateOf, STATE_FILE } from '../src/data/published.ts';
import { ownersFile } from '../src/newsroom.ts';

const path = join(ownersFile('data'), STATE_FILE);
const before = existsSync(path) ? readFileSync(path, 'utf8') : null;

/** What is wrong with the newsroom, as a reader of all of its files tells it. */
const check = (): void => void execFileSync(process.execPath, ['scripts/run.cjs', 'scripts/check-copy.ts'], { stdio: 'inherit' });

try {
  // What changed since the last release has its rows, or is refused before it becomes what was published.
  if (before !== null) check();
  writeFileSync(path, stateOf(ownersFile('.')));
  check();
  console.log(`release: wrote ${path}: commit it with what you publish`);
} catch (error) {
  if (before === null) rmSync(path, { force: true });
  else writeFileSync(path, before);
  if (!(error instanceof Error && 'status' in error)) console.error(`release: ${(error as Error).message}`);
  console.error('release: nothing was released');
  process.exitCode = 1;
}
