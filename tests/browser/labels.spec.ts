import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { expect, gotoStory, settle, test } from './support.ts';
import { measure, SETTINGS } from '../../src/flat/measure.ts';
import { FAINT, TOLERANCE, wordsNow } from '../engines/words.ts';
import { offsets, scrollToPosition, stepIds } from './stage.ts';

/** Screens from the smallest phone to a projector. */
const SIZES = [[320, 568], [390, 844], [820, 1180], [1440, 900], [2560, 1440]] as const;
const STEPS = 23;
/** At each step, and on the way to the next one. Words against words, marks and panels are compared at every quarter without a browser (tests/scenes/labels.test.ts). */
const SHARES = [0, 0.5];

/** Goes through positions of the story and lists words that collide, leave the canvas, or lie under words of the flow. */
async function findFaults(page: Page, anchors: readonly number[], positions: readonly number[]): Promise<string[]> {
  const ids = await stepIds(page);
  const faults: string[] = [];
  let words = 0;
  for (const position of positions) {
    await scrollToPosition(page, anchors, position);
    const { read, faults: found } = await page.evaluate(wordsNow, { tolerance: TOLERANCE, faint: FAINT });
    const place = `${ids[Math.floor(position)]!}${position % 1 > 0 ? ` + ${(position % 1).toFixed(3)}` : ''}`;
    faults.push(...found.map((fault) => `${place}: ${fault}`));
    words += read;
    if (position % 1 === 0 && read < 2) faults.push(`${place}: only ${read} words on the canvas`);
  }
  if (words < 4 * positions.length) faults.push(`only ${words} words read on ${positions.length} pictures: expected more`);
  return faults;
}

const LANGUAGES = [['zh', '/'], ['en', '/en/']] as const;
const CASES = [
  ...SIZES.map((size) => ({ build: 'main', size }) as const),
  // A phone held sideways, and the map without land, whose names have other neighbours.
  { build: 'main', size: [844, 390] },
  { build: 'schematic', size: [390, 844] },
  { build: 'schematic', size: [1440, 900] },
] as const;

for (const [locale, path] of LANGUAGES) {
  for (const { build, size: [width, height] } of CASES) {
    test.describe(`${locale}, ${width}x${height}, ${build}`, () => {
      test.use({ build, viewport: { width, height } });
      test('no words on the canvas collide, leave it, or lie under the text, at any step or on the way', async ({ page }) => {
        await gotoStory(page, path);
        const anchors = await offsets(page);
        expect(anchors).toHaveLength(STEPS);
        const positions = anchors.flatMap((_, step) => SHARES.map((share) => step + share)).filter((position) => position <= STEPS - 1);
        expect(await findFaults(page, anchors, positions)).toEqual([]);
      });
    });
  }
}

/** Screens, places and answers of a reader's own choosing; the same ones in every run, for a failure must come back. */
const READINGS = fc.sample(
  fc.record({
    width: fc.integer({ min: 320, max: 2560 }),
    height: fc.integer({ min: 480, max: 1600 }),
    months: fc.integer({ min: 12, max: 18 }),
    guess: fc.integer({ min: 0, max: 3000 }),
    // Where the answers are drawn, and anywhere.
    positions: fc.tuple(fc.double({ min: 14.5, max: 15.5, noNaN: true }), fc.constant(16), fc.double({ min: 16, max: 17.5, noNaN: true }), fc.constant(17), ...Array.from({ length: 6 }, () => fc.double({ min: 0, max: STEPS - 1, noNaN: true }))),
  }),
  { numRuns: 12, seed: 626 },
);

for (const [locale, path] of LANGUAGES) {
  test(`no words collide, leave the canvas or lie under the text on any screen, anywhere, with any answer, ${locale}`, async ({ page }) => {
    const faults: string[] = [];
    await gotoStory(page, path);
    for (const { width, height, months, guess, positions } of READINGS) {
      await page.setViewportSize({ width, height });
      await settle(page);
      const anchors = await offsets(page);
      await scrollToPosition(page, anchors, 15);
      await page.locator('#months').fill(String(months));
      await page.locator('#guess-field').fill(String(guess));
      const found = await findFaults(page, anchors, [...positions]);
      faults.push(...found.map((fault) => `${width} × ${height}, ${months} months, guess ${guess}, ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

for (const [locale, path] of LANGUAGES) {
  test(`no word is wider here than the faces that the pure test measures with, ${locale}`, async ({ page }) => {
    await gotoStory(page, path);
    const anchors = await offsets(page);
    const widest = new Map<string, { text: string; look: string; size: number; width: number }>();
    for (let step = 0; step < anchors.length; step += 1) {
      await scrollToPosition(page, anchors, step);
      const words = await page.$$eval('.canvas-holder text', (texts) =>
        (texts as SVGTextElement[]).filter((text) => text.getClientRects().length > 0).map((text) => ({
          text: text.textContent, look: text.getAttribute('class') ?? '', size: Number(text.getAttribute('font-size')), width: text.getComputedTextLength(),
        })));
      for (const word of words) widest.set(`${word.look} ${word.text}`, word);
    }
    expect(widest.size).toBeGreaterThan(100);
    const faults = [...widest.values()].flatMap(({ text, look, size, width }) => {
      const most = Math.max(...SETTINGS[locale].map((setting) => measure(text, look, setting).width)) * size;
      return width > most + TOLERANCE ? [`“${text}” (${look}) is ${width.toFixed(1)} wide, measured ${most.toFixed(1)}`] : [];
    });
    expect(faults).toEqual([]);
  });
}
