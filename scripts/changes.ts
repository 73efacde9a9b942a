// `npm run changes`: one page, changes.html, with what changed in words, numbers and pictures since the published state, for whoever answers for it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withoutNames } from '../src/data/names.ts';
import { readState, stateOf, STATE_FILE, type State } from '../src/data/published.ts';
import { tables } from '../src/data/tables.ts';
import { ownersFile } from '../src/newsroom.ts';
import { compare } from './changes/compare.ts';
import { changesPage } from './changes/page.ts';
import type { View } from './changes/view.ts';

const [page = 'changes.html'] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'changes-'));

/** Writes the published state as a newsroom of its own. @returns its folder */
function unpacked({ files }: State): string {
  const folder = join(work, 'published');
  for (const [path, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), lines.join('\n'));
  }
  writeFileSync(join(folder, 'data', STATE_FILE), stateOf(folder));
  return folder;
}

/** What a newsroom shows, drawn by a program of its own. */
function drawn(newsroom: string, name: string): View {
  const file = join(work, `${name}.json`);
  execFileSync(process.execPath, ['scripts/run.cjs', 'scripts/changes/draw.ts', file], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NEWSROOM: newsroom } });
  return JSON.parse(readFileSync(file, 'utf8')) as View;
}

try {
  const data = tables();
  const state = readState(ownersFile('data'));
  if (state === null) throw new Error(`data/${STATE_FILE}: missing, expected what was published: npm run release writes it`);
  const [before, after] = [drawn(unpacked(state), 'before'), drawn(ownersFile('.'), 'after')];
  const changes = compare(data, state, ownersFile('.'), before, after, (text) => withoutNames(text, ownersFile('data')));
  writeFileSync(page, changesPage(changes));
  const { words, numbers, pictures } = changes;
  console.log(`changes: wrote ${page}: words in ${words.length} places, ${numbers.length} numbers, ${pictures.length} pictures`);
} catch (error) {
  console.error(`changes: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true });
}
