import type { Page } from '@playwright/test';
import { expect, gotoStory, test } from './support.ts';
import { offsets, scrollToPosition, stepIds } from './stage.ts';

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const MARK = 3;

/** In the page: what is drawn on the visible canvas too faint against its ground, and how the series differ when colour is gone. */
function inspect({ text, mark }: { text: number; mark: number }): { faint: string[]; seen: Record<string, number> } {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const luminance = (colour: string): number => {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const holder = [...document.querySelectorAll<HTMLElement>('.canvas-holder')].find((each) => each.getClientRects().length > 0)!;
  const ground = luminance(getComputedStyle(document.body).backgroundColor);
  const contrast = (colour: string): number => {
    const front = luminance(colour);
    return (Math.max(front, ground) + 0.05) / (Math.min(front, ground) + 0.05);
  };
  const opaque = (element: Element): boolean => {
    for (let each: Element | null = element; each && each !== holder; each = each.parentElement) if (Number(getComputedStyle(each).opacity) < 1) return false;
    return true;
  };
  const faint: string[] = [];
  const seen: Record<string, number> = {};
  const check = (selector: string, least: number, paint: (style: CSSStyleDeclaration) => string): void => {
    for (const element of holder.querySelectorAll(selector)) {
      if (!opaque(element)) continue;
      seen[selector] = (seen[selector] ?? 0) + 1;
      const colour = paint(getComputedStyle(element));
      // A pattern is drawn in the same tokens.
      if (colour === 'none' || colour.startsWith('url')) continue;
      if (contrast(colour) < least) faint.push(`${selector} ${element.textContent.trim().slice(0, 12)} ${colour}: ${contrast(colour).toFixed(2)}`);
    }
  };
  check('text:not(.on-bar)', text, ({ fill }) => fill);
  for (const selector of ['path[class^="line-"]:not(.dots, .solid)', 'path.dots', '.trip', '.cut', 'path.emptied', 'path.ring-path', '.ring', '.port']) check(selector, mark, ({ stroke }) => stroke);
  for (const selector of ['path.square', 'path.bar', 'path.months', 'path.amount', '.month']) check(selector, mark, ({ fill }) => fill);
  return { faint: [...new Set(faint)], seen };
}

/** Goes through all steps and gathers what {@link inspect} finds. */
async function walk(page: Page): Promise<{ faint: string[]; kinds: Set<string> }> {
  const anchors = await offsets(page);
  const ids = await stepIds(page);
  const faint: string[] = [];
  const kinds = new Set<string>();
  for (let step = 0; step < ids.length; step++) {
    await scrollToPosition(page, anchors, step);
    const { faint: found, seen } = await page.evaluate(inspect, { text: TEXT, mark: MARK });
    faint.push(...found.map((fault) => `${ids[step]}: ${fault}`));
    for (const [kind, count] of Object.entries(seen)) if (count > 0) kinds.add(kind);
  }
  return { faint, kinds };
}

test.describe('a reader who has set colours of their own', () => {
  for (const [scheme, viewport, path] of [['light', { width: 390, height: 844 }, ''], ['dark', { width: 1440, height: 900 }, 'en/']] as const) {
    test.describe(`${scheme}, ${viewport.width} wide`, () => {
      test.use({ viewport, colorScheme: scheme, contextOptions: { forcedColors: 'active' } });
      test('sees every word and mark of every step in them', async ({ page }) => {
        await gotoStory(page, path);
        const { faint, kinds } = await walk(page);
        expect(faint).toEqual([]);
        expect(kinds.size, [...kinds].join(' ')).toBeGreaterThanOrEqual(12);
        // White or black, as asked: not the night of the piece.
        expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)');
      });
    });
  }
});

test.describe('in the piece’s own colours', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('no word or mark of a resting step is faint', async ({ page }) => {
    await gotoStory(page, '');
    const { faint, kinds } = await walk(page);
    expect(faint).toEqual([]);
    expect(kinds.size).toBeGreaterThanOrEqual(12);
  });

  test('without any colour the series still differ in shape', async ({ page }) => {
    await gotoStory(page, '');
    const anchors = await offsets(page);
    const ids = await stepIds(page);
    const at = (id: string): Promise<void> => scrollToPosition(page, anchors, ids.indexOf(id));
    /** How an element is drawn, without its colours. */
    const shape = (selector: string): Promise<{ filled: boolean; pattern: boolean; dashes: string }> =>
      page.locator(`.canvas-holder.portrait ${selector}`).first().evaluate((element) => {
        const { fill, stroke, strokeDasharray } = getComputedStyle(element);
        return { filled: fill !== 'none', pattern: fill.startsWith('url') || stroke.startsWith('url'), dashes: strokeDasharray.replaceAll('px', '') };
      });
    await at('opening');
    const [first, second] = [await shape('.strokes path.line-1'), await shape('.strokes path.line-2')];
    expect(first.dashes, 'the first line is solid').toBe('none');
    expect(second.dashes, 'the second is a row of round dots').toMatch(/^0, [\d.]+$/);
    await at('hubei');
    expect((await shape('.hatched')).pattern, 'what is not disclosed is hatched').toBe(true);
    await at('island-arrests');
    expect((await shape('path.ring-path')).filled, 'people who used drugs are rings').toBe(false);
    await at('cases-since');
    expect(await shape('path.square')).toMatchObject({ filled: true, dashes: 'none' });
    expect(await shape('path.emptied')).toMatchObject({ filled: false, dashes: '3, 3' });
  });
});
