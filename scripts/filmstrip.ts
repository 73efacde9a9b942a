// `npm run filmstrip`: the whole story on one sheet for each language and size, from the built site, for an editor to look over.
// `npm run filmstrip -- ways`: each step and the quarters of every way to the next, a row each, at more sizes, for whoever draws.
import { DEFAULT_LOCALE, folderOf, LOCALES } from '../src/languages.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { STEPS } from '../src/story/steps.ts';
import { CHROMIUM_FLAGS, ensureBrowser } from './browser.ts';
import { serve } from './serve.ts';

const FOLDER = '.cache/filmstrip';
interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** pictures in a row, and how wide each is shown, px */
  readonly columns: number;
  readonly shown: number;
}
const SIZES: readonly Size[] = [
  { name: 'phone', width: 390, height: 844, columns: 6, shown: 260 },
  { name: 'desk', width: 1440, height: 900, columns: 4, shown: 480 },
];
/** Shares of the way to the next step. */
const QUARTERS = [0, 0.25, 0.5, 0.75];
const WAYS: readonly Size[] = [
  { name: 'ways-phone', width: 390, height: 844, columns: QUARTERS.length, shown: 240 },
  { name: 'ways-tablet', width: 820, height: 1180, columns: QUARTERS.length, shown: 320 },
  { name: 'ways-desk', width: 1440, height: 900, columns: QUARTERS.length, shown: 480 },
  { name: 'ways-square', width: 700, height: 700, columns: QUARTERS.length, shown: 320 },
  { name: 'ways-wide', width: 2560, height: 1440, columns: QUARTERS.length, shown: 560 },
];
const LANGUAGES = LOCALES.map((name) => ({ name, path: folderOf(name) === '' ? '' : `${name}/` }));
/** Time for a picture to settle after a jump, ms. */
const SETTLE = 150;
/** The picture of the README: these steps side by side. */
const README_STEPS = ['opening', 'round-up', 'cases-since'];
const README_WIDTH = 1200;

interface Shot {
  readonly id: string;
  readonly src: string;
}

/** Goes to a step as a link does. @returns where the page then stands, px */
async function goTo(page: Page, step: string): Promise<number> {
  await page.evaluate((hash) => void (location.hash = hash), step);
  await page.waitForTimeout(SETTLE);
  return page.evaluate(() => scrollY);
}

/** A picture of each step, and of these shares of the way to the next, as data URIs. */
async function film(page: Page, url: string, steps: readonly string[], shares: readonly number[]): Promise<Shot[]> {
  await page.goto(url, { waitUntil: 'networkidle' });
  const frames: Shot[] = [];
  const shoot = async (id: string): Promise<void> => void frames.push({ id, src: `data:image/png;base64,${(await page.screenshot()).toString('base64')}` });
  for (const [i, id] of steps.entries()) {
    const next = i + 1 < steps.length && shares.length > 1 ? await goTo(page, steps[i + 1]!) : 0;
    const here = await goTo(page, id);
    await shoot(id);
    for (const share of next > 0 ? shares.slice(1) : []) {
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), here + (next - here) * share);
      await page.waitForTimeout(SETTLE);
      await shoot(`${id} ${share * 100} %`);
    }
  }
  return frames;
}

/** Lays pictures out on one sheet. */
async function sheet(browser: Browser, frames: readonly Shot[], columns: number, shown: number, named: boolean): Promise<Buffer> {
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
  const ways = process.argv[2] === 'ways';
  for (const { name, width, height, columns, shown } of ways ? WAYS : SIZES) {
    for (const language of LANGUAGES) {
      const page = await browser.newPage({ viewport: { width, height } });
      const frames = await film(page, site.url + language.path, STEPS.map(({ id }) => id), ways ? QUARTERS : [0]);
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
