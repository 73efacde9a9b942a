import { isHan } from '../languages.ts';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import subsetFont from 'subset-font';
import { DISPLAY_FONT_FAMILY, DISPLAY_FONT_FILE, readCharacters } from '../build/font.ts';
import { hashOf, kept, versionOf } from '../build/pictures.ts';
import type { Locale } from '../data/types.ts';
import type { PictureFonts } from '../flat/picture.ts';

/** The reduced Noto Sans SC Medium, a TrueType file: the words of pictures outside the page. */
export const LABEL_FONT_FILE = resolve('src/fonts/noto-sans-sc-medium-common.ttf');

/** The reduced Noto Sans Medium: the Latin of English pictures, whose quotation marks are not as wide as a Han character. */
export const LATIN_FONT_FILE = resolve('src/fonts/noto-sans-medium-latin.ttf');

interface Face {
  file: string;
  family: string;
  /** of the file's bytes */
  hash: string;
  font: Buffer;
  /** code points that it draws */
  drawable: ReadonlySet<number>;
}
type FaceName = 'latin' | 'sans' | 'display';
/** Files, and the family names inside them. */
const FILES: Record<FaceName, Pick<Face, 'file' | 'family'>> = {
  latin: { file: LATIN_FONT_FILE, family: 'Noto Sans Medium' },
  sans: { file: LABEL_FONT_FILE, family: 'Noto Sans SC Medium' },
  display: { file: DISPLAY_FONT_FILE, family: DISPLAY_FONT_FAMILY },
};
const FACE_NAMES: readonly FaceName[] = ['latin', 'sans', 'display'];

let read: Record<FaceName, Face> | undefined;
/** Our fonts, read once per build. */
export function faces(): Record<FaceName, Face> {
  const open = ({ file, family }: Pick<Face, 'file' | 'family'>): Face => {
    const font = readFileSync(file);
    return { file, family, font, hash: hashOf(font), drawable: readCharacters(font) };
  };
  read ??= { latin: open(FILES.latin), sans: open(FILES.sans), display: open(FILES.display) };
  return read;
}

const quoted = (...families: readonly string[]): string => families.map((family) => `"${family}"`).join(', ');

/** Families of a picture: ours first, then what a layout program may have that reads no web font. */
export const pictureFonts = (locale: Locale): PictureFonts => ({
  sans: `${quoted(...(isHan(locale) ? [] : [FILES.latin.family]), FILES.sans.family, 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC')}, sans-serif`,
  display: `${quoted(FILES.display.family, 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC')}, serif`,
});

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The characters that a picture sets in each face, once each, in order of their code. */
export function lettersOf(svg: string): Record<FaceName, string> {
  const letters: Record<FaceName, Set<string>> = { latin: new Set(), sans: new Set(), display: new Set() };
  const { drawable } = faces().latin;
  const hasLatin = svg.includes(`"${FILES.latin.family}"`);
  for (const [, attributes = '', inside = ''] of svg.matchAll(/<text\b([^>]*)>([^<]*)<\/text>/g)) {
    const text = inside.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
    const isDisplay = /class="[^"]*\bdisplay\b/.test(attributes);
    for (const letter of text) {
      if (/\p{Cc}/u.test(letter)) continue;
      letters[isDisplay ? 'display' : hasLatin && drawable.has(letter.codePointAt(0)!) ? 'latin' : 'sans'].add(letter);
    }
  }
  const sorted = (face: FaceName): string => [...letters[face]].sort().join('');
  return { latin: sorted('latin'), sans: sorted('sans'), display: sorted('display') };
}

/**
 * Makes sure that no character of a picture falls back to another font, or to an empty box.
 * @param name what the picture is called in the error
 * @throws Error that names each character, its code point and the font that lacks it
 */
export function checkLetters(svg: string, name: string): void {
  const letters = lettersOf(svg);
  const lines = FACE_NAMES.flatMap((face) =>
    [...letters[face]]
      .filter((letter) => !faces()[face].drawable.has(letter.codePointAt(0)!))
      .map((letter) => `  ${letter} (U+${letter.codePointAt(0)!.toString(16).toUpperCase()}) is not in ${faces()[face].file}`),
  );
  if (lines.length > 0)
    throw new Error(
      `the picture ${name} sets characters that its fonts lack: write it with other words, or add to EXTRA in scripts/font/characters.ts and run that folder's script.\n${lines.join('\n')}`,
    );
}

/** A subset as woff2, the same bytes for the same characters. */
const subset = ({ font, hash }: Face, letters: string): Promise<Uint8Array> =>
  kept(
    'woff2',
    [versionOf('subset-font'), hash, letters].join('\n'),
    async () => new Uint8Array(await subsetFont(font, letters, { targetFormat: 'woff2', noLayoutClosure: true, noHinting: true })),
  );

/** Gives a picture its own fonts: each face cut to the characters that the picture sets in it. */
export async function withFaces(svg: string): Promise<string> {
  const letters = lettersOf(svg);
  const rules: string[] = [];
  for (const name of FACE_NAMES) {
    if (letters[name] === '') continue;
    const data = Buffer.from(await subset(faces()[name], letters[name])).toString('base64');
    // One weight stands for all: no program should fatten it.
    rules.push(`@font-face{font-family:"${faces()[name].family}";src:url(data:font/woff2;base64,${data}) format("woff2");font-weight:100 900}`);
  }
  return svg.replace('<style>', `<style>${rules.join('')}`);
}
