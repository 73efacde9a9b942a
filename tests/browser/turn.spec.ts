import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureBrowser } from '../../scripts/browser.ts';
import { arrive, expect, gotoStory, settle, test } from './support.ts';
import { currentStep, stepIds } from './stage.ts';

/** The address follows the reader after a pause. ms */
const ADDRESS_PAUSE = 250;
const DEVICES = [[390, 844], [412, 915], [430, 932], [768, 1024]] as const;

/** How far the reader's step is from where it rests: below the stage, or beside it in the middle; px. */
const offRest = (page: Page, id: string): Promise<number> =>
  page.evaluate((step) => {
    const { top, height } = document.querySelector(`#${step} .card`)!.getBoundingClientRect();
    const stage = document.querySelector<HTMLElement>('.stage')!.offsetHeight;
    const beside = matchMedia('(min-width: 700px) and (min-aspect-ratio: 1/1)').matches;
    return scrollY === 0 ? 0 : top - (beside ? Math.max(56, stage / 2 - height / 2) : stage + 12);
  }, id);

async function turn(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await settle(page);
}

for (const [width, height] of DEVICES) {
  for (const mode of ['scroll', 'still', 'flat']) {
    test(`a device of ${width} × ${height} in mode ${mode}, turned and back, loses no step`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height });
      await gotoStory(page, `?mode=${mode}`);
      const lost: string[] = [];
      for (const [index, id] of (await stepIds(page)).entries()) {
        await page.evaluate((hash) => void (location.hash = hash), id);
        await settle(page);
        for (const [side, w, h] of [['sideways', height, width], ['upright', width, height]] as const) {
          await turn(page, w, h);
          const found = await currentStep(page);
          const off = mode === 'flat' ? 0 : Math.round(await offRest(page, id));
          if (found !== index || Math.abs(off) > 2) lost.push(`${id} ${side}: step ${found} for ${index}, ${off} px off`);
        }
      }
      expect(lost).toEqual([]);
    });
  }
}

test('a device turned between two steps does not become the other one’s', async ({ page }) => {
  await turn(page, 412, 915);
  await gotoStory(page, '');
  const lost: string[] = [];
  for (const share of [0.3, 0.49, 0.51, 0.7]) {
    for (const step of [6, 12, 20]) {
      await turn(page, 412, 915);
      await page.evaluate(([index, way]) => {
        const tops = [...document.querySelectorAll('[data-step] .card')].slice(index, index! + 2).map((card) => card.getBoundingClientRect().top + scrollY);
        scrollTo({ top: tops[0]! + (tops[1]! - tops[0]!) * way! - document.querySelector<HTMLElement>('.stage')!.offsetHeight - 12, behavior: 'instant' });
      }, [step, share] as const);
      await settle(page);
      for (const [w, h] of [[915, 412], [412, 915]] as const) {
        await turn(page, w, h);
        if ((await currentStep(page)) !== step + Math.round(share)) lost.push(`${step + share} at ${w} wide: ${await currentStep(page)}`);
      }
    }
  }
  expect(lost).toEqual([]);
});

test('a reader of the last chapter, who turns the device, is still there', async ({ page }) => {
  await turn(page, 390, 844);
  await gotoStory(page, '#unknown');
  for (const [w, h] of [[844, 390], [390, 844], [844, 390], [390, 844]] as const) {
    await turn(page, w, h);
    const top = await page.evaluate(() => document.querySelector('#unknown')!.getBoundingClientRect().top);
    expect(Math.abs(top - 56), `its head at ${top}, ${w} wide`).toBeLessThan(3);
  }
  await page.waitForTimeout(ADDRESS_PAUSE * 1.5);
  await expect(page).toHaveURL(/#unknown$/);
});

for (const kept of [true, false]) {
  test(`a device turned on another page and come back to, the page ${kept ? 'kept by the browser' : 'loaded anew'}, loses no step and rewrites no address`, async ({ baseURL }) => {
    test.setTimeout(180_000);
    // Playwright turns the browser's page cache off.
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] || ensureBrowser(),
      args: [...CHROMIUM_FLAGS, ...(kept ? [] : ['--disable-features=BackForwardCache'])],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      await page.addInitScript(() => addEventListener('pageshow', ({ persisted }) => (document.documentElement.dataset['persisted'] = String(persisted))));
      const lost: string[] = [];
      for (const id of ['parcel', 'both-lines', 'cases-since', 'coast', 'recovery']) {
        await turn(page, 390, 844);
        await page.goto('about:blank');
        await page.goto(`${baseURL}#${id}`);
        await arrive(page);
        await page.waitForTimeout(ADDRESS_PAUSE * 1.5);
        await page.goto(`${baseURL}data/`);
        await turn(page, 844, 390);
        // A page that the browser has kept does not load again.
        await page.goBack({ waitUntil: 'commit' });
        await page.waitForURL(/\/#/, { waitUntil: 'commit' });
        await arrive(page);
        expect(await page.evaluate(() => document.documentElement.dataset['persisted']), id).toBe(String(kept));
        await page.waitForTimeout(ADDRESS_PAUSE * 2);
        const off = Math.round(await offRest(page, id));
        if (!page.url().endsWith(`#${id}`) || Math.abs(off) > 2) lost.push(`${id}: ${page.url()}, ${off} px off`);
      }
      expect(lost).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}

test('an address that the browser refuses to change stops nothing', async ({ page }) => {
  await page.addInitScript(() => {
    history.replaceState = history.pushState = () => {
      throw new DOMException('Attempt to use history.replaceState() more than 100 times per 30 seconds', 'SecurityError');
    };
  });
  await turn(page, 390, 844);
  await gotoStory(page, '');
  await page.locator('.skip').evaluate((link: HTMLElement) => link.click());
  await page.waitForTimeout(ADDRESS_PAUSE * 2);
  expect(await currentStep(page)).toBe(1);
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(ADDRESS_PAUSE * 2);
  expect(await currentStep(page)).toBe(2);
  await page.locator('.menu > summary').click();
  await page.locator('.menu [data-control="motion"]').click();
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'still');
});
