import type { Page } from '@playwright/test';
import { CONTRAST, faintNow } from '../engines/colours.ts';
import { expect, gotoStory, test } from './support.ts';
import { offsets, scrollToPosition, stepIds } from './stage.ts';

/** Goes through all steps and gathers what {@link faintNow} finds. */
async function walk(page: Page): Promise<{ faint: string[]; kinds: Set<string> }> {
  const anchors = await offsets(page);
  const ids = await stepIds(page);
  const faint: string[] = [];
  const kinds = new Set<string>();
  for (let step = 0; step < ids.length; step++) {
    await scrollToPosition(page, anchors, step);
    const { faint: found, seen } = await page.evaluate(faintNow, CONTRAST);
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
