import { readFileSync } from 'node:fs';
import { renderAsync, Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { kept } from '../build/pictures.ts';
import { faces } from './faces.ts';
import { encodePng } from './png.ts';

/** Raised when the same picture is packed into other bytes. */
const FORMAT = 'rgb 1';

/** Our fonts and no others. */
export const fontOptions = (): NonNullable<ResvgRenderOptions['font']> => ({
  // In this order a character that one font lacks is looked for in the next.
  fontFiles: [faces().sans.file, faces().latin.file, faces().display.file], loadSystemFonts: false, defaultFontFamily: faces().sans.family,
});

let drawnBy: string | undefined;
/** Everything that a drawing depends on besides the picture itself. */
function tools(): string {
  drawnBy ??= [FORMAT, readFileSync('node_modules/@resvg/resvg-js/package.json', 'utf8'), ...Object.values(faces()).map(({ hash }) => hash)].join('\n');
  return drawnBy;
}

/**
 * Draws a picture as PNG, off the main thread, or takes it from an earlier build.
 * @param svg with a ground that covers all of it, and characters that our fonts have
 * @param width px
 */
export const rasterize = (svg: string, width: number): Promise<Uint8Array> =>
  kept('png', [tools(), width, svg].join('\n'), async () => {
    const image = await renderAsync(svg, { font: fontOptions(), fitTo: { mode: 'width', value: width } });
    return encodePng(image.pixels, image.width, image.height);
  });

/** The same picture with its words as curves, for a layout program that reads no web font. */
export const outlined = (svg: string): Promise<Uint8Array> =>
  kept('svg', [tools(), 'outlines', svg].join('\n'), async () => new TextEncoder().encode(new Resvg(svg, { font: fontOptions() }).toString()));
