import AxeBuilder from '@axe-core/playwright';
import { countPages } from '../../src/build/worksheets.ts';
import { expect, gotoStory, test } from './support.ts';

const LANGUAGES = ['', 'en/'] as const;
const PLANS = ['15', '40', '80'] as const;

for (const folder of LANGUAGES) {
  test(`worksheets fill their sheets of A4 and no more, /${folder}`, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    for (const plan of PLANS) {
      for (const key of ['', 'key/']) {
        await gotoStory(page, `${folder}lesson/worksheet/${plan}/${key}`);
        const sheets = await page.locator('.sheet').evaluateAll((found) =>
          found.map((sheet) => {
            const room = sheet.getBoundingClientRect();
            const inner = room.bottom - Number.parseFloat(getComputedStyle(sheet).paddingBottom);
            const items = [...sheet.querySelectorAll('.item, footer')].map((item) => item.getBoundingClientRect());
            const meet = items.some((item, i) => i > 0 && item.top < items[i - 1]!.bottom - 1);
            return { over: Math.max(...items.map((item) => item.bottom)) - inner, wide: sheet.scrollWidth - sheet.clientWidth, meet };
          }),
        );
        // The key has its help on a sheet of its own.
        expect(sheets.length).toBe(key === '' ? 2 : 3);
        for (const sheet of sheets) {
          expect(sheet.over, `${plan} ${key}: below the page`).toBeLessThanOrEqual(1);
          expect(sheet.wide, `${plan} ${key}: beside the page`).toBeLessThanOrEqual(0);
          expect(sheet.meet, `${plan} ${key}: tasks that overlap`).toBe(false);
        }
      }
    }
  });

  // In two halves, so that neither takes a minute.
  for (const pages of [['', 'plan/80/', 'worksheet/40/', 'worksheet/80/key/', 'tasks/', 'glossary/'], ['care/', 'reuse/', 'data/', 'cards/', 'practice/', 'practice/key/']]) {
    test(`no page of the lesson is wider than a small phone, and none has a fault that axe finds, /${folder}, from “${pages[0]}” on`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const faults: string[] = [];
      for (const path of pages) {
        await gotoStory(page, `${folder}lesson/${path}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).exclude('svg.canvas').analyze();
        faults.push(...violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`));
      }
      expect(faults).toEqual([]);
    });
  }
}

test('the pupils’ codebook prints on one page of A4', async ({ page }) => {
  for (const folder of LANGUAGES) {
    await gotoStory(page, `${folder}lesson/data/`);
    expect(countPages(await page.pdf({ preferCSSPageSize: true })), folder).toBe(1);
  }
});

test('full and empty marks of a worksheet’s charts stay apart in grey', async ({ page }) => {
  await gotoStory(page, 'lesson/worksheet/15/key/');
  // Relative luminance, which is what grey keeps of a colour.
  const light = await page.evaluate(() => {
    const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => channel(Number(part) / 255));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const style = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(`.sheet ${selector}`)!);
    return { full: luminance(style('path.square').fill), edge: luminance(style('path.emptied').stroke), paper: luminance(getComputedStyle(document.querySelector('.sheet')!).backgroundColor) };
  });
  const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  expect(contrast(light.full, light.paper)).toBeGreaterThanOrEqual(3);
  expect(contrast(light.edge, light.paper)).toBeGreaterThanOrEqual(3);
});

test('the print button prints, and stays away without a script', async ({ page, browser, baseURL }) => {
  await page.addInitScript(() => {
    (window as unknown as { printed: number }).printed = 0;
    window.print = () => {
      (window as unknown as { printed: number }).printed += 1;
    };
  });
  await gotoStory(page, 'lesson/plan/40/');
  await page.getByRole('button', { name: '打印' }).click();
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const still = await plain.newPage();
  await still.goto('./lesson/plan/40/');
  await expect(still.getByRole('button', { name: '打印' })).toHaveCount(0);
  await expect(still.locator('.minutes')).toBeVisible();
  await plain.close();
});
