// `npm run test:engines`: the made-up newsroom's story, walked through in every engine. `npm run test:engines -- Firefox keys`: one engine, or some checks, by a part of their names.
// `npm run test:engines -- resume`: goes on where a run was broken off; what has passed is not run again, as long as neither site nor checks change.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { folderOf } from '../src/languages.ts';
import { ACTS } from '../tests/engines/acts.ts';
import { CARRIED } from '../tests/engines/carried.ts';
import { MOVING } from '../tests/engines/moving.ts';
import { PASTE } from '../tests/engines/paste.ts';
import { SETTINGS } from '../tests/engines/settings.ts';
import { TASTES } from '../tests/engines/tastes.ts';
import { TREE } from '../tests/engines/tree.ts';
import { WALK } from '../tests/engines/walk.ts';
import type { Check } from '../tests/engines/check.ts';
import type { BrowserWindow } from './engines/browser-window.ts';
import { ENGINES, type Engine, type Open } from './engines/list.ts';
import { fingerprint, keep, MATRIX_FILE, minutes, passedBefore } from './engines/kept.ts';
import { printed, type Outcome } from './engines/matrix.ts';
import { serveWithKit } from './engines/served.ts';
import { WALK_BUILD } from './builds.ts';
import { makeFresh, noteOf } from './fresh.ts';

const NOISE = 'no error, no notice';
const CHECKS: readonly Check[] = [...WALK, ...ACTS, SETTINGS, TASTES, PASTE, TREE, MOVING, CARRIED];
/** An older engine cannot read the program, and says so before its page lies flat. */
const UNREAD = /SyntaxError/;
const MOST = 8;
/** The word that goes on where a run was broken off. */
const RESUME = 'resume';
/** Engines that run side by side: a browser waits more than it works. */
const LANES = Math.min(2, availableParallelism());

const short = (faults: readonly string[]): string[] => [...faults.slice(0, MOST), ...(faults.length > MOST ? [`and ${faults.length - MOST} more`] : [])];
const sentence = (error: unknown): string => (error as Error).message.split('\n')[0]!;

interface Ground {
  /** address of the site */
  readonly site: string;
  readonly checks: readonly Check[];
  /** of the site and the checks; what was found of another is not taken */
  readonly mark: string;
  /** whether what has passed before is taken */
  readonly resumed: boolean;
}

/** Runs the checks in one engine, each in every reading that it asks for. */
async function runIn({ name, lives, find }: Engine, { site, checks, mark, resumed }: Ground): Promise<Map<string, Outcome>> {
  const before = resumed ? passedBefore(name, mark) : new Map<string, Outcome>();
  if ([...checks.map((check) => check.name), NOISE].every((check) => before.has(check))) return before;
  let open: Open;
  let window: BrowserWindow;
  try {
    open = find();
    window = await open();
  } catch (error) {
    return new Map([...checks.map((check) => check.name), NOISE].map((check) => [check, { notRun: sentence(error) }]));
  }
  console.log(`── ${name}: ${window.version} ──`);
  const outcomes = new Map<string, Outcome>();
  const noise: string[] = [];
  for (const check of checks) {
    if (check.of && !check.of.includes(name)) {
      outcomes.set(check.name, 'not asked');
      continue;
    }
    if (before.has(check.name)) {
      outcomes.set(check.name, before.get(check.name)!);
      continue;
    }
    const begun = Date.now();
    const faults: string[] = [];
    let notRun = false;
    for (const { device, locale } of check.readings) {
      const visit = { window, engine: name, lives, another: open, device, locale, page: `${site}${folderOf(locale).slice(1)}${folderOf(locale) && '/'}` };
      const found = await check.run(visit).catch((error: unknown) => [(error as Error).message]);
      if (found === undefined) notRun = true;
      else faults.push(...found.map((fault) => `${device}, ${locale}: ${fault}`));
      const heard = [...window.complaints(), ...(await window.evaluate(() => ('kit' in self ? kit.noted() : [])).catch((error: unknown) => [sentence(error)]))];
      const loud = heard.filter((text) => lives || !UNREAD.test(text)).map((text) => `${check.name}, ${device}, ${locale}: ${text}`);
      noise.push(...loud);
      // A check that was loud has not passed: resumed, it is heard again.
      faults.push(...loud.slice(0, 1));
    }
    const seconds = (Date.now() - begun) / 1000;
    outcomes.set(check.name, notRun ? { notRun: 'its protocol cannot do this' } : { faults: short(faults), seconds });
    keep(name, mark, outcomes);
    console.log(`${faults.length > 0 ? '✗' : '✓'} ${name}: ${check.name} (${seconds.toFixed(1)} s)`);
    for (const fault of short(faults)) console.log(`    ${fault}`);
  }
  outcomes.set(NOISE, { faults: short(noise) });
  keep(name, mark, outcomes);
  await window.close();
  return outcomes;
}

async function main(words: readonly string[]): Promise<void> {
  const known = [...ENGINES, ...CHECKS].map(({ name }) => name);
  const lost = words.find((word) => word !== RESUME && !known.some((name) => name.includes(word)));
  if (lost !== undefined) throw new Error(`No engine and no check has “${lost}” in its name. There are: ${known.join('; ')}.`);
  const named = <T extends { name: string }>(all: readonly T[]): readonly T[] => {
    const some = all.filter(({ name }) => words.some((word) => name === word || (name.includes(word) && !all.some((other) => other.name === word))));
    return some.length > 0 ? some : all;
  };
  makeFresh([WALK_BUILD]);
  const site = await serveWithKit(WALK_BUILD.folder);
  const checks = named(CHECKS);
  const ground: Ground = { site: site.url, checks, mark: fingerprint(noteOf('.', WALK_BUILD)), resumed: words.includes(RESUME) };
  const engines = named(ENGINES);
  const found = new Map<string, ReadonlyMap<string, Outcome>>();
  const results = (): Map<string, ReadonlyMap<string, Outcome>> => new Map(engines.flatMap(({ name }) => (found.has(name) ? [[name, found.get(name)!]] : [])));
  const matrix = (): ReturnType<typeof printed> => printed(results(), [...checks.map(({ name }) => name), NOISE]);
  const waiting = [...engines];
  const begun = Date.now();
  const lane = async (): Promise<void> => {
    for (let engine = waiting.shift(); engine; engine = waiting.shift()) {
      found.set(engine.name, await runIn(engine, ground).catch((error: unknown) => new Map([[NOISE, { faults: [sentence(error)] }]])));
      mkdirSync(dirname(MATRIX_FILE), { recursive: true });
      writeFileSync(MATRIX_FILE, `${matrix().text}\n`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  site.close();
  const { text, passed, failed } = matrix();
  console.log(`\n${text}\n\n${minutes(results())}\nside by side: ${((Date.now() - begun) / 60_000).toFixed(1)} min\n\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
