import type { Page } from '@playwright/test';
import { expect, gotoStory, settle, test } from './support.ts';
import { currentStep, stepIds } from './stage.ts';

/** Two runs of words in each step that stand there once in the whole page: what a reader would look for, or a search engine link to. */
const passages = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // A search does not heed capitals.
    const whole = document.body.textContent.toLowerCase();
    const once = (text: string): boolean => whole.split(text.toLowerCase()).length === 2;
    return [...document.querySelectorAll('[data-step] .card')].flatMap((card) => {
      const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement!;
        const text = walker.currentNode.textContent!.trim().slice(0, 30).replace(/[\s\p{P}]+\S*$/u, '');
        if (parent.checkVisibility() && !parent.closest('.numbers') && text.length >= 9 && once(text)) found.push(text);
      }
      return [found[0], found.at(-1)].filter((text, i, both) => text !== undefined && both.indexOf(text) === i) as string[];
    });
  });

/** Where words stand against the stage: px below its lower edge (less than nothing: behind it), and above the screen's lower edge. */
const stand = (page: Page, text: string): Promise<{ below: number; above: number }> =>
  page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const at = walker.currentNode.textContent!.indexOf(words);
      if (at < 0) continue;
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
    }
    const box = range.getBoundingClientRect();
    return { below: Math.round(box.top - document.querySelector('.stage')!.getBoundingClientRect().bottom), above: Math.round(innerHeight - box.bottom) };
  }, text);

for (const [width, height] of [[390, 844], [430, 932], [768, 1024]] as const) {
  for (const mode of ['scroll', 'still']) {
    test.describe(`at ${width} × ${height}, mode ${mode}`, () => {
      test.use({ viewport: { width, height } });

      test('no text that is searched for, or linked to, rests behind the stage', async ({ page, browser, baseURL }) => {
        test.setTimeout(180_000);
        await gotoStory(page, `en/?mode=${mode}`);
        const texts = await passages(page);
        expect(texts.length).toBeGreaterThan(30);
        const hidden: string[] = [];
        const judge = async (by: Page, text: string, way: string): Promise<void> => {
          const { below, above } = await stand(by, text);
          if (below < 0 || above < 0) hidden.push(`${way} “${text}”: ${below} px below the stage, ${above} px above the screen’s edge`);
        };
        for (const text of texts) {
          expect(await page.evaluate((words) => (getSelection()!.removeAllRanges(), (window as unknown as { find(text: string, ...flags: boolean[]): boolean }).find(words, false, false, true)), text), text).toBe(true);
          await settle(page);
          await judge(page, text, 'found');
        }
        const linked = await browser.newPage({ viewport: { width, height } });
        for (const text of texts.filter((_, i) => i % 6 === 1)) {
          await linked.goto('about:blank');
          await linked.goto(`${baseURL}en/?mode=${mode}#:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`);
          await settle(linked);
          await linked.waitForTimeout(200);
          await judge(linked, text, 'linked');
          if ((await linked.evaluate(() => scrollY)) === 0 && text !== texts[0]) hidden.push(`“${text}” was not gone to`);
        }
        await linked.close();
        expect(hidden).toEqual([]);
      });
    });
  }
}

for (const [name, width, height] of [['phone', 390, 844], ['desk', 1440, 900]] as const) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport: { width, height } });

    test('the browser’s own jump to a step ends where ours does, and a chapter’s at its first step', async ({ page }) => {
      await gotoStory(page, '');
      const apart: string[] = [];
      const own = (id: string): Promise<number> =>
        page.evaluate((target) => {
          document.getElementById(target)!.scrollIntoView({ behavior: 'instant' });
          return scrollY;
        }, id);
      for (const id of [...(await stepIds(page)), 'unknown']) {
        await page.evaluate((hash) => void (location.hash = hash), id);
        await settle(page);
        const ours = await page.evaluate(() => scrollY);
        await page.evaluate(() => scrollTo({ top: 3000, behavior: 'instant' }));
        const theirs = await own(id);
        if (Math.abs(theirs - ours) > 1) apart.push(`${id}: ${theirs} for ${ours}`);
      }
      await own('falling');
      await settle(page);
      expect(await currentStep(page)).toBe(13);
      expect(apart).toEqual([]);
    });
  });
}

test.describe('with a default size of 20 px', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('a link to a step does not leave the step before on top of the screen', async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 20 } });
    for (const id of ['parcel', 'both-lines', 'coast']) {
      await page.goto('about:blank');
      await gotoStory(page, `#${id}`);
      await page.waitForTimeout(400);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('20px');
      const off = await page.evaluate((step) => document.querySelector(`#${step} .card`)!.getBoundingClientRect().top - document.querySelector<HTMLElement>('.stage')!.offsetHeight - 12, id);
      expect(Math.abs(off), `${id} is ${off} px from its place`).toBeLessThan(2);
    }
  });
});

test.describe('in a crawler’s window of 12,140 px', () => {
  test.use({ viewport: { width: 390, height: 12_140 } });
  test('the stage does not push the headline out of sight', async ({ page }) => {
    await gotoStory(page, '');
    expect(await page.locator('h1').evaluate((head) => head.getBoundingClientRect().top)).toBeLessThan(1100);
  });
});

for (const path of ['', 'en/']) {
  test(`nothing of /${path} is left out of the accessibility tree until one comes near`, async ({ page }) => {
    await gotoStory(page, path);
    expect(await page.$$eval('main *, .foot *', (parts) => parts.filter((each) => getComputedStyle(each).contentVisibility !== 'visible').map((each) => each.className))).toEqual([]);
  });
}
