import type { Page } from '@playwright/test';
import { expect, gotoStory, settle, test } from './support.ts';
import { EMBEDS } from '../../src/embed/embeds.ts';
import { currentStep, offsets, picture, scrollToPosition } from './stage.ts';

const PHONE = { width: 390, height: 844 };
const SIDEWAYS = { width: 844, height: 390 };
const DESK = { width: 1440, height: 900 };
const STEPS = 23;
/** No card is higher, px. */
const HIGHEST_CARD = 1000;
const LOST = /Failed to load resource|ERR_/;

/** Steps whose words can be read: drawn, and in a colour that differs from the ground. */
const readable = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-step] .card')].filter((card) => {
    return card.checkVisibility({ opacityProperty: true }) && card.innerText.length > 40 && getComputedStyle(card).color !== getComputedStyle(card.closest('.night, .day')!).backgroundColor;
  }).length);

/** The picture of a step on a page that nothing has happened to. */
async function undisturbed(page: Page, viewport: { width: number; height: number }, step: number): Promise<string> {
  const fresh = await page.context().newPage();
  await fresh.setViewportSize(viewport);
  await gotoStory(fresh, '');
  await scrollToPosition(fresh, await offsets(fresh), step);
  const found = await picture(fresh);
  await fresh.close();
  return found;
}

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test.describe('when the font is lost', () => {
    test.use({ expectedErrors: [LOST] });
    test('the headings stand in a face of the device, at once, and the story moves', async ({ page }) => {
      await page.route('**/*.woff2', (route) => route.abort());
      await gotoStory(page, '');
      expect(await readable(page)).toBe(STEPS);
      expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length), 'faces loaded').toBe(0);
      await expect(page.locator('h1')).toBeVisible();
      await scrollToPosition(page, await offsets(page), 14);
      expect(await currentStep(page)).toBe(14);
    });
  });

  test('on a slow line the text and the first picture are there before the script, which then takes over where the reader is', async ({ page }) => {
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    const session = await page.context().newCDPSession(page);
    // A slow 3G line: 400 kbit/s, 400 ms there and back.
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.locator('h1')).toBeVisible({ timeout: 15_000 });
    await expect(page.locator('.canvas-holder.portrait svg text').first()).toBeVisible();
    // All but the answer to the guess, which is covered until it is asked for.
    await expect.poll(() => readable(page), { timeout: 15_000 }).toBe(STEPS - 1);
    await expect(page.locator('html')).not.toHaveAttribute('data-live', /.*/);
    // The reader has gone on by then.
    await page.evaluate(() => scrollTo({ top: document.querySelector('#cases-since .card')!.getBoundingClientRect().top + scrollY - innerHeight * 0.62 - 12, behavior: 'instant' }));
    release();
    await expect(page.locator('html')).toHaveAttribute('data-live', '', { timeout: 15_000 });
    await settle(page);
    expect(await currentStep(page)).toBe(14);
    expect(await picture(page)).toBe(await undisturbed(page, PHONE, 14));
  });

  test.describe('offline', () => {
    // A browser asks for the icon when it likes.
    test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED.*favicon/] });
    test('with the network cut after loading, the whole story, its sources and its questions still work', async ({ page, context }) => {
      await gotoStory(page, '');
      const anchors = await offsets(page);
      await context.setOffline(true);
      const seen = new Set<string>();
      for (let step = 0; step < STEPS; step++) {
        await scrollToPosition(page, anchors, step);
        seen.add(await picture(page));
      }
      expect(seen.size).toBe(STEPS);
      await page.locator('#recovery a.fact').first().click();
      await expect(page.locator('dialog.source')).toContainText('764人');
      await page.keyboard.press('Escape');
      await scrollToPosition(page, anchors, 16);
      await page.locator('#guess-field').fill('500');
      await settle(page);
      expect(await picture(page)).toContain('500');
      await context.setOffline(false);
    });
  });

  test('fifty turns and resizes in the middle of a scroll leave the picture of a page that nothing has happened to', async ({ page }) => {
    await gotoStory(page, '');
    const sizes = [SIDEWAYS, { width: 360, height: 640 }, DESK, { width: 1024, height: 1366 }, PHONE];
    for (let turn = 0; turn < 50; turn++) {
      await page.setViewportSize(sizes[turn % sizes.length]!);
      await page.evaluate(() => scrollBy({ top: innerHeight * 0.6, behavior: 'instant' }));
    }
    await settle(page);
    expect(await readable(page)).toBe(STEPS);
    expect(page.viewportSize()).toEqual(PHONE);
    await scrollToPosition(page, await offsets(page), 13);
    await settle(page);
    expect(await currentStep(page)).toBe(13);
    expect(await picture(page)).toBe(await undisturbed(page, PHONE, 13));
  });

  test('flung to and fro with the wheel, the story comes to rest on the right picture', async ({ page }) => {
    await gotoStory(page, '');
    const anchors = await offsets(page);
    await page.mouse.move(200, 700);
    for (const push of [9000, 9000, -4000, 20_000, -30_000, 12_000, -2500]) await page.mouse.wheel(0, push);
    // The wheel's scroll goes on for a while.
    await page.evaluate(async () => {
      for (let last = -1; last !== scrollY; await new Promise((done) => setTimeout(done, 150))) last = scrollY;
    });
    await settle(page);
    const place = await page.evaluate(() => scrollY);
    const afterFling = await picture(page);
    await scrollToPosition(page, anchors, 0);
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), place);
    await settle(page);
    expect(await picture(page)).toBe(afterFling);
    await scrollToPosition(page, anchors, 7);
    expect(await picture(page)).toBe(await undisturbed(page, PHONE, 7));
  });

  test('printed from the middle, every step is on paper, and the reader’s place and picture are kept', async ({ page }) => {
    await gotoStory(page, '');
    await scrollToPosition(page, await offsets(page), 14);
    const before = { top: await page.evaluate(() => scrollY), picture: await picture(page) };
    await page.emulateMedia({ media: 'print' });
    const paper = await page.evaluate(() => ({
      stills: [...document.querySelectorAll('.still > svg')].filter((each) => each.checkVisibility()).length,
      tables: [...document.querySelectorAll('.numbers table')].filter((each) => each.checkVisibility() && each.getBoundingClientRect().height > 20).length,
      stage: document.querySelector('.stage')!.checkVisibility(),
    }));
    expect(paper).toEqual({ stills: STEPS, tables: 19, stage: false });
    await page.pdf({ format: 'A4' });
    await page.emulateMedia({ media: null });
    await settle(page);
    expect(await currentStep(page)).toBe(14);
    expect(await picture(page)).toBe(before.picture);
    expect(Math.abs((await page.evaluate(() => scrollY)) - before.top)).toBeLessThan(2);
  });

  test.describe('when the script fails half-way', () => {
    test.use({ expectedErrors: [/ResizeObserver is not (defined|a constructor)|undefined/] });
    test('the page goes back to the flat reading', async ({ page }) => {
      await page.addInitScript(() => {
        // @ts-expect-error an old browser has none
        delete window.ResizeObserver;
      });
      await gotoStory(page, 'en/');
      await expect(page.locator('html')).not.toHaveAttribute('data-js', /.*/);
      // The answer to the guess is covered until it is asked for, by the browser's own means.
      expect(await readable(page)).toBe(STEPS - 1);
      await page.locator('.answer > summary').click();
      expect(await readable(page)).toBe(STEPS);
      await expect(page.locator('#cases-since .still > svg')).toBeVisible();
      await expect(page.locator('.stage')).toBeHidden();
    });
  });

  test('inside a page that hides what overflows and has large type of its own, the story still scrolls in its frame', async ({ page, baseURL }) => {
    await page.route('**/host', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="zh"><title>host</title><style>html,body{overflow:hidden;font-size:40px;margin:0}</style><iframe title="story" src="${baseURL}" width="390" height="800"></iframe></html>` }),
    );
    await page.goto('./host');
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('h1')).toBeVisible();
    await expect(frame.locator('html')).toHaveAttribute('data-live', '');
    const inside = page.frames()[1]!;
    expect(await inside.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('16px');
    await inside.evaluate(() => void (location.hash = 'cases-since'));
    await expect(frame.locator('#cases-since h3')).toBeInViewport();
    await expect(frame.locator('.canvas-holder.portrait')).toContainText('21');
  });

  test('ten cards in frames of a page that hides what overflows and has large type of its own all live, fit, and keep the page scrolling', async ({ page, baseURL }) => {
    const frames = [...EMBEDS.map(({ id }) => `embed/${id}/`), 'en/embed/cases/'].map((path, i) => `<p>text</p><iframe title="${i}" src="${baseURL}${path}" width="374" height="${HIGHEST_CARD}"></iframe>`);
    expect(frames).toHaveLength(10);
    await page.route('**/host', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="zh"><title>host</title><style>html,body{overflow-x:hidden;font-size:40px;margin:0}iframe{border:0;overflow:hidden}*{line-height:3}</style>${frames.join('')}</html>` }),
    );
    await page.goto('./host');
    for (const frame of page.frames().slice(1)) {
      await frame.waitForSelector('html[data-live]', { state: 'attached' });
      const found = await frame.evaluate(() => ({
        type: getComputedStyle(document.documentElement).fontSize,
        beyond: document.documentElement.scrollWidth - innerWidth,
        height: document.documentElement.scrollHeight,
        words: document.body.innerText.trim().length,
        pictures: [...document.querySelectorAll('svg')].filter((each) => each.checkVisibility() && each.getBoundingClientRect().height > 100).length,
      }));
      expect(found, frame.url()).toMatchObject({ type: '16px', beyond: 0 });
      expect(found.height, frame.url()).toBeLessThanOrEqual(HIGHEST_CARD);
      expect(found.words, frame.url()).toBeGreaterThan(40);
      expect(found.pictures, frame.url()).toBeGreaterThanOrEqual(1);
    }
    await page.mouse.move(187, 600);
    await page.mouse.wheel(0, 1500);
    await expect.poll(() => page.evaluate(() => scrollY), 'the wheel over a card scrolls the page').toBeGreaterThan(600);
  });

  // By hand, what an address may hold: half an escape, markup, names of JavaScript itself, another step's case, a line break.
  for (const address of ['#%', '#%E0%A4%A', '#"><img src=x onerror=alert(1)>', '#__proto__', '#constructor', '#CASES-SINCE', '#cases-since%0A', '?mode=<script>alert(1)</script>', '?mode=__proto__', '?mode=scroll&mode=flat', '?theme=neon&lang=xx&step=-1', `?x=${'y'.repeat(4000)}`]) {
    test(`an address with “${address.slice(0, 40)}” is harmless`, async ({ page }) => {
      page.on('dialog', () => expect(false, 'a script of the address ran').toBe(true));
      await gotoStory(page, address);
      await expect(page.locator('html')).toHaveAttribute('data-live', '');
      await expect(page.locator('html')).toHaveAttribute('data-mode', 'scroll');
      expect(await readable(page)).toBe(STEPS);
      expect(await currentStep(page)).toBe(0);
      expect(await page.locator('main img, main script').count()).toBe(0);
    });
  }
});
