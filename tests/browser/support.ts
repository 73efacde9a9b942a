import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import type { Build } from '../../scripts/builds.ts';
import { ADDRESSES } from '../../scripts/serve-builds.ts';

interface Options {
  /** Which build the test browses; set with `test.use({ build: 'sub-path' })`. */
  build: Build['name'];
  /** Console errors that the test means to cause, such as a page that is not found. */
  expectedErrors: readonly RegExp[];
}

function addressOf(build: Build['name']): string {
  const addresses = JSON.parse(process.env[ADDRESSES] ?? '{}') as Partial<Record<Build['name'], string>>;
  const address = addresses[build];
  if (address === undefined) throw new Error(`the build "${build}" is not there: "npm run browser -- FILE" makes what a test needs`);
  return address;
}

// A message may quote a whole data: address.
const LONGEST = 400;

/**
 * Notes what a reader's browser would complain of, on every page of a context.
 * @param origin the site's own, such as `http://localhost:4321`
 * @returns a list that grows while the pages run: errors logged, exceptions not caught, requests to other hosts
 */
export function watchFaults(context: BrowserContext, origin: string): string[] {
  const faults: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text().slice(0, LONGEST)} (${message.location().url})`);
  });
  context.on('weberror', (error) => faults.push(`page: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) faults.push(`other host: ${url.href}`);
  });
  return faults;
}

/** Playwright's `test`, with the address of a build as `baseURL`. A test fails if any of its pages has a fault. */
export const test = base.extend<Options>({
  build: ['main', { option: true }],
  expectedErrors: [[], { option: true }],
  baseURL: async ({ build }, use) => use(addressOf(build)),
  context: async ({ context, baseURL, expectedErrors }, use) => {
    const faults = watchFaults(context, new URL(baseURL ?? '').origin);
    await use(context);
    const unexpected = faults.filter((fault) => !expectedErrors.some((pattern) => pattern.test(fault)));
    expect(unexpected, 'errors logged by the page, or requests to other hosts').toEqual([]);
  },
});

export { expect };

/**
 * Opens a page of the site and waits until its faces are loaded, three frames are drawn.
 * @param path from the site's own root, whatever its base path: `/`, `/en/`, `/en/#cut-1`
 */
export async function gotoStory(page: Page, path: string): Promise<void> {
  // Relative to baseURL; a leading slash would leave the base path.
  const response = await page.goto(`./${path.replace(/^\/+/, '')}`, { waitUntil: 'load' });
  // A change of the #anchor alone has no response.
  if (response !== null) expect(response.status(), `status of ${path}`).toBe(200);
  await settle(page);
}

/** Waits until a page that a link has led to lives: its address is there before its program. */
export async function arrive(page: Page): Promise<void> {
  await page.locator('html[data-live]').waitFor({ state: 'attached' });
  await settle(page);
}

/** Waits until the faces are loaded and three frames are drawn: what a scroll or a resize changed is then on screen. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
  });
}
