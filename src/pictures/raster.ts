import { renderAsync, Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { allFaces, house, type Face } from '../build/faces.ts';
import { kept, versionOf } from '../build/pictures.ts';
import { inFaces } from './faces.ts';
import { encodeIndexed, encodePng } from './png.ts';

/** Raised when the same picture is packed into other bytes. */
const FORMAT = 'rgb 1';

/** In this order a character that one font lacks is looked for in the next. */
const loaded = (): readonly Face[] => [...new Set([house().sans, ...allFaces()])];

/** The fonts of the piece and no others. */
export const fontOptions = (): NonNullable<ResvgRenderOptions['font']> => ({
  fontFiles: loaded().map(({ path }) => path), loadSystemFonts: false, defaultFontFamily: house().sans.family,
});

/** A picture with the face of each run of letters named where resvg would take another. */
export const faced = (svg: string): string => inFaces(svg, loaded());

/** What a drawing depends on. */
export interface Drawing {
  svg: string;
  /** px, or curves instead of pixels */
  width: number | 'outlines';
  /** name and version of the renderer */
  renderer: string;
  /** hashes of the font files */
  fonts: readonly string[];
}

/** The key under which a drawing is kept: no part of it may change without another key, or a build would serve a stale picture. */
export const drawingKey = ({ svg, width, renderer, fonts }: Drawing): string => JSON.stringify([FORMAT, renderer, fonts, width, svg]);

let drawnBy: Pick<Drawing, 'renderer' | 'fonts'> | undefined;
function keyOf(svg: string, width: Drawing['width']): string {
  drawnBy ??= { renderer: versionOf('@resvg/resvg-js'), fonts: allFaces().map(({ hash }) => hash) };
  return drawingKey({ svg, width, ...drawnBy });
}

/**
 * Draws a picture as PNG, off the main thread, or takes it from an earlier build.
 * @param svg with a ground that covers all of it, and characters that our fonts have
 * @param width px
 */
export const rasterize = (svg: string, width: number): Promise<Uint8Array> =>
  kept('png', keyOf(faced(svg), width), async () => {
    const image = await renderAsync(faced(svg), { font: fontOptions(), fitTo: { mode: 'width', value: width } });
    return encodePng(image.pixels, image.width, image.height);
  });

/** The same, with a palette: less than half as large, for an office file that is sent round. */
export const rasterizeSmall = (svg: string, width: number): Promise<Uint8Array> =>
  kept('png', `indexed 1 ${keyOf(faced(svg), width)}`, async () => {
    const image = await renderAsync(faced(svg), { font: fontOptions(), fitTo: { mode: 'width', value: width } });
    return encodeIndexed(image.pixels, image.width, image.height);
  });

/** The same picture with its words as curves, for a layout program that reads no web font. */
export const outlined = (svg: string): Promise<Uint8Array> =>
  kept('svg', keyOf(faced(svg), 'outlines'), async () => new TextEncoder().encode(new Resvg(faced(svg), { font: fontOptions() }).toString()));
