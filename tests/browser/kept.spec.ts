import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { rewriteCss, startArchive, type Policy } from '../carried/archive.ts';
import { mirror } from '../carried/mirror.ts';
import { carriedNow, looksNow, LOOKS } from '../carried/whole.ts';
import { arrive, expect, gotoStory, settle, test } from './support.ts';
import { serve } from '../../scripts/serve.ts';

const looks = (page: Page): Promise<Record<string, string>> => page.evaluate(looksNow);

/**
 * Saves a page as a browser does with “Web Page, Complete”: the document as it stands, with the addresses of its style sheets,
 * programs, faces and pictures changed to files beside it. What stands inside a style element stays as it is.
 * @returns the address of the saved file
 */
async function save(page: Page, folder: string): Promise<string> {
  mkdirSync(join(folder, 'page_files'), { recursive: true });
  const found = await page.evaluate(() => [...document.querySelectorAll('link[rel~="stylesheet"], link[rel~="preload"], link[rel~="icon"], link[rel~="modulepreload"], script[src], img[src]')]
    .map((each) => each.getAttribute('src') ?? each.getAttribute('href')!).filter((address) => !address.startsWith('data:')));
  let html = await page.evaluate(() => `<!DOCTYPE html>\n<!-- saved from url=(0024)${location.origin}/ -->\n${document.documentElement.outerHTML}`);
  for (const address of new Set(found)) {
    const response = await page.request.get(new URL(address, page.url()).href);
    writeFileSync(join(folder, 'page_files', basename(address)), await response.body());
    html = html.replaceAll(`="${address}"`, `="./page_files/${basename(address)}"`);
  }
  // Other addresses are written out in full.
  html = html.replaceAll(/(<a [^>]*href=")(\/[^"]*)"/g, (_, head: string, path: string) => `${head}${new URL(path, page.url()).href}"`);
  writeFileSync(join(folder, 'page.html'), html);
  return pathToFileURL(join(folder, 'page.html')).href;
}

test.describe('a page saved with all its files and opened from disk', () => {
  // The page’s policy names its own host, and a file has none.
  test.use({ expectedErrors: [/file:\/\/|because it violates the following Content Security Policy|blocked by CORS policy/] });
  for (const path of ['', 'en/?mode=flat']) {
    test(`is styled, and the land drawn in its colours, /${path}`, async ({ page, context }, testInfo) => {
      await page.goto(`./${path}`);
      await arrive(page);
      const there = await looks(page);
      expect(there, 'as it was read').toEqual(LOOKS);
      const address = await save(page, testInfo.outputPath('saved'));
      const saved = await context.newPage();
      await saved.goto(address);
      await settle(saved);
      expect(await looks(saved)).toEqual(LOOKS);
      const text = await saved.evaluate(() => getComputedStyle(document.querySelector('#parcel .card')!).maxWidth);
      expect(text, 'the text’s measure').not.toBe('none');
    });
  }
});

test.describe('a web archive’s replay, which writes its own addresses into every style sheet', () => {
  // The program is not what is tried here: the archive keeps the style of a page whose programs it cannot run.
  test.use({ expectedErrors: [/ARCHIVE|web\/2026|Failed to load resource|Content Security Policy/] });
  for (const path of ['', 'en/', 'data/', 'en/lesson/', 's/ring/']) {
    test(`keeps the colours, /${path}`, async ({ page, context, baseURL }) => {
      const origin = new URL(baseURL!).origin;
      let rewritten = 0;
      await context.route(`${origin}/**`, async (route) => {
        const response = await route.fetch();
        const type = response.headers()['content-type'] ?? '';
        if (!/html|css/.test(type)) return route.fulfill({ response });
        const body = await response.text();
        const at = new URL(route.request().url());
        const changed = type.includes('css') ? rewriteCss(body, at) : body.replaceAll(/(<style[^>]*>)([^]*?)(?=<\/style>)/g, (_, head: string, css: string) => head + rewriteCss(css, at));
        if (changed !== body) rewritten += 1;
        // A page for sharing leads on at once.
        return route.fulfill({ response, body: changed.replace(/<meta http-equiv="refresh"[^>]*>/, '') });
      });
      const refused: string[] = [];
      page.on('console', (message) => {
        if (/style/i.test(message.text()) && /Content Security Policy/.test(message.text())) refused.push(message.text());
      });
      await page.goto(`./${path}`);
      expect(rewritten, 'some address was rewritten: the faces').toBeGreaterThan(0);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(['rgb(11, 24, 38)', 'rgb(245, 241, 234)']).toContain(ground);
      expect(refused).toEqual([]);
      if (path === '') expect(await looks(page)).toEqual(LOOKS);
      await context.unrouteAll({ behavior: 'ignoreErrors' });
    });
  }
});

/** The address that the story is published under, as its page says. */
const published = (page: Page): Promise<string> => page.locator('link[rel="canonical"]').first().getAttribute('href').then((href) => href!);
const LANGUAGES = ['', 'en/'];

for (const policy of ['kept', 'taken off'] as const satisfies readonly Policy[]) {
  test.describe(`a web archive’s replay of the whole page, its policy ${policy}`, () => {
    // The policy refuses what the archive puts in; the archive is another host, and captured no more than was asked of it.
    test.use({ expectedErrors: [/^other host: http:\/\/localhost|Content Security Policy|status of 404/] });
    for (const path of LANGUAGES) {
      test(`is whole, styled, drawn and alive, /${path}`, async ({ page, baseURL }) => {
        await gotoStory(page, `${path}?mode=flat`);
        const there = await page.evaluate(carriedNow);
        expect(there.words.length, 'words there are').toBeGreaterThan(50);
        // What is to be guessed is hidden until then.
        expect(Object.entries(there.drawn).flatMap(([step, marks]) => (marks > 5 ? [] : [step])), 'steps without a picture').toEqual(['reveal']);
        await gotoStory(page, '');
        const archive = await startArchive(baseURL!, await published(page), policy);
        await page.goto(`${archive.page}${path}?mode=flat`);
        await settle(page);
        expect(await page.evaluate(carriedNow)).toEqual(there);
        expect(await looks(page)).toEqual(LOOKS);
        await page.goto(`${archive.page}${path}`);
        await arrive(page);
        expect(await page.evaluate(() => document.documentElement.dataset['mode']), 'it is alive there too').toBe('scroll');
        expect((await page.evaluate(carriedNow)).words).toEqual(there.words);
        expect(await looks(page)).toEqual(LOOKS);
        archive.close();
      });
    }
  });
}

test.describe('a mirror that wget made of the site', () => {
  // A file has no host that its policy could name; the mirror lies on another host.
  test.use({ expectedErrors: [/^other host: http:\/\/localhost|Content Security Policy|blocked by CORS policy|ERR_FAILED/] });
  for (const path of LANGUAGES) {
    test(`is whole, styled and drawn, from disk and under another path, /${path}`, async ({ page, baseURL }, testInfo) => {
      const folder = testInfo.outputPath('mirror');
      expect(await mirror(baseURL!, folder), 'every link led to something').toBe(true);
      await gotoStory(page, `${path}?mode=flat`);
      const there = await page.evaluate(carriedNow);
      await page.goto(pathToFileURL(join(folder, path, 'index.html')).href);
      await settle(page);
      expect(await page.evaluate(carriedNow), 'from disk').toEqual(there);
      expect(await looks(page)).toEqual(LOOKS);
      const elsewhere = await serve({ folder, base: '/kept/2026/', port: 0 });
      await page.goto(`${elsewhere.url}${path}`);
      await arrive(page);
      expect((await page.evaluate(carriedNow)).words, 'under a path').toEqual(there.words);
      expect(await looks(page)).toEqual(LOOKS);
      await elsewhere.close();
    });
  }
});

test('the faces are loaded and worn all the same', async ({ page }) => {
  for (const path of ['', 'en/', 'lesson/', 'data/']) {
    await gotoStory(page, path);
    const loaded = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')));
    expect(loaded, path).toContain(path.startsWith('en') ? 'Display en' : 'Display zh');
  }
});
