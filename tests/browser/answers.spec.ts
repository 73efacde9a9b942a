import type { Browser, Locator, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { translate } from './translate.ts';
import { arrive, expect, gotoStory, settle, test } from './support.ts';
import { wordsOnStage } from './stage.ts';

const DESK = { width: 1440, height: 900 };
const ANSWER = 'You guessed 300. The fall was 1,170: 870 more than you thought.';

interface Widget { field: Locator; slider: Locator; status: Locator; show: Locator }
const guessOf = (page: Page): Widget => {
  const widget = page.locator('[data-widget="guess"]');
  return { field: widget.getByRole('textbox'), slider: widget.getByRole('slider'), status: widget.getByRole('status'), show: widget.getByRole('link') };
};

test.use({ viewport: DESK });

test.describe('what is typed', () => {
  for (const [path, wrong, sentence] of [
    ['en/', '-5', 'Enter a whole number, zero or more'],
    ['en/', '12.5', 'Enter a whole number, zero or more'],
    ['en/', '1e3', 'Digits only, without letters or signs'],
    ['en/', '99999999999', 'Too large: at most 9,999,999'],
    ['', '1e3', '只填数字，不带字母和符号'],
    ['', '99999999999', '这个数太大，最多填9,999,999'],
    ['', '１２．５', '请填一个不小于零的整数'],
  ] as const) {
    test(`“${wrong}” is told what is wrong with it and no other thing, is not drawn, and is not judged, /${path}`, async ({ page }) => {
      await gotoStory(page, `${path}#guess`);
      const { field, status, show } = guessOf(page);
      await field.fill('300');
      await field.fill(wrong);
      await expect(status).toHaveText(sentence);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await settle(page);
      expect(await wordsOnStage(page)).not.toMatch(/Your guess|你猜/);
      await show.click();
      await expect(status).toHaveText(sentence);
      await field.fill('20');
      await expect(field).toHaveAttribute('aria-invalid', 'false');
      await expect(status).toHaveText('');
    });
  }

  test('full-width digits and thousands apart are taken as they are meant', async ({ page }) => {
    await gotoStory(page, '#guess');
    const { field, status } = guessOf(page);
    for (const typed of ['１１７０', '1,170', '1，170', '1 170']) {
      await field.fill(typed);
      await settle(page);
      expect(await wordsOnStage(page), typed).toContain('你猜 −1,170');
      await expect(status).toHaveText('');
      await expect(field).toHaveValue(typed);
      await field.fill('');
    }
  });

  test('an emptied field is no guess of zero: nothing is drawn, nothing judged', async ({ page }) => {
    await gotoStory(page, 'en/#guess');
    const { field, status, show, slider } = guessOf(page);
    await settle(page);
    expect(await wordsOnStage(page)).not.toContain('Your guess');
    await expect(slider).toHaveAttribute('aria-valuetext', 'no guess yet');
    await field.fill('300');
    await expect(slider).toHaveAttribute('aria-valuetext', '300 people');
    await field.fill('');
    await settle(page);
    expect(await wordsOnStage(page)).not.toContain('Your guess');
    await expect(slider).toHaveAttribute('aria-valuetext', 'no guess yet');
    await show.click();
    await expect(status).toHaveText('');
  });
});

test('once the answer is out, a new guess is judged when it is finished or asked for, once, and not with each key', async ({ page }) => {
  await gotoStory(page, 'en/#guess');
  const { field, status, show, slider } = guessOf(page);
  await field.fill('300');
  await field.press('Enter');
  await expect(status).toHaveText(ANSWER);
  await expect(page).toHaveURL(/#reveal$/);
  const said = await status.evaluate((element) => {
    const list: string[] = [];
    new MutationObserver(() => list.push(element.textContent)).observe(element, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { said: list });
    return list;
  });
  expect(said).toEqual([]);
  const heard = (): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said.filter((words) => words !== ''));
  await field.fill('');
  await field.pressSequentially('1120');
  expect(await heard(), 'judged with each key').toEqual([]);
  await field.blur();
  const close = 'You guessed 1,120. The fall was 1,170: only 50 out.';
  await expect(status).toHaveText(close);
  await show.click();
  await settle(page);
  expect(await heard()).toEqual([close]);
  await slider.focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
  expect(await heard(), 'judged with each arrow').toEqual([close]);
  await show.click();
  await expect(status).toHaveText('You guessed 1,170. Exactly right.');
});

test('the slider and the field say the question and the unit; the months say what follows from them', async ({ page }) => {
  for (const [path, bar, field, months] of [
    ['en/', 'Since the start of 2020, how many fewer? Or drag the bar', 'Since the start of 2020, how many fewer? Type a number of people', '18 months: 1.2 cases a month'],
    ['', '2020年初以来，又少了多少？ 或拖动横条', '2020年初以来，又少了多少？ 输入人数', '18个月，平均每月1.2起'],
  ] as const) {
    await gotoStory(page, `${path}#guess`);
    const guess = guessOf(page);
    await expect(guess.slider).toHaveAccessibleName(bar);
    await expect(guess.field).toHaveAccessibleName(field);
    await expect(page.locator('#months')).toHaveAttribute('aria-valuetext', months);
  }
});

/** What field, bar, drawing and verdict say of one guess. */
async function stateOf(page: Page): Promise<{ field: string; bar: string; drawn: boolean; said: string; months: string; over: boolean }> {
  await settle(page);
  const { field, slider, status } = guessOf(page);
  return {
    field: await field.inputValue(), bar: await slider.inputValue(), drawn: (await wordsOnStage(page)).includes('Your guess −900'), said: (await status.textContent())!.trim(),
    months: await page.locator('#months').inputValue(), over: (await page.locator('[data-widget="months"] .out').textContent())!.includes('Over 12 months'),
  };
}
const UNTOUCHED = { field: '', bar: '0', drawn: false, said: '', months: '18', over: false };
const GUESSED = { field: '900', bar: '900', drawn: true, said: 'You guessed 900. The fall was 1,170: 270 more than you thought.', months: '12', over: true };

/** A reader answers both questions; the address is that of the answer. */
async function answer(page: Page, base: string): Promise<void> {
  await page.goto(`${base}en/#guess`);
  await arrive(page);
  await page.locator('#months').fill('12');
  const { field, show } = guessOf(page);
  await field.fill('900');
  await show.click();
  await settle(page);
  expect(await stateOf(page)).toEqual(GUESSED);
}

test.describe('one state', () => {
  test('after a reload: field, bar, drawing and verdict all begin anew', async ({ page, baseURL }) => {
    await answer(page, baseURL!);
    await page.reload();
    await arrive(page);
    expect(await stateOf(page)).toEqual(UNTOUCHED);
  });

  test('on the way back without the page cache, too', async ({ page, baseURL }) => {
    await answer(page, baseURL!);
    await page.goto(`${baseURL}en/data/`);
    await page.goBack();
    await arrive(page);
    expect(await page.evaluate(() => performance.getEntriesByType('navigation')[0]!.toJSON().type as string)).toBe('back_forward');
    expect(await stateOf(page)).toEqual(UNTOUCHED);
  });

  test('on the way back from the page cache: all as it was left', async ({ baseURL }, { project }) => {
    const { executablePath, args } = project.use.launchOptions!;
    const browser: Browser = await chromium.launch({ executablePath: executablePath!, args: args!, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    try {
      const page = await browser.newPage({ viewport: DESK });
      await page.addInitScript(() => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })));
      await answer(page, baseURL!);
      await page.goto(`${baseURL}en/data/`);
      // A page from the cache is never loaded again.
      await page.goBack({ waitUntil: 'commit' });
      await expect.poll(() => page.evaluate(() => (window as unknown as { persisted: boolean }).persisted), 'the page came from the cache').toBe(true);
      expect(await stateOf(page)).toEqual(GUESSED);
    } finally {
      await browser.close();
    }
  });
});

for (const way of ['wrapped', 'replaced', 'mirrored'] as const) {
  test.describe(`in a page whose text nodes a translator has ${way}`, () => {
    test('the months’ sentence, the verdict and the modes’ buttons follow, and no old words stay beside them', async ({ page }) => {
      await gotoStory(page, 'en/#guess');
      await page.evaluate(translate, way);
      await page.locator('#months').fill('12');
      await expect(page.locator('[data-widget="months"] .out')).toHaveText('‹ƒ›‹our calculation› Over 12 months that is 1.8 cases a month, against 7.0 in 2019.');
      const { field, status, show } = guessOf(page);
      await field.fill('1e3');
      await expect(status).toHaveText('Digits only, without letters or signs');
      await page.evaluate(translate, way);
      await field.fill('300');
      await show.click();
      await expect(status).toHaveText(ANSWER);
      await page.evaluate(translate, way);
      await field.fill('1120');
      await field.blur();
      await expect(status).toHaveText('You guessed 1,120. The fall was 1,170: only 50 out.');
      await settle(page);
      expect(await wordsOnStage(page), 'the drawing’s own words').toContain('Your guess −1,120');
      const button = page.locator('.ways [data-control="motion"]');
      await expect(button).toHaveText('‹Turn animation off›');
      await button.click();
      await expect(button).toHaveText('Turn animation on');
    });

    test('a card’s count, slider and verdict follow', async ({ page }) => {
      await gotoStory(page, 'en/embed/known-users/');
      await page.evaluate(translate, way);
      await page.getByRole('textbox').fill('1000');
      await page.locator('[data-widget="guess"]').getByRole('link').click();
      await expect(page.locator('.verdict')).toHaveText('You guessed 1,000. The fall was 1,170: 170 more than you thought.');
      await expect(page.locator('.count[aria-hidden]')).toHaveText(/^\d \/ \d$/);
      await expect(page.locator('[role="status"].count')).toHaveText(/Step \d of \d/);
      await gotoStory(page, 'en/embed/cases/?step=same-length');
      await page.evaluate(translate, way);
      await page.locator('#months').fill('12');
      await expect(page.locator('[data-widget="months"] .out')).toContainText('Over 12 months that is 1.8');
    });

    test('slides turn, and tell their place, what is wrong and the verdict', async ({ page }) => {
      await gotoStory(page, 'en/lesson/slides/?plan=40#predict-cases');
      await page.evaluate(translate, way);
      const place = page.locator('.player > .sr[role="status"]').first();
      const before = await place.textContent();
      await page.locator('#own').fill('1e3');
      await expect(page.locator('#fault')).toHaveText('Only whole numbers from zero on: 1e3');
      await page.locator('#own').fill('50');
      await expect(page.locator('#fault')).toHaveText('');
      await page.getByRole('button', { name: 'Answer' }).or(page.locator('.asks .primary')).first().click();
      await expect(page.locator('.verdict')).toHaveText('You guessed 50. The published number is 21: 29 fewer than you thought.');
      await page.evaluate(translate, way);
      await page.keyboard.press('PageDown');
      await expect(place).not.toHaveText(before!);
      await expect(place).toHaveText(/^Slide \d+ of \d+ [^‹›]+$/);
      await expect(page.locator('.words')).toHaveCount(1);
    });
  });
}
