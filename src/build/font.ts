import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import type { Locale } from '../data/types.ts';
import { inEach, LANG, LOCALES } from '../languages.ts';

/** The reduced Noto Serif SC Black, a TrueType file, which `@resvg/resvg-js` reads as well. */
export const DISPLAY_FONT_FILE = resolve('src/fonts/noto-serif-sc-black-common.ttf');

/** The family name inside {@link DISPLAY_FONT_FILE}: what an SVG drawn by resvg asks for. */
export const DISPLAY_FONT_FAMILY = 'Noto Serif SC Black';

const GENERATED = new URL('../generated/', import.meta.url);
const HEADLINES = new URL('../copy/headlines.ts', import.meta.url);
const LESSON_HEADLINES = new URL('../lesson/content/headlines.ts', import.meta.url);
const SURROUNDINGS = 8;

/**
 * Lists the characters that a TrueType or OpenType font draws.
 * Reads the `cmap` table (OpenType 1.9): format 12, which holds every plane, else format 4, which a font of common characters has.
 * @param font the bytes of an sfnt file, not woff or woff2
 * @returns code points with a glyph of their own
 * @throws Error if the bytes hold no such table
 */
export function readCharacters(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = characterTables(view);
  const full = tables.find((at) => view.getUint16(at) === 12);
  if (full !== undefined) return readFormat12(view, full);
  const basic = tables.find((at) => view.getUint16(at) === 4);
  if (basic !== undefined) return readFormat4(view, basic);
  throw new Error('the display font has no character table: expected an uncompressed TrueType or OpenType file');
}

/** Finds where the subtables of `cmap` begin. */
function characterTables(view: DataView): number[] {
  const CMAP = 0x636d6170;
  const tables = view.byteLength > 12 ? view.getUint16(4) : 0;
  for (let table = 0; table < tables; table += 1) {
    const record = 12 + table * 16;
    if (record + 16 > view.byteLength) break;
    if (view.getUint32(record) !== CMAP) continue;
    const cmap = view.getUint32(record + 8);
    return Array.from({ length: view.getUint16(cmap + 2) }, (_, encoding) => cmap + view.getUint32(cmap + 8 + encoding * 8));
  }
  return [];
}

/** Groups of consecutive characters with consecutive glyphs. Glyph 0 is the empty box for "no such character". */
function readFormat12(view: DataView, table: number): Set<number> {
  const characters = new Set<number>();
  for (let group = 0; group < view.getUint32(table + 12); group += 1) {
    const at = table + 16 + group * 12;
    const [first, last, glyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)];
    for (let code = first; code <= last; code += 1) if (glyph + code - first !== 0) characters.add(code);
  }
  return characters;
}

/** Segments of characters whose glyph is a fixed step away, or is looked up in the list behind the segments. */
function readFormat4(view: DataView, table: number): Set<number> {
  const characters = new Set<number>();
  const width = view.getUint16(table + 6);
  for (let segment = 0; segment < width; segment += 2) {
    const lasts = table + 14 + segment;
    const [last, first] = [view.getUint16(lasts), view.getUint16(lasts + width + 2)];
    const step = view.getUint16(lasts + 2 * width + 2);
    const offsets = lasts + 3 * width + 2;
    const offset = view.getUint16(offsets);
    for (let code = first; code <= last; code += 1) {
      const listed = offset === 0 ? code : view.getUint16(offsets + offset + 2 * (code - first));
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + step) & 0xffff;
      if (glyph !== 0) characters.add(code);
    }
  }
  return characters;
}

/**
 * Cuts the display font down to the characters of a text.
 * @param text any text; control characters and repeats count for nothing, the order does not matter
 * @returns `woff2`: the same bytes for the same characters; `missing`: characters the font cannot draw, in order of first use
 */
export async function subsetDisplayFont(text: string): Promise<{ woff2: Uint8Array; missing: string[] }> {
  const font = readFileSync(DISPLAY_FONT_FILE);
  const drawable = readCharacters(font);
  const wanted = [...new Set(text)].filter((character) => !/\p{Cc}/u.test(character));
  const missing = wanted.filter((character) => !drawable.has(character.codePointAt(0) ?? 0));
  const kept = wanted.filter((character) => !missing.includes(character)).sort();
  // Without `noLayoutClosure` every alternate form joins the subset and doubles it.
  const woff2 = await subsetFont(font, kept.join(''), { targetFormat: 'woff2', noLayoutClosure: true, noHinting: true });
  return { woff2: new Uint8Array(woff2), missing };
}

/**
 * Says which headline characters the display font lacks, and where they stand.
 * @returns one sentence and one line for each character
 */
export function describeMissing(locale: Locale, text: string, missing: readonly string[]): string {
  const lines = missing.map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const at = text.indexOf(character);
    const around = text.slice(Math.max(0, at - SURROUNDINGS), at + character.length + SURROUNDINGS).replaceAll(/\s+/g, ' ');
    return `  ${character} (U+${code}) in "${around}"`;
  });
  const what = missing.length === 1 ? 'a character' : `${missing.length} characters`;
  return (
    `src/fonts/noto-serif-sc-black-common.ttf lacks ${what} of the ${locale} headlines: ` +
    `write the headline with other words, or add to EXTRA in scripts/font/characters.ts and run that folder's script.\n${lines.join('\n')}`
  );
}

const BASE_CSS = readFileSync('src/styles/base.css', 'utf8');

/** What makes a language's headings wear its family, where `base.css` does not name it. */
export const displayRule = (locale: Locale): string =>
  BASE_CSS.includes(`"Display ${locale}"`) ? '' : `html:root:lang(${LANG[locale]}){--display:"Display ${locale}","Noto Serif",Georgia,serif}\n`;

/** The style sheet that names one family for each language; relative addresses, so that Vite hashes the files, and never inlined, which the site's security policy forbids. */
export const DISPLAY_FONT_CSS = `${LOCALES.map(
  (locale) => `@font-face {
  font-family: 'Display ${locale}';
  src: url('./serif-${locale}.woff2?no-inline') format('woff2');
  font-weight: 900;
  font-style: normal;
  font-display: swap;
}
${displayRule(locale)}`,
).join('')}`;

/**
 * The style sheet of the characters that only the lesson's headings have: the same families, each with a range, so that
 * the article never fetches them.
 * @param extra the characters by language; a language without any gets no face
 */
export function lessonFontCss(extra: Readonly<Record<Locale, readonly string[]>>): string {
  const range = (characters: readonly string[]): string => characters.map((character) => `U+${character.codePointAt(0)!.toString(16)}`).join(', ');
  return LOCALES.filter((locale) => extra[locale].length > 0)
    .map(
      (locale) => `@font-face {
  font-family: 'Display ${locale}';
  src: url('./serif-${locale}-lesson.woff2?no-inline') format('woff2');
  font-weight: 900;
  font-style: normal;
  font-display: swap;
  unicode-range: ${range(extra[locale])};
}
`,
    )
    .join('');
}

/** Writes the face that holds `characters`; `text` is where they stand. */
async function writeFace(name: string, locale: Locale, text: string, characters = text): Promise<void> {
  const { woff2, missing } = await subsetDisplayFont(characters);
  if (missing.length > 0) throw new Error(describeMissing(locale, text, missing));
  writeIfChanged(`${name}.woff2`, woff2);
}

async function writeDisplayFonts(): Promise<void> {
  const { headlineText } = (await import(HEADLINES.href)) as { headlineText: (locale: Locale) => string };
  const { lessonHeadlines } = (await import(LESSON_HEADLINES.href)) as { lessonHeadlines: (locale: Locale) => string };
  mkdirSync(GENERATED, { recursive: true });
  const extra: Record<Locale, string[]> = inEach(() => []);
  for (const locale of LOCALES) {
    const text = headlineText(locale);
    await writeFace(`serif-${locale}`, locale, text);
    const have = new Set(text);
    const lesson = lessonHeadlines(locale);
    extra[locale] = [...new Set(lesson)].filter((character) => !have.has(character) && /\S/.test(character)).sort();
    if (extra[locale].length > 0) await writeFace(`serif-${locale}-lesson`, locale, lesson, extra[locale].join(''));
  }
  // A language that is gone leaves no face behind: pages take whatever lies here.
  const current = new Set(LOCALES.flatMap((locale) => [`serif-${locale}.woff2`, `serif-${locale}-lesson.woff2`]));
  for (const name of readdirSync(GENERATED)) if (/^serif-.*\.woff2$/.test(name) && !current.has(name)) rmSync(new URL(name, GENERATED));
  writeIfChanged('serif.css', new TextEncoder().encode(DISPLAY_FONT_CSS));
  writeIfChanged('serif-lesson.css', new TextEncoder().encode(lessonFontCss(extra)));
}

/** An unchanged file keeps its time stamp, so that the dev server does not reload the page for nothing. */
function writeIfChanged(name: string, bytes: Uint8Array): void {
  const file = new URL(name, GENERATED);
  if (!existsSync(file) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes);
}

/**
 * Astro integration: before a build, a check or the dev server begins, writes `src/generated/serif.css` with a
 * woff2 file for each language that holds just the characters of its headlines.
 * @throws Error that names each headline character the font lacks; the build stops
 */
export function displayFont(): AstroIntegration {
  return { name: 'display-font', hooks: { 'astro:config:setup': writeDisplayFonts } };
}
