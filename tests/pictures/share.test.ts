import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/languages.ts';
import { sharedPictures } from '../../src/pictures/share.ts';
import { balanced, widthOf } from '../../src/scenes/text.ts';

/** Words of a card with their place and size, as they are drawn. */
const wordsOf = (svg: string): { look: string; x: number; y: number; size: number; text: string }[] =>
  [...svg.matchAll(/<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)">([^<]*)<\/text>/g)].map(
    ([, look, x, y, size, text]) => ({ look: look!, x: Number(x), y: Number(y), size: Number(size), text: text! }));

describe.each(LOCALES)('cards of a step, %s', (locale) => {
  const cards = sharedPictures(locale).filter(({ name }) => name !== locale && !name.startsWith('square'));
  test.each(cards)('$name breaks no number, and keeps its words beside the chart', ({ draw }) => {
    const own = wordsOf(draw()).filter(({ x }) => x === 64);
    const title = own.filter(({ look }) => look === 'display');
    const small = own.filter(({ look }) => look === 'muted');
    expect(title.length).toBeGreaterThan(0);
    expect(title.filter(({ text }) => /\d,$/.test(text))).toEqual([]);
    expect(small.length).toBeGreaterThan(1);
    // 384 px is the column of words; the chart begins behind it.
    expect(small.filter(({ text, size }) => widthOf(text, size) > 384)).toEqual([]);
    const lowest = Math.max(...title.map(({ y }) => y));
    expect(small.filter(({ y }) => y > 100 && y < lowest + 30)).toEqual([]);
  });
});

test('a title in two lines leaves no sign alone in the second', () => {
  expect(balanced('甲乙丙丁戊己庚', 10, 65)).toEqual(['甲乙丙丁', '戊己庚']);
  expect(balanced('甲乙丙', 10, 65)).toEqual(['甲乙丙']);
  expect(balanced('Arrests and a seizure', 54, 384)).toEqual(['Arrests and', 'a seizure']);
});

test('nor does it tear a word apart, where a line of another length does not', () => {
  expect(balanced('列案、通报和收网', 10, 72)).toEqual(['列案、通报', '和收网']);
});

test('the last picture of the page is by day, and every line that the story cuts is cut in it', () => {
  const square = sharedPictures('zh').find(({ name }) => name === 'square.zh')!.draw();
  const story = sharedPictures('zh').find(({ name }) => name === 'zh')!.draw();
  const cuts = (svg: string): number => (svg.match(/class="cut"/g) ?? []).length;
  expect([cuts(square), cuts(story)]).toEqual([2, 0]);
  expect(square).not.toBe(story);
});
