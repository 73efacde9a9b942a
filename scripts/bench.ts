// `npm run bench`: this piece and a plain newsroom page, measured in one run. Prints tables; never fails on a time.
import { DEFAULT_LOCALE } from '../src/languages.ts';
import { copyFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { makeChart } from '../src/flat/chart.ts';
import { FRAMES } from '../src/scenes/frames.ts';
import { layoutMap } from '../src/scenes/map/layout.ts';
import { planMap } from '../src/scenes/map/plan.ts';
import { positionAt } from '../src/scroll/position.ts';
import { resolve as resolvePicture, settle } from '../src/story/resolve.ts';
import { STEPS } from '../src/story/steps.ts';
import { buildLong, longStory, repeatedSteps, type LongCost } from './bench/long.ts';
import { serveCompressed } from './bench/serve.ts';
import { changingCells, visit, withoutScript, type Visit } from './bench/measure.ts';
import { CHROMIUM_FLAGS, ensureBrowser } from './browser.ts';

/** Visits a page, of which the median counts. */
const VISITS = 5;
const OURS = resolve('.cache/bench/site');
const PLAIN = resolve('.cache/bench/plain');
/** Steps of the longer stories. */
const LENGTHS = [10, 100, 1000];

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const milliseconds = (ms: number): string => `${ms.toFixed(0)} ms`;

const ROWS: readonly [name: string, value: (visit: Visit) => number, print: (value: number) => string][] = [
  ['HTML', (v) => v.html, kilobytes], ['JavaScript', (v) => v.script, kilobytes], ['CSS', (v) => v.style, kilobytes], ['font', (v) => v.font, kilobytes],
  ['data and others', (v) => v.other, kilobytes], ['all of the first view', (v) => v.html + v.script + v.style + v.font + v.other, kilobytes],
  ['requests', (v) => v.requests, String], ['ready', (v) => v.ready, milliseconds], ['largest paint', (v) => v.paint, milliseconds],
  ['layout shift', (v) => v.shift, (n) => n.toFixed(3)], ['blocking time while loading', (v) => v.blocking, milliseconds],
  ['frame that changes the picture, median', (v) => v.frameMiddle, (n) => `${n.toFixed(1)} ms`], ['… 95 % of them within', (v) => v.frameNinetyFive, (n) => `${n.toFixed(1)} ms`],
  ['… share within 25 ms', (v) => v.framesInTime, (n) => `${(n * 100).toFixed(0)} %`], ['longest task while scrolling', (v) => v.longestTask, milliseconds],
  ['script for 1,000 px', (v) => v.scriptPer1000, (n) => `${n.toFixed(1)} ms`], ['main thread for 1,000 px', (v) => v.mainPer1000, (n) => `${n.toFixed(1)} ms`],
  ['memory', (v) => v.memory, (n) => `${(n / 1e6).toFixed(1)} MB`],
];

async function buildAll(): Promise<void> {
  const { status } = spawnSync(process.execPath, ['scripts/run.cjs', 'astro', 'build', '--outDir', OURS], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, BASE_PATH: '/', MAP_MODE: 'geographic', WORKSHEET_PDFS: 'off', COMPRESS: 'off' } });
  if (status !== 0) throw new Error('bench: the site does not build');
  await build({ configFile: false, root: 'bench/plain', base: './', logLevel: 'error', build: { outDir: PLAIN, emptyOutDir: true, target: 'es2022' } });
  await buildLong(OURS);
  copyFileSync('data/geo/china.topo.json', `${PLAIN}/china.topo.json`);
}

/** Time of one picture's arithmetic, from the scroll offset to the map's marks, µs, in a story of `count` steps. */
function frameCost(count: number): number {
  const steps = repeatedSteps(count);
  const anchors = steps.map((_, i) => i * 900);
  const plan = planMap(FRAMES.portrait, makeChart(DEFAULT_LOCALE, 'geographic'));
  const frames = 4000;
  const run = (): number => {
    const start = performance.now();
    for (let i = 0; i < frames; i += 1) {
      const { layers } = resolvePicture(steps, settle(positionAt(anchors, (i / frames) * anchors.at(-1)!)));
      if (layers.map) layoutMap(plan, layers.map.state);
    }
    return ((performance.now() - start) / frames) * 1000;
  };
  run();
  return median([run(), run(), run()]);
}

async function main(): Promise<void> {
  const executablePath = ensureBrowser();
  console.log('building the pages …');
  await buildAll();
  const servers = [await serveCompressed(OURS), await serveCompressed(PLAIN)];
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  const visits: [Visit[], Visit[]] = [[], []];
  const cells = [];
  for (const { url } of servers) cells.push(await changingCells(browser, url));
  for (let i = 0; i < VISITS; i += 1) {
    for (const [which, server] of servers.entries()) {
      visits[which as 0 | 1].push(await visit(browser, server.url, cells[which]!));
      console.log(`visit ${i + 1} of ${VISITS}: ${which === 0 ? 'this piece' : 'plain page'}`);
    }
  }
  const long: LongCost[] = [];
  for (const count of LENGTHS) {
    long.push(await longStory(browser, servers[0]!.url, count));
    console.log(`a story of ${count} steps`);
  }
  const bare = [await withoutScript(browser, servers[0]!.url), await withoutScript(browser, servers[1]!.url)];
  await browser.close();
  for (const server of servers) server.close();

  console.log(`\nPhone 390 x 844, CPU slowed 4 times, no GPU, brotli; medians of ${VISITS}\n`);
  const row = (ours: string, plain: string, ratio = '–'): Record<string, string> => ({ 'this piece': ours, 'plain page': plain, ratio });
  const table: Record<string, Record<string, string>> = {};
  for (const [name, value, print] of ROWS) {
    const [ours, plain] = visits.map((list) => median(list.map(value))) as [number, number];
    table[name] = row(print(ours), print(plain), plain === 0 ? undefined : (ours / plain).toFixed(2));
  }
  table['steps'] = row(String(STEPS.length), '6');
  table['text without JavaScript'] = row(`${bare[0]!.characters} characters`, `${bare[1]!.characters} characters`);
  table['figures without JavaScript'] = row(String(bare[0]!.figures), String(bare[1]!.figures));
  console.table(table);

  console.log('\nOne new picture in a longer story, which tells the same ten steps again and again (must not grow)\n');
  const arithmetic = LENGTHS.map(frameCost);
  console.table(Object.fromEntries(LENGTHS.map((count, i) => {
    const { picture, script, layout, turn, pictures } = long[i]!;
    const ms = (value: number): string => `${value.toFixed(1)} ms`;
    const ratio = (value: number, first: number): string => (value / first).toFixed(2);
    return [`${count} steps`, {
      pictures, 'main thread': ms(picture), ratio: ratio(picture, long[0]!.picture), 'of it script': ms(script), 'style and layout': ms(layout),
      'arithmetic alone': `${arithmetic[i]!.toFixed(1)} µs`, 'its ratio': ratio(arithmetic[i]!, arithmetic[0]!), 'turn from night to day, once': ms(turn),
    }];
  })));
}

await main();
