import { readFileSync } from 'node:fs';
import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs';
import { facesOf, house, type Face as FontFace } from '../build/faces.ts';
import { inEach, LOCALES } from '../languages.ts';
import type { Label } from '../scenes/chart.ts';
import type { Box } from '../scenes/frames.ts';

/** Faces in which words are measured at build; each is tried in turn for a character, as a browser does. */
export interface Setting {
  readonly name: string;
  readonly text: readonly Font[];
  readonly strong: readonly Font[];
  readonly display: readonly Font[];
  /** CSS puts an eighth of an em between Han and Latin; pictures do not */
  readonly autospace: number;
}

/** A text's advance and how far its ink reaches above and below the base line, in em. */
export interface Measured {
  width: number;
  above: number;
  below: number;
}

const open = (file: string): Font => new Font(new Face(new Blob(new Uint8Array(readFileSync(file)).buffer)));
const opened = new Map<string, Font>();
/** A face to measure with, opened once. */
const fontOf = ({ path }: Pick<FontFace, 'path'>): Font => {
  const font = opened.get(path) ?? open(path);
  opened.set(path, font);
  return font;
};
const fonts = (faces: readonly FontFace[]): readonly Font[] => faces.map(fontOf);
const han = fontOf(house().sans);
/** Letters that the reader's stand-in lacks are measured in the face that a language brings for them. */
const brought = [...new Set(LOCALES.flatMap((locale) => fonts(facesOf(locale).text)))].filter((font) => font !== han);
const AUTOSPACE = 0.125;

/**
 * A reader's own face for the words on a page. DejaVu Sans, Debian's, is as wide as Verdana and wider than those of Android, iOS,
 * macOS, Windows and HarmonyOS; Han characters are one em wide in all of them.
 */
export const READERS: Setting = {
  name: 'DejaVu Sans',
  text: [open('src/fonts/widest/dejavu-sans.ttf'), ...brought, han],
  strong: [open('src/fonts/widest/dejavu-sans-bold.ttf'), ...brought, han],
  display: [fontOf(house().display)],
  autospace: AUTOSPACE,
};

/** The faces in which the words of a language are set: those of pictures outside the page, which are shipped, and a reader's own. One weight stands for all of the first. */
export const SETTINGS = inEach((locale) => {
  const [text, display] = [fonts(facesOf(locale).text), fonts(facesOf(locale).display)];
  return [{ name: 'the faces of pictures', text, strong: text, display, autospace: 0 }, { ...READERS, display }] as const satisfies readonly Setting[];
});

const isHanCharacter = (character: string): boolean => /\p{Script=Han}/u.test(character);
const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character) && !isHanCharacter(character);

/** How often Han and Latin meet in a text. */
export const seamsOf = (characters: readonly string[]): number =>
  characters.filter((character, i) => {
    const next = characters[i + 1] ?? '';
    return (isHanCharacter(character) && isWord(next)) || (isWord(character) && isHanCharacter(next));
  }).length;

function measureRun(font: Font, text: string): Measured {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const found: Measured = { width: 0, above: 0, below: 0 };
  for (const { codepoint, xAdvance } of buffer.getGlyphInfosAndPositions()) {
    const ink = font.glyphExtents(codepoint);
    found.width += xAdvance ?? 0;
    if (!ink) continue;
    // Heights of ink run downwards.
    found.above = Math.max(found.above, ink.yBearing);
    found.below = Math.max(found.below, -ink.yBearing - ink.height);
  }
  const em = font.face.upem;
  return { width: found.width / em, above: found.above / em, below: found.below / em };
}

const measured = new Map<readonly Font[], Map<string, Measured>>();

/**
 * Measures a text as HarfBuzz sets it, which sets it in Chromium and Firefox too.
 * @param look the label's class names
 * @throws Error that names a character which no face has
 */
export function measure(text: string, look: string, setting: Setting): Measured {
  const names = look.split(' ');
  const fonts = names.includes('display') ? setting.display : names.includes('strong') ? setting.strong : setting.text;
  const known = measured.get(fonts) ?? new Map<string, Measured>();
  measured.set(fonts, known);
  const found = known.get(text);
  if (found) return found;
  const total: Measured = { width: 0, above: 0, below: 0 };
  const characters = [...text];
  const faces = characters.map((character) => {
    const font = fonts.find((each) => each.nominalGlyph(character.codePointAt(0)!));
    if (!font) throw new Error(`“${character}” in the label “${text}” is in none of its faces (${setting.name})`);
    return font;
  });
  for (let from = 0, to; from < characters.length; from = to) {
    for (to = from + 1; faces[to] === faces[from];) to += 1;
    const run = measureRun(faces[from]!, characters.slice(from, to).join(''));
    total.width += run.width;
    total.above = Math.max(total.above, run.above);
    total.below = Math.max(total.below, run.below);
  }
  if (fonts !== setting.display) total.width += setting.autospace * seamsOf(characters);
  known.set(text, total);
  return total;
}

/** A face that leans does so by this share of its height. */
const SLANT = 0.25;

/** The box of a label's ink, in canvas units. */
export function inkOf(
  {
    text,
    look = '',
    x,
    y,
    size,
    anchor = 'start',
  }: Pick<Label, 'text' | 'x' | 'y' | 'size'> & { look?: string; anchor?: 'start' | 'middle' | 'end' },
  setting: Setting,
): Box {
  const { width, above, below } = measure(text, look, setting);
  const left = x - width * size * { start: 0, middle: 0.5, end: 1 }[anchor];
  return { x: left, y: y - above * size, width: (width + (/\bcalc\b/.test(look) ? above * SLANT : 0)) * size, height: (above + below) * size };
}

/** By how much two boxes share, the shorter way; below zero when they do not. */
export const shared = (a: Box, b: Box): number =>
  Math.min(Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x), Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
