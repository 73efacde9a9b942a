import type { Page } from '@playwright/test';
import { EDITOR_PATH, editorPage, toldOf } from '../engines/editor.ts';
import { expect, gotoStory, test } from './support.ts';

const LANGUAGES = [
  { path: 'kit/', folder: 'zh', button: '复制全文（动图）', stills: '复制全文（静图）', copied: '已复制：复制全文（动图）。现在可以到编辑器里粘贴。', failed: /^没有复制成功：复制全文（动图）。/ },
  { path: 'en/kit/', folder: 'en', button: 'Copy the article, moving pictures', stills: 'Copy the article, places for stills', copied: 'Copied: Copy the article, moving pictures. You can now paste it into the editor.', failed: /^Not copied: Copy the article, moving pictures\. / },
] as const;
const status = (page: Page) => page.getByRole('status');

/** Goes to an editor beside the page, and pastes into it as a hand does. */
async function pasteInto(page: Page, baseURL: string): Promise<void> {
  await page.route(`**${EDITOR_PATH}`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: editorPage() }));
  await page.goto(new URL(EDITOR_PATH, baseURL).href);
  await page.locator('#usual').click();
  await page.keyboard.press('Control+V');
  await page.locator('#strict > *').first().waitFor();
}

for (const { path, folder, button, stills, copied, failed } of LANGUAGES) {
  test.describe(path, () => {
    test('the button copies the whole article: no animation is lost to an editor that keeps to the list, and no picture to one that is stricter', async ({ page, baseURL }) => {
      await gotoStory(page, path);
      await page.getByRole('button', { name: button }).press('Enter');
      await expect(status(page)).toHaveText(copied);
      await pasteInto(page, baseURL!);
      const [whole, left] = [await page.evaluate(toldOf, `/kit/${folder}/article.html`), await page.evaluate(toldOf, `/kit/${folder}/article-left.html`)];
      expect([whole.pictures.length > 3, whole.moving > whole.pictures.length]).toEqual([true, true]);
      expect(await page.evaluate(toldOf, '#usual')).toEqual(whole);
      // The file that the kit offers to look at is what such an editor leaves, mark for mark.
      expect(await page.evaluate(toldOf, '#strict')).toEqual(left);
      expect(left.words).toBe(whole.words);
      expect(left.pictures).toHaveLength(whole.pictures.length);
    });

    test('one picture alone, the places for stills, and the title as bare text are copied by their own buttons', async ({ page, baseURL }) => {
      await gotoStory(page, path);
      await page.locator('#article summary').press('Enter');
      await page.locator('[data-picture="cases"]').press('Enter');
      await pasteInto(page, baseURL!);
      expect((await page.evaluate(toldOf, '#usual')).pictures).toHaveLength(1);
      await gotoStory(page, path);
      await page.getByRole('button', { name: stills }).press('Enter');
      await pasteInto(page, baseURL!);
      const { pictures, words } = await page.evaluate(toldOf, '#usual');
      expect([pictures, /01-opening\.png/.test(words)]).toEqual([[], true]);
      await gotoStory(page, path);
      await page.locator('[data-copies="title"]').press('Enter');
      await page.goto(new URL(EDITOR_PATH, baseURL!).href);
      await page.locator('#usual').click();
      await page.keyboard.press('Control+V');
      const pasted = await page.evaluate(() => (self as unknown as { pasted: { html: string; text: string } }).pasted);
      expect(pasted).toEqual({ html: '', text: folder === 'zh' ? '两股绳，一片滩' : 'Two Ropes, One Shore' });
    });

    test('a browser that does not let it copy is told of plainly: nobody takes an old clipboard for the article', async ({ page }) => {
      await page.addInitScript(() => (document.execCommand = () => false));
      await gotoStory(page, path);
      await page.getByRole('button', { name: button }).click();
      await expect(status(page)).toHaveText(failed);
    });

    test('the previews stand in sandboxes that run nothing; they are read whole, and a picture in them has its words below it', async ({ page }) => {
      await gotoStory(page, path);
      for (const [at, name] of ['article', 'article-left'].entries()) {
        const frame = page.locator('#left iframe').nth(at);
        await frame.scrollIntoViewIfNeeded();
        await expect(frame).toHaveAttribute('sandbox', '');
        const inside = frame.contentFrame();
        await expect(inside.locator('svg').first()).toBeAttached();
        expect(new URL(await inside.locator('body').evaluate(() => location.href)).pathname).toBe(`/kit/${folder}/${name}.html`);
        // What would be the origin's, were it not in a sandbox.
        expect(await inside.locator('body').evaluate(() => self.origin)).toBe('null');
        expect(await inside.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);
      }
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('no button is shown that does nothing: the files are, and why', async ({ page }) => {
    await page.goto('./kit/');
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.locator('.without-js')).toBeVisible();
    await expect(page.locator('a[href$="/article.html"]')).toBeVisible();
  });
});
