import fc from 'fast-check';
import { expect, gotoStory, settle, test } from './support.ts';
import { measure, SETTINGS } from '../../src/pictures/measure.ts';
import { offsets, scrollToPosition } from './stage.ts';

/** Screens from the smallest phone to a projector. */
const SIZES = [[320, 568], [390, 844], [820, 1180], [1440, 900], [2560, 1440]] as const;
/** Two words collide if they share more than this, in both directions; and none leaves the canvas by more. px */
const TOLERANCE = 1;
/** Fainter words than this are not read. */
const FAINT = 0.15;
const STEPS = 23;
/** At each step, and on the way to the next one. Words against words, marks and panels are compared at every quarter without a browser (tests/scenes/labels.test.ts). */
const SHARES = [0, 0.5];

/**
 * Runs in the page: goes through the whole story and lists words that collide, leave the canvas, or lie under words of the flow.
 * A word's box is that of its ink: the line of a Chinese face is half as high again as its characters.
 */
async function findFaults({ anchors, positions, tolerance, faint }: { anchors: number[]; positions: number[]; tolerance: number; faint: number }): Promise<string[]> {
  interface Found { text: string; left: number; right: number; top: number; bottom: number }
  const holder = [...document.querySelectorAll<HTMLElement>('.canvas-holder')].find((each) => each.getClientRects().length > 0)!;
  const landscape = holder.classList.contains('landscape');
  const steps = [...document.querySelectorAll('[data-step]')];
  // What is only heard takes no room.
  for (const heard of document.querySelectorAll<HTMLElement>('.flow .sr')) heard.style.display = 'none';
  const pen = document.createElement('canvas').getContext('2d')!;
  const seen = (text: Element): boolean => {
    let opacity = 1;
    for (let each: Element | null = text; each && each !== holder; each = each.parentElement) opacity *= Number(getComputedStyle(each).opacity);
    return opacity > faint;
  };
  const wordsOn = (): Found[] =>
    [...holder.querySelectorAll<SVGTextElement>('text')].filter(seen).map((text) => {
      const { left, right } = text.getBoundingClientRect();
      const { a: scale, f: below } = text.getScreenCTM()!;
      const { fontStyle, fontWeight, fontFamily } = getComputedStyle(text);
      pen.font = `${fontStyle} ${fontWeight} ${Number(text.getAttribute('font-size')) * scale}px ${fontFamily}`;
      const { actualBoundingBoxAscent, actualBoundingBoxDescent } = pen.measureText(text.textContent);
      const base = Number(text.getAttribute('y')) * scale + below;
      return { text: text.textContent, left, right, top: base - actualBoundingBoxAscent, bottom: base + actualBoundingBoxDescent };
    });
  const wordsOfFlow = (): Found[] => {
    const found: Found[] = [];
    for (const part of document.querySelectorAll('.card, .chapter-head')) {
      const box = part.getBoundingClientRect();
      if (box.bottom < 0 || box.top > innerHeight) continue;
      const range = document.createRange();
      range.selectNodeContents(part);
      for (const { left, right, top, bottom } of range.getClientRects()) found.push({ text: part.textContent.slice(0, 20), left, right, top, bottom });
    }
    return found;
  };
  const share = (a: Found, b: Found): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > tolerance;
  const faults: string[] = [];
  const look = (place: string): number => {
    const box = holder.getBoundingClientRect();
    const words = wordsOn();
    const flow = landscape ? wordsOfFlow() : [];
    words.forEach((word, i) => {
      const out = Math.max(box.left - word.left, word.right - box.right, box.top - word.top, word.bottom - box.bottom);
      if (out > tolerance) faults.push(`${place}: “${word.text}” leaves the canvas by ${out.toFixed(1)} px`);
      for (const other of words.slice(i + 1)) if (share(word, other)) faults.push(`${place}: “${word.text}” and “${other.text}” collide`);
      for (const other of flow) if (share(word, other)) faults.push(`${place}: “${word.text}” lies under the text “${other.text}”`);
    });
    return words.length;
  };
  let [looks, read] = [0, 0];
  for (const position of positions) {
    const [i, way] = [Math.floor(position), position % 1];
    const [from, to] = [anchors[i]!, anchors[Math.ceil(position)]!];
    scrollTo({ top: from + (to - from) * way, behavior: 'instant' });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
    const count = look(`${steps[i]!.id}${way > 0 ? ` + ${way.toFixed(3)}` : ''}`);
    looks += 1;
    read += count;
    if (way === 0 && count < 2) faults.push(`${steps[i]!.id}: only ${count} words on the canvas`);
  }
  if (read < 4 * looks) faults.push(`only ${read} words read on ${looks} pictures: expected more`);
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
        expect(await page.evaluate(findFaults, { anchors, positions, tolerance: TOLERANCE, faint: FAINT })).toEqual([]);
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
      const found = await page.evaluate(findFaults, { anchors, positions: [...positions], tolerance: TOLERANCE, faint: FAINT });
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
