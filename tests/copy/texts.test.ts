import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fill } from '../../src/data/fill.ts';
import { headlineText } from '../../src/copy/headlines.ts';
import { inside } from '../../src/copy/href.ts';
import { buildTexts } from '../../src/copy/texts.ts';
import { readUi } from '../../src/copy/ui.ts';
import { readText } from '../../src/copy/sources.ts';
import { tables } from '../../src/data/tables.ts';

const ui = (zh: string, en: string): Record<'zh' | 'en', Record<string, string>> =>
  buildTexts('ui', new Map([['src/content/zh/ui.json', zh], ['src/content/en/ui.json', en]]), tables());

const EN = 'src/content/en/ui.json';

describe('short texts', () => {
  test('bindings are printed in each language, placeholders stay', () => {
    expect(ui('{"a": "{qh-seized-ring-g}，%n%个月"}', '{"a": "{qh-seized-ring-g}, %n% months"}')).toEqual({
      zh: { a: '超过40克，%n%个月' },
      en: { a: 'more than 40 grams, %n% months' },
    });
  });

  test.each([
    ['a key missing in English', '{"a": "甲", "b": "乙"}', '{"a": "x"}', `${EN}:1:1: "b" is missing; src/content/zh/ui.json has it`],
    ['a key left over in English', '{"a": "甲"}', '{"a": "x",\n  "b": "y"}', `${EN}:2:9: "b" is left over; src/content/zh/ui.json does not have it`],
    ['a placeholder lost', '{"a": "%n%个月"}', '{"a": "months"}', `${EN}:1:8: "a" has no %name%, expected %n% as in src/content/zh/ui.json`],
    ['a typed digit', '{"a": "甲"}', '{"a": "page 404"}', `${EN}:1:13: "404" is a typed number`],
    ['an unknown id', '{"a": "甲"}', '{"a": "x {qh-x}"}', `${EN}:1:10: {qh-x}: neither data/facts.csv nor src/data/derive.ts has this id`],
    ['an empty text', '{"a": "甲"}', '{"a": ""}', `${EN}:1:7: a: expected a text`],
    ['a number for a text', '{"a": "甲"}', '{"a": 3}', `${EN}:1:7: a: expected a text`],
    ['a key twice', '{"a": "甲"}', '{"a": "x", "a": "y"}', `${EN}:1:12: Map keys must be unique`],
    ['a space at the end', '{"a": "甲"}', '{"a": "x "}', `${EN}:1:8: a text begins and ends without a space`],
    ['a file that breaks off', '{"a": "甲"}', '{"a": "x"', `${EN}:1:10: `],
  ])('%s is named', (_, zh, en, expected) => {
    expect(() => ui(zh, en)).toThrow(expected);
  });

  test('a figure of ours gets its sign by itself: typed beside it, it would stand there twice, or where nothing is ours', () => {
    const read = (en: string) => buildTexts('chart', new Map([['src/content/zh/chart.json', '{"a": "{calc-distance}"}'], ['src/content/en/chart.json', en]]), tables(), 'ƒ');
    expect(read('{"a": "{calc-distance}"}').en['a']).toBe('ƒ3,500 kilometres');
    expect(() => read('{"a": "ƒ {calc-distance}"}')).toThrow('src/content/en/chart.json:1:8: “ƒ” is set by itself before a figure of ours, expected the words without it');
  });

  test('the title of the piece is that of the settings, in the text’s language', () => {
    expect(ui('{"a": "《{title}》的数据"}', '{"a": "The numbers of {title}"}')).toEqual({ zh: { a: '《两股绳，一片滩》的数据' }, en: { a: 'The numbers of Two Ropes, One Shore' } });
  });

  test('the interface reads in both languages, with the same keys', () => {
    expect(Object.keys(readUi('en'))).toEqual(Object.keys(readUi('zh')));
    expect(readUi('zh').keyHatching).toBe('斜线：没有披露');
    expect(readUi('en').sliderLabel).toBe('How long is “since 2020”?');
  });

  // Excludes a sentence that an editor corrects and a translator translates, and that nobody ever sees.
  test.each(['ui', 'embed', 'lesson', 'slides', 'pictures'])('each text of src/content/CODE/%s.json is shown somewhere', (kind) => {
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:astro|svelte|ts)$/.test(file)).map((file) => readFileSync(`src/${file}`, 'utf8')).join('\n');
    // `words.key`, 'a.key', or `a.${key}` made on the way.
    const named = (key: string): boolean => code.includes(`'${key}'`) || new RegExp(`\\.${key}\\b`).test(code) || (key.includes('.') && code.includes(`\`${key.split('.')[0]}.\${`));
    expect(Object.keys(JSON.parse(readText(`src/content/zh/${kind}.json`))).filter((key) => !named(key))).toEqual([]);
  });

  test('a placeholder without a value is an error, not a hole', () => {
    expect(fill('%guess%人，差%difference%人', { guess: 500, difference: 950 })).toBe('500人，差950人');
    expect(() => fill('%guess%人', {})).toThrow('%guess%');
  });
});

describe('addresses inside the site', () => {
  test.each([
    ['/data/#qh-months', 'zh', '/', '/data/#qh-months'],
    ['/data/#qh-months', 'en', '/', '/en/data/#qh-months'],
    ['/data/', 'en', '/2021/626/', '/2021/626/en/data/'],
    ['/data/', 'zh', '/2021/626', '/2021/626/data/'],
    ['/data/facts.csv', 'en', '/2021/626/', '/2021/626/data/facts.csv'],
    ['#cut-1', 'en', '/2021/626/', '#cut-1'],
  ] as const)('%s in %s under %s', (path, locale, base, expected) => {
    expect(inside(path, locale, base)).toBe(expected);
  });
});

describe('headlines for the display face', () => {
  test.each([
    ['zh', ['两股绳，一片滩', '包裹从北方来', '四个地名，一个“等”字', '少了1,170人', '数据与方法', '怎么读这些图']],
    ['en', ['Two Ropes, One Shore', 'Parcels from the north', 'A list of four, and others', 'Down by 1,170 people', 'Data and method']],
  ] as const)('%s holds chapter titles, step titles and page headings', (locale, titles) => {
    const lines = headlineText(locale).split('\n');
    for (const title of titles) expect(lines).toContain(title);
  });

  test('every sign of a number is there', () => {
    for (const sign of '0123456789,.−+%ƒ约') expect(headlineText('zh')).toContain(sign);
  });

  test('an English page asks for no Chinese glyphs', () => {
    expect(headlineText('en')).not.toMatch(/\p{Script=Han}/u);
  });
});
