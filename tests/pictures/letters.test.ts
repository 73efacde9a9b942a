import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { describe, expect, test } from 'vitest';
import { house, LABEL_FONT_FILE, LATIN_FONT_FILE } from '../../src/build/faces.ts';
import { readCharacters } from '../../src/build/sfnt.ts';
import { checkLetters, inFaces, lettersOf, withFaces } from '../../src/pictures/faces.ts';

const byFamily = (svg: string): Record<string, string> => Object.fromEntries([...lettersOf(svg)].map(([{ family }, letters]) => [family, letters]));
const LATIN = '<style>text{font-family:"Noto Sans Medium"}</style>';

describe('the letters of each face', () => {
  test('a display text is no label, and entities are one letter', () => {
    expect(byFamily('<text class="muted">岛a&amp;</text><text class="line-1 display">线&lt;</text>')).toEqual({ 'Noto Sans SC Medium': '&a岛', 'Noto Serif SC Black': '<线' });
  });
  test('an English picture sets its Latin in the Latin face, and a Chinese name in the Chinese one', () => {
    expect(byFamily(`${LATIN}<text>Wu (吴)</text>`)).toEqual({ 'Noto Sans Medium': ' ()Wu', 'Noto Sans SC Medium': '吴' });
  });
});

describe('a character that a font lacks stops the build', () => {
  test('each is named with its code point and its font', () => {
    const run = (): void => checkLetters('<text class="display">鬱线</text><text>岛𠮷</text>', 'zh', 'ring.zh');
    expect(run).toThrow(/^src\/fonts\/noto-sans-sc-medium-common\.ttf lacks a character of the picture ring\.zh: [^\n]+\n𠮷 \(U\+20BB7\) in “岛𠮷”$/m);
    expect(run).toThrow(/^src\/fonts\/noto-serif-sc-black-common\.ttf lacks a character of the picture ring\.zh: [^\n]+\n鬱 \(U\+9B31\) in “鬱线”$/m);
    expect(run).not.toThrow(/[岛线] \(/);
  });
  test('an arrow is drawn on charts, and not in headlines', () => {
    expect(() => checkLetters('<text>来自湖北↗</text>', 'zh', 'x')).not.toThrow();
    expect(() => checkLetters('<text class="display">来自湖北↗</text>', 'zh', 'x')).toThrow(/↗ \(U\+2197\)/);
  });
});

describe('a picture’s own fonts', () => {
  const svg = `<svg><style>.a{}</style><text class="display">两条线19</text><text>海口</text></svg>`;
  const fontsOf = (text: string): [string, Buffer][] =>
    [...text.matchAll(/@font-face\{font-family:"([^"]+)";src:url\(data:font\/woff2;base64,([^)]+)\)/g)].map(([, family, data]) => [family!, Buffer.from(data!, 'base64')]);

  test('hold every letter that the picture sets, and no other Han character', async () => {
    const fonts = new Map(fontsOf(await withFaces(svg)));
    expect([...fonts.keys()]).toEqual(['Noto Sans SC Medium', 'Noto Serif SC Black']);
    const drawable = async (family: string): Promise<ReadonlySet<number>> => readCharacters(await subsetFont(fonts.get(family)!, '两条线19海口岛', { targetFormat: 'sfnt' }));
    const [sans, display] = [await drawable('Noto Sans SC Medium'), await drawable('Noto Serif SC Black')];
    const has = (set: ReadonlySet<number>, letters: string): boolean[] => [...letters].map((letter) => set.has(letter.codePointAt(0)!));
    expect(has(display, '两条线19')).toEqual([true, true, true, true, true]);
    expect(has(display, '海口岛')).toEqual([false, false, false]);
    expect(has(sans, '海口')).toEqual([true, true]);
    expect(has(sans, '两岛')).toEqual([false, false]);
  });
  test('are the same bytes twice', async () => {
    expect(await withFaces(svg)).toBe(await withFaces(svg));
  });
});

test.each([LABEL_FONT_FILE, LATIN_FONT_FILE])('%s draws what every picture says at its foot', (file) => {
  const drawable = readCharacters(readFileSync(file));
  expect([...'Data version 1.0.0 · CC BY 4.0 https://−ƒ'].filter((letter) => !drawable.has(letter.codePointAt(0)!))).toEqual([]);
});

describe('a picture for resvg', () => {
  const { latin, sans, display } = house();
  const picture = '<svg><style>text{font-family:"Noto Sans Medium", "Noto Sans SC Medium"}</style><text x="1">A &amp; 中</text></svg>';

  test('names the face of each run of letters where resvg would take another: not the Han of headlines among words', () => {
    expect(inFaces(picture, [display, sans, latin])).toBe(
      '<svg><style>text{font-family:"Noto Sans Medium", "Noto Sans SC Medium"}</style><text x="1"><tspan font-family="\'Noto Sans Medium\'">A &amp; </tspan><tspan font-family="\'Noto Sans SC Medium\'">中</tspan></text></svg>',
    );
  });

  test('is as it was where resvg takes the same: no picture of before is drawn anew', () => {
    expect(inFaces(picture, [sans, latin, display])).toBe(picture);
  });
});
