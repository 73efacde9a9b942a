import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const PACKAGES = ['chromium', 'fonts-noto-cjk'] as const;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;
/** Where Chrome lies on systems that do not put it on the PATH. */
const USUAL_PLACES: Readonly<Record<string, readonly string[]>> = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'],
};

/** Switches for a browser in a test: no window, no graphics card, no calls to other hosts. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** What the finder needs to know of a machine. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As in `process.platform`. */
  readonly platform: string;
  readonly exists: (file: string) => boolean;
  /** Path of the browser that Playwright would download for itself, there or not. */
  readonly playwright: string;
  /** Can it install Debian packages: Debian itself, and root? */
  readonly debianRoot: boolean;
  /** Has it a font for Chinese? */
  readonly chineseFont: boolean;
}

/** What to do for a browser: use one, install Debian packages and look again, or stop with a sentence. */
export type Plan =
  | { readonly kind: 'use'; readonly path: string }
  | { readonly kind: 'install'; readonly packages: readonly string[] }
  | { readonly kind: 'stop'; readonly sentence: string };

/**
 * Decides which browser the tests use. In order: `CHROMIUM_PATH`, an installed Chromium or Chrome, Playwright's own;
 * on Debian as root the packages to install; otherwise a sentence that says what to install.
 */
export function planBrowser(machine: Machine): Plan {
  const wish = machine.env['CHROMIUM_PATH'];
  if (wish && !machine.exists(wish)) {
    return { kind: 'stop', sentence: `CHROMIUM_PATH names ${wish}, and there is no such file.` };
  }
  const path = wish || findInstalled(machine);
  if (path !== undefined && machine.chineseFont) return { kind: 'use', path };
  const packages = PACKAGES.filter((name) => (name === 'chromium' ? path === undefined : !machine.chineseFont));
  if (machine.debianRoot) return { kind: 'install', packages };
  return {
    kind: 'stop',
    sentence:
      path === undefined
        ? 'The browser tests need Chromium or Chrome: install one, or name one in CHROMIUM_PATH, or run "npx playwright install chromium".'
        : 'The browser tests need a font for Chinese: install Noto Sans CJK (package fonts-noto-cjk or google-noto-sans-cjk-fonts).',
  };
}

function findInstalled({ env, platform, exists, playwright }: Machine): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(USUAL_PLACES[platform] ?? []), playwright].find(exists);
}

/** Reads what {@link planBrowser} needs to know of this machine. */
export function thisMachine(): Machine {
  const debian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  return {
    env: process.env,
    platform: process.platform,
    exists: existsSync,
    playwright: chromium.executablePath(),
    debianRoot: debian && process.getuid?.() === 0,
    // Other systems bring a Chinese font along.
    chineseFont: process.platform !== 'linux' || Boolean(spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout?.trim()),
  };
}

/**
 * Finds a browser for the tests, and installs one where that can be done.
 * @returns path of the browser
 * @throws Error of one sentence that says what to install
 */
export function ensureBrowser(): string {
  let plan = planBrowser(thisMachine());
  if (plan.kind === 'install') {
    const { packages } = plan;
    console.log(`Installing ${packages.join(' and ')} for the browser tests.`);
    aptGet(['update', '-qq']);
    aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
    plan = planBrowser(thisMachine());
    if (plan.kind === 'install') throw new Error(`apt-get brought no ${plan.packages.join(' and no ')}: install by hand, then run the tests again.`);
  }
  if (plan.kind === 'stop') throw new Error(plan.sentence);
  return plan.path;
}

/** Runs apt-get, and waits for another that runs. */
export function aptGet(args: readonly string[]): void {
  const LOCK_SECONDS = 120;
  const result = spawnSync('apt-get', ['-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status !== 0) throw new Error(`"apt-get ${args.join(' ')}" failed: install by hand what it was to bring, then run the tests again.`);
}
