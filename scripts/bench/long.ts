import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { STEPS, type StoryStep } from '../../src/story/steps.ts';
import { PHONE, readMetrics, scroll, THROTTLE, watch, watchFrames } from './measure.ts';

/** Ten steps from both lines to the falling counts: night and day, maps, dots, squares, bars, and both of the reader's own answers. */
const COUNT = 10;
export const REPEATED = { from: STEPS.findIndex(({ theme }) => theme === 'day') - COUNT / 2, count: COUNT };
/** Passes over the ten steps: code that has run is faster, so the first ones are not counted. */
const PASSES = { warm: 2, counted: 3 };
/** Turns from night to day and back. */
const TURNS = 6;
/** A page of a thousand steps on a slow processor takes its time, ms. */
const PATIENCE = 120_000;

/** The steps of a story that tells the same ten again and again. */
export function repeatedSteps(count: number): StoryStep[] {
  const once = STEPS.slice(REPEATED.from, REPEATED.from + REPEATED.count);
  return Array.from({ length: count }, (_, i) => once[i % once.length]!);
}

/**
 * Builds `long.html` beside the built article: its page and its program, which makes the page's list of steps as long as the address asks.
 * @param site folder of the built site
 */
export async function buildLong(site: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { REPEATED: JSON.stringify(REPEATED) },
    plugins: [svelte()],
    build: { outDir: site, emptyOutDir: false, lib: { entry: 'bench/long/long.ts', formats: ['es'], fileName: () => 'long.js' } },
  });
  const page = readFileSync(join(site, 'index.html'), 'utf8');
  const program = /<script type="module"[^>]*src="[^"]+"[^>]*><\/script>/;
  if (!program.test(page)) throw new Error('bench: the built article has no script of its own to be replaced');
  writeFileSync(
    join(site, 'long.html'),
    page.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '').replace(program, '<script type="module" src="/long.js"></script>'),
  );
}

/** What a story of many steps costs the main thread, ms. */
export interface LongCost {
  /** of one new picture while the reader scrolls: all of it, and its parts */
  picture: number;
  script: number;
  layout: number;
  /** of the page's turn from night to day or back, once */
  turn: number;
  pictures: number;
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Page offsets of the ten steps in the middle of the story, found by their links. */
const middleOffsets = (page: Page, count: number): Promise<number[]> =>
  page.evaluate(
    async ([first, steps]) => {
      const found: number[] = [];
      for (const { id } of [...document.querySelectorAll('[data-step]')].slice(first, first + steps)) {
        // The page notes its own address after a pause, which may fall in between: then once more.
        while (location.hash !== `#${id}`) {
          const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
          location.hash = `#${id}`;
          await changed;
        }
        found.push(scrollY);
      }
      return found;
    },
    [Math.floor(count / REPEATED.count / 2) * REPEATED.count, REPEATED.count] as const,
  );

/** Jumps to an offset, and waits until it is drawn. */
const jump = (page: Page, top: number): Promise<void> =>
  page.evaluate(async (to) => {
    scrollTo({ top: to, behavior: 'instant' });
    // The picture is made after the frame that notices the scroll, and drawn in the next.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
  }, top);

/**
 * Reads a story of `count` steps in its middle: scrolls to and fro over five steps of night and five of day, and from night to day and back.
 * @param url of the folder that {@link buildLong} has written to
 */
export async function longStory(browser: Browser, url: string, count: number): Promise<LongCost> {
  const page = await browser.newPage({ viewport: PHONE });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.addInitScript(watch);
  // The rehearsal of a thousand steps would still go on below: the warm passes stand for it.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'requestIdleCallback'));
  await page.goto(`${url}long.html?steps=${count}`, { waitUntil: 'load', timeout: PATIENCE });
  await page.locator('html[data-live]').waitFor({ state: 'attached', timeout: PATIENCE });
  const offsets = await middleOffsets(page, count);
  await page.evaluate(watchFrames);
  const spent = async (act: () => Promise<void>): Promise<Record<'main' | 'script' | 'layout' | 'pictures', number>> => {
    await page.evaluate(() => void (window.bench.frames = []));
    const before = await readMetrics(session);
    await act();
    const after = await readMetrics(session);
    const pictures = await page.evaluate(() => window.bench.frames.filter(([, changed]) => changed).length);
    const ms = (...names: string[]): number => names.reduce((sum, name) => sum + after[name]! - before[name]!, 0) * 1000;
    return { main: ms('TaskDuration'), script: ms('ScriptDuration'), layout: ms('LayoutDuration', 'RecalcStyleDuration'), pictures };
  };
  const passes: Awaited<ReturnType<typeof spent>>[] = [];
  for (const [from, to] of [
    [0, 4],
    [5, 9],
  ] as const) {
    await jump(page, offsets[from]!);
    for (let pass = 0; pass < PASSES.warm + PASSES.counted; pass += 1) {
      const cost = await spent(() => scroll(session, (offsets[to]! - offsets[from]!) * (pass % 2 === 0 ? 1 : -1)));
      if (pass >= PASSES.warm) passes.push(cost);
    }
  }
  const turns: number[] = [];
  await jump(page, offsets[4]!);
  for (let turn = 0; turn < TURNS; turn += 1) turns.push((await spent(() => jump(page, offsets[turn % 2 === 0 ? 5 : 4]!))).main);
  await page.close();
  const each = (name: 'main' | 'script' | 'layout'): number => middle(passes.map((pass) => pass[name] / pass.pictures));
  return {
    picture: each('main'),
    script: each('script'),
    layout: each('layout'),
    turn: middle(turns),
    pictures: passes.reduce((sum, pass) => sum + pass.pictures, 0),
  };
}
