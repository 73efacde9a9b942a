import { LOCALES } from '../copy/sources.ts';
import { STEPS } from '../story/steps.ts';
import { chartPicture, WIDTH } from './chart.ts';
import { KIT_STEPS } from './kit.ts';
import { rasterize } from './raster.ts';
import { everyForm } from './series.ts';
import { tallPicture } from './tall.ts';
import { uprightPicture } from './upright.ts';

/** Pictures drawn at once: one for each core of a small machine. */
const AT_ONCE = 2;

/** The drawings that a build needs, without those for sharing, which are small. */
function* drawings(): Generator<() => Promise<unknown>> {
  for (const locale of LOCALES) {
    yield () => rasterize(tallPicture(locale), WIDTH);
    for (const step of KIT_STEPS) yield () => rasterize(uprightPicture(step, locale), WIDTH);
  }
  for (const { id } of STEPS) {
    for (const variant of everyForm(id)) for (const scale of [1, 2]) yield () => rasterize(chartPicture(variant), WIDTH * scale);
  }
}

let begun = false;
/**
 * Begins to draw every picture of a build, so that both cores work while Astro writes one file after another. What it draws
 * is kept, and a page that asks for a picture takes it from there.
 */
export function drawAhead(): void {
  if (begun) return;
  begun = true;
  const queue = drawings();
  const work = async (): Promise<void> => {
    for (const draw of queue) await draw();
  };
  // A fault is told by the page that asks for the picture.
  for (let worker = 0; worker < AT_ONCE; worker += 1) void work().catch(() => undefined);
}
