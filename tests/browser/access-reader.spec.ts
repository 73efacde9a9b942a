import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { STEP_IDS } from '../../src/story/ids.ts';
import { expect, gotoStory, test } from './support.ts';
import { offsets, scrollToPosition } from './stage.ts';

const READER = 'node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js';
const transcript = (locale: string): string => `tests/access/transcripts/${locale}.txt`;
/** More phrases than any page of ours has: a reader that goes round in circles stops. */
const LONGEST = 10_000;

/** What a screen reader says of the page from top to bottom, a phrase a line, without the ends of things; closed parts are read as if open. */
async function readAloud(page: Page): Promise<string[]> {
  // Served from the site's own address: its policy lets no other script run.
  await page.route('**/virtual-screen-reader.js', (route) => route.fulfill({ contentType: 'text/javascript', body: readFileSync(READER, 'utf8') }));
  const address = new URL('virtual-screen-reader.js', page.url()).pathname;
  const phrases: string[] = await page.evaluate(`(async () => {
    const { virtual } = await import('${address}');
    await virtual.start({ container: document.body });
    for (let i = 0; i < ${LONGEST} && (await virtual.lastSpokenPhrase()) !== 'end of document'; i++) await virtual.next();
    return virtual.spokenPhraseLog();
  })()`);
  expect(phrases.at(-1)).toBe('end of document');
  return phrases.filter((phrase) => !phrase.startsWith('end of '));
}

for (const [locale, path] of [['zh', ''], ['en', 'en/']] as const) {
  test(`a screen reader reads the article as it is kept in the transcript, ${locale}`, async ({ page }, { config }) => {
    await gotoStory(page, path);
    const said = await readAloud(page);
    const text = `${said.join('\n')}\n`;
    const file = transcript(locale);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    // `npm run visual:update` keeps it anew.
    if (text !== before && (config.updateSnapshots === 'all' || config.updateSnapshots === 'changed')) {
      writeFileSync(file, text);
      console.log(`kept anew: ${file}`);
    } else expect(text).toBe(before);

    // Every step: its heading, its numbers, its picture in words, in this order; and no two pictures are told alike.
    const titles = await page.locator('[data-step] :is(h1, h3)').allInnerTexts();
    const endAfter = (i: number): number => said.findIndex((phrase, j) => j > i && /^(?:end|heading|region)/.test(phrase));
    const told = said.flatMap((phrase, i) => (phrase.startsWith('figure, ') ? [{ at: i, words: said.slice(i + 2, endAfter(i)).join('') }] : []));
    expect(told).toHaveLength(STEP_IDS.length);
    expect(new Set(told.map(({ words }) => words)).size).toBe(STEP_IDS.length);
    for (const [i, { at, words }] of told.entries()) {
      const heading = said.findIndex((phrase) => phrase.startsWith(`heading, ${titles[i]!.replaceAll('\n', ' ')}`));
      expect(heading, titles[i]).toBeGreaterThan(i === 0 ? 0 : told[i - 1]!.at);
      expect(heading).toBeLessThan(at);
      expect(words.length, words).toBeGreaterThan(10);
    }

    // The pinned drawing is silent: its words, which stand nowhere else, are not read.
    const drawn = await page.$$eval('.stage text', (texts) => texts.map((each) => each.textContent));
    expect(drawn.length).toBeGreaterThan(3);
    // The one picture of points is that at the foot, for links that are shared.
    expect(said.filter((phrase) => /^(img|graphics|image)/.test(phrase))).toEqual([expect.stringContaining(locale === 'zh' ? '方图' : 'Square picture')]);
    const note = locale === 'zh' ? '南海诸岛' : 'South China';
    expect(drawn.join(' ')).toContain(note);
    expect(text).not.toContain(note);
  });

  test(`nothing is announced while the reader scrolls, ${locale}`, async ({ page }) => {
    await gotoStory(page, path);
    await page.evaluate(() => {
      const counter = window as unknown as { announced: string[] };
      counter.announced = [];
      const live = document.querySelectorAll('[aria-live], [role="status"], [role="alert"], [role="log"], output');
      const watch = new MutationObserver((list) => counter.announced.push(...list.map(({ target }) => (target as Element).outerHTML ?? target.textContent ?? '')));
      for (const each of live) watch.observe(each, { subtree: true, childList: true, characterData: true, attributes: true });
      new MutationObserver((list) => {
        for (const { target } of list) counter.announced.push(`became live: ${(target as Element).outerHTML.slice(0, 80)}`);
      }).observe(document.body, { subtree: true, attributeFilter: ['aria-live', 'role'] });
    });
    const anchors = await offsets(page);
    for (let position = 0; position <= anchors.length - 1; position += 0.5) await scrollToPosition(page, anchors, position);
    expect(await page.evaluate(() => (window as unknown as { announced: string[] }).announced)).toEqual([]);
    // The form that answers the reader does announce.
    expect(await page.locator('[aria-live], output, [role="status"]').count()).toBeGreaterThan(0);
  });
}
