import { Buffer, shape, type Font } from 'harfbuzzjs';
import { cureOf } from '../../build/faces.ts';
import type { Locale } from '../../data/types.ts';
import { joined } from '../../geo/path.ts';
import { measure, SETTINGS } from '../../flat/measure.ts';
import type { Label } from '../../scenes/chart.ts';
import { short } from './path.ts';

/** Our calculations lean as far as in other pictures. */
const LEAN = Math.tan((12 * Math.PI) / 180);

const fontsOf = (look: string, locale: Locale): readonly Font[] => {
  const [{ text, display }] = SETTINGS[locale];
  return look.split(' ').includes('display') ? display : text;
};

/** @throws Error that names each character of some words which no face of a picture has */
function checkFaces(text: string, look: string, locale: Locale): void {
  const fonts = fontsOf(look, locale);
  const lacked = [...new Set(text)].filter((character) => !fonts.some((font) => font.nominalGlyph(character.codePointAt(0)!)));
  if (lacked.length === 0) return;
  const named = lacked.map((character) => `${character} (U+${character.codePointAt(0)!.toString(16).toUpperCase()})`).join(', ');
  throw new Error(`a moving picture (${locale}) sets “${text}” with characters that its fonts lack: ${named}; ${cureOf(locale)}`);
}

/** Writes absolute points as a path with relative steps, on a grid of tenths, so that errors do not add up. */
function writer(place: (x: number, y: number) => readonly [number, number]): { path: () => string; add: (type: string, values: readonly number[]) => void } {
  let [penX, penY, startX, startY] = [0, 0, 0, 0];
  let d = '';
  const step = (value: number): string => short(value / 10);
  const add = (type: string, values: readonly number[]): void => {
    if (type === 'Z') {
      d += 'z';
      [penX, penY] = [startX, startY];
      return;
    }
    const points: (readonly [number, number])[] = [];
    for (let i = 0; i < values.length; i += 2) {
      const [x, y] = place(values[i]!, values[i + 1]!);
      points.push([Math.round(x * 10), Math.round(y * 10)]);
    }
    const [endX, endY] = points.at(-1)!;
    if (type === 'M') [startX, startY] = [endX, endY];
    const numbers = points.flatMap(([x, y]) => [step(x - penX), step(y - penY)]);
    const [dx, dy] = [endX - penX, endY - penY];
    // A glyph's outline begins where it is said whole: what follows is told from there.
    if (type === 'L' && dx === 0 && dy === 0) return;
    if (type === 'L' && dx === 0) d += `v${step(dy)}`;
    else if (type === 'L' && dy === 0) d += `h${step(dx)}`;
    else d += (type === 'M' ? 'M' : type.toLowerCase()) + joined(type === 'M' ? [step(endX), step(endY)] : numbers);
    [penX, penY] = [endX, endY];
  };
  return { path: () => d, add };
}

type Words = Pick<Label, 'text' | 'look' | 'x' | 'y' | 'size' | 'anchor'>;

/** A film asks for the same words at every sample. */
const outlines = new Map<string, string>();

/**
 * Words as outlines, so that they measure the same on every phone.
 * @returns path data in canvas units, to a tenth
 * @throws Error that names each character which the fonts lack
 */
export function outlineOf(label: Words, locale: Locale): string {
  const { text, look, x, y, size, anchor } = label;
  const key = JSON.stringify([locale, text, look, x, y, size, anchor]);
  const known = outlines.get(key) ?? drawn(label, locale);
  outlines.set(key, known);
  return known;
}

function drawn({ text, look = '', x, y, size, anchor }: Pick<Label, 'text' | 'look' | 'x' | 'y' | 'size' | 'anchor'>, locale: Locale): string {
  checkFaces(text, look, locale);
  const fonts = fontsOf(look, locale);
  const share = anchor === 'end' ? 1 : anchor === 'middle' ? 0.5 : 0;
  let pen = x - measure(text, look, SETTINGS[locale][0]).width * size * share;
  const lean = /\bcalc\b/.test(look) ? LEAN : 0;
  let d = '';
  const characters = [...text];
  const faces = characters.map((character) => fonts.find((font) => font.nominalGlyph(character.codePointAt(0)!))!);
  for (let from = 0, to; from < characters.length; from = to) {
    for (to = from + 1; faces[to] === faces[from] && to < characters.length;) to += 1;
    const font = faces[from]!;
    const em = size / font.face.upem;
    const buffer = new Buffer();
    buffer.addText(characters.slice(from, to).join(''));
    buffer.guessSegmentProperties();
    shape(font, buffer);
    for (const { codepoint, xAdvance, xOffset, yOffset } of buffer.getGlyphInfosAndPositions()) {
      const [left, base] = [pen + (xOffset ?? 0) * em, y - (yOffset ?? 0) * em];
      const { path, add } = writer((gx, gy) => [left + (gx + lean * gy) * em, base - gy * em]);
      for (const { type, values } of font.glyphToJson(codepoint)) add(type, values);
      d += path();
      pen += (xAdvance ?? 0) * em;
    }
  }
  return d;
}
