import AxeBuilder from '@axe-core/playwright';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS } from '../../scripts/browser.ts';
import { countPages } from '../../src/build/worksheets.ts';
import { PLANS } from '../../src/lesson/content/plans.ts';
import { badgeOf, modulesOf } from '../../src/lesson/player/badge.ts';
import { codeOf } from '../../src/lesson/player/code.ts';
import { FOLDER } from './built.ts';
import { expect, gotoStory, test } from './support.ts';

test.use({ viewport: { width: 1280, height: 720 } });

const FILES = [['ketang.html', ''], ['classroom.html', 'en/']] as const;
const fileOf = (name: string): string => pathToFileURL(resolve(FOLDER, name)).href;
const dotsOn = (page: Page): Promise<number> => page.locator('.picture path.dots').getAttribute('d').then((d) => (d?.match(/M/g) ?? []).length);

test('guesses pasted with marks of either width come back after F5 with clock, slide and what is uncovered; one button clears them, and takes it back', async ({ page }) => {
  await gotoStory(page, 'en/lesson/slides/?plan=40#predict-cases');
  await page.getByRole('button', { name: 'The class' }).click();
  const field = page.getByLabel('Key in the class’s guesses');
  await expect(field).toBeFocused();
  // A list as a spreadsheet pastes it, with a name in it and a number that may be two.
  await field.fill('３０\n45、60\tabc 1,200');
  await field.press('Enter');
  await expect(field).toHaveValue('abc 1,200');
  await expect(page.locator('#fault')).toHaveText('Only whole numbers from zero on: abc One number or several? No comma in a number, a space between two guesses: 1,200');
  await expect(page.locator('.count')).toHaveText('Guesses so far: 3');
  await expect.poll(() => page.url()).toMatch(/#\d+&stage=1&since=\d{10}&all-cases=30\.45\.60$/);
  const before = page.url();
  await page.reload();
  await expect(page.locator('.count')).toHaveText('Guesses so far: 3');
  expect(await dotsOn(page)).toBe(3);
  expect(page.url()).toBe(before);

  await page.getByRole('button', { name: 'Keys' }).click();
  await page.getByRole('button', { name: 'Clear all guesses and the clock' }).click();
  await expect(page.getByText('Cleared, from the address too.')).toBeVisible();
  await expect.poll(() => page.url()).toMatch(/#\d+&stage=1$/);
  await page.getByRole('button', { name: 'Bring them back' }).click();
  await expect.poll(() => page.url()).toBe(before);
  await page.getByRole('button', { name: 'Clear all guesses and the clock' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await expect(page.locator('.count')).toHaveText('No guesses yet');
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
});

test('an address from a stranger brings no markup and no harm', async ({ page }) => {
  await gotoStory(page, 'lesson/slides/?plan=40#predict-cases&stage=99&own-cases=%3Cimg%20src=x%3E&all-cases=7.x.%3Cb%3E.8&since=9999999999&size=-3&light=x');
  await expect(page.locator('.slide.is-predict')).toBeVisible();
  expect(await page.locator('.player').evaluate((player) => player.querySelectorAll('img, .words b b').length)).toBe(0);
  await expect.poll(() => page.url()).toMatch(/#\d+&stage=2&since=\d{10}&all-cases=7\.8$|#\d+&stage=2&all-cases=7\.8$/);
});

test('a key makes the words larger by steps, and all of them can be turned to; a key makes the ground light; a reload keeps both', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await gotoStory(page, 'en/lesson/slides/?plan=80#parcel');
  const size = (): Promise<number> => page.locator('.turned p').first().evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
  const [small, whole] = [await size(), await page.locator('.turned').innerText()];
  expect(small).toBeCloseTo(32, 0);
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  expect(await size()).toBeCloseTo(45, 0);
  await expect(page.getByRole('button', { name: 'Text size 3 of 3' })).toBeVisible();
  await expect(page.locator('.where')).toContainText(/Part 1 of [2-5]/);
  /** Words whose middle lies inside the box: in sight. */
  const inSight = (): Promise<string[]> => page.locator('.turned').evaluate((box) => {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const seen: string[] = [];
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent!;
      for (const { 0: word, index } of text.matchAll(/\S+/g)) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        const { x, y, height } = range.getClientRects()[0]!;
        if (x >= left - 1 && x < right && y >= top - 1 && y + height <= bottom + 4) seen.push(word);
      }
    }
    return seen;
  });
  const heard: string[] = [];
  for (const slide = new URL(page.url()).hash.split('&')[0]; new URL(page.url()).hash.split('&')[0] === slide; await page.keyboard.press('PageDown')) heard.push(...(await inSight()));
  const words = whole.match(/\S+/g)!;
  expect(heard.join('')).toBe(words.join(''));

  await page.keyboard.press('PageUp');
  await page.keyboard.press('l');
  await expect(page.locator('body')).toHaveClass('day');
  await expect(page.getByRole('button', { name: 'Light ground' })).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => page.url()).toMatch(/&light=1&size=2$/);
  await page.reload();
  await expect(page.locator('body')).toHaveClass('day');
  expect(await size()).toBeCloseTo(45, 0);
});

for (const [name, folder] of FILES) {
  for (const { id } of PLANS) {
    test(`the sheets of ${name} for ${id} minutes print on as many pages as online, on A4 and on Letter`, async ({ page, browser }) => {
      test.slow();
      const own = await browser.newPage();
      const found: string[] = [];
      for (const [view, path] of [['sheet', ''], ['key', 'key/']] as const) {
        await gotoStory(page, `${folder}lesson/worksheet/${id}/${path}`);
        await own.goto('about:blank');
        await own.goto(`${fileOf(name)}#${view}-${id}`);
        const sheets = await own.locator('.sheet:visible').count();
        expect(sheets).toBeGreaterThanOrEqual(2);
        for (const format of ['A4', 'Letter'] as const) {
          const [online, offline] = [await page.pdf({ format }), await own.pdf({ format })].map(countPages);
          if (online !== sheets || offline !== sheets) found.push(`${view} on ${format}: ${online} online, ${offline} from the file, expected ${sheets}`);
        }
      }
      await own.close();
      expect(found).toEqual([]);
    });
  }
}

test('a pupil guesses in the file on a phone; the code that is read out is the guess of the class; a reload keeps it', async ({ browser }) => {
  const context = await browser.newContext({ offline: true, viewport: { width: 390, height: 844 } });
  const phone = await context.newPage();
  await phone.goto(fileOf('classroom.html'));
  await phone.locator('a[href="?guess=cases"]').click();
  await expect(phone.getByText('Fill in a number, and the code appears.')).toBeVisible();
  const field = phone.getByRole('textbox', { name: 'My guess (cases)' });
  await field.fill('x');
  await expect(phone.locator('#fault')).toHaveText('Only whole numbers from zero on: x');
  await expect(phone.locator('.code')).toHaveCount(0);
  await field.fill('５０');
  const code = codeOf({ guess: 50, which: 0 });
  await expect(phone.locator('.code')).toHaveAccessibleName(`Code ${[...code].join(' ')}`);
  await expect(phone.getByRole('img', { name: 'Or let the teacher scan it' })).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await phone.reload();
  await expect(phone.locator('.code')).toHaveText(code);

  const wall = await context.newPage();
  await wall.goto(`${fileOf('classroom.html')}?plan=40#predict-cases&stage=1`);
  const list = wall.getByLabel('Key in the class’s guesses');
  const slip = code.slice(0, 3) + (code[3] === 'A' ? 'C' : 'A');
  await list.fill(`${code.toLowerCase()} ${slip} ${codeOf({ guess: 900, which: 1 })}`);
  await list.press('Enter');
  await expect(wall.locator('.count')).toHaveText('Guesses so far: 1');
  await expect(wall.locator('#fault')).toContainText(`Not a code, ask once more: ${slip}`);
  await expect(wall.locator('#fault')).toContainText('A code for the other guess: ');
  await expect.poll(() => wall.url()).toMatch(/&all-cases=50$/);
  await expect(wall.getByRole('button', { name: 'Scan codes' })).toBeVisible();
  await context.close();
});

test('a served page has no camera: no button asks for it, not even in the file', async ({ page }) => {
  for (const address of ['en/lesson/slides/', 'classroom.html']) {
    await gotoStory(page, `${address}?plan=40#predict-cases&stage=1`);
    await expect(page.getByLabel('Key in the class’s guesses')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Scan codes' })).toHaveCount(0);
  }
});

/** What a camera sees that looks at a phone: a film of one picture, 640 by 480, in YUV4MPEG2. */
function filmOf(text: string): Buffer {
  const [width, height, scale] = [640, 480, 8];
  const light = Buffer.alloc(width * height, 140);
  const { d, size } = modulesOf(text);
  const [left, top] = [(width - size * scale) / 2, (height - size * scale) / 2];
  const paint = (x: number, y: number, wide: number, tone: number): void => {
    for (let row = 0; row < wide; row++) light.fill(tone, (y + row) * width + x, (y + row) * width + x + wide);
  };
  paint(left, top, size * scale, 235);
  for (const [, x, y] of d.matchAll(/M(\d+) (\d+)h/g)) paint(left + Number(x) * scale, top + Number(y) * scale, scale, 16);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}

test('the file opened from a disk scans a phone once, lets go of the camera when told to, and says so where there is none', async ({}, info) => {
  const film = info.outputPath('phone.y4m');
  const code = codeOf({ guess: 50, which: 0 });
  writeFileSync(film, filmOf(badgeOf(code, 'KTQFAC')));
  const address = `${fileOf('classroom.html')}?plan=40#predict-cases&stage=1`;
  const executablePath = process.env['CHROMIUM_PATH']!;
  const seeing = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`] });
  const page = await seeing.newPage();
  await page.goto(address);
  await page.getByRole('button', { name: 'Scan codes' }).click();
  await expect(page.getByText(`Got ${code}`)).toBeVisible({ timeout: 20_000 });
  await page.waitForTimeout(1000);
  await expect(page.locator('.count')).toHaveText('Guesses so far: 1');
  const track = await page.locator('video').evaluateHandle((video: HTMLVideoElement) => (video.srcObject as MediaStream).getTracks()[0]!);
  expect(await track.evaluate(({ readyState }) => readyState)).toBe('live');
  await page.getByRole('button', { name: 'Stop' }).click();
  expect(await track.evaluate(({ readyState }) => readyState)).toBe('ended');
  await expect(page.locator('video')).toHaveCount(0);
  await seeing.close();

  const blind = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  const other = await blind.newPage();
  await other.goto(address);
  await other.getByRole('button', { name: 'Scan codes' }).click();
  await expect(other.getByText('The camera did not open. Codes can be read out and typed.')).toBeVisible();
  await blind.close();
});

test('axe finds no fault with a class’s guesses on light ground, the list of keys, and a pupil’s code', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const faults: string[] = [];
  const check = async (what: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).exclude('svg.canvas').analyze();
    faults.push(...violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html}`));
  };
  await page.goto(`${fileOf('classroom.html')}?plan=40#predict-cases&stage=1&all-cases=3.40.99&light=1`);
  await page.getByLabel('Key in the class’s guesses').fill('abc');
  await page.keyboard.press('Enter');
  await check('the class');
  await page.getByRole('button', { name: 'Keys' }).click();
  await check('keys');
  await page.goto('about:blank');
  await page.goto(`${fileOf('ketang.html')}?guess=known-users#1&own-known-users=900`);
  await expect(page.locator('.code')).toBeVisible();
  await check('a pupil');
  expect(faults).toEqual([]);
  await context.close();
});
