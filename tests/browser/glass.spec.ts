import { chromium, type Browser, type Page } from '@playwright/test';
import { expect, settle, test } from './support.ts';

/** WCAG 2.2, 1.4.3. */
const TEXT = 4.5;

/**
 * Contrast of what is really drawn in a box of a screenshot: its most common colour, and the colour farthest from it that
 * covers more than a few pixels. A style says nothing of what a browser's own dark theme makes of it.
 */
async function drawnContrast(darkroom: Page, picture: Buffer): Promise<{ contrast: number; ground: number[] }> {
  return darkroom.evaluate(async (source) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = [...data.slice(at, at + 3)].join(' ');
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const luminance = (colour: string): number => {
      const [r, g, b] = colour.split(' ').map((value) => Number(value) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const [ground] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    const base = luminance(ground);
    const ink = [...counts].filter(([, count]) => count >= 4).map(([colour]) => luminance(colour));
    const ratios = ink.map((light) => (Math.max(light, base) + 0.05) / (Math.min(light, base) + 0.05));
    return { contrast: Math.max(...ratios), ground: ground.split(' ').map(Number) };
  }, picture.toString('base64'));
}

/** Playwright asks every page for light colours, against which a forced theme would have no page's word to heed. */
const AS_ASKED = { colorScheme: null } as const;
const NIGHT = [11, 24, 38];
const DAY = [245, 241, 234];

test.describe('under a dark theme that the browser forces on every page', () => {
  let browser: Browser;
  test.beforeAll(async ({}, { project }) => {
    const { executablePath, args } = project.use.launchOptions!;
    browser = await chromium.launch({ executablePath: executablePath!, args: [...args!, '--enable-features=WebContentsForceDark', '--force-dark-mode'] });
  });
  test.afterAll(() => browser.close());

  test('the browser does darken a page that says nothing', async () => {
    const page = await browser.newPage(AS_ASKED);
    await page.setContent('<p>words</p>');
    const { ground } = await drawnContrast(page, await page.screenshot());
    expect(Math.max(...ground)).toBeLessThan(60);
    await page.close();
  });

  const DRAWN = '.canvas-holder:is(.portrait, .landscape) text';
  for (const [name, path, ground, words] of [
    ['the night of the article', '#parcel', NIGHT, [`${DRAWN}.display`, `${DRAWN}.muted`, '#parcel h3', '#parcel .card p + p']],
    ['the day of the article', '#cases-since', DAY, [`${DRAWN}.display`, `${DRAWN}.strong`, '#cases-since h3', '#cases-since .kicker']],
    ['its answer', 'en/#reveal', DAY, [`${DRAWN}.on-bar`, `${DRAWN}.display`, '#reveal h3']],
    ['an embed of the night', 'embed/side-by-side/', NIGHT, [`${DRAWN}`, 'h1', 'h2']],
    ['an embed of the day', 'en/embed/known-users/', DAY, [`${DRAWN}.display`, 'h1', 'h2', '#guess-number']],
    ['an embed that is told to be light', 'embed/side-by-side/?theme=light', DAY, [`${DRAWN}`, 'h1', 'h2']],
    ['an embed that is told to be dark', 'en/embed/known-users/?theme=dark', NIGHT, [`${DRAWN}.display`, 'h1', 'h2']],
    ['a lesson', 'lesson/plan/40/', DAY, ['h1', '.lead', 'main p']],
    ['a slide', 'en/lesson/slides/?plan=40#cases-since', DAY, ['.slide h2', '.picture text.display', '.picture text.strong']],
    ['the data', 'en/data/', DAY, ['h1', '.lead', 'td.value']],
    ['the gallery', 'embed/', DAY, ['h1', '.lead']],
    ['the page of what is not there', '404.html', NIGHT, ['h1']],
  ] as const) {
    test(`${name} is drawn as it is meant, and no word is faint`, async ({ baseURL }) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...AS_ASKED });
      const darkroom = await browser.newPage();
      await page.goto(`${baseURL}${path}`);
      await settle(page);
      expect((await drawnContrast(darkroom, await page.screenshot())).ground, 'the ground').toEqual(ground);
      for (const selector of words) {
        const word = page.locator(selector).locator('visible=true').first();
        await word.scrollIntoViewIfNeeded();
        const { contrast } = await drawnContrast(darkroom, await word.screenshot());
        expect(contrast, selector).toBeGreaterThanOrEqual(TEXT);
      }
      await Promise.all([page.close(), darkroom.close()]);
    });
  }
});
