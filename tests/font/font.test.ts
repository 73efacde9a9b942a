import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeMissing, DISPLAY_FONT_FILE, facesOf } from '../../src/build/faces.ts';
import { displayFontCss, subsetDisplayFont } from '../../src/build/font.ts';
import { readCharacters, readFamily } from '../../src/build/sfnt.ts';
import { commonHan, wantedCharacters } from '../../scripts/font/characters.ts';

const code = (character: string) => character.codePointAt(0) ?? -1;
const source = readCharacters(readFileSync(DISPLAY_FONT_FILE));
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

test('GB 2312 level 1 is 3,755 characters from 啊 to 座, without the five empty cells at its end', () => {
  const han = [...commonHan()];
  expect(han).toHaveLength(3755);
  expect(new Set(han).size).toBe(3755);
  expect([han[0], han.at(-1)]).toEqual(['啊', '座']);
});

test('the font in the repository draws every character of the list, and no rare one that would fatten it', () => {
  expect([...wantedCharacters()].filter((character) => !source.has(code(character)))).toEqual([]);
  expect(source.has(code('鬱'))).toBe(false);
  expect(source.has(code('𠮷'))).toBe(false);
});

test.each([...'两条线一座岛海琼儋鳌−ƒ–—…“”‘’→×≠≥%‰·，。：？（）'])('%s, which the story sets large, is there', (character) => {
  expect(source.has(code(character))).toBe(true);
});

test('a subset names what it cannot draw, once each, and does not trip over line breaks', async () => {
  expect((await subsetDisplayFont('zh', '两鬱条𠮷线鬱\n\t')).missing).toEqual(['鬱', '𠮷']);
  expect((await subsetDisplayFont('zh', '两条线，一座岛\n')).missing).toEqual([]);
});

test('the fault says which character, its code point, where it stands, which faces lack it, and what to do', () => {
  const { display } = facesOf('zh');
  const found = describeMissing('zh', '第一章\n忧鬱的海', ['鬱'], display, 'the zh headlines').split('\n');
  expect(found).toEqual([
    'src/fonts/noto-serif-sc-black-common.ttf lacks a character of the zh headlines: write it with other words; for a letter of the language bring a face that has it, ' +
      "as src/content/zh/face/text.ttf and display.ttf with licence.txt; or add a Han character to EXTRA in scripts/font/characters.ts and run that folder's script.",
    '鬱 (U+9B31) in “第一章 忧鬱的海”',
  ]);
  expect(describeMissing('en', 'ab𠮷', ['𠮷'], display, 'x')).toContain('𠮷 (U+20BB7) in “ab𠮷”');
  // A colon that only a file of words has: found there, in its line.
  expect(describeMissing('en', 'Facts · 9', ['·'], display, 'x')).toMatch(/\nsrc\/content\/en\/\S+:\d+:\d+(?:, \S+:\d+:\d+)*(?: and \d+ more)?: · \(U\+00B7\) in “Facts · 9”$/);
});

test.each([
  ['noto-serif-sc-black-common', 'Noto Serif SC Black'],
  ['noto-sans-alphabets', 'Noto Sans'],
  ['noto-serif-black-alphabets', 'Noto Serif Black'],
])('%s names its family', (name, family) => {
  expect(readFamily(readFileSync(`src/fonts/${name}.ttf`))).toBe(family);
});

test('the faces of the alphabets draw Vietnamese, Polish, Greek and Russian, in words and in headlines', () => {
  for (const file of ['noto-sans-alphabets', 'noto-serif-black-alphabets']) {
    const drawable = readCharacters(readFileSync(`src/fonts/${file}.ttf`));
    expect([...'Đường dây ma túy: ưỡng ặ ổ Łódź źdźbło Ελλάδα ώς Съешь ещё этих ґ ї 0123456789,.−ƒ“”«»'].filter((letter) => !drawable.has(code(letter))), file).toEqual([]);
  }
});

test('the same characters give the same bytes in any order, so that a build can be repeated', async () => {
  const [one, two] = [await subsetDisplayFont('zh', '两条线，一座岛'), await subsetDisplayFont('zh', '岛座一，线条两两')];
  expect([one, two].map(({ cuts }) => cuts.length)).toEqual([1, 1]);
  expect(Buffer.from(one.cuts[0]!.woff2).toString('latin1', 0, 4)).toBe('wOF2');
  expect(Buffer.compare(one.cuts[0]!.woff2, two.cuts[0]!.woff2)).toBe(0);
});

test('200 Chinese characters with Latin stay within the 60 KB of the Chinese page, Latin alone within 25 KB', async () => {
  const KB = 1024;
  const chinese = [...commonHan()].filter((_, index) => index % 18 === 0).slice(0, 200).join('');
  expect((await subsetDisplayFont('zh', ASCII + chinese)).cuts[0]!.woff2.length).toBeLessThanOrEqual(60 * KB);
  expect((await subsetDisplayFont('en', ASCII)).cuts[0]!.woff2.length).toBeLessThanOrEqual(25 * KB);
});

test('the style sheet names a family for each language and no address of another folder', () => {
  const css = displayFontCss({ zh: [['岛']], en: [['a']] });
  expect(css.match(/font-family: '[^']+'/g)).toEqual(["font-family: 'Display zh'", "font-family: 'Display en'"]);
  expect(css.match(/url\('[^']+'\)/g)).toEqual(["url('./serif-zh.woff2?no-inline')", "url('./serif-en.woff2?no-inline')"]);
  expect(css).not.toContain('unicode-range');
});

test('a language set in two faces has a file and a range for each, under one family', () => {
  const css = displayFontCss({ zh: [['岛']], en: [['ა', 'ბ'], ['1']] });
  expect(css.match(/url\('\.\/serif-en[^']+'\)|unicode-range: [^;]+|Display en/g)).toEqual([
    'Display en', "url('./serif-en.woff2?no-inline')", 'unicode-range: U+10d0, U+10d1', 'Display en', "url('./serif-en-2.woff2?no-inline')", 'unicode-range: U+31',
  ]);
});

test('bytes that are no plain font are refused, not read as a font without characters', () => {
  expect(() => readCharacters(new TextEncoder().encode('wOF2 and then some more bytes'))).toThrow(/expected an uncompressed TrueType/);
  expect(() => readFamily(new TextEncoder().encode('wOF2 and then some more bytes'))).toThrow(/expected an uncompressed TrueType/);
  expect(() => readCharacters(new Uint8Array())).toThrow(/expected an uncompressed TrueType/);
});

test('the licence of the font lies beside it', () => {
  expect(existsSync('src/fonts/OFL.txt')).toBe(true);
  expect(readFileSync('src/fonts/OFL.txt', 'utf8')).toMatch(/Adobe[^]+SIL OPEN FONT LICENSE Version 1\.1/);
});
