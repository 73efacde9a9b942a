import type { Page } from '@playwright/test';
import { expect, gotoStory, settle, test } from './support.ts';
import { picture, stepIds } from './stage.ts';

const PHONE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 568 };
const DESK = { width: 1440, height: 900 };
/** A focus mark thinner than this is not seen. px */
const THINNEST = 2;
/** The address follows this long after the last movement at most, ms (src/scroll/story.ts waits 250). */
const RESTED = 600;
/** More stops than any page has. */
const MOST = 600;

/** What can take the focus, in the order of the page. */
const STOPS = 'a[href], button, input, summary, [tabindex="0"]';

interface Stop { name: string; fault: string | undefined }

/** Looks at the element that has the focus. */
const look = (page: Page): Promise<Stop | undefined> =>
  page.evaluate((thinnest) => {
    const stop = document.activeElement;
    if (!stop || stop === document.body) return undefined;
    const name = `${stop.closest('[id]')?.id ?? ''} ${stop.tagName} ${stop.textContent.trim().slice(0, 24)}`;
    // Of a link over two lines, its first.
    const box = [...stop.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!box) return { name, fault: 'is not drawn' };
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const { outlineStyle, outlineWidth } = getComputedStyle(stop);
    const mark = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
    const fault =
      !hit || !(stop.contains(hit)) ? `lies under ${hit ? `${hit.tagName}.${hit.getAttribute('class')}` : 'nothing'} at ${Math.round(box.top)} px`
      : mark < thinnest ? `has a focus mark of ${mark} px`
      : undefined;
    return { name, fault };
  }, THINNEST);

for (const [locale, path, viewport] of [['zh', '', PHONE], ['en', 'en/', SMALL], ['zh', '', DESK], ['zh', '?mode=flat', PHONE], ['en', 'en/data/', PHONE]] as const) {
  test.describe(`${locale}, /${path}, ${viewport.width} wide`, () => {
    test.use({ viewport });

    test('from top to bottom by Tab: no trap, each stop once, none hidden, each marked', async ({ page }) => {
      await gotoStory(page, path);
      // The stage lets clicks through; what lies under it must count as hidden all the same.
      await page.evaluate(() => document.querySelector<HTMLElement>('.stage')?.style.setProperty('pointer-events', 'auto'));
      const expected = await page.evaluate((stops) => [...document.querySelectorAll<HTMLElement>(stops)].filter((each) => each.checkVisibility({ contentVisibilityAuto: false }) && !each.closest('details:not([open]) > :not(summary)')).length, STOPS);
      expect(expected).toBeGreaterThan(5);
      const faults: string[] = [];
      let stops = 0;
      for (; stops < MOST; stops++) {
        await page.keyboard.press('Tab');
        const stop = await look(page);
        if (!stop) break;
        if (stop.fault) faults.push(`${stop.name}: ${stop.fault}`);
      }
      expect(faults).toEqual([]);
      expect(stops, 'stops reached, of all that can take the focus').toBe(expected);
    });
  });
}

/** The step or chapter in which the focus is. */
const place = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.closest('[data-step], .chapter-head, .plain')?.id);

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('the skip link leads past the opening, and Tab goes on from there', async ({ page }) => {
    await gotoStory(page, '');
    await page.keyboard.press('Tab');
    await expect(page.locator('.skip')).toBeFocused();
    await expect(page.locator('.skip')).toBeInViewport();
    await page.keyboard.press('Enter');
    await settle(page);
    await expect(page).toHaveURL(/#lead$/);
    await page.keyboard.press('Tab');
    expect(await place(page)).toBe('lead');
  });

  test('the contents say where the reader is, and close by Escape, which gives the focus back, by a touch beside them and by Tab past their end', async ({ page }) => {
    const sheet = page.locator('.menu-sheet');
    const summary = page.locator('.menu > summary');
    await gotoStory(page, '#cases-since');
    await expect(sheet.locator('[aria-current="location"]')).toHaveAttribute('data-chapter', 'falling');
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(sheet.locator('a').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(summary).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sheet).toBeVisible();
    await page.mouse.click(4, 500);
    await expect(sheet).toBeHidden();
    await summary.click();
    await sheet.locator('button').last().focus();
    await page.keyboard.press('Tab');
    await expect(sheet).toBeHidden();
  });

  test('a table opens by the keyboard and does not move the text above it', async ({ page }) => {
    await gotoStory(page, '#ring');
    const summary = page.locator('#ring .numbers summary');
    await summary.focus();
    await settle(page);
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press('Enter');
    await expect(page.locator('#ring .numbers table')).toBeVisible();
    await settle(page);
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });

  test('a table opened or closed on a phone does not move the picture above it', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await gotoStory(page, '');
    let grown = 0;
    const moved: string[] = [];
    for (const id of await stepIds(page)) {
      const summary = page.locator(`#${id} .numbers summary`);
      if ((await summary.count()) === 0) continue;
      const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
      // Low on the screen, where a thumb opens it: the picture is then on its way to the next step.
      await summary.evaluate((each) => scrollBy({ top: each.getBoundingClientRect().top - 760, behavior: 'instant' }));
      await settle(page);
      const [before, closed] = [await picture(page), await height()];
      for (const open of [true, false]) {
        await summary.click();
        await settle(page);
        if (open && (await height()) > closed + 40) grown += 1;
        if ((await picture(page)) !== before) moved.push(`${id}, ${open ? 'opened' : 'closed'}`);
      }
    }
    expect(moved).toEqual([]);
    expect(grown).toBeGreaterThan(10);
  });
});

for (const [name, viewport] of [['a phone', PHONE], ['a desk', DESK]] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });
    for (const [index, chapter, address] of [[0, 'line-1', 'lead'], [2, 'falling', 'cases-2019'], [3, 'inspections', 'venues'], [5, 'unknown', 'unknown']] as const) {
      test(`the contents lead to “${chapter}”, do not cover it, and Tab goes on from there`, async ({ page }) => {
        await gotoStory(page, '');
        await page.locator('.menu > summary').focus();
        await page.keyboard.press('Enter');
        await page.locator('.menu-sheet a').nth(index).focus();
        await page.keyboard.press('Enter');
        await expect(page.locator('.menu-sheet')).toBeHidden();
        // Once the reader rests, the address is the step that is seen; beside the head of a chapter the stage would show the chapter before.
        await expect(page).toHaveURL(new RegExp(`#${address}$`));
        await settle(page);
        await page.waitForTimeout(RESTED);
        await expect(page).toHaveURL(new RegExp(`#${address}$`));
        await expect(page.locator('[data-language]')).toHaveAttribute('href', new RegExp(`/en/#${address}$`));
        await page.keyboard.press('Tab');
        expect([chapter, address]).toContain(await place(page));
      });
    }
  });
}
