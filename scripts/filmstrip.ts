// `npm run filmstrip`: the whole story on one sheet for each language and size, from the built site, for an editor to look over.
import { DEFAULT_LOCALE, folderOf, LOCALES } from '../src/languages.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { STEPS } from '../src/story/steps.ts';
import { CHROMIUM_FLAGS, ensureBrowser } from './browser.ts';
import { serve } from './serve.ts';

const FOLDER = '.cache/filmstrip';
const SIZES = [
  { name: 'phone', width: 390, height: 844, columns: 6, shown: 260 },
  { name: 'desk', width: 1440, height: 900, columns: 4, shown: 480 },
] as const;
const LANGUAGES = LOCALES.map((name) => ({ name, path: folderOf(name) === '' ? '' : `${name}/` }));
/** Time for a picture to settle after a jump, ms. */
const SETTLE = 150;
/** The picture of the README: these steps side by side. */
const README_STEPS = ['opening', 'round-up', 'cases-since'];
const README_WIDTH = 1200;

/** A picture of each step, as data URIs. */
async function film(page: Page, url: string, steps: readonly string[]): Promise<{ id: string; src: string }[]> {
  await page.goto(url, { waitUntil: 'networkidle' });
  const frames: { id: string; src: string }[] = [];
  for (const id of steps) {
    await page.evaluate((hash) => void (location.hash = hash), id);
    await page.waitForTimeout(SETTLE);
    frames.push({ id, src: `data:image/png;base64,${(await page.screenshot()).toString('base64')}` });
  }
  return frames;
}

/** Lays pictures out on one sheet. */
async function sheet(browser: Browser, frames: readonly { id: string; src: string }[], columns: number, shown: number, named: boolean): Promise<Buffer> {
  const gap = 12;
  const page = await browser.newPage({ viewport: { width: columns * (shown + gap) + gap, height: 10 } });
  const figures = frames.map(({ id, src }) => `<figure><img src="${src}" width="${shown}">${named ? `<figcaption>${id}</figcaption>` : ''}</figure>`).join('');
  await page.setContent(
    `<style>body{margin:${gap}px;background:#8a8f96;display:grid;grid-template-columns:repeat(${columns},${shown}px);gap:${gap}px;font:13px system-ui}figure{margin:0}img{display:block}</style>${figures}`,
    { waitUntil: 'load' },
  );
  const picture = await page.screenshot({ fullPage: true });
  await page.close();
  return picture;
}

async function main(): Promise<void> {
  const executablePath = ensureBrowser();
  const site = await serve({ folder: 'dist', base: '/', port: 0 });
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, width, height, columns, shown } of SIZES) {
    for (const language of LANGUAGES) {
      const page = await browser.newPage({ viewport: { width, height } });
      const frames = await film(page, site.url + language.path, STEPS.map(({ id }) => id));
      const file = `${FOLDER}/${language.name}-${name}.png`;
      writeFileSync(file, await sheet(browser, frames, columns, shown, true));
      console.log(file);
      if (name === 'desk' && language.name === DEFAULT_LOCALE) {
        const chosen = frames.filter(({ id }) => README_STEPS.includes(id));
        writeFileSync('docs/picture.png', await sheet(browser, chosen, README_STEPS.length, README_WIDTH / README_STEPS.length - 16, false));
        console.log('docs/picture.png');
      }
      await page.close();
    }
  }
  await browser.close();
  await site.close();
}

await main();
