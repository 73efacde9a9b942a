import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locale } from '../data/types.ts';
import { inEach, isHan, LOCALES } from '../languages.ts';
import { ownersFile } from '../newsroom.ts';
import { hashOf } from './pictures.ts';
import { readCharacters, readFamily } from './sfnt.ts';

/** A font file of the piece, read once. */
export interface Face {
  /** from the root, or as an owner finds it */
  readonly file: string;
  /** where it lies on the disk */
  readonly path: string;
  /** the name inside the file: what an SVG drawn by resvg asks for */
  readonly family: string;
  readonly font: Buffer;
  /** of the file's bytes */
  readonly hash: string;
  /** code points that it draws */
  readonly drawable: ReadonlySet<number>;
}

/** The faces of a language: each is tried in turn for a character. */
export interface Faces {
  /** the words of pictures outside the page */
  readonly text: readonly Face[];
  /** headlines and large numbers, on pages and in pictures */
  readonly display: readonly Face[];
}

const inHouse = (name: string): string => join('src/fonts', name);
/** The reduced Noto Serif SC Black. */
export const DISPLAY_FONT_FILE = inHouse('noto-serif-sc-black-common.ttf');
/** The reduced Noto Sans SC Medium: the words of pictures outside the page. */
export const LABEL_FONT_FILE = inHouse('noto-sans-sc-medium-common.ttf');
/** The reduced Noto Sans Medium: the Latin of pictures, whose quotation marks are not as wide as a Han character. */
export const LATIN_FONT_FILE = inHouse('noto-sans-medium-latin.ttf');
/** Latin with all its accents, Greek and Cyrillic, in the place of the Latin one and before the display face: for a language that has such letters. */
export const ALPHABETS_FONT_FILE = inHouse('noto-sans-alphabets.ttf');
export const ALPHABETS_DISPLAY_FILE = inHouse('noto-serif-black-alphabets.ttf');

const opened = new Map<string, Face>();
/** @throws Error that names the file if it is no plain font */
function open(file: string, path = resolve(file)): Face {
  const known = opened.get(path);
  if (known) return known;
  const font = readFileSync(path);
  try {
    const face = { file, path, family: readFamily(font), font, hash: hashOf(font), drawable: readCharacters(font) };
    opened.set(path, face);
    return face;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** The faces that draw all that the house's own languages are written in. */
export const house = (): Readonly<Record<'latin' | 'sans' | 'display', Face>> => ({ latin: open(LATIN_FONT_FILE), sans: open(LABEL_FONT_FILE), display: open(DISPLAY_FONT_FILE) });

const folderOf = (locale: Locale): string => `src/content/${locale}/face`;
const TEXT = 'text.ttf';
const DISPLAY = 'display.ttf';
const LICENCE = 'licence.txt';

/** What is wrong with the folder in which a language brings faces of its own. */
function folderFaults(locale: Locale): string[] {
  const folder = folderOf(locale);
  if (!existsSync(ownersFile(folder))) return [];
  const found = readdirSync(ownersFile(folder));
  return [
    ...[TEXT, LICENCE].filter((name) => !found.includes(name)).map((name) => `${folder}/${name}: does not exist, expected it: a language that brings a face brings ${TEXT} and ${LICENCE}, and ${DISPLAY} if its headlines have another`),
    ...found.filter((name) => ![TEXT, DISPLAY, LICENCE].includes(name)).map((name) => `${folder}/${name}: is not read, expected ${TEXT}, ${DISPLAY} and ${LICENCE}`),
  ];
}

/** The faces that a language brings in its folder, if it does. */
function ownOf(locale: Locale): Readonly<Record<'text' | 'display', Face>> | undefined {
  const folder = folderOf(locale);
  if (!existsSync(ownersFile(folder))) return undefined;
  const own = (name: string): Face => open(`${folder}/${name}`, ownersFile(`${folder}/${name}`));
  return { text: own(TEXT), display: own(existsSync(ownersFile(`${folder}/${DISPLAY}`)) ? DISPLAY : TEXT) };
}

/** Whether the words of a language have letters of an alphabet that the Latin face lacks, and the face of all alphabets has: Polish, Vietnamese, Russian. */
function isAccented(locale: Locale): boolean {
  const file = ownersFile(`src/content/${locale}/ui.json`);
  const letters = existsSync(file) ? readFileSync(file, 'utf8').match(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu) : null;
  return [...new Set(letters)].some((letter) => !house().latin.drawable.has(letter.codePointAt(0)!));
}

function makeFaces(locale: Locale): Faces {
  const { latin, sans, display } = house();
  const own = ownOf(locale);
  const [text, large] = isHan(locale) ? [[], []] : isAccented(locale) ? [[open(ALPHABETS_FONT_FILE)], [open(ALPHABETS_DISPLAY_FILE)]] : [[latin], []];
  return { text: [...(own ? [own.text] : []), ...text, sans], display: [...(own ? [own.display] : []), ...large, display] };
}

/** Two faces of one name: a program that draws a picture could not tell them apart. */
function familyFaults(all: readonly Face[]): string[] {
  const first = new Map<string, Face>();
  return all.flatMap((face) => {
    const other = first.get(face.family) ?? face;
    first.set(face.family, other);
    return other.hash === face.hash ? [] : [`${face.file}: its family is “${face.family}”, as that of ${other.file}: a picture could not tell them apart, expected a face of another family, such as the serif for headlines`];
  });
}

let kept: Readonly<Record<Locale, Faces>> | undefined;

/** The faces of every language, read once. */
function languages(): NonNullable<typeof kept> {
  if (kept) return kept;
  const faults = LOCALES.flatMap(folderFaults);
  if (faults.length === 0) kept = inEach(makeFaces);
  const { latin, sans, display } = house();
  if (kept) faults.push(...new Set(familyFaults([latin, sans, display, ...LOCALES.flatMap((locale) => [...kept![locale].text, ...kept![locale].display])])));
  if (faults.length === 0) return kept!;
  kept = undefined;
  throw new Error(`The faces have ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}:\n${faults.join('\n')}`);
}

/**
 * The faces in which a language is set: its own first, then the house's.
 * @throws Error that lists every fault of the faces that languages bring
 */
export const facesOf = (locale: Locale): Faces => languages()[locale];

/** Every face of the piece, once: the house's own, and those that its languages want beside them. */
export function allFaces(): readonly Face[] {
  const { latin, sans, display } = house();
  const all = [latin, sans, display, ...LOCALES.flatMap((locale) => [...facesOf(locale).text, ...facesOf(locale).display])];
  return [...new Map(all.map((face) => [face.hash, face])).values()];
}

/** A licence of a face that a language brings, with its first line as a title. */
export const faceLicences = (): { title: string; text: string }[] =>
  LOCALES.filter((locale) => existsSync(ownersFile(folderOf(locale)))).map((locale) => {
    const { text, display } = ownOf(locale)!;
    return { title: `${[...new Set([text.family, display.family])].join(', ')} (fonts of the language ${locale}, cut to what is set)`, text: readFileSync(ownersFile(`${folderOf(locale)}/${LICENCE}`), 'utf8').trim() };
  });

/** A character that no face of a language has. */
const SURROUNDINGS = 8;
const TEXTS = /\.(?:json|md|yaml)$/;

/** Where a character stands in the words of a language, as `file:line:column`. */
function placesOf(character: string, locale: Locale): string[] {
  const folder = `src/content/${locale}`;
  const words = existsSync(ownersFile(folder)) ? (readdirSync(ownersFile(folder), { recursive: true }) as string[]).filter((name) => TEXTS.test(name)).sort().map((name) => `${folder}/${name.replaceAll('\\', '/')}`) : [];
  const tables = readdirSync(ownersFile('data')).filter((name) => name.endsWith('.csv')).map((name) => `data/${name}`);
  return [...words, ...tables, 'site.config.json'].flatMap((file) =>
    readFileSync(ownersFile(file), 'utf8').split('\n').flatMap((line, i) => (line.includes(character) ? [`${file}:${i + 1}:${[...line.slice(0, line.indexOf(character))].length + 1}`] : [])));
}

/** How many places of a character are told. */
const TOLD = 3;

/** What an owner does about a character that no face of a language has. */
export const cureOf = (locale: Locale): string =>
  `write it with other words; for a letter of the language bring a face that has it, as ${folderOf(locale)}/${TEXT} and ${DISPLAY} with ${LICENCE}; ` +
  "or add a Han character to EXTRA in scripts/font/characters.ts and run that folder's script";

/**
 * Says which characters no face of a language draws, where they stand, and what to do.
 * @param text in which they are set
 * @param faces that were tried
 * @param where what sets them, such as "the zh headlines"
 */
export function describeMissing(locale: Locale, text: string, missing: readonly string[], faces: readonly Face[], where: string): string {
  const lines = missing.map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const at = text.indexOf(character);
    const around = text.slice(Math.max(0, at - SURROUNDINGS), at + character.length + SURROUNDINGS).replaceAll(/\s+/g, ' ');
    const places = placesOf(character, locale);
    return `${places.slice(0, TOLD).join(', ')}${places.length > TOLD ? ` and ${places.length - TOLD} more` : ''}${places.length > 0 ? ': ' : ''}${character} (U+${code}) in “${around}”`;
  });
  const what = missing.length === 1 ? 'a character' : `${missing.length} characters`;
  return (
    `${faces.map(({ file }) => file).join(', ')} lack${faces.length === 1 ? 's' : ''} ${what} of ${where}: ${cureOf(locale)}.\n${lines.join('\n')}`
  );
}
