import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bus } from './bus.ts';

/** What a reader has set in the system, which pages can ask for by media queries. */
export interface Tastes {
  readonly scheme: 'light' | 'dark';
  /** colours of the reader's own, in place of the page's */
  readonly forced: boolean;
  /** more contrast */
  readonly contrast: boolean;
  /** less motion */
  readonly calm: boolean;
}

/** What is asked of an engine when it starts. */
export interface Wishes {
  /** what screen readers hear is to be had: the engine is then on this bus and its screen */
  readonly bus?: Bus;
  /** what it is to tell pages of its reader; which of these it can tell, the check that asks finds out */
  readonly tastes?: Tastes;
}

/** A node of what an engine hands to a screen reader; a kid is a node or the text between nodes. */
export interface Heard {
  /** in the engine's own word */
  readonly role: string;
  /** the role by ARIA, where the engine says it beside its own; or empty */
  readonly xml: string;
  /** the element, where the engine says it; or empty */
  readonly tag: string;
  readonly name: string;
  readonly kids: readonly (Heard | string)[];
}

/** The keys that the checks press. */
export type Key = 'ArrowRight' | 'ArrowLeft' | 'Tab' | 'Enter' | 'Escape';

/** One window of one engine: all that a check asks of a browser, whichever it is. */
export interface BrowserWindow {
  /** Its name and version in its own words. */
  readonly version: string;
  /** Goes to an address, and waits for the load of another page. */
  open(url: string): Promise<void>;
  /** Makes the page as large as this, px, or as near to it as the window allows. */
  resize(width: number, height: number): Promise<void>;
  /** Runs a function in the page with arguments that JSON can carry, waits for its promise and brings back what JSON can carry. */
  evaluate<A extends readonly unknown[], T>(act: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  press(key: Key): Promise<void>;
  /** Presses and lets go at a point of the page in sight, px: what only a reader's own press may do, such as to copy, is then done. */
  tap(x: number, y: number): Promise<void>;
  /** Pastes what lies on the clipboard where the focus is, as the keys for it do. */
  paste(): Promise<void>;
  /** The page as a PDF of A4; undefined where the engine's protocol cannot print. */
  print(): Promise<Buffer | undefined>;
  /** What a screen reader is handed of the page. @throws Error without the bus, where the engine needs it */
  heard(): Promise<Heard>;
  /** What the engine has complained of since it was last asked: errors logged, exceptions not caught, files not loaded. */
  complaints(): string[];
  close(): Promise<void>;
}

/** What is sent to run a function in a page: an expression whose value is text. */
export const asExpression = (act: (...args: never[]) => unknown, args: readonly unknown[]): string =>
  `Promise.resolve((${String(act)})(...${JSON.stringify(args)})).then((value) => JSON.stringify(value === undefined ? null : value))`;

/** A started program. */
export interface Started {
  /** the first group of the pattern that was waited for */
  readonly found: string;
  /** Ends it, and takes away its folder. */
  stop(): Promise<void>;
}

const START_PATIENCE = 60_000;

/**
 * Starts a program with a folder of its own, and waits until it says something.
 * @param said what is waited for; left out for a program that says nothing
 * @param args of the program, given the folder
 * @throws Error with its last words if it ends or stays silent
 */
export async function start(program: string, args: (folder: string) => readonly string[], said?: RegExp, env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const child = spawn(program, args(folder), { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: folder, ...env } });
  const stop = async (): Promise<void> => {
    await end(child);
    for (let tries = 1; ; tries += 1) {
      try {
        return rmSync(folder, { recursive: true, force: true });
      } catch (error) {
        // What the program had started may still write there, or hold a file system of its own in it.
        if (tries === 20) throw error;
        await pause(250);
      }
    }
  };
  if (!said) return { found: '', stop };
  let words = '';
  try {
    const found = await new Promise<string>((done, fail) => {
      const late = setTimeout(() => fail(new Error(`${program} says nothing: ${words.slice(-300)}`)), START_PATIENCE);
      const hear = (text: Buffer): void => {
        words += text.toString();
        const match = said.exec(words);
        if (!match) return;
        clearTimeout(late);
        done(match[1] ?? '');
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('error', fail);
      child.once('exit', () => fail(new Error(`${program} ended: ${words.slice(-300)}`)));
    });
    return { found, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill();
  const late = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(late);
}
