import { describe, expect, test } from 'vitest';
import { STEP_IDS } from '../../src/story/ids.ts';
import { elements, read, site, stepsOf, wordsOf } from './pages.ts';

const main = site('main');
const ARTICLES = { zh: 'index.html', en: 'en/index.html' } as const;
const DATA = { zh: 'data/index.html', en: 'en/data/index.html' } as const;
const facts = (JSON.parse(read(main, 'data/facts.json')) as { id: string; calculated: boolean }[]).filter((fact) => !fact.calculated).map((fact) => fact.id);

describe.each(['zh', 'en'] as const)('the article as it lies on the server, %s', (locale) => {
  const html = read(main, ARTICLES[locale]);
  const steps = stepsOf(html);

  test('holds the text and a still picture of all 23 steps, in order, without a script', () => {
    expect([...steps.keys()]).toEqual([...STEP_IDS]);
    expect(steps.size).toBe(23);
    for (const [id, piece] of steps) {
      const [card, figure] = piece.split(/<figure class="still"[^>]*>/);
      expect(wordsOf(card!).length, `words of ${id}`).toBeGreaterThan(locale === 'zh' ? 50 : 150);
      expect(figure, `still of ${id}`).toMatch(/<svg [^>]*viewBox="0 0 390 500"[^>]*>.*<text .*<\/svg>/s);
      expect(wordsOf(figure!.split('<figcaption>')[1]!).length, `words for the still of ${id}`).toBeGreaterThan(10);
    }
  });

  test('holds both canvases of the opening, to be brought to life without a redraw', () => {
    expect(elements(html, 'svg').filter((svg) => /^0 0 960 820$/.test(svg['viewBox'] ?? ''))).toHaveLength(1);
    expect(html).toMatch(/<div class="canvas-holder portrait">.*?<svg.*<div class="canvas-holder landscape">.*?<svg/s);
  });

  test('links each of the 46 facts, and keeps the source of each in the page', () => {
    const linked = new Set(elements(html, 'a').map((a) => a['data-note']));
    const kept = new Set(elements(html, 'div').map((div) => div['id']));
    expect(facts).toHaveLength(46);
    expect(facts.filter((id) => !linked.has(id))).toEqual([]);
    expect(facts.filter((id) => !kept.has(`note-${id}`))).toEqual([]);
    for (const a of elements(html, 'a')) {
      if (a['data-note']) expect(a['href']).toBe(`/${locale === 'en' ? 'en/' : ''}data/#${a['data-note']}`);
    }
  });

  test('the data page has a row for each of them', () => {
    const rows = new Set(elements(read(main, DATA[locale]), 'tr').map((row) => row['id']));
    expect(facts.filter((id) => !rows.has(id))).toEqual([]);
    for (const id of ['calc-distance', 'calc-change', 'calc-monthly-2019', 'calc-monthly-short', 'calc-monthly-long']) expect(rows.has(id), id).toBe(true);
  });

  test('says what must be said of the numbers', () => {
    const words = wordsOf(html);
    for (const phrase of locale === 'zh' ? ['超过40克', '约6个月', '−75%', '示意图', '丁某', '沈某山'] : ['more than 40 grams', 'about 6 months', '−75%', 'Schematic map']) {
      expect(words.includes(phrase), phrase).toBe(true);
    }
    expect(words.match(/瘾君子|毒贩|罪犯|\b(?:addicts?|junkies?|criminals|dealers?)\b/i), 'a label for people').toBeNull();
    expect(words.match(/(?<!\d)37(?!\d)/), '23 and 14 added').toBeNull();
  });

  test('each part has its heading, once, and no two elements share an id', () => {
    expect(elements(html, 'h1')).toHaveLength(1);
    const ids = [...html.matchAll(/<[a-z][^>]*\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test('whatever an element refers to is in the page', () => {
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));
    const wanted = [...html.matchAll(/\s(?:aria-labelledby|aria-describedby|for)="([^"]+)"|url\(#([\w-]+)\)|<use href="#([\w-]+)"/g)].flatMap(([, a, b, c]) => (a ?? b ?? c)!.split(' '));
    expect(wanted.length).toBeGreaterThan(50);
    expect([...new Set(wanted)].filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('both languages', () => {
  const [zh, en] = [stepsOf(read(main, ARTICLES.zh)), stepsOf(read(main, ARTICLES.en))];

  test('link the same facts at each step', () => {
    const notes = (piece: string): (string | undefined)[] => [...new Set(elements(piece, 'a').map((a) => a['data-note']))].filter(Boolean).sort();
    for (const id of STEP_IDS) expect(notes(en.get(id)!), id).toEqual(notes(zh.get(id)!));
  });

  const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  /** The numbers in a still, whatever the language's way to write them. */
  const numbers = (piece: string): number[] => {
    const still = [...piece.split('<figcaption>')[0]!.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text).join(' | ');
    const plain = still
      .replaceAll(new RegExp(`\\b(${MONTHS.join('|')})\\b`, 'g'), (month) => String(MONTHS.indexOf(month) + 1))
      .replaceAll(/([\d,.]+)万/g, (_, digits: string) => String(Number(digits.replaceAll(',', '')) * 10_000));
    return [...plain.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(',', ''))).sort((a, b) => a - b);
  };

  test('draw the same numbers at each step', () => {
    expect(numbers(zh.get('cases-since')!)).toEqual(expect.arrayContaining([21, 75, 84]));
    for (const id of STEP_IDS) expect(numbers(en.get(id)!), id).toEqual(numbers(zh.get(id)!));
  });
});

describe('without an approved map', () => {
  test.each(Object.values(ARTICLES))('%s has no land at all, and says so', (file) => {
    const html = read(site('schematic'), file);
    expect(html).not.toMatch(/china-(land|borders|hubei|heilongjiang)|isle-(coast|borders)|south-sea/);
    expect(html).toContain('class="node"');
    expect(wordsOf(html)).toMatch(/不含地理边界|without geographic boundaries/);
  });

  test('the map with land is there otherwise, and is called schematic', () => {
    const html = read(main, 'index.html');
    expect(html).toContain('id="china-land"');
    expect(html).toMatch(/<text[^>]*>示意图 · 未经审图<\/text>/);
  });
});
