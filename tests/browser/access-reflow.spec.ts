import type { Page } from '@playwright/test';
import { arrive, expect, gotoStory, settle, test } from './support.ts';

/**
 * In the page: what is wider than the screen, and which words share their place with others.
 * @param within selector of what holds the words; those of a sheet have to stay inside it
 * @param least fewer lines than this cannot be all
 */
function findFaults([within, least]: readonly [within: string, least: number]): string[] {
  const faults: string[] = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) {
    const widest = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('svg'));
    faults.push(`the page is ${over} px wider than the screen: ${widest.slice(0, 3).map((each) => `${each.tagName}.${each.getAttribute('class')}`).join(', ')}`);
  }
  interface Line { node: Node; left: number; right: number; top: number; bottom: number }
  const lines: Line[] = [];
  for (const holder of document.querySelectorAll(within)) {
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (!node.textContent!.trim() || parent.closest('.stage, svg, [hidden], .sr') || !parent.checkVisibility()) continue;
      // Hidden from the eye, as captions in the moving story.
      if (parent.closest('figcaption') && getComputedStyle(parent.closest('figcaption')!).clipPath !== 'none') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // The middle half of a line is its letters: faces are taller than what is read of them.
        const height = bottom - top;
        if (right - left > 2) lines.push({ node, left, right, top: top + height / 4, bottom: bottom - height / 4 });
      }
    }
  }
  if (lines.length < least) faults.push(`only ${lines.length} lines of text found`);
  lines.sort((a, b) => a.top - b.top);
  for (const [i, line] of lines.entries()) {
    for (let next = i + 1; next < lines.length && lines[next]!.top < line.bottom - 1; next++) {
      const other = lines[next]!;
      if (other.node !== line.node && Math.min(line.right, other.right) - Math.max(line.left, other.left) > 2) {
        faults.push(`“${line.node.textContent!.trim().slice(0, 16)}” and “${other.node.textContent!.trim().slice(0, 16)}” share their place`);
      }
    }
    const sheet = line.node.parentElement!.closest('.menu-sheet');
    const edge = sheet ? sheet.getBoundingClientRect().right - parseFloat(getComputedStyle(sheet).paddingRight) : innerWidth;
    if (line.right > edge + 1) faults.push(`“${line.node.textContent!.trim().slice(0, 16)}” leaves its ${sheet ? 'sheet' : 'screen'}`);
  }
  const stage = document.querySelector('.stage');
  if (stage?.checkVisibility()) {
    const drawn = [...stage.querySelectorAll('.canvas-holder')].find((each) => each.getClientRects().length > 0)!.getBoundingClientRect();
    const wide = drawn.left > 10;
    for (const card of document.querySelectorAll('.card, .chapter-head')) if (wide && card.getBoundingClientRect().right > drawn.left + 1) faults.push(`#${card.closest('[id]')!.id} reaches into the drawing`);
  }
  for (const each of document.querySelectorAll('.card *, .bar .toggle, .menu > summary')) {
    if (each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).overflowX !== 'visible' && !each.matches('input, .sr')) faults.push(`${each.tagName} “${each.textContent.trim().slice(0, 16)}” is cut`);
  }
  return [...new Set(faults)];
}

const FLOW = ['main, .plain, .foot, .page-bar', 40] as const;
/** The contents: 6 chapters with a word before each, 2 buttons, 8 signs with a heading and the keys. */
const CONTENTS = ['.menu-sheet', 24] as const;

/** Text twice as large, as a browser's own setting makes it. */
async function doubleText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await settle(page);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
}

// 1280 by 1024 at a zoom of 400 %; and phones, a tablet and a desk with text twice as large.
const CASES = [
  { name: 'the smallest phone', width: 320, height: 568, double: false },
  { name: 'a zoom of 400 %', width: 320, height: 256, double: false },
  { name: 'twice the text on a phone', width: 390, height: 844, double: true },
  { name: 'twice the text on a desk', width: 1280, height: 800, double: true },
] as const;

for (const { name, width, height, double } of CASES) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });
    test('nothing leaves the screen sideways and no text lies over text, in either language, moving, flat, and on the data page', async ({ page }) => {
      for (const path of ['', 'en/', 'en/?mode=flat', 'data/', '404.html']) {
        await page.goto(`./${path}`);
        if (double) await doubleText(page);
        await settle(page);
        await page.evaluate(() => {
          document.querySelectorAll('details.numbers').forEach((each) => ((each as HTMLDetailsElement).open = true));
        });
        await settle(page);
        const faults = (await page.evaluate(findFaults, FLOW)).filter((fault) => path !== '404.html' || !fault.startsWith('only'));
        expect(faults, path).toEqual([]);
      }
    });
  });
}

for (const { name, width, height, double } of [...CASES, { name: 'a phone', width: 390, height: 844, double: false }, { name: 'a desk', width: 1440, height: 900, double: false }]) {
  test.describe(`the contents on ${name}`, () => {
    test.use({ viewport: { width, height } });
    test('no word leaves the sheet or lies over another, and the signs are drawn for the ground they stand on', async ({ page }) => {
      for (const [path, hour] of [['#ring', 'night'], ['en/#ring', 'night'], ['#guess', 'day'], ['en/#guess', 'day']] as const) {
        await page.goto(`./${path}`);
        await arrive(page);
        if (double) await doubleText(page);
        await page.locator('.menu > summary').click();
        expect(await page.evaluate(findFaults, CONTENTS), path).toEqual([]);
        expect(await page.$$eval('.menu-sheet .key g.night, .menu-sheet .key g.day', (signs) => [...new Set(signs.filter((each) => each.getClientRects().length > 0).map((each) => each.getAttribute('class')))]), path).toEqual([hour]);
      }
    });
  });
}

test.describe('wide tables', () => {
  for (const width of [320, 390, 820, 1023]) {
    test(`at ${width} px every row is a card with the head of each column before it, and none reaches beyond the screen`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const [path, rows, cells] of [['data/', 46, 6], ['en/data/', 46, 6], ['lesson/data/', 12, 5], ['en/lesson/data/', 12, 5]] as const) {
        await page.goto(`./${path}`);
        const found = await page.evaluate(() => {
          const tables = [...document.querySelectorAll('.rows')];
          const first = [...tables[0]!.querySelectorAll('tbody tr')];
          return {
            beyond: document.documentElement.scrollWidth - innerWidth,
            rows: first.length,
            heads: first.map((row) => [...row.querySelectorAll('td')].filter((cell) => cell.dataset['head'] && getComputedStyle(cell, '::before').content.length > 2 && parseFloat(getComputedStyle(cell).paddingLeft) > 100).length),
          };
        });
        expect(found, path).toEqual({ beyond: 0, rows, heads: Array.from({ length: rows }, () => cells) });
      }
    });
  }
  for (const width of [1024, 1440]) {
    test(`at ${width} px they are tables, and none reaches beyond the screen`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const path of ['data/', 'en/data/', 'lesson/data/', 'en/lesson/data/']) {
        await page.goto(`./${path}`);
        const found = await page.evaluate(() => ({ beyond: document.documentElement.scrollWidth - innerWidth, display: getComputedStyle(document.querySelector('.rows table')!).display }));
        expect(found, path).toEqual({ beyond: 0, display: 'table' });
      }
    });
  }
});

test.describe('with wider spacing', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  // WCAG 2.2, 1.4.12: what a reader may set without losing anything.
  const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }';
  test('between lines, letters, words and paragraphs, nothing is cut, covered or off the screen', async ({ page }) => {
    for (const path of ['', 'en/', 'en/?mode=flat', 'en/data/']) {
      await page.goto(`./${path}`);
      const before = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.evaluate((css) => {
        // The policy of the page lets no style element in.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
        document.querySelectorAll('details.numbers').forEach((each) => ((each as HTMLDetailsElement).open = true));
      }, SPACING);
      await settle(page);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(before);
      expect(await page.evaluate(findFaults, FLOW), path).toEqual([]);
    }
  });
});

test.describe('at a zoom of 400 %', () => {
  const ZOOMED = { width: 320, height: 256 };
  const WHOLE = { width: 1280, height: 1024 };
  const modeOf = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-mode');

  test('the story lies flat: the text is not squeezed under a drawing that stays', async ({ page }) => {
    await page.setViewportSize(ZOOMED);
    await gotoStory(page, '#ring');
    await expect(page.locator('.stage')).toBeHidden();
    await expect(page.locator('#ring .still > svg')).toBeVisible();
    await expect(page.locator('#ring h3')).toBeInViewport();
  });

  test('it does so in the middle of a reading too, keeps the step, and comes back', async ({ page }) => {
    await page.setViewportSize(WHOLE);
    await gotoStory(page, '#cases-since');
    await page.setViewportSize(ZOOMED);
    await settle(page);
    expect(await modeOf(page)).toBe('flat');
    await expect(page.locator('#cases-since h3')).toBeInViewport();
    await page.setViewportSize(WHOLE);
    await settle(page);
    expect(await modeOf(page)).toBe('scroll');
    await expect(page.locator('#cases-since h3')).toBeInViewport();
  });

  test('a reader who chose to scroll there keeps the scroll on reload, and the choice leaves no trace when it is taken back', async ({ page }) => {
    await page.setViewportSize(ZOOMED);
    await gotoStory(page, '#ring');
    for (const mode of ['scroll', 'flat']) {
      await page.locator('.menu > summary').click();
      await page.locator('nav [data-control="flat"]').click();
      await page.reload();
      await arrive(page);
      expect(await modeOf(page)).toBe(mode);
    }
    expect(new URL(page.url()).search).toBe('');
  });

  test('a reader who chose to read flat stays flat', async ({ page }) => {
    await page.setViewportSize(WHOLE);
    await gotoStory(page, '#ring');
    await page.locator('.menu > summary').click();
    await page.locator('nav [data-control="flat"]').click();
    await page.setViewportSize(ZOOMED);
    await settle(page);
    await page.setViewportSize(WHOLE);
    await settle(page);
    expect(await modeOf(page)).toBe('flat');
  });
});
