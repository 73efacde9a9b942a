// `npm test`: every check of the project, one after another, with the totals and the time of each at the end.
// `npm run test:quick`: what a change is held to while it is made: types, unit tests, the owner's data, and one short walk.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.ts';
import { ALL_BUILDS, type Build } from './builds.ts';
import { writeEditions } from './editions.ts';
import { noteBuild } from './fresh.ts';
import { NEWSROOMS, OWN, RELATIONS, relationsOf } from './newsrooms.ts';
import { closingLine, readTotals, type Totals } from './totals.ts';

const REPORTS = '.cache/tests';

interface Part {
  readonly name: string;
  /** Arguments of `scripts/run.cjs`. */
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The runner's own report; without one the part counts as a single check. */
  readonly report?: string;
  readonly stage: 'source' | 'build' | 'built';
  /** What a part of the stage `build` makes. */
  readonly build?: Build;
}

function vitest(name: string, file: string, stage: Part['stage'], ...args: string[]): Part {
  const report = `${REPORTS}/${file}.json`;
  return { name, command: ['vitest', 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], report, stage };
}

const PARTS: readonly Part[] = [
  { name: 'types, pages and modules', command: ['astro', 'check'], stage: 'source' },
  { name: 'types, Svelte parts', command: ['svelte-check', '--tsconfig', 'tsconfig.svelte.json', '--threshold', 'error'], stage: 'source' },
  vitest('unit tests', 'unit', 'source', '--exclude=tests/site/**', `--exclude=${RELATIONS}/**`, `--exclude=${OWN}/**`),
  ...NEWSROOMS.map((newsroom, i): Part => ({ ...vitest(`relations, ${newsroom}`, `relations-${i}`, 'source', ...relationsOf(newsroom)), env: { NEWSROOM: newsroom } })),
  ...ALL_BUILDS.map((build): Part => ({ name: `build, ${build.name}`, command: ['astro', 'build', '--outDir', build.folder], env: build.env, stage: 'build', build })),
  vitest('tests of the built files', 'site', 'built', 'tests/site/'),
  { name: 'browser tests', command: ['playwright', 'test'], report: `${REPORTS}/browser.json`, stage: 'built' },
];

/** The parts that take minutes together, not an hour; the walk makes its own build when a source has changed. */
const QUICK: readonly Part[] = [
  ...PARTS.slice(0, 3),
  { name: 'settings, tables, score and words', command: ['scripts/check-copy.ts'], stage: 'source' },
  { name: 'a short walk', command: ['scripts/engines.ts', 'Chromium', 'comes to life', 'by keys'], stage: 'source' },
];

function run(part: Part, browser: string): Totals {
  console.log(`\n── ${part.name} ──`);
  const { status } = spawnSync(process.execPath, ['scripts/run.cjs', ...part.command], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...part.env, CHROMIUM_PATH: browser },
  });
  return readTotals(part.report === undefined ? undefined : readReport(part.report), status === 0);
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // the runner ended before it wrote one
  }
}

function main(parts: readonly Part[]): void {
  const browser = ensureBrowser();
  console.log(`Browser: ${browser}`);
  rmSync(REPORTS, { recursive: true, force: true });
  writeEditions();
  const results = new Map<string, Totals & { readonly seconds: number }>();
  let built = true;
  for (const part of parts) {
    const begun = Date.now();
    // Tests of an older build would say nothing about this one.
    const result = part.stage === 'built' && !built ? { passed: 0, failed: 1, skipped: 0 } : run(part, browser);
    if (part.build && result.failed === 0) noteBuild(part.build);
    if (part.stage === 'build' && result.failed > 0) built = false;
    results.set(part.name, { ...result, seconds: Math.round((Date.now() - begun) / 1000) });
  }

  console.log('\n── totals ──');
  if (!built) console.log('The build failed: the tests of the built site could not run and count as failed.');
  for (const [name, { passed, failed, seconds }] of results) console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} of ${passed + failed}, ${seconds} s`);
  const { line, ok } = closingLine([...results.values()]);
  console.log(`\n${line}`);
  process.exitCode = ok ? 0 : 1;
}

try {
  main(process.argv[2] === 'quick' ? QUICK : PARTS);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
