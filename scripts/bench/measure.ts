import type { Browser, CDPSession } from '@playwright/test';

/** What one visit to a page cost. Times in ms, sizes in bytes on the wire; memory is what scripts hold at the end. */
export interface Visit {
  html: number;
  script: number;
  style: number;
  font: number;
  other: number;
  requests: number;
  ready: number;
  paint: number;
  shift: number;
  blocking: number;
  frameMiddle: number;
  frameNinetyFive: number;
  framesInTime: number;
  longestTask: number;
  longTasks: number;
  scriptPer1000: number;
  mainPer1000: number;
  memory: number;
}

export const PHONE = { width: 390, height: 844 };
/** How many times slower than here the processor is. */
export const THROTTLE = 4;
/** How fast the wheel turns, CSS px a second: about three screens. */
const SPEED = 2500;
/** A frame that changes the picture is in time within this many ms. */
const IN_TIME = 25;
/** A task blocks beyond this many ms. */
const BLOCKS_BEYOND = 50;
/** How long a reader looks at the opening before the scroll begins, ms: long enough to read its title. */
const OPENING = 3000;
/** Height of the cells in which it is noted whether the picture changes, CSS px: half of what the wheel turns in one frame. */
const CELL = 20;

declare global {
  interface Window {
    bench: {
      tasks: [start: number, duration: number][];
      shift: number;
      paint: number;
      frames: [at: number, changed: boolean][];
      changed: boolean;
      offsets: [at: number, top: number][];
    };
  }
}

/** Runs in the page before anything else: notes what a load costs. */
export function watch(): void {
  window.bench = { tasks: [], shift: 0, paint: 0, frames: [], changed: false, offsets: [] };
  const observe = (type: string, take: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('longtask', (entry) => window.bench.tasks.push([entry.startTime, entry.duration]));
  observe('layout-shift', (entry) => (window.bench.shift += (entry as PerformanceEntry & { value: number }).value));
  observe('largest-contentful-paint', (entry) => (window.bench.paint = entry.startTime));
}

/**
 * Where a page's picture changes: cells of its height, {@link CELL} px each, found by a walk on a fast processor. Frames of the
 * screen alone do not tell pages apart, and an observer in the measured visit would cost most where most changes.
 */
export async function changingCells(browser: Browser, url: string): Promise<ReadonlySet<number>> {
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(url);
  await page.locator('html[data-live]').waitFor({ state: 'attached' });
  await page.waitForTimeout(OPENING);
  const cells = await page.evaluate(async (cell) => {
    const found: number[] = [];
    let changed = false;
    new MutationObserver(() => (changed = true)).observe(document.querySelector('.stage')!, {
      subtree: true,
      attributes: true,
      childList: true,
      characterData: true,
    });
    for (let at = 0; at * cell <= document.documentElement.scrollHeight - innerHeight; at += 1) {
      changed = false;
      scrollTo({ top: at * cell, behavior: 'instant' });
      // The picture is made after the frame that notices the scroll.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      if (changed) found.push(at);
    }
    return found;
  }, CELL);
  await page.close();
  return new Set(cells);
}

/** Intervals between two frames, of which the first has scrolled through a cell that changes the picture, ms, ascending. */
function gapsOf(frames: readonly (readonly [at: number, top: number])[], cells: ReadonlySet<number>): number[] {
  const changes = (from: number, to: number): boolean => {
    for (let cell = Math.floor(from / CELL) + 1; cell <= Math.ceil(to / CELL); cell += 1) if (cells.has(cell)) return true;
    return false;
  };
  const gaps = frames.slice(2).flatMap(([at], i) => {
    const [[, from], [before, to]] = [frames[i]!, frames[i + 1]!];
    return from !== to && changes(from, to) ? [at - before] : [];
  });
  return gaps.sort((a, b) => a - b);
}

/** Notes every frame, and how far the page is scrolled in it. */
export function watchOffsets(): void {
  const tick = (at: number): void => {
    window.bench.offsets.push([at, scrollY]);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** Notes every frame, and whether the picture on the stage has changed in it. */
export function watchFrames(): void {
  new MutationObserver(() => (window.bench.changed = true)).observe(document.querySelector('.stage')!, {
    subtree: true,
    attributes: true,
    childList: true,
    characterData: true,
  });
  const tick = (at: number): void => {
    window.bench.frames.push([at, window.bench.changed]);
    window.bench.changed = false;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** The browser's own counters: durations in s, sizes in bytes. */
export async function readMetrics(session: CDPSession): Promise<Record<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** Turns the wheel, as a reader does. `distance` in CSS px, down if positive. */
export async function scroll(session: CDPSession, distance: number): Promise<void> {
  await session.send('Input.synthesizeScrollGesture', {
    x: PHONE.width / 2,
    y: PHONE.height * 0.8,
    yDistance: -distance,
    speed: SPEED,
    gestureSourceType: 'mouse',
  });
}

async function weigh(session: CDPSession): Promise<() => Pick<Visit, 'html' | 'script' | 'style' | 'font' | 'other' | 'requests'>> {
  const kinds = new Map<string, string>();
  const sizes = { html: 0, script: 0, style: 0, font: 0, other: 0, requests: 0 };
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = { Document: 'html', Script: 'script', Stylesheet: 'style', Font: 'font' }[kinds.get(requestId) ?? ''] ?? 'other';
    sizes[kind as keyof typeof sizes] += encodedDataLength;
    sizes.requests += 1;
  });
  return () => ({ ...sizes });
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * Loads a page on a slow phone, scrolls it end to end with a real wheel, and says what it cost.
 * @param cells from {@link changingCells}
 */
export async function visit(browser: Browser, url: string, cells: ReadonlySet<number>): Promise<Visit> {
  const page = await browser.newPage({ viewport: PHONE });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const weight = await weigh(session);
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'load' });
  const ready = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = (): void => (document.documentElement.hasAttribute('data-live') ? done(performance.now()) : void setTimeout(look, 4));
        look();
      }),
  );
  await page.waitForTimeout(OPENING);
  const first = weight();
  const loading = await page.evaluate(() => ({ tasks: [...window.bench.tasks], paint: window.bench.paint }));
  await page.evaluate(watchOffsets);
  const before = await readMetrics(session);
  const distance = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await scroll(session, distance);
  const after = await readMetrics(session);
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: memory = 0 } = await readMetrics(session);
  const { offsets, tasks, shift } = await page.evaluate(() => window.bench);
  await page.close();
  const gaps = gapsOf(offsets, cells);
  const scrolling = tasks.slice(loading.tasks.length).map(([, duration]) => duration);
  const per1000 = (name: string): number => ((after[name]! - before[name]!) * 1000 * 1000) / distance;
  return {
    ...first,
    ready,
    paint: loading.paint,
    shift,
    blocking: loading.tasks.reduce((sum, [, duration]) => sum + Math.max(0, duration - BLOCKS_BEYOND), 0),
    frameMiddle: quantile(gaps, 0.5),
    frameNinetyFive: quantile(gaps, 0.95),
    framesInTime: gaps.filter((gap) => gap <= IN_TIME).length / Math.max(1, gaps.length),
    longestTask: Math.max(0, ...scrolling),
    longTasks: scrolling.length,
    scriptPer1000: per1000('ScriptDuration'),
    mainPer1000: per1000('TaskDuration'),
    memory,
  };
}

/** What stands on a page without JavaScript: characters of text and drawn figures. */
export async function withoutScript(browser: Browser, url: string): Promise<{ characters: number; figures: number }> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  await page.goto(url);
  const characters = (await page.locator('main').innerText()).replaceAll(/\s/g, '').length;
  const figures = await page.locator('main svg:visible:has(path, rect, circle, text)').count();
  await context.close();
  return { characters, figures };
}
