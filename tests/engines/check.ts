import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserWindow, Wishes } from '../../scripts/engines/browser-window.ts';

/** Sizes of the screens, px. */
export const SCREENS = { phone: [390, 844], desk: [1280, 800] } as const;

/** A reader's way of reading: the grid of these is covered in pairs. */
export interface Reading {
  readonly device: 'phone' | 'desk';
  readonly locale: 'zh' | 'en';
}

/** What a check is handed. */
export interface Visit extends Reading {
  readonly window: BrowserWindow;
  /** the front page in the reader's language; ends with `/` */
  readonly page: string;
  /** Does the story come to life in this engine? */
  readonly lives: boolean;
  /** the engine's name */
  readonly engine: string;
  /** Opens another window of the engine, with wishes that only a new one can have. */
  readonly another: (wishes: Wishes) => Promise<BrowserWindow>;
}

/** One act of a reader's. */
export interface Check {
  readonly name: string;
  readonly readings: readonly Reading[];
  /** names of the engines that it is asked of; left out: every one */
  readonly of?: readonly string[];
  /**
   * Does the act, on a page that it opens itself.
   * @returns what is wrong, each in one sentence; undefined where the engine's protocol cannot do the act
   */
  run(visit: Visit): Promise<string[] | undefined>;
}

const grid = (...readings: (readonly [Reading['device'], Reading['locale']])[]): Reading[] => readings.map(([device, locale]) => ({ device, locale }));

/** Every device in every language, where it matters how long a text is. */
export const ALL = grid(['phone', 'zh'], ['desk', 'en'], ['phone', 'en'], ['desk', 'zh']);
/** Every device and every language once. */
export const ONCE = grid(['phone', 'zh'], ['desk', 'en']);
export const OTHERWISE = grid(['phone', 'en'], ['desk', 'zh']);

let visits = 0;

/** Opens a page of the story anew, even where only its anchor differs from the page before. */
export async function arrive({ window, device, page }: Visit, hash = '', query = ''): Promise<void> {
  const [width, height] = SCREENS[device];
  await window.resize(width, height);
  await come(window, page, hash, query);
}

/** Opens a page anew, as large as the window is. */
export async function come(window: BrowserWindow, page: string, hash = '', query = ''): Promise<void> {
  const visit = `?visit=${(visits += 1)}`;
  await window.open(`${page}${visit}${query}${hash}`);
  // A driver may still hold the page before, when the machine is busy.
  await standing(window, (mark) => location.search.startsWith(mark), visit);
}

/**
 * Waits until a page stands that passes a test: loaded, with its faces, drawn. While one page goes and another comes, there is none to ask.
 * @throws Error after ten seconds
 */
export async function standing<A extends readonly unknown[]>(window: BrowserWindow, test: (...args: A) => boolean, ...args: A): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const passes = await window.evaluate(test, ...args).catch(() => false);
    if (passes && (await window.evaluate(() => document.readyState === 'complete' && 'kit' in self).catch(() => false))) return window.evaluate(() => kit.settle());
    await pause(100);
  }
  throw new Error(`no page came for which ${String(test)}`);
}

/** A page rests this long before its address says where it is, and some; ms. */
export const REST = 450;
