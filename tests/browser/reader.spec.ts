import type { Page } from '@playwright/test';
import { arrive, expect, gotoStory, settle, test } from './support.ts';
import { currentStep, offsets, scrollToPosition, stepIds, wordsOnStage } from './stage.ts';

const DESK = { width: 1440, height: 900 };

/** A page that is being read leaves no trace. */
async function leavesNoTrace(page: Page): Promise<void> {
  expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length])).toEqual([0, 0, '', 0]);
  expect(await page.context().cookies()).toEqual([]);
}

test.describe('with the keyboard alone', () => {
  test.use({ viewport: DESK });

  test('arrows go one step on and back, and stop at both ends; letters do nothing', async ({ page }) => {
    await gotoStory(page, '');
    const press = async (key: string): Promise<number> => {
      await page.keyboard.press(key);
      await settle(page);
      return currentStep(page);
    };
    expect(await press('ArrowLeft'), 'before the first').toBe(0);
    expect(await press('ArrowRight')).toBe(1);
    expect(await press('ArrowRight')).toBe(2);
    expect(await press('Shift+ArrowRight'), 'selects text, and turns no page').toBe(2);
    expect(await press('j')).toBe(2);
    expect(await press('k')).toBe(2);
    expect(await press('ArrowLeft')).toBe(1);
    await gotoStory(page, '#recovery');
    expect(await press('ArrowRight'), 'behind the last').toBe(22);
    expect(await press('ArrowLeft')).toBe(21);
  });

  test('keys do not turn the page while the reader sets a slider or types', async ({ page }) => {
    await gotoStory(page, 'en/#same-length');
    await page.locator('#months').focus();
    await page.keyboard.press('ArrowLeft');
    await settle(page);
    expect(await currentStep(page)).toBe(15);
    expect(await page.locator('#months').inputValue()).toBe('17');
  });

  test('Tab reaches the way past the menu, the language, the contents and both switches, each with a visible ring', async ({ page }) => {
    await gotoStory(page, 'en/');
    const reached: string[] = [];
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const each = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return { words: each.textContent.trim(), ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
      });
      expect(found.ring, found.words).toBe(true);
      reached.push(found.words);
    }
    expect(reached).toEqual(expect.arrayContaining(['Skip to the story', '中文', 'Contents', 'Read without animation', 'Turn animation off']));
    expect(reached[0]).toBe('Skip to the story');
  });

  test('a number opens its source; Escape closes it and gives the focus back', async ({ page }) => {
    await gotoStory(page, 'en/#ring');
    const number = page.locator('#ring a.fact').first();
    await number.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Where this number comes from' });
    await expect(dialog).toBeVisible();
    for (const words of ['23 suspects', '2020', 'Dongtan page, section A', 'The source gives an exact figure', 'Unit']) await expect(dialog).toContainText(words);
    await expect(dialog.getByRole('link')).toHaveAttribute('href', /\/en\/data\/#qh-arrests-ring$/);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(number).toBeFocused();
    expect(await currentStep(page), 'the reader’s place').toBe(5);
  });

  test('our own figures open their method', async ({ page }) => {
    await gotoStory(page, '#parcel');
    await page.locator('#parcel a.fact.calc').first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('3,500公里');
    await expect(dialog).toContainText('我们的计算');
    await expect(dialog).toContainText('6,371.0088');
    await dialog.getByRole('button').click();
    await expect(dialog).toBeHidden();
  });
});

test('the bar that says how far one is wears the tone of its chapter, and not the first one’s all the way', async ({ page }) => {
  const tone = async (step: string): Promise<string> => {
    await gotoStory(page, `#${step}`);
    return page.locator('.progress').evaluate((bar) => getComputedStyle(bar).backgroundColor);
  };
  const [first, second, day] = [await tone('parcel'), await tone('hubei'), await tone('reveal')];
  expect(new Set([first, second, day]).size).toBe(3);
  expect(await tone('cases-since')).toBe(day);
});

test.describe('the reader’s own answers', () => {
  test.use({ viewport: DESK });

  test('the slider sets how long “since 2020” is, in words and in the drawing', async ({ page }) => {
    await gotoStory(page, 'en/#same-length');
    const widget = page.locator('[data-widget="months"]');
    const squares = (): Promise<number> =>
      page.evaluate(() => {
        const strip = [...document.querySelectorAll('.canvas.landscape .squares path')].map((path) => path.getBoundingClientRect());
        return strip.length;
      });
    for (const [months, rate] of [['12', '1.8'], ['15', '1.4'], ['18', '1.2']] as const) {
      await widget.locator('input').fill(months);
      await settle(page);
      await expect(widget).toContainText(`Over ${months} months that is ${rate} cases a month, against 7.0 in 2019`);
      await expect(widget.locator('input')).toHaveAttribute('aria-valuetext', `${months} months: ${rate} cases a month`);
      const words = await wordsOnStage(page);
      expect(words).toContain(rate);
      expect(words).toContain(`if that is ${months} months`);
      expect(words).toContain('7.0');
    }
    expect(await squares()).toBeGreaterThan(5);
  });

  test('a guess by number: marked on the chart, kept from the answer until it is asked for, then judged', async ({ page }) => {
    await gotoStory(page, 'en/#guess');
    const widget = page.locator('[data-widget="guess"]');
    const status = widget.getByRole('status');
    await widget.getByLabel('Type a number').fill('300');
    await settle(page);
    expect(await wordsOnStage(page)).toContain('Your guess −300');
    expect(await wordsOnStage(page)).not.toContain('1,170');
    await expect(status).toHaveText('');
    await widget.getByRole('link', { name: 'Show the answer' }).click();
    await settle(page);
    expect(await currentStep(page)).toBe(17);
    const words = await wordsOnStage(page);
    expect(words).toContain('−1,170');
    expect(words).toContain('Your guess −300');
    await expect(status).toHaveText('You guessed 300. The fall was 1,170: 870 more than you thought.');
    await leavesNoTrace(page);
  });

  test('a guess by slider, in Chinese', async ({ page }) => {
    await gotoStory(page, '#guess');
    const widget = page.locator('[data-widget="guess"]');
    await widget.getByRole('slider').fill('1120');
    await settle(page);
    expect(await wordsOnStage(page)).toContain('你猜 −1,120');
    await expect(widget.getByRole('textbox')).toHaveValue('1120');
    await widget.getByRole('link').click();
    await expect(widget.getByRole('status')).toHaveText('你猜1,120人，实际减少1,170人，只差50人。');
  });
});

test('a whole reading asks no other host and leaves nothing on the device', async ({ page }) => {
  await gotoStory(page, '');
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  const ICON = '/favicon.svg'; // a browser asks for it when it likes
  const anchors = await offsets(page);
  for (let step = 0; step <= 22; step++) await scrollToPosition(page, anchors, step);
  await page.evaluate(() => scrollTo({ top: 10 ** 7, behavior: 'instant' }));
  await settle(page);
  // At the foot stands the square picture that an app takes for a shared link; it is fetched only there.
  expect([...asked].filter((path) => path !== ICON), 'a scroll fetches nothing for the story').toEqual(['/share/square.zh.png']);
  await leavesNoTrace(page);
});

// Other hosts are a fault of every page (support.ts); here the requests of a first view are counted.
test('a first view on a phone takes at most 8 requests', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await gotoStory(page, '');
  expect(asked.length).toBeGreaterThanOrEqual(4);
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(8);
});

test.describe('under the path of a newspaper’s server', () => {
  test.use({ build: 'sub-path', viewport: DESK });

  test('the story, its languages, its data and the way back all stay under it', async ({ page, baseURL }) => {
    expect(new URL(baseURL!).pathname).toBe('/2021/626/');
    await gotoStory(page, '#cases-since');
    expect(await wordsOnStage(page)).toContain('21');
    await page.waitForTimeout(400);
    await page.locator('[data-language]').click();
    await expect(page).toHaveURL(/\/2021\/626\/en\/#cases-since$/);
    await arrive(page);
    expect(await currentStep(page)).toBe(14);
    await page.locator('#cases-since a.fact').first().click();
    await page.getByRole('dialog').getByRole('link').click();
    await expect(page).toHaveURL(/\/2021\/626\/en\/data\/#/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#downloads a').first().click()]);
    expect(download.suggestedFilename()).toBe('facts.csv');
    await page.locator('header a').first().click();
    await expect(page).toHaveURL(/\/2021\/626\/en\/$/);
  });
});

test.describe('without an approved map', () => {
  test.use({ build: 'schematic', viewport: DESK });

  test('the same story is told with nodes and arcs, to its end', async ({ page }) => {
    await gotoStory(page, 'en/');
    const anchors = await offsets(page);
    const ids = await stepIds(page);
    for (const id of ['opening', 'parcel', 'transfer', 'four-places', 'both-lines', 'coast']) {
      await scrollToPosition(page, anchors, ids.indexOf(id));
      const drawn = await page.evaluate(() => {
        const svg = document.querySelector('.canvas-holder.landscape svg')!;
        return { nodes: svg.querySelectorAll('.node').length, land: svg.querySelectorAll('use').length, lines: svg.querySelectorAll('.strokes path').length };
      });
      expect(drawn.nodes, id).toBeGreaterThan(0);
      expect(drawn.land, id).toBe(0);
      if (id !== 'coast') expect(drawn.lines, id).toBeGreaterThan(1);
    }
    expect(await wordsOnStage(page)).toContain('Shawei port');
  });
});
