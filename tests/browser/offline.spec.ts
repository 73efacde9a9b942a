import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allSlides } from '../../src/lesson/player/build.ts';
import { BUILDS } from '../../scripts/builds.ts';
import { expect, test } from './support.ts';

const MOST_BYTES = 1_500_000;
const { folder } = BUILDS.find(({ name }) => name === 'main')!;
const WORDS = {
  'ketang.html': { start: '开始上课', sheet: '学生单', guess: '又破获了多少起？', field: '我猜（起）', answer: '答案', verdict: '你猜30起，公布的是21起，多猜了9起。', task: '84和21，能直接比吗？', show: '看答案', worked: '不能直接比', notes: '开场先说清', base: '没有基数' },
  'classroom.html': { start: 'Start the lesson', sheet: 'Worksheet', guess: 'How many cases since?', field: 'My guess (cases)', answer: 'Answer', verdict: 'You guessed 30. The published number is 21: 9 fewer than you thought.', task: 'Are 84 and 21 comparable?', show: 'Show the answer', worked: 'Not as they stand', notes: 'Say first', base: 'Without a base' },
} as const;

for (const [name, words] of Object.entries(WORDS)) {
  test(`${name} opens by a double click with the network off, and holds slides, guess, questions and worksheets`, async ({ browser }) => {
    const file = resolve(folder, name);
    expect(statSync(file).size).toBeLessThanOrEqual(MOST_BYTES);
    const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 720 } });
    const faults: string[] = [];
    context.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    context.on('weberror', (error) => faults.push(error.error().message));
    const address = pathToFileURL(file).href;
    context.on('request', (request) => !request.url().startsWith(address) && !request.url().startsWith('data:') && faults.push(`request: ${request.url()}`));
    const page = await context.newPage();
    await page.goto(address);
    const own = await page.evaluate(() => document.fonts.ready.then(() => [...document.fonts].map(({ family, status }) => `${family.replaceAll('"', '')} ${status}`)));
    expect(own).toEqual([`Display ${name === 'ketang.html' ? 'zh' : 'en'} loaded`]);

    // A worksheet alone, for the printer: two pages, blank axes, no answer.
    await page.locator('.choose > li').nth(1).getByRole('link', { name: words.sheet, exact: true }).click();
    await expect(page.locator('.sheet:visible')).toHaveCount(2);
    await expect(page.locator('.list-main')).toBeHidden();
    await expect(page.locator('.sheet-view:target [data-print]')).toBeVisible();
    expect(await page.locator('.sheet-view:target').innerText()).not.toContain(words.base);
    await page.goBack();

    // The lesson: a click, then a clicker.
    await page.locator('.choose > li').nth(1).getByRole('link', { name: words.start, exact: true }).click();
    await expect(page.locator('.slide.is-title')).toBeVisible();
    const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('n')]);
    await expect(notes.locator('.current')).toContainText(words.notes);
    await notes.keyboard.press('PageDown');
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#2&since=\d{10}$/);
    await page.goto(`${address}?plan=40#predict-cases`);
    await expect(page.getByRole('heading', { name: words.guess })).toBeVisible();
    await page.getByRole('textbox', { name: words.field }).fill('30');
    await page.getByRole('button', { name: words.answer, exact: true }).click();
    await expect(page.locator('.slide').getByText(words.verdict)).toBeVisible();
    await page.goto(`${address}?plan=40#task-comparable`);
    await expect(page.getByRole('heading', { name: words.task })).toBeVisible();
    await page.getByRole('button', { name: words.show }).click();
    await expect(page.locator('.worked-answer')).toContainText(words.worked);
    expect(faults).toEqual([]);
    await context.close();
  });
}

test('ketang.html reads without scripts: slides, questions with folded answers, worksheets', async ({ browser }) => {
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
  const page = await context.newPage();
  const address = pathToFileURL(resolve(folder, 'ketang.html')).href;
  await page.goto(address);
  await expect(page.locator('.slide-still')).toHaveCount(allSlides().length);
  await page.goto(`${address}#key-15`);
  await expect(page.locator('#key-15 .sheet')).not.toHaveCount(0);
  await expect(page.locator('.sheet:visible')).toHaveCount(await page.locator('#key-15 .sheet').count());
  await context.close();
});
