import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from '@playwright/test';
import { headersOf } from '../../scripts/hosting/rules.ts';
import { expect, gotoStory, settle, test as base } from './support.ts';
import { currentStep } from './stage.ts';

/** What a page did that its policy does not allow, and the Trusted Types policies that it named. */
interface Watched {
  violations: string[];
  policies: string[];
}

// Runs before any script of a page.
function watchPolicies(): void {
  const watched: Watched = { violations: [], policies: [] };
  Object.assign(window, { watched });
  addEventListener('securitypolicyviolation', (event) => watched.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
  const factory = (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes;
  const create = factory.createPolicy.bind(factory);
  factory.createPolicy = (name, rules) => {
    watched.policies.push(name);
    return create(name, rules);
  };
}

const watchedOn = (page: Page): Promise<Watched> => page.evaluate(() => (window as unknown as { watched: Watched }).watched);

/** Answers with the headers that docs/hosting/ gives each file, as nginx does with the sample. */
async function serveWithHeaders(context: BrowserContext, origin: string): Promise<void> {
  await context.route(`${origin}/**`, async (route) => {
    const response = await route.fetch();
    const path = new URL(route.request().url()).pathname.replace(/\/$/, '/index.html');
    await route.fulfill({ response, headers: { ...response.headers(), ...headersOf(path) } });
  });
}

/** Trusted Types policies: Svelte's for its own templates, and the slides' for the words of their page (src/lesson/player/words.ts). */
const [SVELTE, WORDS] = ['svelte-trusted-html', 'story-words'] as const;
// The last line of `expectClean` is refused aloud.
const REFUSAL = /requires 'TrustedHTML' assignment/;

const test = base.extend({
  viewport: { width: 1280, height: 720 },
  expectedErrors: [REFUSAL],
  context: async ({ context, baseURL }, use) => {
    await context.addInitScript(watchPolicies);
    await serveWithHeaders(context, new URL(baseURL!).origin);
    await use(context);
    // A picture may still be on its way when the page closes.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
  },
});

/** Reads a page to its end, a screen at a time, as a reader does. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  });
  await settle(page);
}

async function expectNothingKept(page: Page): Promise<void> {
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
  expect(kept, page.url()).toEqual([0, 0, '', 0, 0, 0]);
  expect(await page.context().cookies()).toEqual([]);
}

/** The header is in force, nothing ran against it, and no policies but these were asked for. */
async function expectClean(page: Page, ...policies: readonly string[]): Promise<void> {
  expect(await watchedOn(page), page.url()).toEqual({ violations: [], policies });
  const refused = await page.evaluate(() => {
    try {
      document.createElement('p').innerHTML = '<b></b>';
      return false;
    } catch {
      return true;
    } finally {
      (window as unknown as { watched: Watched }).watched.violations.length = 0;
    }
  });
  expect(refused, 'text without a policy is refused').toBe(true);
}

for (const [locale, path] of [['zh', ''], ['en', 'en/']] as const) {
  test(`the article under Trusted Types, ${locale}: read to the end with nothing kept, a source opened, a guess judged`, async ({ page }) => {
    await gotoStory(page, path);
    await readToTheEnd(page);
    await expectNothingKept(page);
    await page.locator('#ring a.fact').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('#months').fill('12');
    const guess = page.locator('[data-widget="guess"]');
    await guess.getByRole('textbox').fill('300');
    await guess.getByRole('link').click();
    await expect(guess.getByRole('status')).toContainText('1,170');
    await expect(page.locator('.canvas-holder:visible')).toContainText('300');
    // A browser asks for the icon when it likes.
    expect(asked.filter((url) => !url.endsWith('/favicon.svg')), 'a guess stays here').toEqual([]);
    await expectClean(page, SVELTE);
  });
}

test('a link to a step under Trusted Types', async ({ page }) => {
  await gotoStory(page, '#cut-1');
  expect(await currentStep(page)).toBe(7);
  await expectClean(page, SVELTE);
});

test('an embed under Trusted Types turns to its guess and judges it', async ({ page }) => {
  await gotoStory(page, 'en/embed/known-users/');
  await page.getByLabel('Type a number').fill('1000');
  await page.getByRole('link', { name: 'Show the answer' }).click();
  await expect(page.locator('.verdict')).toContainText('The fall was 1,170');
  await expectNothingKept(page);
  await expectClean(page, SVELTE);
});

test('slides under Trusted Types: a guess, the answer, the teacher’s window; the lesson’s page; the file to take along', async ({ page, context }) => {
  await gotoStory(page, 'en/lesson/');
  await readToTheEnd(page);
  await expectNothingKept(page);
  await expectClean(page);
  await gotoStory(page, 'en/lesson/slides/?plan=40#predict-cases');
  await page.getByRole('textbox', { name: 'My guess (cases)' }).fill('50');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator('.slide').getByText('You guessed 50. The published number is 21: 29 fewer than you thought.')).toBeVisible();
  const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('n')]);
  await expect(notes.locator('.preview > svg')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expectNothingKept(page);
  await expectClean(page, SVELTE, WORDS);
  await notes.close();
  await gotoStory(page, 'ketang.html?plan=40#task-comparable');
  await page.getByRole('button', { name: '看答案' }).click();
  await expect(page.locator('.worked-answer')).toContainText('不能直接比');
  await expectNothingKept(page);
  await expectClean(page, SVELTE, WORDS);
});

test('every other kind of page under the headers of the sample: read to the end, nothing refused, no policy made, nothing kept', async ({ page }) => {
  for (const path of ['data/', 'embed/', 'kit/', 'lesson/plan/40/', 'lesson/worksheet/40/', 'lesson/glossary/']) {
    await gotoStory(page, path);
    await readToTheEnd(page);
    await expectNothingKept(page);
    expect(await watchedOn(page), path).toEqual({ violations: [], policies: [] });
  }
});

test.describe('in a newsroom’s page', () => {
  test.use({ expectedErrors: [/^other host: http:\/\/127\.0\.0\.1:\d+\/$|frame-ancestors/] });
  let [body, isolated] = ['', true];
  const newsroom = createServer((_, response) => {
    const strict = { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'", 'Cross-Origin-Embedder-Policy': 'require-corp' };
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...(isolated ? strict : {}) }).end(`<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${body}`);
  });
  test.beforeAll(() => new Promise<void>((done) => newsroom.listen(0, '127.0.0.1', done)));
  test.afterAll(() => newsroom.close());

  test('that is isolated and allows no markup from text, the loader puts an embed in; the article lets itself be framed by no one', async ({ page, baseURL }) => {
    body = `<div data-two-lines="cases" data-lang="en"></div><script src="${baseURL}embed.js"></script>`;
    await page.goto(`http://127.0.0.1:${(newsroom.address() as AddressInfo).port}/`);
    const card = page.frameLocator('iframe');
    await expect(card.locator('html[data-live]')).toBeAttached();
    await expect(card.getByRole('heading').first()).toBeVisible();
    [body, isolated] = [`<iframe src="${baseURL}" title="article"></iframe><iframe src="${baseURL}embed/cases/" title="embed"></iframe>`, false];
    await page.reload();
    await expect.poll(() => page.frames().slice(1).map((frame) => frame.url())).toEqual(['chrome-error://chromewebdata/', `${baseURL}embed/cases/`]);
  });
});
