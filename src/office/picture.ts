import type { Locale } from '../data/types.ts';
import { makeChart } from '../flat/chart.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import { pictureSvg } from '../flat/picture.ts';
import { readUi } from '../copy/ui.ts';
import { mapNote } from '../flat/map-note.ts';
import { asSeen, untold } from '../lesson/player/untold.ts';
import type { TaskId } from '../lesson/content/types.ts';
import { altOfStep, showsMap } from '../pictures/chart.ts';
import { checkLetters, pictureFonts } from '../pictures/faces.ts';
import { once } from '../pictures/once.ts';
import { outlined, rasterizeSmall } from '../pictures/raster.ts';
import { FRAMES } from '../scenes/frames.ts';
import { settings } from '../settings.ts';
import { pictureAt, PICTURES } from '../lesson/content/pictures.ts';

/** A picture of an office file: pixels for every program, curves for those that take them, and its words for a screen reader. */
export interface OfficePicture {
  png: Uint8Array;
  svg: Uint8Array;
  /** size in its own units; what stands on a page keeps their ratio */
  width: number;
  height: number;
  alt: string;
}

/** Pixels for a unit: sharp on a wall and on paper, and light enough to be sent round. */
const SHARPNESS = 1.5;

/** Curves with two decimals are as sharp as with six, and half as long. */
const shorter = (svg: Uint8Array): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder()
      .decode(svg)
      .replaceAll(/ d="[^"]*"/g, (path) => path.replaceAll(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))),
  );

/** A drawing as pixels and as curves: Office reads neither our fonts nor style sheets with descendants. */
export async function drawn(svg: string, width: number, height: number, alt: string): Promise<OfficePicture> {
  return { png: await rasterizeSmall(svg, width * SHARPNESS), svg: shorter(await outlined(svg)), width, height, alt };
}

/** What a step's picture leaves out. */
export interface Left {
  /** without any word or number, to be looked at first */
  bare?: boolean;
  /** questions that its notes must not answer */
  asked?: readonly TaskId[];
}

/** A step's picture cut for the side of a slide, as SVG without fonts of its own. */
export const slideSvg = once((step: string, locale: Locale, bare: boolean, asked: readonly TaskId[]): string => {
  const { width, height } = FRAMES.slide;
  const chart = untold(makeChart(locale, mapModeOf('office'), ['slide']), asked);
  const whole = pictureSvg({
    steps: PICTURES.map((each) => ({ ...each, picture: asSeen(each.picture, asked) })),
    position: pictureAt(step),
    frame: 'slide',
    chart,
    theme: 'day',
    fonts: pictureFonts(locale),
    width,
    height,
    at: { x: 0, y: 0, scale: 1 },
    around: '',
  });
  const svg = bare ? whole.replaceAll(/<text\b.*?<\/text>/gs, '') : whole;
  checkLetters(svg, locale, `office/${locale}/${step}`);
  return svg;
});

/** A step's picture cut for the side of a slide, on the day's ground. */
export function stepPicture(step: string, locale: Locale, alt: string, { bare = false, asked = [] }: Left = {}): Promise<OfficePicture> {
  const { width, height } = FRAMES.slide;
  return drawn(slideSvg(step, locale, bare, asked), width, height, alt);
}

/** What a step's picture shows, in words. */
export const altOf = (step: string, locale: Locale): string => altOfStep(step, locale, mapModeOf('office'));

/** What has to be said beside a step's picture of a map with land: a picture without words has lost its caption. */
export function mapLine(step: string, locale: Locale): string | undefined {
  const mapMode = mapModeOf('office');
  return mapMode === 'geographic' && showsMap(step, mapMode) ? mapNote({ ...settings, mapMode }, readUi(locale)) : undefined;
}
