import type { Page } from '@playwright/test';
import { BUILDS } from '../../scripts/builds.ts';
import { files } from '../site/pages.ts';
import { violations } from './axe.ts';
import { offsets, scrollToPosition, stepIds } from './stage.ts';
import { expect, gotoStory, settle, test } from './support.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const LANGUAGES = [['zh', ''], ['en', 'en/']] as const;
const ARTICLES: readonly string[] = ['index.html', 'en/index.html'];

/** Every page that was built but the articles, which stand in several states below, and the lesson, whose own tests ask axe as well; the article to paste stands for what an editor leaves of it. */
const pages = files(BUILDS[0]!, '.html').filter((page) => !ARTICLES.includes(page) && !/^(en\/)?(lesson|s)\/|\/article-left\./.test(page)).concat('s/parcel/index.html', 'en/s/reveal/index.html');
/** The pages of shared links are all alike, two stand for them, and they send a reader on at once: axe gets them without that. */
async function keepSharedPages(page: Page): Promise<void> {
  await page.route(/\/s\/[\w-]+\/$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '') });
  });
}
const addressOf = (page: string): string => page.replace(/index\.html$/, '');

test.describe('axe finds no fault', () => {
  // Every other page upright, the others sideways: four tests, so that none takes long.
  for (const [half, name] of ['Chinese', 'English'].entries()) {
    for (const [turn, way, viewport] of [[0, 'upright', PHONE], [1, 'sideways', DESK]] as const) {
      test(`on any page built, ${name}, ${way}`, async ({ page }) => {
        const chosen = pages.filter((each) => /^(kit\/)?en\//.test(each) === (half === 1)).filter((_, index) => index % 2 === turn);
        expect(chosen.length).toBeGreaterThanOrEqual(2);
        await keepSharedPages(page);
        await page.setViewportSize(viewport);
        for (const each of chosen) {
          const response = await page.goto(`./${addressOf(each)}`);
          expect(response?.ok(), each).toBe(true);
          expect(await violations(page), each).toEqual([]);
        }
      });
    }
  }

  for (const [locale, path] of LANGUAGES) {
    for (const [name, viewport] of [['upright', PHONE], ['sideways', DESK]] as const) {
      test(`in the article, ${locale}, ${name}: at night, at dawn, by day, with the contents, a source and a table open, and flat`, async ({ page }) => {
        await page.setViewportSize(viewport);
        await gotoStory(page, path);
        const at = async (id: string): Promise<void> => {
          await page.evaluate((hash) => void (location.hash = hash), id);
          await settle(page);
        };
        for (const id of viewport === PHONE ? ['opening', 'both-lines', 'guess'] : ['ring', 'cases-2019', 'unknown']) {
          await at(id);
          expect(await violations(page), id).toEqual([]);
        }
        // The parts that open are the same in both languages: each size once.
        if ((locale === 'zh') !== (viewport === PHONE)) return;
        await at('ring');
        await page.locator('#ring .numbers summary').click();
        expect(await violations(page), 'a table open').toEqual([]);
        await page.locator('#ring .numbers a').first().click();
        await expect(page.locator('dialog.source')).toBeVisible();
        expect(await violations(page), 'a source open').toEqual([]);
        await page.keyboard.press('Escape');
        await page.locator('.menu > summary').click();
        expect(await violations(page), 'the contents open').toEqual([]);
        await page.locator('nav [data-control="flat"]').click();
        await settle(page);
        expect(await violations(page), 'flat').toEqual([]);
      });
    }
  }
});

for (const [locale, path] of LANGUAGES) {
  for (const [name, viewport] of [['upright', PHONE], ['sideways', DESK]] as const) {
    test(`axe finds no fault at any step: its text, its picture and the bar, ${locale}, ${name}`, async ({ page }) => {
      // Every rule at every step of the story: a minute on a slow machine.
      test.slow();
      await page.setViewportSize(viewport);
      await gotoStory(page, path);
      const [anchors, ids] = [await offsets(page), await stepIds(page)];
      const faults: string[] = [];
      for (const [step, id] of ids.entries()) {
        await scrollToPosition(page, anchors, step);
        faults.push(...(await violations(page, `#${id}`, '.stage', '.bar')).map((fault) => `${id}: ${fault}`));
      }
      expect(faults).toEqual([]);
    });
  }
}

test.describe('a reader who asked for less motion', () => {
  test.use({ viewport: PHONE, contextOptions: { reducedMotion: 'reduce' } });

  test('meets nothing that moves, from 50 ms after the arrival at any step', async ({ page }) => {
    await gotoStory(page, '');
    const anchors = await offsets(page);
    expect(anchors).toHaveLength(23);
    const moved = await page.evaluate(async (tops) => {
      const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
      const found: string[] = [];
      for (const [step, top] of tops.entries()) {
        scrollTo({ top, behavior: 'instant' });
        // Arrived when the scroll is drawn, however slow the machine.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
        await wait(50);
        const watch = new MutationObserver((list) => found.push(`step ${step}: ${list.length} changes, first of ${(list[0]!.target as Element).nodeName} ${list[0]!.attributeName}`));
        watch.observe(document.querySelector('.story')!, { subtree: true, childList: true, attributes: true, characterData: true });
        const running = document.getAnimations().filter(({ playState }) => playState === 'running').length;
        if (running > 0) found.push(`step ${step}: ${running} animations`);
        await wait(550);
        watch.disconnect();
      }
      return found;
    }, anchors);
    expect(moved).toEqual([]);
  });
});
