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
  /** what the picture is called, and what it shows in words */
  title?: string;
  description?: string;
}

/** Escapes a text for SVG. */
export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** The patterns and the map's paths that a drawing refers to; all others stay out. */
export function definitionsFor(drawing: string, themes: readonly Theme[]): string {
  const one = /<path id="([^"]+)"[^>]*\/>|<(pattern|linearGradient) id="([^"]+)"[^]*?<\/\2>/g;
  const isUsed = (path: string | undefined, paint: string | undefined): boolean =>
    drawing.includes(`href="#${path}"`) || drawing.includes(`url(#${paint})`);
  return [mapDefs(basemap()), ...themes.map(patternDefs)]
    .join('')
    .replaceAll(one, (element: string, path: string | undefined, _: string | undefined, paint: string | undefined) =>
      isUsed(path, paint) ? element : '',
    );
}

/** Our calculations stand aslant in pictures too: their fonts have no italics, so the words are sheared as a browser does it. */
const aslant = (body: string): string =>
  body.replaceAll(
    /<text class="([^"]*\bcalc\b[^"]*)" x="([-\d.]+)" y="([-\d.]+)"/g,
    '<text class="$1" transform="translate($2 $3) skewX(-12)" x="0" y="0"',
  );

/**
 * A line's opacity is its stroke's, for it has no fill. Said so, it needs no layer of its own: resvg-js 2.6.2 ends the whole
 * process when a layer lies off the picture (thx/resvg-js#287), and on the island lines come from far outside.
 */
const unlayered = (body: string): string => body.replaceAll(/(<path class="line-[\w-]+(?: onward)?" [^>]*?)(?<!-)\bopacity=/g, '$1stroke-opacity=');

/**
 * The story's canvas as a part of a picture.
 * @param at where it lies in the picture, and how much it is scaled
 */
export function canvasSvg(options: StillOptions, at: PictureOptions['at']): string {
  const { width, height } = FRAMES[options.frame];
  const body = unlayered(
    aslant(
      stillMarkup(options)
        .replace(/^\s*<svg[^>]*>/, '')
        .replace(/<\/svg>\s*$/, ''),
    ),
  );
  return `<svg class="canvas" x="${at.x}" y="${at.y}" width="${width * at.scale}" height="${height * at.scale}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

/** The root of a picture, with its name and what it shows in words, if it has them. */
export const rootSvg = (
  width: number,
  height: number,
  inside: string,
  { title, description }: Pick<PictureOptions, 'title' | 'description'> = {},
): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    title === undefined ? '' : `<title>${escapeXml(title)}</title>`,
    description === undefined ? '' : `<desc>${escapeXml(description)}</desc>`,
    inside,
    '</svg>',
  ].join('');

/**
 * A picture as one SVG file that needs nothing else but its fonts.
 * @returns SVG text with a ground, the story's canvas and what stands around it
 */
export function pictureSvg(options: PictureOptions): string {
  const { theme, fonts, width, height, at, around } = options;
  const canvas = canvasSvg(options, at);
  const inside = [
    `<style>${chartStyle(theme, fonts)}</style>`,
    definitionsFor(canvas, [theme]),
    `<rect width="${width}" height="${height}" fill="${tokensOf(theme)['ground']}"/>`,
    canvas,
    `<g class="canvas">${around}</g>`,
  ];
  return rootSvg(width, height, inside.join(''), options);
}
