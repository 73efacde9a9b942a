import subsetFont from 'subset-font';
import { allFaces, describeMissing, facesOf, house, type Face } from '../build/faces.ts';
import { kept, versionOf } from '../build/pictures.ts';
import type { Locale } from '../data/types.ts';
import type { PictureFonts } from '../flat/picture.ts';
import { LOCALES } from '../languages.ts';

const quoted = (...families: readonly string[]): string => families.map((family) => `"${family}"`).join(', ');
const familiesOf = (faces: readonly Face[]): readonly string[] => faces.map(({ family }) => family);

/** Families of a picture: ours first, then what a layout program may have that reads no web font. */
export const pictureFonts = (locale: Locale): PictureFonts => ({
  sans: `${quoted(...familiesOf(facesOf(locale).text), 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC')}, sans-serif`,
  display: `${quoted(...familiesOf(facesOf(locale).display), 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC')}, serif`,
});

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The faces that a picture's style names, in its order; the house's for Han stand behind all. */
function chainsOf(svg: string): Record<'text' | 'display', readonly Face[]> {
  const named = (faces: readonly Face[]): Face[] => faces.filter(({ family }) => svg.includes(`"${family}"`));
  const { sans, display } = house();
  const of = (look: 'text' | 'display', last: Face): readonly Face[] => [...new Set([...named(LOCALES.flatMap((locale) => facesOf(locale)[look])).filter((face) => face !== last), last])];
  return { text: of('text', sans), display: of('display', display) };
}

/** The texts of a picture, and how each is set. */
const textsOf = (svg: string): readonly (readonly [look: 'text' | 'display', text: string])[] =>
  [...svg.matchAll(/<text\b([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', inside = '']) => [
    /class="[^"]*\bdisplay\b/.test(attributes) ? 'display' : 'text',
    inside.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!),
  ]);

/** The characters that a picture sets in each face, once each, in order of their code; those that no face has are put down to the last of its chain. */
export function lettersOf(svg: string): ReadonlyMap<Face, string> {
  const chains = chainsOf(svg);
  const letters = new Map<Face, Set<string>>(allFaces().map((face) => [face, new Set()]));
  for (const [look, text] of textsOf(svg)) {
    for (const letter of text) {
      if (/\p{Cc}/u.test(letter)) continue;
      const face = chains[look].find(({ drawable }) => drawable.has(letter.codePointAt(0)!)) ?? chains[look].at(-1)!;
      letters.get(face)!.add(letter);
    }
  }
  return new Map([...letters].flatMap(([face, found]) => (found.size === 0 ? [] : [[face, [...found].sort().join('')]])));
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
