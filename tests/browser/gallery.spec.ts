import type { FrameLocator, Page } from '@playwright/test';
import { expect, gotoStory, test } from './support.ts';

const NIGHT = 'rgb(11, 24, 38)';
const DAY = 'rgb(245, 241, 234)';

/** Waits until a part's card stands in its place, and has come to life. */
async function cardOf(page: Page, id: string): Promise<FrameLocator> {
  await page.locator(`#${id} .preview iframe`).scrollIntoViewIfNeeded();
  const card = page.frameLocator(`#${id} .preview iframe`);
  await expect(card.locator('html')).toHaveAttribute('data-live', '');
  return card;
}
const frameOf = (page: Page, id: string) => page.locator(`#${id} .preview iframe`);
const ground = (card: FrameLocator): Promise<string> => card.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('gives exactly the text that is shown, before and after a choice, and says so', async ({ page }) => {
    await gotoStory(page, 'en/embed/');
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    const status = page.getByRole('status');
    const part = page.locator('#cases');
    for (const [index, choose] of [
      async () => undefined,
      async () => {
        await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
        await page.getByRole('radio', { name: '中文' }).check({ force: true });
        await part.getByLabel('Begins at').selectOption({ index: 2 });
      },
    ].entries()) {
      await choose();
      for (const name of ['Frame', 'Frame with a script', 'Picture', 'Credit']) {
        // By key: a card above that takes its height just then would move a button away from a pointer.
        await part.getByRole('button', { name: `Copy ${name}, Fewer cases solved`, exact: true }).press('Enter');
        await expect(status).toHaveText(`Copied: ${name}, Fewer cases solved`);
        const shown = await part.locator('.snippet', { has: page.getByRole('heading', { name, exact: true }) }).locator('.code').textContent();
        expect(await clipboard()).toBe(shown);
      }
      const [frame, picture] = [await page.locator('#cases-frame').textContent(), await page.locator('#cases-picture').textContent()];
      expect(frame).toContain(['/en/embed/cases/"', '/embed/cases/?theme=dark&amp;step=same-length"'][index]!);
      expect(picture).toContain(['/pictures/cases/cases-since.en.light.png', '/pictures/cases/same-length.zh.dark.png'][index]!);
    }
    await part.locator('summary').press('Enter');
    await part.getByRole('button', { name: /^Copy Alternative text/ }).first().press('Enter');
    await expect(status).toHaveText(/^Copied: Alternative text/);
    expect(await clipboard()).toBe(await page.locator('#cases-cases-2019-alt').textContent());
    await cardOf(page, 'story');
    await page.locator('[data-copy="headers-frame"]').click();
    await expect(status).toHaveText(/^Copied: For frames/);
    expect(await clipboard()).toMatch(/^Content-Security-Policy: frame-src https?:\/\/[^ ;]+$/);
  });

  test('that a browser refuses leaves the text selected, and says that', async ({ page }) => {
    await page.addInitScript(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))));
    await gotoStory(page, 'en/embed/');
    await page.locator('[data-copy="checks-loader"]').press('Enter');
    await expect(page.getByRole('status')).toHaveText('Copying failed. Selected for you to copy: Frame with a script, How much was checked');
    expect(await page.evaluate(() => String(getSelection()))).toBe(await page.locator('#checks-loader').textContent());
  });
});

test('cards come one by one as a reader nears them, and change with each setting; the strict one still works', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => request.frame() !== page.mainFrame() && request.isNavigationRequest() && asked.push(request.url()));
  await page.setViewportSize({ width: 1440, height: 900 });
  await gotoStory(page, 'en/embed/');
  await cardOf(page, 'line-heilongjiang');
  expect(asked.length, 'cards asked for at once').toBeLessThanOrEqual(3);

  let card = await cardOf(page, 'cases');
  expect(await ground(card)).toBe(DAY);
  await expect(page.locator('#cases .measure')).toHaveText(/^600 × \d{3} pixels$/);
  await expect(frameOf(page, 'cases')).toHaveAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');

  const topOf = (): Promise<number> => page.locator('#cases').evaluate((section) => section.getBoundingClientRect().top);
  const before = await topOf();
  await page.getByRole('checkbox', { name: 'Links open no window' }).check();
  await expect(frameOf(page, 'cases')).toHaveAttribute('sandbox', 'allow-scripts');
  expect(Math.abs((await topOf()) - before), 'the page stays where it was, px').toBeLessThan(5);
  card = await cardOf(page, 'cases');
  expect(await card.locator('html').evaluate(() => origin)).toBe('null');
  await card.getByRole('button', { name: 'Next step' }).click();
  await expect(card.locator('.count[aria-hidden]')).toHaveText('2 / 3');

  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await page.getByRole('radio', { name: 'Phone 320' }).check({ force: true });
  card = await cardOf(page, 'cases');
  expect(await ground(card)).toBe(NIGHT);
  expect(await frameOf(page, 'cases').evaluate((frame) => frame.clientWidth)).toBe(320);
  await page.getByRole('radio', { name: 'Wide 900' }).check({ force: true });
  await page.getByRole('radio', { name: '中文' }).check({ force: true });
  await page.locator('#cases').getByLabel('Begins at').selectOption({ index: 1 });
  card = await cardOf(page, 'cases');
  expect(await frameOf(page, 'cases').evaluate((frame) => frame.clientWidth)).toBe(900);
  await expect(card.locator('html')).toHaveAttribute('lang', 'zh-Hans-CN');
  await expect(card.locator('.step[data-current]')).toHaveAttribute('id', 'cases-since');
  await page.getByRole('radio', { name: 'Diagram without land' }).check({ force: true });
  card = await cardOf(page, 'line-hubei');
  await expect(card.locator('.canvas-holder.landscape .node').first()).toBeVisible();
  await expect(card.locator('.canvas-holder.landscape use')).toHaveCount(0);
});

test('by keyboard alone, on a phone: each stop has a name and a visible focus; settings open, choose and close; code is copied', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await gotoStory(page, 'en/embed/');
  await expect(page.locator('#line-heilongjiang .preview')).toHaveClass('preview');
  const here = () => page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    const ring = focused.matches('[type="radio"]') ? focused.nextElementSibling! : focused;
    const { outlineStyle, outlineWidth } = getComputedStyle(ring);
    const labels = 'labels' in focused ? [...((focused as HTMLInputElement).labels ?? [])] : [];
    return {
      name: [focused.getAttribute('aria-label'), focused.title, ...labels.map(({ textContent }) => textContent), focused.textContent].map((text) => text?.trim()).find(Boolean) ?? '',
      ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, tag: focused.tagName,
    };
  });
  /** Tabs to the stop of a name; looks at every stop on the way. */
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let stops = 0; stops < 40; stops += 1) {
      await page.keyboard.press('Tab');
      // On its way into a frame the focus is nowhere for a moment.
      await expect.poll(async () => (await here()).tag).not.toBe('BODY');
      const stop = await here();
      // What is within a card is the card's own; see embed.spec.ts.
      if (stop.tag !== 'IFRAME') expect(stop, `after ${stops} stops: ${stop.tag} ${stop.name.slice(0, 40)}`).toMatchObject({ name: expect.stringMatching(/\S/), ring: true });
      if (name.test(stop.name)) return;
    }
    throw new Error(`no stop named ${String(name)}`);
  };
  await tabTo(/^Settings/);
  await page.keyboard.press('Enter');
  await tabTo(/^Phone 320$/);
  await tabTo(/^As in the story$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.chosen')).toContainText('Phone 320 · Dark');
  await tabTo(/^Links open no window/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Settings' })).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator('#settings')).toBeHidden();
  await tabTo(/^Begins at$/);
  await page.keyboard.press('ArrowDown');
  // A frame that is still loading gives a focus away again.
  await cardOf(page, 'line-heilongjiang');
  await tabTo(/^Copy Frame, Parcels/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/Frame, Parcels from Beiyuan$/);
  await expect(page.locator('#line-heilongjiang-frame')).toContainText('/en/embed/line-heilongjiang/?theme=dark&amp;step=transfer"');
  await expect(page.locator('#line-heilongjiang-frame')).toContainText('sandbox="allow-scripts"');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('code and words stand as text, a picture leads to each card, and nothing that cannot work is shown', async ({ page }) => {
    await page.goto('./embed/');
    await expect(page.locator('#cases-frame')).toBeVisible();
    await expect(page.locator('#cases .preview a img')).toBeVisible();
    await expect(page.locator('button:visible, select:visible, input:visible')).toHaveCount(0);
    await page.locator('#cases summary').click();
    await expect(page.locator('#cases-cases-2019-alt')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});

test.describe('under a path of a newspaper’s server', () => {
  test.use({ build: 'sub-path' });

  test('the gallery finds its cards', async ({ page }) => {
    await gotoStory(page, 'embed/');
    await cardOf(page, 'line-heilongjiang');
    await expect(page.locator('#cases-loader')).toContainText('src="https://news.example/2021/626/embed.js"');
  });
});
