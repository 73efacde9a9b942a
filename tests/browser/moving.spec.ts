import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { MOVING_RULES } from '../../src/pictures/moving-rules.ts';
import { readScore } from '../../src/story/score.ts';
import { FOLDER } from './built.ts';
import { expect, test } from './support.ts';

/** An article as an editor for official accounts leaves it: the picture between paragraphs, without a script and without a style sheet. */
const article = (svg: string, ground = '#fff'): string =>
  `<!doctype html><meta name="viewport" content="width=device-width"><body style="margin:0;background:${ground}"><section>${svg}</section></body>`;
const PICTURES = ['zh', 'en'].flatMap((locale) => readScore().embeds.map(({ id }) => `${locale}/${id}.svg`));
const read = (name: string): string => readFileSync(`${FOLDER}/kit/${name}`, 'utf8');
const withoutMoves = (svg: string): string => svg.replaceAll(/<(?:animate|set)\b[^>]*\/>/g, '');
const without = (attribute: string, svg: string): string =>
  svg.replaceAll(/<(?:animate|set)\b[^>]*\/>/g, (move) => move.replace(new RegExp(` ${attribute}="[^"]*"`), ''));
/** A picture's length, seconds. */
const lengthOf = (svg: string): number => Math.max(...[...svg.matchAll(/dur="([\d.]+)s"/g)].map(([, seconds]) => Number(seconds)));
/** How many pixels may be otherwise: edges that are smoothed; and by how much, where another animation has just ended. */
const MOST = 10;
const SMOOTHED = 24;

const shot = (page: Page): Promise<Buffer> => page.locator('svg').screenshot();
/** How many pixels of two pictures differ by more than `least` of 255, and of how many colours the first is. */
const compare = (page: Page, a: Buffer, b: Buffer, least = 2): Promise<{ differ: number; colours: number }> =>
  page.evaluate(async ({ pictures, least: faint }) => {
    const [one, other] = await Promise.all(pictures.map(async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!;
      pen.drawImage(image, 0, 0);
      return pen.getImageData(0, 0, image.width, image.height).data;
    }));
    const colours = new Set<number>();
    let differ = Math.abs(one!.length - other!.length);
    for (let at = 0; at < one!.length; at += 4) {
      colours.add((one![at]! << 16) + (one![at + 1]! << 8) + one![at + 2]!);
      differ += +[0, 1, 2].some((channel) => Math.abs(one![at + channel]! - other![at + channel]!) > faint);
    }
    return { differ, colours: colours.size };
  }, { pictures: [a.toString('base64'), b.toString('base64')], least });

/** Stops the clock of the picture's animations, and sets it. */
const seek = (page: Page, seconds: number): Promise<void> =>
  page.locator('svg').evaluate((svg: SVGSVGElement, to) => {
    svg.pauseAnimations();
    svg.setCurrentTime(to);
  }, seconds);
const NOW = 1;

/** The finished picture, as it is without animations. */
async function finished(page: Page, svg: string): Promise<Buffer> {
  await page.setContent(article(withoutMoves(svg)));
  return shot(page);
}

test.use({ hasTouch: true, viewport: { width: 375, height: 760 } });

for (const name of PICTURES) {
  test(`${name}: a tap plays it, it ends as the finished picture, and plays again`, async ({ page }) => {
    const svg = read(name);
    const base = await finished(page, svg);
    await page.setContent(article(svg));
    await seek(page, NOW);
    const invited = await compare(page, await shot(page), base);
    expect(invited.differ, 'an invitation is seen where it can play').toBeGreaterThan(100);
    const length = lengthOf(svg);
    for (const begin of [NOW, NOW + length + 5]) {
      await seek(page, begin);
      await page.locator('svg').tap();
      for (const share of [0.25, 0.5, 0.75]) {
        await seek(page, begin + length * share);
        const frame = await compare(page, await shot(page), base);
        expect(frame.colours, `at ${share * 100} % something is drawn`).toBeGreaterThan(20);
      }
      await seek(page, begin + length * 0.3);
      expect((await compare(page, await shot(page), base)).differ, 'it plays').toBeGreaterThan(100);
      await seek(page, begin + length + 0.1);
      expect((await compare(page, await shot(page), base)).differ, 'it ends as the finished picture').toBeLessThanOrEqual(MOST);
    }
  });
}

/** Attributes of animations that an editor may take away, and those whose loss is borne. */
const DROPPED = [...new Set(['animate', 'set'].flatMap((element) => Object.keys(MOVING_RULES[element]!)))];
const BORNE = DROPPED.filter((attribute) => ['animate', 'set'].some((element) => MOVING_RULES[element]![attribute]?.needed));

test('only the loss of an animation’s length is borne', () => expect(BORNE).toEqual(['dur']));

for (const attribute of DROPPED.filter((each) => !BORNE.includes(each))) {
  test(`without ${attribute} on its animations a picture ends as the finished one`, async ({ page }) => {
    for (const name of PICTURES.filter((each) => each.startsWith('zh/'))) {
      const svg = without(attribute, read(name));
      const base = await finished(page, svg);
      await page.setContent(article(svg));
      await seek(page, NOW);
      await page.locator('svg').tap();
      await seek(page, NOW + 60);
      const seen = await shot(page);
      // Without their ends the invitation may stay: it lies below the picture, in the last 58 units of it.
      const { differ } = await compare(page, await cut(page, seen), await cut(page, base), SMOOTHED);
      expect(differ, name).toBeLessThanOrEqual(MOST);
    }
  });
}

/** A shot without the strip of the invitation. */
const cut = async (page: Page, picture: Buffer): Promise<Buffer> =>
  Buffer.from(await page.evaluate(async ([data, below]) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height - below);
    canvas.getContext('2d')!.drawImage(image, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, [picture.toString('base64'), 56] as const), 'base64');

test('on a page that is dark, as an official account’s own dark mode makes it, a picture stays as it is', async ({ page }) => {
  for (const name of PICTURES) {
    const svg = read(name);
    const base = await finished(page, svg);
    await page.setContent(article(withoutMoves(svg), '#191919'));
    const { differ } = await compare(page, await shot(page), base);
    // The last row of pixels may be half a picture's and half the page's.
    expect(differ, name).toBeLessThanOrEqual(MOST + 375);
  }
});
