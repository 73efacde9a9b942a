import subsetFont from 'subset-font';
import { allFaces, describeMissing, facesOf, house, type Face } from '../build/faces.ts';
import { kept, versionOf } from '../build/pictures.ts';
import type { Locale } from '../data/types.ts';
import { escapeXml, type PictureFonts } from '../flat/picture.ts';
import { LOCALES } from '../languages.ts';

const quoted = (...families: readonly string[]): string => families.map((family) => `"${family}"`).join(', ');
const familiesOf = (faces: readonly Face[]): readonly string[] => faces.map(({ family }) => family);

/** Families of a picture: ours first, then what a layout program may have that reads no web font. */
export const pictureFonts = (locale: Locale): PictureFonts => ({
  sans: `${quoted(...familiesOf(facesOf(locale).text), 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC')}, sans-serif`,
  display: `${quoted(...familiesOf(facesOf(locale).display), 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC')}, serif`,
});

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

const decoded = (inside: string): string => inside.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
const TEXT = /<text\b([^>]*)>([^<]*)<\/text>/g;
const isDisplay = (attributes: string): boolean => /class="[^"]*\bdisplay\b/.test(attributes);

/** The faces that a picture's style names, in its order; the house's for Han stand behind all. */
function chainsOf(svg: string): Record<'text' | 'display', readonly Face[]> {
  const place = ({ family }: Face): number => svg.indexOf(`"${family}"`);
  const named = (faces: readonly Face[]): Face[] => faces.filter((face) => place(face) >= 0).toSorted((a, b) => place(a) - place(b));
  const { sans, display } = house();
  const of = (look: 'text' | 'display', last: Face): readonly Face[] => [...new Set([...named(LOCALES.flatMap((locale) => facesOf(locale)[look])).filter((face) => face !== last), last])];
  return { text: of('text', sans), display: of('display', display) };
}

/** The texts of a picture, and how each is set. */
const textsOf = (svg: string): readonly (readonly [look: 'text' | 'display', text: string])[] =>
  [...svg.matchAll(TEXT)].map(([, attributes = '', inside = '']) => [isDisplay(attributes) ? 'display' : 'text', decoded(inside)]);

/** The characters that a picture sets in each face, once each, in order of their code; those that no face has are put down to the last of its chain. */
export function lettersOf(svg: string): ReadonlyMap<Face, string> {
  const chains = chainsOf(svg);
  const letters = new Map<Face, Set<string>>(allFaces().map((face) => [face, new Set()]));
  for (const [look, text] of textsOf(svg)) {
    for (const letter of text) {
      if (/\p{Cc}/u.test(letter)) continue;
      letters.get(faceIn(chains[look], letter))!.add(letter);
    }
  }
  return new Map([...letters].flatMap(([face, found]) => (found.size === 0 ? [] : [[face, [...found].sort().join('')]])));
}

const faceIn = (chain: readonly Face[], letter: string): Face => chain.find(({ drawable }) => drawable.has(letter.codePointAt(0)!)) ?? chain.at(-1)!;

/**
 * A picture as resvg has to be asked for it: what the first face of a chain lacks, resvg takes from the first font that was loaded, not from the next
 * face of the chain, so that the numbers of a language with faces of its own came in another. Where it would, each run of letters names its face.
 * @param loaded the faces in the order in which resvg is given them
 */
export function inFaces(svg: string, loaded: readonly Face[]): string {
  const chains = chainsOf(svg);
  return svg.replaceAll(TEXT, (whole, attributes: string, inside: string) => {
    const chain = chains[isDisplay(attributes) ? 'display' : 'text'];
    const letters = [...decoded(inside)].map((letter) => ({ letter, face: faceIn(chain, letter) }));
    const taken = (letter: string): Face => faceIn([chain[0]!, ...loaded], letter);
    if (letters.every(({ letter, face }) => face === taken(letter))) return whole;
    let runs = '';
    for (let from = 0, to; from < letters.length; from = to) {
      const { face } = letters[from]!;
      for (to = from + 1; letters[to]?.face === face;) to += 1;
      runs += `<tspan font-family="'${face.family}'">${escapeXml(letters.slice(from, to).map(({ letter }) => letter).join(''))}</tspan>`;
    }
    return `<text${attributes}>${runs}</text>`;
  });
}

/**
 * Makes sure that no character of a picture falls back to another font, or to an empty box.
 * @param name what the picture is called in the error
 * @throws Error that names each character, its code point, where it stands and the faces that lack it
 */
export function checkLetters(svg: string, locale: Locale, name: string): void {
  const chains = facesOf(locale);
  const faults = (['text', 'display'] as const).flatMap((look) => {
    const text = textsOf(svg).flatMap(([each, words]) => (each === look ? [words] : [])).join('\n');
    const missing = [...new Set(text)].filter((letter) => !/\p{Cc}/u.test(letter) && !chains[look].some(({ drawable }) => drawable.has(letter.codePointAt(0)!)));
    return missing.length === 0 ? [] : [describeMissing(locale, text, missing, chains[look], `the picture ${name}`)];
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
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
  const rules: string[] = [];
  for (const [face, letters] of lettersOf(svg)) {
    const data = Buffer.from(await subset(face, letters)).toString('base64');
    // One weight stands for all: no program should fatten it.
    rules.push(`@font-face{font-family:"${face.family}";src:url(data:font/woff2;base64,${data}) format("woff2");font-weight:100 900}`);
  }
  return svg.replace('<style>', `<style>${rules.join('')}`);
}
