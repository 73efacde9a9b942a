import type { Page } from '@playwright/test';
import { arrive, expect, gotoStory, settle, test } from './support.ts';
import { currentStep, offsets, picture, scrollToPosition, stepIds, wordsOnStage } from './stage.ts';

const PHONE = { width: 390, height: 844 };
const PHONE_SIDEWAYS = { width: 844, height: 390 };
const DESK = { width: 1440, height: 900 };
/** The address follows the reader after a pause. ms */
const ADDRESS_PAUSE = 250;

/** Pictures of all whole steps, reached one after another on one page. */
async function pictures(page: Page): Promise<{ anchors: number[]; all: string[] }> {
  const anchors = await offsets(page);
  const all: string[] = [];
  for (let step = 0; step < anchors.length; step++) {
    await scrollToPosition(page, anchors, step);
    all.push(await picture(page));
  }
  return { anchors, all };
}

for (const [locale, path, viewport] of [['zh', '', PHONE], ['en', 'en/', DESK]] as const) {
  test.describe(`${locale}, ${viewport.width} wide`, () => {
    test.use({ viewport });

    test('a link to any step shows that step’s picture, as a scroll to it does', async ({ page }) => {
      await gotoStory(page, path);
      const { all } = await pictures(page);
      const ids = await stepIds(page);
      expect(new Set(all).size, 'every step has a picture of its own').toBe(23);
      for (const [index, id] of ids.entries()) {
        await page.goto('about:blank');
        await gotoStory(page, `${path}#${id}`);
        expect(await picture(page), id).toBe(all[index]);
        expect(await currentStep(page), id).toBe(index);
      }
    });

    test('the other language opens at the same step', async ({ page }) => {
      await gotoStory(page, `${path}#same-length`);
      await page.waitForTimeout(ADDRESS_PAUSE * 1.5);
      await page.locator('[data-language]').click();
      await expect(page).toHaveURL(new RegExp(`${path === '' ? '/en/' : '\\d/'}#same-length$`));
      await arrive(page);
      expect(await currentStep(page)).toBe(15);
      expect(await wordsOnStage(page)).toContain('7.0');
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('a fling to the end and back leaves the same pictures as a slow way', async ({ page }) => {
    await gotoStory(page, '');
    const { anchors, all } = await pictures(page);
    for (const step of [22, 0, 14, 22, 7, 12, 13, 3]) {
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), step === 22 ? 10 ** 7 : anchors[step]!);
      await settle(page);
      expect(await picture(page), `step ${step}`).toBe(all[step]);
    }
    // The same place from above and from below.
    await scrollToPosition(page, anchors, 13.5);
    const fromAbove = await picture(page);
    await scrollToPosition(page, anchors, 20);
    await scrollToPosition(page, anchors, 13.5);
    expect(await picture(page)).toBe(fromAbove);
  });

  test('a reload in the middle, and a way to the data and back, keep the reader’s place and picture', async ({ page }) => {
    await gotoStory(page, '');
    const anchors = await offsets(page);
    await scrollToPosition(page, anchors, 14);
    const before = await picture(page);
    await page.waitForTimeout(ADDRESS_PAUSE * 1.5);
    await expect(page).toHaveURL(/#cases-since$/);
    await page.reload();
    await settle(page);
    expect(await picture(page)).toBe(before);
    await page.locator('.foot a').first().evaluate((link: HTMLAnchorElement) => link.click());
    await expect(page).toHaveURL(/\/data\/$/);
    await page.goBack();
    await settle(page);
    expect(await picture(page)).toBe(before);
    await page.goForward();
    await expect(page).toHaveURL(/\/data\/$/);
  });

  test('back after a jump inside the story leads to where the jump began', async ({ page }) => {
    await gotoStory(page, '#guess');
    await page.waitForTimeout(ADDRESS_PAUSE * 1.5);
    await page.locator('[data-widget="guess"] a.button').click();
    await settle(page);
    expect(await currentStep(page)).toBe(17);
    await page.goBack();
    await settle(page);
    expect(await currentStep(page)).toBe(16);
    await page.goForward();
    await settle(page);
    expect(await currentStep(page)).toBe(17);
  });

  test('back after a jump from the opening, to a step or a chapter, leads to its top', async ({ page }) => {
    await gotoStory(page, '');
    for (const link of ['.skip', '.menu-sheet [data-chapter="falling"]']) {
      await page.locator(link).evaluate((each: HTMLElement) => each.click());
      await expect(page).toHaveURL(/#(lead|cases-2019)$/);
      await page.goBack();
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    }
  });

  test('a turn of the phone keeps the step, there and back', async ({ page }) => {
    await gotoStory(page, '');
    const anchors = await offsets(page);
    for (const step of [2, 6, 13, 16, 22]) {
      await page.setViewportSize(PHONE);
      await settle(page);
      await scrollToPosition(page, anchors, step);
      const upright = await picture(page);
      await page.setViewportSize(PHONE_SIDEWAYS);
      await settle(page);
      expect(await currentStep(page), 'sideways').toBe(step);
      expect(await picture(page)).toContain('viewBox="0 0 960 820"');
      await page.setViewportSize(PHONE);
      await settle(page);
      expect(await currentStep(page), 'upright again').toBe(step);
      expect(await picture(page)).toBe(upright);
    }
  });

  test('a narrower window keeps the step too', async ({ page }) => {
    await page.setViewportSize(DESK);
    await gotoStory(page, '#coast');
    await page.setViewportSize({ width: 1000, height: 700 });
    await settle(page);
    expect(await currentStep(page)).toBe(20);
    await page.setViewportSize({ width: 320, height: 568 });
    await settle(page);
    expect(await currentStep(page)).toBe(20);
  });

  test('the stage hides the text that goes behind it, and stays at the top', async ({ page }) => {
    await gotoStory(page, '');
    const anchors = await offsets(page);
    for (const position of [1.5, 6.3, 12.5, 13.5, 17.4, 21.5]) {
      await scrollToPosition(page, anchors, position);
      const faults = await page.evaluate(() => {
        const stage = document.querySelector<HTMLElement>('.stage')!;
        const { top, bottom, width } = stage.getBoundingClientRect();
        stage.style.pointerEvents = 'auto';
        const above: string[] = [];
        for (let y = top + 60; y < bottom - 2; y += 20) {
          for (let x = 5; x < width; x += 40) {
            const hit = document.elementFromPoint(x, y);
            if (!hit?.closest('.stage')) above.push(`${x}, ${y}: ${hit?.className}`);
          }
        }
        stage.style.pointerEvents = '';
        const ground = getComputedStyle(stage).backgroundColor;
        if (!/^rgb\(/.test(ground)) above.push(`the stage’s ground is ${ground}`);
        if (Math.abs(top) > 1) above.push(`the stage begins at ${top}`);
        return above;
      });
      expect(faults, `at ${position}`).toEqual([]);
    }
  });
});

test.describe('as the page comes to life', () => {
  for (const [name, viewport] of [['phone', PHONE], ['desk', DESK]] as const) {
    test(`nothing jumps on a ${name}: the canvas from the server is the living one, and no layout shifts`, async ({ page, request }) => {
      await page.setViewportSize(viewport);
      await gotoStory(page, '');
      const html = await (await request.get('./')).text();
      const [before, after] = await page.evaluate((source) => {
        const bare = (root: ParentNode): string => [...root.querySelectorAll('.canvas-holder')].map((each) => each.innerHTML.replaceAll(/<!--.*?-->/gs, '')).join('\n');
        return [bare(new DOMParser().parseFromString(source, 'text/html')), bare(document)];
      }, html);
      expect(after).toBe(before);
      expect(before.length).toBeGreaterThan(2000);
      await expect(page.locator('html')).toHaveAttribute('data-live', '');
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 200);
          }),
      );
      expect(shift).toBe(0);
    });
  }

  test('the rehearsal is as large as the picture, is not seen, and leaves nothing behind', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.addInitScript(() => {
      const note = (): void => {
        const found = document.querySelector<HTMLElement>('.rehearsal');
        if (!found) return;
        const holder = document.querySelector<HTMLElement>('.canvas-holder.portrait')!;
        const seen = found.checkVisibility({ visibilityProperty: true });
        document.documentElement.dataset['rehearsed'] = `${seen ? 'seen' : 'unseen'} ${found.offsetWidth - holder.offsetWidth} ${found.offsetHeight - holder.offsetHeight}`;
      };
      new MutationObserver(note).observe(document, { childList: true, subtree: true });
    });
    await gotoStory(page, '');
    await expect(page.locator('html')).toHaveAttribute('data-rehearsed', 'unseen 0 0');
    await expect(page.locator('.rehearsal')).toHaveCount(0);
  });
});
