import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import type { Locale } from '../data/types.ts';
import { inEach, LANG, LOCALES } from '../languages.ts';
import { describeMissing, facesOf, type Face } from './faces.ts';

const GENERATED = new URL('../generated/', import.meta.url);
const HEADLINES = new URL('../copy/headlines.ts', import.meta.url);
const LESSON_HEADLINES = new URL('../lesson/content/headlines.ts', import.meta.url);

/** A display face cut to the characters of a text that it draws. */
export interface Cut {
  readonly woff2: Uint8Array;
  /** in order of their code */
  readonly characters: readonly string[];
}

/**
 * Cuts the display faces of a language down to the characters of a text.
 * @param text any text; control characters and repeats count for nothing, the order does not matter
 * @returns `cuts`: by face, in the language's order, those that draw some of it; the same bytes for the same characters.
 * `missing`: characters that none of them draws, in order of first use
 */
export async function subsetDisplayFont(locale: Locale, text: string): Promise<{ cuts: readonly Cut[]; missing: string[] }> {
  const { display } = facesOf(locale);
  const faceOf = (character: string): Face | undefined => display.find(({ drawable }) => drawable.has(character.codePointAt(0)!));
  const wanted = [...new Set(text)].filter((character) => !/\p{Cc}/u.test(character));
  const cuts = display.map(async (face): Promise<Cut> => {
    const characters = wanted.filter((character) => faceOf(character) === face).sort();
    // Without `noLayoutClosure` every alternate form joins the subset and doubles it.
    const woff2 = characters.length === 0 ? [] : await subsetFont(face.font, characters.join(''), { targetFormat: 'woff2', noLayoutClosure: true, noHinting: true });
    return { woff2: new Uint8Array(woff2), characters };
  });
  return { cuts: (await Promise.all(cuts)).filter(({ characters }) => characters.length > 0), missing: wanted.filter((character) => faceOf(character) === undefined) };
}

/** The same, of a text all of which can be drawn. @throws Error that names each character that no face has, and where it stands */
export async function cutDisplay(locale: Locale, text: string, characters = text): Promise<readonly Cut[]> {
  const { cuts, missing } = await subsetDisplayFont(locale, characters);
  if (missing.length > 0) throw new Error(describeMissing(locale, text, missing, facesOf(locale).display, `the ${locale} headlines`));
  return cuts;
}

const BASE_CSS = readFileSync('src/styles/base.css', 'utf8');

/** What makes a language's headings wear its family, where `base.css` does not name it. */
export const displayRule = (locale: Locale): string =>
  BASE_CSS.includes(`"Display ${locale}"`) ? '' : `html:root:lang(${LANG[locale]}){--display:"Display ${locale}","Noto Serif",Georgia,serif}\n`;

/** Characters as CSS says which a face is for. */
export const rangeOf = (characters: readonly string[]): string => characters.map((character) => `U+${character.codePointAt(0)!.toString(16)}`).join(', ');
/** Files of a language's cuts, by their order: the first is what every page asks for at once. */
const fileOf = (name: string, at: number): string => `${name}${at === 0 ? '' : `-${at + 1}`}.woff2`;

/** The characters of each face, by language. */
type Written = Record<Locale, readonly (readonly string[])[]>;

/** A face of a language; relative addresses, so that Vite hashes the files, and never inlined, which the site's security policy forbids. */
const rule = (locale: Locale, file: string, characters?: readonly string[]): string => `@font-face {
  font-family: 'Display ${locale}';
  src: url('./${file}?no-inline') format('woff2');
  font-weight: 900;
  font-style: normal;
  font-display: swap;
${characters ? `  unicode-range: ${rangeOf(characters)};\n` : ''}}
`;

/**
 * The style sheet that names one family for each language.
 * @param cuts the characters of each face by language; one that has all of them needs no range
 */
export const displayFontCss = (cuts: Readonly<Written>): string =>
  LOCALES.map((locale) => `${cuts[locale].map((characters, i) => rule(locale, fileOf(`serif-${locale}`, i), cuts[locale].length > 1 ? characters : undefined)).join('')}${displayRule(locale)}`).join('');

/**
 * The style sheet of the characters that only the lesson's headings have: the same families, each with a range, so that
 * the article never fetches them.
 * @param extra the characters of each face by language; a language without any gets no face
 */
export const lessonFontCss = (extra: Readonly<Written>): string =>
  LOCALES.flatMap((locale) => extra[locale].map((characters, i) => rule(locale, fileOf(`serif-${locale}-lesson`, i), characters))).join('');

/** Writes the cuts of a language. @returns the characters of each */
function writeCuts(name: string, cuts: readonly Cut[]): readonly (readonly string[])[] {
  for (const [i, { woff2 }] of cuts.entries()) writeIfChanged(fileOf(name, i), woff2);
  return cuts.map(({ characters }) => characters);
}

async function writeDisplayFonts(): Promise<void> {
  const { headlineText } = (await import(HEADLINES.href)) as { headlineText: (locale: Locale) => string };
  const { lessonHeadlines } = (await import(LESSON_HEADLINES.href)) as { lessonHeadlines: (locale: Locale) => string };
  mkdirSync(GENERATED, { recursive: true });
  const [all, extra]: [Written, Written] = [{ ...inEach(() => []) }, { ...inEach(() => []) }];
  for (const locale of LOCALES) {
    const text = headlineText(locale);
    all[locale] = writeCuts(`serif-${locale}`, await cutDisplay(locale, text));
    const have = new Set(text);
    const lesson = lessonHeadlines(locale);
    const more = [...new Set(lesson)].filter((character) => !have.has(character) && /\S/.test(character)).sort();
    if (more.length > 0) extra[locale] = writeCuts(`serif-${locale}-lesson`, await cutDisplay(locale, lesson, more.join('')));
  }
  // A language that is gone leaves no face behind: pages take whatever lies here.
  const current = new Set(LOCALES.flatMap((locale) => [...all[locale].map((_, i) => fileOf(`serif-${locale}`, i)), ...extra[locale].map((_, i) => fileOf(`serif-${locale}-lesson`, i))]));
  for (const name of readdirSync(GENERATED)) if (/^serif-.*\.woff2$/.test(name) && !current.has(name)) rmSync(new URL(name, GENERATED));
  writeIfChanged('serif.css', new TextEncoder().encode(displayFontCss(all)));
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
