import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { PLANS, planById } from '../../src/lesson/content/plans.ts';
import { allSlides } from '../../src/lesson/player/build.ts';
import { expect, gotoStory, settle, test } from './support.ts';

test.use({ viewport: { width: 1280, height: 720 } });

const forward = (page: Page): Promise<void> => page.keyboard.press('PageDown');
/** The address of a plan's last slide. */
const lastOf = (plan: string): string => `#${planById(plan).slides.length}`;
/** More than any plan has slides and answers. */
const PRESSES = 70;
/** The slide that the address names; what the lesson has gathered stands behind it. */
const slideOf = (page: Page): string => new URL(page.url()).hash.split('&')[0]!;
/** What a class reads, and not a label, a button or a source. */
const READ = '.words > p:not(.kicker, .quiet, .count, .fault, .asks, .large), .turned p, .turned li, .verdict, .hint p, .words h1, .words h2';
const everything = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);

/** Runs in the page: what does not fit on the slide, or is too small to be read from the last row. */
function faultsOnSlide(read: string): string[] {
  const faults: string[] = [];
  const slide = document.querySelector('.slide')!.getBoundingClientRect();
  const unit = slide.width / 1280;
  for (const part of document.querySelectorAll('.words > *, .worked-answer > *')) {
    const box = part.getBoundingClientRect();
    if (box.height > 0 && (box.top < slide.top - 1 || box.bottom > slide.bottom + 1)) faults.push(`“${part.textContent.slice(0, 30)}” leaves the slide`);
  }
  const walker = document.createTreeWalker(document.querySelector('.player')!, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement!;
    const text = walker.currentNode.textContent!.trim();
    if (text === '' || parent.closest('.sr')) continue;
    const scale = parent instanceof SVGGraphicsElement ? parent.getScreenCTM()!.a : 1;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale;
    const least = parent.closest(read) ? 31.9 : 23.9;
    if (size / unit < least) faults.push(`“${text.slice(0, 30)}” is ${size.toFixed(1)} px`);
  }
  const picture = document.querySelector('.picture')?.getBoundingClientRect();
  for (const word of document.querySelectorAll('.picture text')) {
    const box = word.getBoundingClientRect();
    if (box.left < picture!.left - 1 || box.right > picture!.right + 1) faults.push(`“${word.textContent}” leaves the picture`);
    for (const line of document.querySelectorAll('.words > *')) {
      const range = document.createRange();
      const heard = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const seen: DOMRect[] = [];
      while (heard.nextNode()) {
        if (heard.currentNode.parentElement!.closest('.sr')) continue;
        range.selectNodeContents(heard.currentNode);
        // Words that wait to be turned to lie beside their box, out of sight.
        const box = heard.currentNode.parentElement!.closest('.turned')?.getBoundingClientRect();
        seen.push(...[...range.getClientRects()].filter(({ left }) => !box || left < box.right));
      }
      for (const other of seen) {
        if (Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 6) faults.push(`“${word.textContent}” lies under “${line.textContent.slice(0, 20)}”`);
      }
    }
  }
  return faults;
}

/** Presses on to the end of a plan. @returns what does not fit or is too small, by its place */
async function walk(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const where = (): Promise<string> => page.evaluate(() => `${location.hash.replace(/&since=\d+/, '')} ${document.querySelector('.where')!.textContent}`);
  for (let last = '', now = await where(); now !== last; [last, now] = [now, await where()]) {
    faults.push(...(await page.evaluate(faultsOnSlide, READ)).map((fault) => `${now}: ${fault}`));
    faults.push(...(await page.evaluate(() => (document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth ? ['the page scrolls'] : []))));
    await forward(page);
  }
  return faults;
}

for (const [folder, locale] of [['', 'zh'], ['en/', 'en']] as const) {
  test(`every slide of every plan fits the wall, with nothing that a class reads under 32 px and no word under 24, ${locale}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const faults: string[] = [];
    for (const { id: plan } of PLANS) {
      await gotoStory(page, `${folder}lesson/slides/?plan=${plan}`);
      faults.push(...(await walk(page)).map((fault) => `${plan} ${fault}`));
      expect(slideOf(page)).toBe(lastOf(plan));
    }
    expect(faults).toEqual([]);
  });
}

test('a wall of 1920x1080 shows the same slides whole, without a scroll bar', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await gotoStory(page, 'en/lesson/slides/?plan=80');
  expect(await walk(page)).toEqual([]);
  expect(slideOf(page)).toBe(lastOf('80'));
  expect((await page.locator('.slide').boundingBox())!.width).toBeGreaterThan(1900);
});

test('what is to be noticed is nowhere in the page until a key uncovers it, one thing a key; a reload keeps what is uncovered, a link begins covered', async ({ page }) => {
  await gotoStory(page, 'lesson/slides/?plan=15#2');
  const [label, title, takeaway] = ['东滩破获的涉毒刑事案件', '空出来的格子', '原文称下降'] as const;
  const seen = async (): Promise<boolean[]> => {
    const html = await everything(page);
    return [label, title, takeaway].map((words) => html.includes(words));
  };
  await expect(page.locator('.picture path.square').first()).toBeVisible();
  expect(await seen()).toEqual([false, false, false]);
  await expect(page.locator('.picture text')).toHaveCount(0);
  const expected = [[true, false, false], [true, true, false], [true, true, true]];
  for (const state of expected) {
    await forward(page);
    await expect.poll(seen).toEqual(state);
  }
  await page.reload();
  await expect.poll(seen).toEqual([true, true, true]);
  expect(slideOf(page)).toBe('#2');
  await page.goto('about:blank');
  await gotoStory(page, 'lesson/slides/?plan=15#2');
  await expect(page.locator('.prompt')).toHaveCount(2);
  expect(await seen()).toEqual([false, false, false]);
});

test('a worked answer is nowhere in the page until it is asked for', async ({ page }) => {
  await gotoStory(page, 'lesson/slides/?plan=40#task-percentage');
  await expect(page.getByRole('heading', { name: '减少1,170人，是百分之几？' })).toBeVisible();
  expect(await everything(page)).not.toContain('没有基数');
  await page.getByRole('button', { name: '看答案' }).click();
  await expect(page.locator('.worked-answer')).toContainText('没有基数');
});

test('a guess is drawn, slid or keyed; the answer compares it; a class’s guesses are dots; nothing is sent or stored', async ({ page }) => {
  await gotoStory(page, 'en/lesson/slides/?plan=40#predict-cases');
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  // Chromium looks for the tab's icon again when an address changes; what stands behind the # is in no request.
  page.on('request', (request) => request.url().endsWith('/favicon.svg') || requests.push(request.url()));
  const field = page.getByRole('textbox', { name: 'My guess (cases)' });
  const box = (await page.locator('.picture').boundingBox())!;
  // The first square of the third row: 41 cases. The row of squares begins 30 units from the left, 201 from the top, and is 39 high.
  await page.mouse.move(box.x + 40, box.y + 220);
  await page.mouse.down();
  await page.mouse.move(box.x + 30 + 39, box.y + 201 + 39 * 2.5, { steps: 4 });
  await page.mouse.up();
  await expect(field).toHaveValue('41');
  await page.getByRole('slider', { name: 'Or drag the bar' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(field).toHaveValue('42');
  await field.fill('50');
  await expect(page.locator('.picture')).toContainText('Your guess 50');
  // A clicker turns the slide although the slider was touched last.
  await page.getByRole('slider', { name: 'Or drag the bar' }).focus();
  await page.keyboard.press('PageDown');
  const list = page.getByLabel('Key in the class’s guesses');
  await list.fill('10, 22 22，90');
  await list.press('Enter');
  // Enter has emptied the field, so an arrow turns the slide and does not stay in it.
  await list.press('ArrowLeft');
  await expect(list).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(list).toBeFocused();
  await list.fill('500 31 x');
  await list.press('Enter');
  await expect(page.locator('.count')).toHaveText('Guesses so far: 6. Beyond the scale, over 140: 1');
  await expect(page.getByText('Only whole numbers from zero on: x')).toBeVisible();
  const dots = await page.locator('.picture path.dots').getAttribute('d');
  expect(dots!.match(/M/g)).toHaveLength(5);
  await expect(page.locator('.picture')).toContainText('Beyond the scale, over 140: 1');
  expect(await everything(page)).not.toContain('Published');
  expect(await page.evaluate(faultsOnSlide, READ)).toEqual([]);
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.locator('.slide').getByText('You guessed 50. The published number is 21: 29 fewer than you thought.')).toBeVisible();
  await expect(page.locator('.slide').getByText('6 guesses; their median is 26.5. The published number is 21.')).toBeVisible();
  await expect(page.locator('.picture')).toContainText('Published: 21');
  expect(await page.evaluate(faultsOnSlide, READ)).toEqual([]);
  expect(requests).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.search])).toEqual([0, 0, '', '?plan=40']);
});

test('the slide of an answer leaves the next question open', async ({ page }) => {
  await gotoStory(page, 'en/lesson/slides/?plan=40#reveal');
  await expect(page.locator('.picture')).toContainText('1,170');
  expect(await page.locator('.player').innerText()).not.toContain('No total is given');
});

test('keys: ends, blank screen, letters that can be switched off, arrows that stay in a slider', async ({ page }) => {
  await gotoStory(page, 'lesson/slides/?plan=40');
  const hash = (): string => slideOf(page);
  await page.keyboard.press('End');
  await expect.poll(hash).toBe(lastOf('40'));
  await page.keyboard.press('Home');
  await expect.poll(hash).toBe('#1');
  for (const key of ['b', '.']) {
    await page.keyboard.press(key);
    await expect(page.locator('.blank')).toBeVisible();
    await forward(page);
    await expect(page.locator('.blank')).toHaveCount(0);
    expect(hash()).toBe('#1');
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '按键' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '按键' })).toHaveCount(0);
  await page.getByRole('button', { name: '按键' }).click();
  await page.getByRole('checkbox', { name: '单个字母的快捷键' }).uncheck();
  await page.keyboard.press('b');
  await expect(page.locator('.blank')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '下一步' }).click();
  await expect.poll(hash).toBe('#2');
  await page.goto('./lesson/slides/?plan=40#99');
  await expect.poll(hash).toBe(lastOf('40'));
});

test('the teacher’s window follows the slides and turns them; without a window the notes stand below', async ({ page, context }) => {
  await gotoStory(page, 'lesson/slides/?plan=80#paper');
  await page.evaluate(() => {
    const { open } = window;
    window.open = (...how) => Object.assign(window, { opened: open(...how) }).opened;
  });
  const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('n')]);
  await expect(notes.locator('.current h1')).toHaveText(await page.locator('.slide h2').innerText());
  await expect(notes.locator('aside')).toContainText('两条线，同一张图');
  await notes.keyboard.press('PageDown');
  await expect(page.locator('.prompt')).toHaveCount(2);
  await expect(notes.locator('.press')).toHaveText('再按一次：揭开标签');
  await expect(notes.locator('.preview > svg')).toBeVisible();
  await forward(page);
  await expect(notes.locator('.press')).toHaveText('再按一次：揭开标题');
  await expect(notes.locator('header')).toContainText(/0:0\d/);
  await notes.close();
  // The page learns of it a little later.
  await page.waitForFunction(() => (window as { opened?: Window }).opened?.closed);
  await page.evaluate(() => {
    window.open = () => null;
  });
  await page.keyboard.press('n');
  await expect(page.locator('.below')).toContainText('先不揭字');
  expect(await page.evaluate(faultsOnSlide, READ)).toEqual([]);
  await page.keyboard.press('n');
  await expect(page.locator('.below')).toHaveCount(0);
});

test('pictures move from one to the next; with reduced motion they are there at once', async ({ page }) => {
  /** Turns to the slide of 84 squares, and notes how many of them each frame shows until all are there. */
  const turn = (): Promise<number[]> =>
    page.evaluate(async () => {
      const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
      dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' }));
      const seen: number[] = [];
      while (seen.at(-1) !== 84 && seen.length < 600) {
        await frame();
        seen.push((document.querySelector('.picture path.square')?.getAttribute('d')?.match(/M/g) ?? []).length);
      }
      return seen;
    });
  await gotoStory(page, 'lesson/slides/?plan=40#paper');
  const moved = await turn();
  expect(moved.at(-1)).toBe(84);
  expect(moved.length).toBeGreaterThan(3);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await gotoStory(page, 'data/');
  await gotoStory(page, 'lesson/slides/?plan=40#paper');
  const stills = await turn();
  expect(stills.at(-1)).toBe(84);
  expect(stills.length).toBeLessThanOrEqual(2);
});

for (const path of ['', 'en/']) {
  test(`a phone held upright sets no words smaller than a page would, /${path}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const found: number[] = [];
    for (const plan of [15, 40, 80]) {
      await page.goto(`./${path}lesson/slides/?plan=${plan}`);
      await settle(page);
      found.push(...await page.evaluate(async (presses) => {
        const sizes: number[] = [];
        for (let press = 0; press < presses; press++) {
          dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' }));
          await new Promise(requestAnimationFrame);
          for (const each of document.querySelectorAll('.slide .words *, .slide .worked-answer *')) {
            if ([...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '')) sizes.push(parseFloat(getComputedStyle(each).fontSize));
          }
        }
        return sizes;
      }, PRESSES));
    }
    expect(found.length).toBeGreaterThan(100);
    // px; the page's own text has 17
    expect(Math.min(...found)).toBeGreaterThanOrEqual(15);
    await expect(page).toHaveURL(/plan=80#\d\d&/);
  });
}

test('a phone shows a slide without scrolling sideways, and a swipe turns it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto('./lesson/slides/?plan=15');
  await expect(page.locator('.slide h1')).toBeVisible();
  await page.evaluate(() => {
    const target = document.querySelector('.screen')!;
    const finger = (x: number): Touch => new Touch({ identifier: 1, target, clientX: x, clientY: 300 });
    target.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: [finger(300)], changedTouches: [finger(300)] }));
    target.dispatchEvent(new TouchEvent('touchend', { bubbles: true, touches: [], changedTouches: [finger(120)] }));
  });
  await expect(page.locator('.prompt')).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expect(page.getByRole('button', { name: '下一步' })).toBeInViewport({ ratio: 1 });
  await context.close();
});

for (const [folder, places] of [['', ['', '?plan=40#1', '?plan=40&notes=1']], ['en/', ['?plan=40#3', '?plan=40#5', '?plan=40#10']]] as const) {
  test(`without scripts every slide is a still with its words, and answers are folded, /${folder}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
    const page = await context.newPage();
    await page.goto(`./${folder}lesson/slides/?plan=40`);
    const slides = allSlides();
    await expect(page.locator('.slide-still')).toHaveCount(slides.length);
    await expect(page.locator('.slide-still figure > svg')).toHaveCount(slides.filter(({ kind }) => kind !== 'words').length);
    for (const slide of await page.locator('.slide-still').all()) expect((await slide.innerText()).trim().length).toBeGreaterThan(10);
    await expect(page.locator('#task-comparable [data-part="answer"]')).toBeHidden();
    await page.locator('#task-comparable summary').nth(1).click();
    await expect(page.locator('#task-comparable [data-part="answer"]')).toBeVisible();
    await context.close();
  });

  test(`axe finds no fault on ${places.map((place) => place || 'the list').join(', ')}, /${folder}`, async ({ page }) => {
    const faults: string[] = [];
    for (const address of places) {
      await page.goto('about:blank');
      await gotoStory(page, `${folder}lesson/slides/${address}`);
      const { violations } = await new AxeBuilder({ page }).exclude('svg.canvas').analyze();
      faults.push(...violations.map(({ id, nodes }) => `${address}: ${id} ${nodes[0]?.html}`));
    }
    expect(faults).toEqual([]);
  });
}
