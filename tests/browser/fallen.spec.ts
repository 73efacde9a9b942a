import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, gotoStory, settle, test } from './support.ts';

const PHONE = { width: 390, height: 844 };
const STEPS = 23;
const FLAT = { stills: STEPS, words: STEPS, pinned: [], dead: [] };
/** The answer to the guess waits until it is asked for. */
const COVERED = { ...FLAT, stills: STEPS - 1, words: STEPS - 1 };

/** What a reader of a page without a program may rely on: every still and text, nothing that stays on the screen above them, no control that does nothing. */
const found = (page: Page): Promise<{ stills: number; words: number; pinned: string[]; dead: string[] }> =>
  page.evaluate(() => {
    const shown = (selector: string): Element[] => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0);
    return {
      stills: shown('.still > svg').length,
      words: shown('[data-step] .card').filter((each) => (each as HTMLElement).innerText.length > 40).length,
      pinned: shown('.stage, .progress, dialog, main *').filter((each) => ['sticky', 'fixed'].includes(getComputedStyle(each).position)).map((each) => String(each.className)),
      dead: shown('button, input, .widget').map((each) => each.textContent.trim()),
    };
  });

/** The step at the head of a flat page. */
const stepAtTop = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => [...document.querySelectorAll('[data-step]')].filter((each) => each.getBoundingClientRect().top < innerHeight / 2).at(-1)?.id);

test.use({ viewport: PHONE });

test.describe('when the program', () => {
  test.use({ expectedErrors: [/Failed to load resource|ERR_|404|SyntaxError|Unexpected|thrown on purpose|^page: $/] });
  const THROW = 'throw new Error("thrown on purpose");';
  const CASES: readonly (readonly [string, (context: BrowserContext) => Promise<unknown>])[] = [
    ['is blocked', (context) => context.route('**/*.js', (route) => route.abort('blockedbyclient'))],
    ['is missing', (context) => context.route('**/*.js', (route) => route.fulfill({ status: 404, body: 'gone' }))],
    ['cannot be read', (context) => context.route('**/Article*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'let a = 1 ~~> 2;' }))],
    ['fails at once', (context) => context.route('**/Article*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: THROW }))],
    ['fails in a part of the page', (context) => context.addInitScript(() => {
      // The first that the guess asks of its field.
      Object.defineProperty(HTMLInputElement.prototype, 'value', { get() { throw new Error('thrown on purpose'); }, set() { throw new Error('thrown on purpose'); } });
    })],
    ['is not for so old a browser', (context) => context.addInitScript(() => void Reflect.deleteProperty(window, 'structuredClone'))],
  ];
  for (const [name, spoil] of CASES) {
    test(`${name}, nothing stays pinned, no control is dead, and the reader’s step is kept`, async ({ page, context }) => {
      await spoil(context);
      for (const id of ['', 'cases-since', 'recovery']) {
        await page.goto('about:blank');
        await page.goto(`./en/#${id}`);
        await settle(page);
        expect(await found(page), id).toEqual(COVERED);
        if (id) expect(await stepAtTop(page)).toBe(id);
      }
    });
  }

  test('fails as the story is read, the page falls back to the flat reading at that step, and says so', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await gotoStory(page, 'en/#cases-since');
    await page.evaluate(() => {
      SVGElement.prototype.setAttribute = () => {
        throw new Error('thrown on purpose');
      };
      scrollBy({ top: 300, behavior: 'instant' });
    });
    await expect(page.locator('html')).not.toHaveAttribute('data-js', /.*/);
    await settle(page);
    expect(await found(page)).toEqual(COVERED);
    expect(['cases-since', 'same-length']).toContain(await stepAtTop(page));
    expect(errors).toContain('thrown on purpose');
  });
});

test('a program that never comes does not leave the first picture over the story; one that comes late leaves the reader in the flat reading, with its controls', async ({ page }) => {
  test.setTimeout(60_000);
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./en/#cases-since', { waitUntil: 'commit' });
  await expect(page.locator('html')).not.toHaveAttribute('data-js', /.*/, { timeout: 20_000 });
  expect(await found(page)).toEqual(COVERED);
  release();
  await expect(page.locator('html')).toHaveAttribute('data-live', '');
  await settle(page);
  expect(await stepAtTop(page)).toBe('cases-since');
  await page.locator('.menu > summary').click();
  await page.locator('.menu [data-control="flat"]').click();
  await expect(page.locator('.stage')).toBeVisible();
});

/** Saves a living page as a browser does: its elements as they are, its style sheets beside it. */
async function save(page: Page, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const sheets = await page.$$eval('link[rel=stylesheet]', (links) => links.map((link) => (link as HTMLLinkElement).href));
  let html = `<!doctype html>${await page.evaluate(() => document.documentElement.outerHTML)}`;
  for (const [index, sheet] of sheets.entries()) {
    await writeFile(join(folder, `${index}.css`), await (await page.request.get(sheet)).body());
    html = html.replaceAll(new URL(sheet).pathname, `${index}.css`);
  }
  // The policy of a page from disk: its sheets would count as another place's.
  html = html.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '').replaceAll(/(src|href)="\/_astro\//g, '$1="_astro/');
  const file = join(folder, 'saved.html');
  await writeFile(file, html);
  expect(await readFile(file, 'utf8')).toContain('data-live');
  return file;
}

for (const scripts of [true, false]) {
  test.describe(`saved while it lived, and opened from disk ${scripts ? 'with' : 'without'} scripts`, () => {
    test.use({ expectedErrors: [/ERR_|CORS|file:|Failed to load|unique security origins/] });
    test('the page does not believe that it lives', async ({ page, browser }, { outputDir }) => {
      await gotoStory(page, 'en/#cases-since');
      await page.locator('#cases-since a.fact').first().click();
      const file = await save(page, outputDir);
      const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: scripts });
      const saved = await context.newPage();
      await saved.goto(`file://${file}#venues`);
      await saved.waitForTimeout(300);
      expect(await found(saved)).toEqual(FLAT);
      expect(await stepAtTop(saved)).toBe('venues');
      await context.close();
    });
  });
}
