// `npm run test:engines`: the made-up newsroom's story, walked through in every engine. `npm run test:engines -- Firefox keys`: one engine, or some checks, by a part of their names.
import { folderOf } from '../src/languages.ts';
import { ACTS } from '../tests/engines/acts.ts';
import { SETTINGS } from '../tests/engines/settings.ts';
import { TREE } from '../tests/engines/tree.ts';
import { WALK } from '../tests/engines/walk.ts';
import type { Check } from '../tests/engines/check.ts';
import type { BrowserWindow } from './engines/browser-window.ts';
import { ENGINES, type Engine, type Open } from './engines/list.ts';
import { printed, type Outcome } from './engines/matrix.ts';
import { serveWithKit } from './engines/served.ts';
import { WALK_BUILD } from './builds.ts';
import { makeFresh } from './fresh.ts';

const NOISE = 'no error, no notice';
const CHECKS: readonly Check[] = [...WALK, ...ACTS, SETTINGS, TREE];
/** An older engine cannot read the program, and says so before its page lies flat. */
const UNREAD = /SyntaxError/;
const MOST = 8;

const short = (faults: readonly string[]): string[] => [...faults.slice(0, MOST), ...(faults.length > MOST ? [`and ${faults.length - MOST} more`] : [])];
const sentence = (error: unknown): string => (error as Error).message.split('\n')[0]!;

/** Runs the checks in one engine, each in every reading that it asks for. */
async function runIn({ name, lives, find }: Engine, site: string, checks: readonly Check[]): Promise<Map<string, Outcome>> {
  let open: Open;
  let window: BrowserWindow;
  try {
    open = find();
    window = await open();
  } catch (error) {
    return new Map([...checks.map((check) => check.name), NOISE].map((check) => [check, { notRun: sentence(error) }]));
  }
  console.log(`\n── ${name}: ${window.version} ──`);
  const outcomes = new Map<string, Outcome>();
  const noise: string[] = [];
  for (const check of checks) {
    if (check.of && !check.of.includes(name)) {
      outcomes.set(check.name, 'not asked');
      continue;
    }
    const begun = Date.now();
    const faults: string[] = [];
    let notRun = false;
    for (const { device, locale } of check.readings) {
      const found = await check.run({ window, engine: name, lives, another: open, device, locale, page: `${site}${folderOf(locale).slice(1)}${folderOf(locale) && '/'}` }).catch((error: unknown) => [(error as Error).message]);
      if (found === undefined) notRun = true;
      else faults.push(...found.map((fault) => `${device}, ${locale}: ${fault}`));
      const heard = [...window.complaints(), ...(await window.evaluate(() => ('kit' in self ? kit.noted() : [])).catch((error: unknown) => [sentence(error)]))];
      noise.push(...heard.filter((text) => lives || !UNREAD.test(text)).map((text) => `${check.name}, ${device}, ${locale}: ${text}`));
    }
    outcomes.set(check.name, notRun ? { notRun: 'its protocol cannot do this' } : { faults: short(faults) });
    console.log(`${faults.length > 0 ? '✗' : '✓'} ${check.name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    for (const fault of short(faults)) console.log(`    ${fault}`);
  }
  outcomes.set(NOISE, { faults: short(noise) });
  await window.close();
  return outcomes;
}

async function main(words: readonly string[]): Promise<void> {
  const named = <T extends { name: string }>(all: readonly T[]): readonly T[] => {
    const some = all.filter(({ name }) => words.some((word) => name === word || (name.includes(word) && !all.some((other) => other.name === word))));
    return some.length > 0 ? some : all;
  };
  makeFresh([WALK_BUILD]);
  const site = await serveWithKit(WALK_BUILD.folder);
  const checks = named(CHECKS);
  const results = new Map<string, ReadonlyMap<string, Outcome>>();
  for (const engine of named(ENGINES)) results.set(engine.name, await runIn(engine, site.url, checks));
  site.close();
  const { text, passed, failed } = printed(results, [...checks.map(({ name }) => name), NOISE]);
  console.log(`\n${text}\n\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main(process.argv.slice(2));
