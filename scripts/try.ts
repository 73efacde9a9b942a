// `npm run unit -- PATH` and `npm run browser -- NAME`: one test file, one folder or one title; without it, all of the kind.
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './browser.ts';
import { writeEditions } from './editions.ts';
import { makeFresh } from './fresh.ts';
import { browserTrial, unitTrial } from './trials.ts';

/** Asks Playwright which files have tests of a title. */
function askPlaywright(pattern: string): string[] {
  const { stdout } = spawnSync(process.execPath, ['scripts/run.cjs', 'playwright', 'test', '--list', '--reporter=json', '--grep', pattern], { encoding: 'utf8' });
  const { suites } = JSON.parse(stdout) as { suites: readonly { file: string }[] };
  return suites.map(({ file }) => file);
}

function main(kind: string, words: readonly string[]): void {
  const name = words.join(' ');
  const { args, builds } = kind === 'unit' ? unitTrial(name) : browserTrial(name, askPlaywright);
  if (kind === 'browser') process.env['CHROMIUM_PATH'] = ensureBrowser();
  if (builds.length > 0) writeEditions();
  makeFresh(builds);
  process.exitCode = spawnSync(process.execPath, ['scripts/run.cjs', ...args], { stdio: 'inherit' }).status ?? 1;
}

try {
  main(process.argv[2]!, process.argv.slice(3));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
