import type { Page } from '@playwright/test';
import { arrive, expect, gotoStory, settle, test } from './support.ts';
import { currentStep, offsets, picture, scrollToPosition } from './stage.ts';

const PHONE = { width: 390, height: 844 };
const STEPS = 23;

/** Stills that a reader can see, and words of steps that a reader can see. */
const seen = (page: Page): Promise<{ stills: number; charts: number; stages: number; words: number }> =>
  page.evaluate(() => {
    const shown = (selector: string): Element[] => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility() && each.getBoundingClientRect().height > 60);
    return {
      stills: shown('.still > svg').length,
      charts: new Set(shown('.still > svg').map((each) => each.closest('[data-step]')!.id)).size,
      stages: shown('.stage').length,
      words: [...document.querySelectorAll<HTMLElement>('[data-step] .card')].filter((each) => each.checkVisibility() && each.innerText.length > 40).length,
    };
  });
const FLAT = { stills: STEPS, charts: STEPS, stages: 0, words: STEPS };
/** The answer to the guess waits until it is asked for. */
const COVERED = { stills: STEPS - 1, charts: STEPS - 1, stages: 0, words: STEPS - 1 };

/** Pictures at shares of the way from step 13 to step 14, and what moves by itself afterwards. */
async function standsStill(page: Page): Promise<void> {
  const anchors = await offsets(page);
  const at = async (position: number): Promise<string> => {
    await scrollToPosition(page, anchors, position);
    return picture(page);
  };
  const [whole, next] = [await at(13), await at(14)];
  expect(next).not.toBe(whole);
  for (const share of [0.2, 0.45]) expect(await at(13 + share), `at 13 + ${share}`).toBe(whole);
  for (const share of [0.55, 0.9]) expect(await at(13 + share), `at 13 + ${share}`).toBe(next);
  const moved = await page.evaluate(async () => {
    const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
    scrollBy({ top: 700, behavior: 'instant' });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
    await wait(50);
    let changes = 0;
    const watch = new MutationObserver((list) => (changes += list.length));
    watch.observe(document.querySelector('.story')!, { subtree: true, childList: true, attributes: true, characterData: true });
    await wait(550);
    watch.disconnect();
    return { changes, animations: document.getAnimations().filter((each) => each.playState === 'running').length };
  });
  expect(moved).toEqual({ changes: 0, animations: 0 });
}

test.describe('a reader who asked for less motion', () => {
  test.use({ viewport: PHONE, contextOptions: { reducedMotion: 'reduce' } });

  test('sees whole steps only, and nothing moves by itself', async ({ page }) => {
    await gotoStory(page, '');
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'still');
    await standsStill(page);
  });

  test('can still ask for the animation', async ({ page }) => {
    await gotoStory(page, '');
    await page.locator('.opening [data-control="motion"]').click();
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'scroll');
    const anchors = await offsets(page);
    await scrollToPosition(page, anchors, 13);
    const whole = await picture(page);
    await scrollToPosition(page, anchors, 13.5);
    expect(await picture(page)).not.toBe(whole);
  });
});

test.describe('with motion', () => {
  test.use({ viewport: PHONE });

  test('the switch in the contents does the same, keeps the step, and back', async ({ page }) => {
    await gotoStory(page, 'en/#cases-since');
    const menu = page.locator('.menu > summary');
    await menu.click();
    await page.getByRole('navigation').getByRole('button', { name: 'Turn animation off' }).click();
    await settle(page);
    expect(await currentStep(page)).toBe(14);
    await standsStill(page);
    await menu.click();
    await page.getByRole('navigation').getByRole('button', { name: 'Turn animation on' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'scroll');
  });

  test('nothing moves while the reader rests, either', async ({ page }) => {
    await gotoStory(page, '#ring');
    const changes = await page.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 400));
      let count = 0;
      // All but the rehearsal, which goes on for as long as the browser needs it, and nobody sees (src/scroll/rehearse.ts).
      const watch = new MutationObserver((list) => (count += list.length));
      watch.observe(document.documentElement, { attributes: true });
      watch.observe(document.body, { attributes: true });
      for (const part of [document.head, ...document.body.children]) {
        if (!part.matches('.rehearsal')) watch.observe(part, { subtree: true, childList: true, attributes: true, characterData: true });
      }
      await new Promise((done) => setTimeout(done, 600));
      return count;
    });
    expect(changes).toBe(0);
  });

  test('“read without animation” lays out every step with its picture, at the reader’s step, and leads back', async ({ page }) => {
    await gotoStory(page, 'en/#venues');
    await page.locator('.menu > summary').click();
    await page.getByRole('navigation').getByRole('button', { name: 'Read without animation' }).click();
    await settle(page);
    expect(await seen(page)).toEqual(FLAT);
    await expect(page.locator('#venues')).toBeInViewport();
    await page.locator('.menu > summary').click();
    await page.getByRole('navigation').getByRole('button', { name: 'Back to scrolling' }).click();
    await settle(page);
    expect(await seen(page)).toEqual({ stills: 0, charts: 0, stages: 1, words: STEPS });
    expect(await currentStep(page)).toBe(18);
  });

  test('a reload, the other language and the way back keep the mode that the reader chose, and the step; a mode given up leaves no trace', async ({ page }) => {
    await gotoStory(page, '?from=timeline#venues');
    const html = page.locator('html');
    const menu = page.locator('.menu > summary');
    const turnOff = page.locator('.menu [data-control="motion"]');
    await menu.click();
    await turnOff.click();
    await page.reload();
    await arrive(page);
    await expect(html).toHaveAttribute('data-mode', 'still');
    expect(await currentStep(page)).toBe(18);
    await page.locator('[data-language]').click();
    await page.waitForURL(/\/en\//);
    await arrive(page);
    await expect(html).toHaveAttribute('data-mode', 'still');
    expect(await currentStep(page)).toBe(18);
    await page.locator('a[href$="/data/"]').first().click();
    await page.waitForURL(/\/data\//);
    await page.goBack();
    await arrive(page);
    await expect(html).toHaveAttribute('data-mode', 'still');
    await menu.click();
    await turnOff.click();
    await expect(html).toHaveAttribute('data-mode', 'scroll');
    await expect(page).toHaveURL(/\/en\/\?from=timeline#/);
  });

  for (const path of ['?mode=flat', 'en/?mode=flat']) {
    test(`${path} opens flat`, async ({ page }) => {
      await gotoStory(page, path);
      expect(await seen(page)).toEqual(COVERED);
      await page.setViewportSize({ width: 1440, height: 900 });
      expect(await seen(page)).toEqual(COVERED);
      await page.locator('.answer > summary').click();
      expect(await seen(page)).toEqual(FLAT);
      // Lines that come from beyond a picture must not run over the text beside it.
      expect(await page.$$eval('.still > svg', (stills) => [...new Set(stills.map((each) => getComputedStyle(each).overflow))])).toEqual(['hidden']);
    });
  }

  test('moving, still and flat, the words are the same', async ({ page }) => {
    const words = (): Promise<string[]> => page.$$eval('.card, .chapter-head, section.plain', (parts) => parts.map((part) => {
      // The buttons say what they would do next.
      const copy = part.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('button').forEach((button) => button.remove());
      return part.checkVisibility() ? copy.textContent.replaceAll(/\s+/g, ' ') : `${part.id} is hidden`;
    }));
    await gotoStory(page, '?mode=scroll');
    const moving = await words();
    expect(moving.join('').length).toBeGreaterThan(5000);
    for (const mode of ['still', 'flat']) {
      await gotoStory(page, `?mode=${mode}`);
      if (mode === 'flat') await page.locator('.answer > summary').click();
      expect(await words(), mode).toEqual(moving);
    }
  });

  test('on paper each step stands once with its picture, dark on white, whatever the mode', async ({ page }) => {
    await gotoStory(page, 'en/');
    await page.emulateMedia({ media: 'print' });
    expect(await seen(page)).toEqual(FLAT);
    const faint = await page.evaluate(() => {
      const light = (colour: string): number => {
        const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
        return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
      };
      const words = [...document.querySelectorAll('.card p, .card h1, .card h3, .card dd, .chapter-head h2, .chapter-head p, figcaption')].filter((each) => each.checkVisibility());
      const text = [...document.querySelectorAll('.still text:not(.on-bar)')];
      return [
        ...words.filter((each) => light(getComputedStyle(each).color) > 0.55).map((each) => each.textContent.slice(0, 30)),
        ...text.filter((each) => light(getComputedStyle(each).fill) > 0.6).map((each) => `chart: ${each.textContent}`),
      ];
    });
    expect([...new Set(faint)]).toEqual([]);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
    expect(pages).toBeGreaterThan(6);
    expect(pages).toBeLessThan(40);
  });
});

test.describe('without JavaScript', () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false });

  for (const path of ['', 'en/']) {
    test(`/${path} reads whole, every step with its picture, and numbers lead to the data`, async ({ page }) => {
      await page.goto(`./${path}`);
      const stills = page.locator('.still > svg');
      await expect(stills).toHaveCount(STEPS);
      for (const index of [0, 7, 13, 22]) await expect(stills.nth(index)).toBeVisible();
      await expect(page.locator('.stage')).toBeHidden();
      await expect(page.locator('.widget').first()).toBeHidden();
      await expect(page.getByRole('button')).toHaveCount(0);
      const fact = page.locator('#cases-2019 a.fact').first();
      await fact.click();
      await expect(page).toHaveURL(new RegExp(`/${path}data/#qh-cases-2019$`));
      await expect(page.locator('#qh-cases-2019')).toBeInViewport();
    });
  }
});

test.describe('when the script is lost on the way', () => {
  test.use({ viewport: PHONE, expectedErrors: [/Failed to load resource|ERR_|404/] });

  for (const [name, answer] of [['not found', 404], ['cut off', 0]] as const) {
    test(`${name}: the page goes back to the flat reading`, async ({ page }) => {
      await page.route('**/*.js', (route) => (answer === 0 ? route.abort() : route.fulfill({ status: answer, body: 'gone' })));
      await gotoStory(page, 'en/');
      await expect(page.locator('html')).not.toHaveAttribute('data-js', /.*/);
      expect(await seen(page)).toEqual(COVERED);
    });
  }
});
