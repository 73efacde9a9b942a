import type { Page } from '@playwright/test';

/** Steps of the story, in order, as the page has them. */
export const stepIds = (page: Page): Promise<string[]> => page.$$eval('[data-step]', (steps) => steps.map((step) => step.id));

/** Three frames: in the first the scroll is noticed, between it and the next the picture is made, and then it is drawn. */
const FRAMES = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/**
 * Page offsets at which each step is reached, found as a reader would: by each step's own link.
 * The address is left at the last step.
 */
export function offsets(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const found: number[] = [];
    for (const step of document.querySelectorAll('[data-step]')) {
      // The page notes its own address after a pause, which may fall in between: then once more.
      while (location.hash !== `#${step.id}`) {
        const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
        location.hash = `#${step.id}`;
        await changed;
      }
      found.push(scrollY);
    }
    return found;
  });
}

/** Scrolls to a position of the story between the offsets of its steps, and waits until it is drawn. */
export async function scrollToPosition(page: Page, anchors: readonly number[], position: number): Promise<void> {
  const from = anchors[Math.floor(position)]!;
  const to = anchors[Math.ceil(position)]!;
  await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), from + (to - from) * (position - Math.floor(position)));
  await page.evaluate(FRAMES);
}

/** The visible canvas as markup, without Svelte's comments, and with attributes in the order of their names: how one came there does not matter. */
export async function picture(page: Page): Promise<string> {
  const markup = await page.evaluate(() => [...document.querySelectorAll('.canvas-holder')].find((each) => each.getClientRects().length > 0)?.innerHTML ?? '');
  return markup
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<([\w-]+)((?: [\w-]+="[^"]*")*)>/g, (_, name: string, attributes: string) => `<${name} ${(attributes.match(/[\w-]+="[^"]*"/g) ?? []).sort().join(' ')}>`);
}

/** The words on the visible canvas, joined. */
export const wordsOnStage = async (page: Page): Promise<string> => (await picture(page)).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/** The step that the page holds to be the reader's, by its own progress bar. */
export const currentStep = (page: Page): Promise<number> =>
  page.evaluate(() => {
    // What the bar is set to, not how far its short glide has come.
    const share = Number(/scaleX\(([\d.]+)\)/.exec(document.querySelector<HTMLElement>('.progress')!.style.transform)?.[1]);
    return Math.round(share * (document.querySelectorAll('[data-step]').length - 1));
  });
