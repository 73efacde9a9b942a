import { basemap } from '../geo/map.ts';
import { FRAMES } from '../scenes/frames.ts';
import type { Theme } from '../story/resolve.ts';
import { mapDefs, patternDefs } from './defs.ts';
import { stillMarkup, type StillOptions } from './still.ts';
import { chartStyle, tokensOf } from './theme.ts';

/** Font families that a picture asks for. */
export interface PictureFonts {
  sans: string;
  display: string;
}

/** A standing picture of the story: the scenes that the page shows, and room for words round them. */
export interface PictureOptions extends StillOptions {
  theme: Theme;
  fonts: PictureFonts;
  /** size of the whole picture in canvas units */
  width: number;
  height: number;
  /** where the canvas lies in it, and how much it is scaled */
  at: { x: number; y: number; scale: number };
  /** SVG around the canvas, in picture units: title, credit */
  around: string;
}

/** Escapes a text for SVG. */
export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/**
 * A picture as one SVG file that needs nothing else but its fonts.
 * @returns SVG text with a ground, the story's canvas and what stands around it
 */
export function pictureSvg(options: PictureOptions): string {
  const { theme, fonts, width, height, at, around, frame, chart } = options;
  const canvas = FRAMES[frame];
  const body = stillMarkup(options).replace(/^\s*<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
  const tokens = tokensOf(theme);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${chartStyle(theme, fonts)}</style>`,
    chart.geographic ? mapDefs(basemap()) : '',
    patternDefs(theme),
    `<rect width="${width}" height="${height}" fill="${tokens['ground']}"/>`,
    `<svg class="canvas" x="${at.x}" y="${at.y}" width="${canvas.width * at.scale}" height="${canvas.height * at.scale}" viewBox="0 0 ${canvas.width} ${canvas.height}">${body}</svg>`,
    `<g class="canvas">${around}</g>`,
    '</svg>',
  ].join('');
}
