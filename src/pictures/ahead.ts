import { madeAnew } from '../build/pictures.ts';
import { LOCALES } from '../languages.ts';
import { STEPS } from '../story/steps.ts';
import { chartPicture, WIDTH } from './chart.ts';
import { KIT_STEPS } from './kit-names.ts';
import { rasterize } from './raster.ts';
import { everyForm } from './series.ts';
import { tallPicture } from './tall.ts';
import { uprightPicture } from './upright.ts';

/** Pictures drawn at once: one for each core of a small machine. */
const AT_ONCE = 2;
/** How often a build says how far it is, ms. */
const TELLS_EVERY = 5000;

/** The drawings that a build needs, without those for sharing, which are small. */
export function drawings(): (() => Promise<unknown>)[] {
  const kits = LOCALES.flatMap((locale) => [
    () => rasterize(tallPicture(locale), WIDTH),
    ...KIT_STEPS.map((step) => () => rasterize(uprightPicture(step, locale), WIDTH)),
  ]);
  const charts = STEPS.flatMap(({ id }) => everyForm(id)).flatMap((variant) =>
    [1, 2].map((scale) => () => rasterize(chartPicture(variant), WIDTH * scale)),
  );
  return [...kits, ...charts];
}

/**
 * Draws, a few at once, and says now and then how many are done.
 * @param tell takes a line of text
 * @param pause ms between two lines
 */
export async function drawAll(queue: readonly (() => Promise<unknown>)[], tell: (line: string) => void, pause = TELLS_EVERY): Promise<void> {
  const [begin, before] = [performance.now(), madeAnew()];
  let [next, done, told] = [0, 0, begin];
  const work = async (): Promise<void> => {
    while (next < queue.length) {
      await queue[next++]!();
      done += 1;
      if (done < queue.length && performance.now() - told < pause) continue;
      told = performance.now();
      tell(
        `pictures: ${done} of ${queue.length}, ${((told - begin) / 1000).toFixed(0)} s${done === queue.length && madeAnew() === before ? ', all kept from an earlier build' : ''}`,
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

let begun = false;
/**
 * Begins to draw every picture of a build, so that both cores work while Astro writes one file after another. What it draws
 * is kept, and a page that asks for a picture takes it from there.
 */
export function drawAhead(): void {
  if (begun) return;
  begun = true;
  // A fault is told by the page that asks for the picture.
  // Astro writes the name of a file before it is done, and its time after: a line of ours begins afresh.
  void drawAll(drawings(), (line) => console.log(`\n${line}`)).catch(() => undefined);
}
