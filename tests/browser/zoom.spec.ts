import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { expect, gotoStory, settle, test } from './support.ts';

const ZOOMS = [1.5, 1.75, 2, 2.5, 3, 4];
/** Sizes are rounded to whole CSS pixels when a screen is divided. */
const ROUNDED = 0.99;

/** A zoom of the browser, not a pinch: the screen has fewer and larger pixels. */
async function zoom(page: Page, width: number, height: number, by: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width: Math.round(width / by), height: Math.round(height / by), deviceScaleFactor: by, mobile: false });
  await page.waitForFunction((expected) => innerWidth === expected, Math.round(width / by));
  await settle(page);
}

/** The smallest words of a step's drawing in CSS pixels, wherever the drawing stands now, and the page's mode. */
const smallest = (page: Page, step: string): Promise<{ px: number; mode: string }> =>
  page.evaluate((id) => {
    document.querySelector(`#${id}`)!.scrollIntoView();
    const mode = document.documentElement.dataset['mode']!;
    const within = mode === 'flat' ? `#${id} .still > svg` : '.canvas-holder > svg';
    const drawing = [...document.querySelectorAll<SVGSVGElement>(within)].find((each) => each.getBoundingClientRect().height > 0)!;
    const scale = drawing.getScreenCTM()!.a;
    // A frame's smallest words are the same at every step.
    const least = drawing.matches('.portrait') ? 10 : 13;
    const sizes = [...drawing.querySelectorAll('text')].map((text) => Number(text.getAttribute('font-size')));
    if (sizes.length === 0) throw new Error(`no words in the drawing of ${id}`);
    return { px: Math.min(least, ...sizes) * scale, mode };
  }, step);

for (const [width, height] of [[1280, 720], [1280, 800], [1366, 768], [1440, 900], [1920, 1080], [1280, 1024], [820, 1180], [390, 844]] as const) {
  test(`on a screen of ${width} × ${height} no zoom makes the drawing’s words smaller on the glass, unless the page lies flat`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await gotoStory(page, 'en/#parcel');
    const whole = await smallest(page, 'parcel');
    expect(whole.mode).toBe('scroll');
    const sizes: string[] = [];
    for (const by of ZOOMS) {
      await zoom(page, width, height, by);
      const { px, mode } = await smallest(page, 'parcel');
      if (mode !== 'flat' && px * by < whole.px * ROUNDED) sizes.push(`${by * 100} %, ${mode}: ${(px * by).toFixed(2)} px of ${whole.px.toFixed(2)}`);
    }
    expect(sizes).toEqual([]);
    await zoom(page, width, height, 1);
    expect((await smallest(page, 'parcel')).mode, 'back at 100 %').toBe('scroll');
  });
}

/** What the eye can find of the answer: in the words of its step, and its picture. */
const answerInSight = (page: Page): Promise<{ words: boolean; picture: boolean }> =>
  page.evaluate(() => {
    const seen = (selector: string): boolean => [...document.querySelectorAll(selector)].some((each) => each.checkVisibility() && each.textContent.includes('1,170'));
    return { words: seen('#reveal .card h3, #reveal .card p, #reveal .card dd') || seen('#guess *'), picture: seen('#reveal .still > svg text, #reveal figcaption') };
  });
const HIDDEN = { words: false, picture: false };
const SHOWN = { words: true, picture: true };

test.describe('a guess stays a guess where the story lies flat', () => {
  test('by a zoom of 200 % on a desk: the answer comes when it is asked for, with the verdict', async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 400 });
    await gotoStory(page, 'en/#guess');
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'flat');
    expect(await answerInSight(page)).toEqual(HIDDEN);
    const widget = page.locator('[data-widget="guess"]');
    await widget.getByRole('textbox').fill('300');
    expect(await answerInSight(page)).toEqual(HIDDEN);
    await widget.getByRole('link').click();
    await settle(page);
    expect(await answerInSight(page)).toEqual(SHOWN);
    await expect(widget.getByRole('status')).toHaveText('You guessed 300. The fall was 1,170: 870 more than you thought.');
    await expect(page.locator('#reveal h3')).toBeInViewport();
  });

  test('by a zoom in the middle of a reading: covered before the answer has been reached, and open after', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const [step, expected] of [['same-length', HIDDEN], ['guess', HIDDEN], ['reveal', SHOWN], ['coast', SHOWN]] as const) {
      await page.goto('about:blank');
      await gotoStory(page, `en/#${step}`);
      await zoom(page, 1280, 800, 2);
      await expect(page.locator('html')).toHaveAttribute('data-mode', 'flat');
      expect(await answerInSight(page), step).toEqual(expected);
      await zoom(page, 1280, 800, 1);
    }
  });

  test('by choice: its own button opens it, by the keyboard too, and closes it again', async ({ page }) => {
    await gotoStory(page, 'en/?mode=flat');
    expect(await answerInSight(page)).toEqual(HIDDEN);
    const summary = page.locator('.answer > summary');
    await expect(summary).toHaveText('Show the answer');
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await answerInSight(page)).toEqual(SHOWN);
    await page.keyboard.press('Enter');
    expect(await answerInSight(page)).toEqual(HIDDEN);
  });

  test('in the moving story nothing stands before the answer', async ({ page }) => {
    await gotoStory(page, 'en/#reveal');
    await expect(page.locator('.answer > summary')).toBeHidden();
    await expect(page.locator('#reveal h3')).toBeVisible();
  });

  test('on paper the answer is printed, overleaf', async ({ page }) => {
    for (const path of ['en/', 'en/?mode=flat']) {
      await gotoStory(page, path);
      await page.emulateMedia({ media: 'print' });
      expect(await answerInSight(page), path).toEqual(SHOWN);
      await expect(page.locator('.answer > summary')).toBeHidden();
      expect(await page.locator('#reveal').evaluate((step) => getComputedStyle(step).breakBefore)).toBe('page');
      await page.emulateMedia({ media: null });
    }
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    test('it is covered, and opened by a touch', async ({ page }) => {
      await page.goto('./en/#guess');
      await expect(page.locator('#reveal h3')).toBeHidden();
      await expect(page.locator('#reveal .still')).toBeHidden();
      await page.locator('.answer > summary').click();
      await expect(page.locator('#reveal h3')).toHaveText('Down by 1,170 people');
      await expect(page.locator('#reveal .still > svg')).toBeVisible();
    });
  });
});

test('with a smallest size of letters of 24 px no page moves sideways', async ({ baseURL }, testInfo) => {
  test.slow(); // many pages at four widths
  const profile = testInfo.outputPath('profile');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ webkit: { webprefs: { minimum_font_size: 24, minimum_logical_font_size: 24 } } }));
  const { executablePath, args } = testInfo.project.use.launchOptions!;
  const context = await chromium.launchPersistentContext(profile, { executablePath: executablePath!, args: args! });
  try {
    const page = await context.newPage();
    const wide: string[] = [];
    for (const [width, height] of [[1280, 800], [1024, 768], [820, 1180], [390, 844]] as const) {
      await page.setViewportSize({ width, height });
      for (const path of ['en/data/', 'data/', 'en/', 'en/?mode=flat', 'en/embed/', 'en/lesson/', 'en/lesson/data/', 'en/lesson/plan/40/', 'en/lesson/worksheet/40/', 'en/lesson/glossary/', 'en/kit/', '404.html']) {
        await page.goto(`${baseURL}${path}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) wide.push(`${path} at ${width}: ${over} px`);
      }
    }
    await page.goto(`${baseURL}en/data/`);
    const letters = await page.locator('code').first().evaluate((code) => {
      const one = document.createElement('span');
      one.textContent = 'M';
      code.append(one);
      return one.getBoundingClientRect().height;
    });
    expect(letters, 'the setting is in force').toBeGreaterThanOrEqual(24);
    expect(wide).toEqual([]);
  } finally {
    await context.close();
  }
});
