import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { offsets, scrollToPosition, stepIds } from './stage.ts';
import { expect, gotoStory, test } from './support.ts';

const SIZES = [
  { name: 'phone', frame: 'portrait', width: 390, height: 844 },
  { name: 'desk', frame: 'landscape', width: 1440, height: 900 },
] as const;
const kept = (size: string, step: string): string => `tests/visual/${size}/${step}.webp`;
/** What a failed comparison saw, to look at. */
const seen = (size: string, step: string): string => `.cache/tests/visual/${size}/${step}.webp`;
/** Good enough: both pictures are blurred before they are compared. */
const QUALITY = 0.85;
/** Both pictures are blurred by this much, px: edges drawn otherwise then differ little, a thing at another place as much as before. */
const BLUR = 2;
/**
 * A difference of one blurred channel, of 255, that must be noticed. Measured on all steps at both sizes: letters and lines with
 * other edges come to 41 at most, whether all are shifted by half a pixel or letters are drawn without hints; the smallest label of
 * a step, moved by {@link MOVED}, to 51 at least.
 */
const NOTICED = 46;
/** The move that must be noticed, px. */
const MOVED = 6;
/** A shift that draws all edges otherwise and moves nothing, px. */
const EDGES = 0.3;
/** Grounds differ by less than letters do, but everywhere: so large a share of a picture may differ by more than this, of 255. */
const GROUND = { share: 0.2, difference: 12 };

/**
 * Are letters here those of the pictures that are kept? They were drawn by Debian's Chromium with the faces that the tests install,
 * and other systems draw other letters.
 */
function sameLetters(): boolean {
  const face = (query: string): string => spawnSync('fc-match', ['-f', '%{family[0]}', query], { encoding: 'utf8' }).stdout ?? '';
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')) && face('system-ui') === 'DejaVu Sans' && face('system-ui:lang=zh-cn') === 'Noto Sans CJK SC';
}

/** Draws the visible canvas as a browser shows it. */
async function shoot(page: Page, frame: string): Promise<string> {
  const clip = await page.locator(`.canvas-holder.${frame}`).evaluate((holder) => {
    const { x, y, width, height } = holder.getBoundingClientRect();
    return { x, y, width, height };
  });
  return (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
}

/** Works with pictures in an empty page, which has no policy against it. Pictures are base64, PNG or WebP. */
class Darkroom {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  compress(picture: string): Promise<string> {
    return this.page.evaluate(async ([source, quality]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d')!.drawImage(image, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }, [picture, QUALITY] as const);
  }

  /** What is different between a picture and each of some others, in words; empty if nothing is. */
  compare(first: string, ...others: string[]): Promise<string[]> {
    return this.page.evaluate(async ({ first, others, BLUR, NOTICED, GROUND }) => {
      const blurred = async (source: string): Promise<ImageData> => {
        const type = source.startsWith('UklG') ? 'webp' : 'png';
        const image = await createImageBitmap(await (await fetch(`data:image/${type};base64,${source}`)).blob());
        const pen = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!;
        pen.filter = `blur(${BLUR}px)`;
        pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, image.width, image.height);
      };
      const a = await blurred(first);
      const tell = (b: ImageData): string => {
        if (a.width !== b.width || a.height !== b.height) return `${a.width} × ${a.height} px and ${b.width} × ${b.height} px`;
        let [largest, place, many] = [0, 0, 0];
        for (let at = 0; at < a.data.length; at += 4) {
          let difference = 0;
          for (let channel = at; channel < at + 3; channel += 1) {
            const apart = Math.abs(a.data[channel]! - b.data[channel]!);
            if (apart > difference) difference = apart;
          }
          if (difference > largest) [largest, place] = [difference, at / 4];
          if (difference > GROUND.difference) many += 1;
        }
        const share = many / (a.width * a.height);
        if (largest <= NOTICED && share <= GROUND.share) return '';
        return `a difference of ${largest} at ${place % a.width}, ${Math.floor(place / a.width)}; ${Math.round(share * 100)} % of the picture differ`;
      };
      return (await Promise.all(others.map(blurred))).map(tell);
    }, { first, others, BLUR, NOTICED, GROUND });
  }
}

const comparable = sameLetters();
if (!comparable && process.env['TEST_WORKER_INDEX'] === undefined) console.log('The steps are not compared with their pictures: letters here are not those of Debian’s Chromium with Noto Sans CJK.');

for (const { name, frame, width, height } of comparable ? SIZES : []) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test(`each step looks as it is kept, ${name}`, async ({ page, context }, { config }) => {
      test.slow(); // a picture of every step, and a comparison
      const darkroom = new Darkroom(await context.newPage());
      await gotoStory(page, '');
      const [anchors, ids] = [await offsets(page), await stepIds(page)];
      expect(ids).toHaveLength(23);
      const faults: string[] = [];
      for (const [step, id] of ids.entries()) {
        await scrollToPosition(page, anchors, step);
        const picture = await shoot(page, frame);
        const keep = async (file: string): Promise<void> => {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, await darkroom.compress(picture), 'base64');
        };
        const fault = existsSync(kept(name, id)) ? (await darkroom.compare(readFileSync(kept(name, id), 'base64'), picture))[0] : 'no picture is kept';
        if (!fault) continue;
        // `npm run visual:update` keeps anew what this test would complain of, and nothing else.
        if (config.updateSnapshots === 'all' || config.updateSnapshots === 'changed') {
          await keep(kept(name, id));
          console.log(`kept anew: ${kept(name, id)}: ${fault}`);
          continue;
        }
        await keep(seen(name, id));
        faults.push(`${kept(name, id)} and ${seen(name, id)}: ${fault}`);
      }
      expect(faults).toEqual([]);
    });

    test(`at any step a label moved by ${MOVED} px is noticed, and letters and lines with other edges are not, ${name}`, async ({ page, context }) => {
      test.slow(); // three pictures of every step
      const darkroom = new Darkroom(await context.newPage());
      await gotoStory(page, '');
      const [anchors, ids] = [await offsets(page), await stepIds(page)];
      const faults: string[] = [];
      for (const [step, id] of ids.entries()) {
        await scrollToPosition(page, anchors, step);
        const picture = await shoot(page, frame);
        const shift = (px: number): Promise<void> => page.locator(`.canvas-holder.${frame} > svg`).evaluate((svg, by) => void ((svg as SVGElement).style.transform = by > 0 ? `translate(${by}px, ${by}px)` : ''), px);
        await shift(EDGES);
        const otherEdges = await shoot(page, frame);
        await shift(0);
        const label = await page.evaluateHandle((frame) => {
          const seen = [...document.querySelectorAll(`.canvas-holder.${frame} text`)].filter((text) => text.textContent.trim() && text.checkVisibility({ opacityProperty: true }) && !text.closest('[opacity]'));
          return seen.sort((a, b) => a.getBoundingClientRect().width - b.getBoundingClientRect().width)[0] as SVGTextElement;
        }, frame);
        const move = (px: number): Promise<void> => label.evaluate((text, px) => text.setAttribute('x', String(Number(text.getAttribute('x')) + px / text.getScreenCTM()!.a)), px);
        await move(MOVED);
        const [edgeFault, moveFault] = await darkroom.compare(picture, otherEdges, await shoot(page, frame));
        if (edgeFault) faults.push(`${id}, other edges: ${edgeFault}`);
        if (!moveFault) faults.push(`${id}: nobody noticed that “${await label.evaluate((text) => text.textContent)}” moved`);
        await move(-MOVED);
      }
      expect(faults).toEqual([]);
    });
  });
}
