import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { arrive, expect, gotoStory, settle, test } from './support.ts';

/** How the land, the ground, a bar and a number are coloured: all told by the style sheets alone. */
const looks = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const style = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector)!);
    return {
      ground: style('body').backgroundColor, land: style('#parcel .still .land').fill, line: style('#parcel .still .strokes path.line-1').stroke,
      day: style('#reveal').color, bar: style('#reveal .still path.bar.fallen').fill, word: style('#reveal .still text.on-bar').fill,
    };
  });
const AS_MEANT = {
  ground: 'rgb(11, 24, 38)', land: 'rgb(18, 38, 58)', line: 'rgb(110, 193, 228)',
  day: 'rgb(23, 32, 42)', bar: 'rgb(28, 93, 89)', word: 'rgb(245, 241, 234)',
};

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
      expect(there, 'as it was read').toEqual(AS_MEANT);
      const address = await save(page, testInfo.outputPath('saved'));
      const saved = await context.newPage();
      await saved.goto(address);
      await settle(saved);
      expect(await looks(saved)).toEqual(AS_MEANT);
      const text = await saved.evaluate(() => getComputedStyle(document.querySelector('#parcel .card')!).maxWidth);
      expect(text, 'the text’s measure').not.toBe('none');
    });
  }
});

test.describe('a web archive’s replay, which writes its own addresses into every style sheet', () => {
  const ARCHIVE = '/web/20260701000000/';
  // The program is not what is tried here: the archive keeps the style of a page whose programs it cannot run.
  test.use({ expectedErrors: [/ARCHIVE|web\/2026|Failed to load resource|Content Security Policy/] });
  for (const path of ['', 'en/', 'data/', 'en/lesson/', 's/ring/']) {
    test(`keeps the colours, /${path}`, async ({ page, context, baseURL }) => {
      const origin = new URL(baseURL!).origin;
      const rewriteCss = (css: string): string => css.replaceAll(/url\((["']?)(?!data:|#)([^)"']*)\1\)/g, (_, quote: string, address: string) => `url(${quote}${ARCHIVE}cs_/${address}${quote})`);
      let rewritten = 0;
      await context.route(`${origin}/**`, async (route) => {
        const response = await route.fetch();
        const type = response.headers()['content-type'] ?? '';
        if (!/html|css/.test(type)) return route.fulfill({ response });
        const body = await response.text();
        const changed = type.includes('css') ? rewriteCss(body) : body.replaceAll(/(<style[^>]*>)([^]*?)(?=<\/style>)/g, (_, head: string, css: string) => head + rewriteCss(css));
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
      if (path === '') expect(await looks(page)).toEqual(AS_MEANT);
      await context.unrouteAll({ behavior: 'ignoreErrors' });
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
