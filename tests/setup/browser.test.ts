import { expect, test } from 'vitest';
import { planBrowser, type Machine } from '../../scripts/browser.ts';

const PLAYWRIGHT = '/home/reader/.cache/ms-playwright/chromium-1/chrome';

function machine(files: readonly string[], more: Partial<Machine> = {}): Machine {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    exists: (file) => files.includes(file),
    playwright: PLAYWRIGHT,
    debianRoot: false,
    chineseFont: true,
    ...more,
  };
}

test('CHROMIUM_PATH comes before an installed browser', () => {
  const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/my/chrome' };
  expect(planBrowser(machine(['/opt/my/chrome', '/usr/bin/chromium', PLAYWRIGHT], { env }))).toEqual({ kind: 'use', path: '/opt/my/chrome' });
});

test('a CHROMIUM_PATH that leads nowhere stops, even where another browser could step in unseen', () => {
  const plan = planBrowser(machine(['/usr/bin/chromium'], { env: { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/gone' }, debianRoot: true }));
  expect(plan).toEqual({ kind: 'stop', sentence: 'CHROMIUM_PATH names /opt/gone, and there is no such file.' });
});

test.each([
  [['/usr/bin/google-chrome', '/usr/bin/chromium-browser', '/usr/local/bin/chromium'], '/usr/local/bin/chromium'],
  [['/usr/bin/google-chrome', '/usr/bin/chromium-browser', PLAYWRIGHT], '/usr/bin/chromium-browser'],
  [['/usr/bin/google-chrome', PLAYWRIGHT], '/usr/bin/google-chrome'],
  [[PLAYWRIGHT], PLAYWRIGHT],
])('of %j it takes %s', (files, path) => {
  expect(planBrowser(machine(files))).toEqual({ kind: 'use', path });
});

test('Chrome of macOS is found, though it is not on the PATH', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(planBrowser(machine([chrome], { platform: 'darwin' }))).toEqual({ kind: 'use', path: chrome });
});

test('Debian as root installs what is missing and no more', () => {
  const bare = { debianRoot: true, chineseFont: false };
  expect(planBrowser(machine([], bare))).toEqual({ kind: 'install', packages: ['chromium', 'fonts-noto-cjk'] });
  expect(planBrowser(machine(['/usr/bin/chromium'], bare))).toEqual({ kind: 'install', packages: ['fonts-noto-cjk'] });
  expect(planBrowser(machine([], { debianRoot: true }))).toEqual({ kind: 'install', packages: ['chromium'] });
});

test('elsewhere a missing browser or a missing Chinese font stops with one sentence, never with skipped tests', () => {
  const noBrowser = planBrowser(machine([]));
  expect(noBrowser).toMatchObject({ kind: 'stop', sentence: expect.stringMatching(/^The browser tests need Chromium or Chrome: [^.\n]+\.$/) });
  const noFont = planBrowser(machine(['/usr/bin/chromium'], { chineseFont: false }));
  expect(noFont).toMatchObject({ kind: 'stop', sentence: expect.stringMatching(/^The browser tests need a font for Chinese: [^.\n]+\.$/) });
});
