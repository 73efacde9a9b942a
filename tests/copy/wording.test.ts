import { describe, expect, test } from 'vitest';
import { correctedFindings, numberFindings, numberRule, pairFindings, qualifierFindings, signFindings, unitFindings, wordFindings, type Style } from '../../src/copy/wording.ts';
import type { Fact, Qualifier } from '../../src/data/types.ts';

/** A fact of which only what the rules read is filled in. */
function fact(id: string, value: number, qualifier: Qualifier, unit: { zh: string; en: string }): Fact {
  const both = { zh: '', en: '' };
  return { id, value, qualifier, unit: { ...unit, enOne: unit.en }, place: '', topic: '', kind: value < 0 ? 'fall' : 'count', month: null, words: null, label: both, period: both, section: '', sourceLines: '', note: both, corrected: false };
}
const FACTS = new Map([
  fact('held', 19, 'exact', { zh: '人', en: 'suspects' }),
  fact('grams', 30, 'more_than', { zh: '克', en: 'grams' }),
  fact('length', 7, 'about', { zh: '个月', en: 'months' }),
  fact('visits', 530, 'exact', { zh: '家次', en: 'venue visits' }),
  fact('crowd', 300000, 'reported', { zh: '人次', en: 'attendances' }),
  fact('fewer', -331, 'exact', { zh: '人', en: 'people' }),
  fact('run', 3, 'more_than', { zh: '年', en: 'years' }),
].map((each) => [each.id, each]));

const STYLE: Style = {
  banned: { zh: [{ word: '包裹', reason: '没有人说过' }], en: [{ word: 'parcel', reason: 'nobody says so' }] },
  terms: [{ zh: '贩毒通道', en: 'trafficking channel', not_zh: ['贩毒线'], not_en: ['drug route'] }],
  pairs: [{ zh: '据悉', en: 'reportedly|it is reported' }],
  comparing: { zh: [], en: [] },
  linted: {},
};

const messages = (found: { message: string }[]): string[] => found.map(({ message }) => message);

describe('words', () => {
  test('a banned word is told with its reason and its place', () => {
    expect(wordFindings('寄来的包裹', 'zh', STYLE)).toEqual([{ index: 3, message: '“包裹”: 没有人说过' }]);
    expect(wordFindings('By Parcel.', 'en', STYLE)).toEqual([{ index: 3, message: '“Parcel”: nobody says so' }]);
  });
  test('in English a banned word is a whole word', () => {
    expect(wordFindings('parcelled, sub-parcel', 'en', STYLE)).toEqual([]);
  });
  test('a second name of a thing is told with the one it has', () => {
    expect(messages(wordFindings('一条贩毒线', 'zh', STYLE))).toEqual(['“贩毒线”: expected “贩毒通道”, the one name of this thing']);
    expect(messages(wordFindings('a drug route', 'en', STYLE))).toEqual(['“drug route”: expected “trafficking channel”, the one name of this thing']);
  });
});

describe('qualifiers', () => {
  test.each([
    ['zh', '约{held}'], ['zh', '{held}左右'], ['zh', '{grams}多'], ['zh', '超过{grams}'], ['zh', '近{visits}'],
    ['en', 'about {held}'], ['en', 'more than {grams}'], ['en', 'at least {visits:number} of them'], ['en', '{held} or so'],
  ] as const)('%s: “%s” says what the table does not, or says it twice', (locale, text) => {
    expect(messages(qualifierFindings(text, locale, FACTS))).toEqual([expect.stringContaining('take it out')]);
  });
  test('a form that leaves “about” or “more than” out is told', () => {
    expect(messages(qualifierFindings('{length:word}个月', 'zh', FACTS))).toEqual([expect.stringContaining('leaves out that the table says “about”')]);
    expect(messages(qualifierFindings('{run:word} years', 'en', FACTS))).toEqual([expect.stringContaining('leaves out that the table says “more_than”')]);
  });
  test.each([['zh', '大约在{held}被抓获之后，共{grams}'], ['zh', '{held}多于{fewer}'], ['en', 'something over there: {held}'], ['zh', '约{calc-distance}']] as const)('%s: “%s” is no fault', (locale, text) => {
    expect(qualifierFindings(text, locale, FACTS)).toEqual([]);
  });
});

describe('units', () => {
  test('occurrences are no people and no venues', () => {
    expect(messages(unitFindings('受教育{crowd:number}人', 'zh', FACTS))).toEqual([expect.stringContaining('it counts 人次')]);
    expect(messages(unitFindings('查了{visits:number}家', 'zh', FACTS))).toHaveLength(1);
    expect(messages(unitFindings('{crowd:number} people came', 'en', FACTS))).toEqual([expect.stringContaining('it counts attendances')]);
  });
  test.each([['zh', '{crowd:number}人次'], ['zh', '{visits:number}家次'], ['zh', '{held:number}人'], ['en', '{crowd}'], ['en', '{visits:number} venue visits']] as const)('%s: “%s” is no fault', (locale, text) => {
    expect(unitFindings(text, locale, FACTS)).toEqual([]);
  });
});

test('a fall of minus 331 is a fault, and neither its absolute value nor another sentence is', () => {
  expect(messages(signFindings('减少{fewer}', 'zh', FACTS))).toEqual(['{fewer} is negative beside a word of falling: write {fewer:abs}']);
  expect(messages(signFindings('Down by {fewer:number}', 'en', FACTS))).toHaveLength(1);
  expect(signFindings('减少{fewer:abs}。变化：{fewer}', 'zh', FACTS)).toEqual([]);
  expect(signFindings('Change: {fewer}', 'en', FACTS)).toEqual([]);
});

test('a change told as one of the other direction is refused: what rose did not fall', () => {
  const facts = new Map([...FACTS, ['more', { ...FACTS.get('held')!, id: 'more', kind: 'rise' } as Fact]]);
  expect(messages(signFindings('减少{more:abs}', 'zh', facts))).toEqual(['{more:abs} is a rise beside a word of a fall: say what it is']);
  expect(messages(signFindings('It rose by {fewer:abs}', 'en', facts))).toEqual(['{fewer:abs} is a fall beside a word of a rise: say what it is']);
  expect(signFindings('It rose by {more:abs}. It fell by {fewer:abs}', 'en', facts)).toEqual([]);
});

describe('numbers typed as words', () => {
  test.each([['zh', '抓获十九人'], ['zh', '十九名嫌疑人'], ['en', 'Nineteen suspects'], ['en', 'seven months'], ['zh', '七个月'], ['zh', '二十九人'], ['en', 'eighteen suspects'], ['zh', '十八名嫌疑人']] as const)('%s: “%s” is bound to no fact', (locale, text) => {
    expect(messages(numberFindings(text, locale, numberRule(FACTS.values())))).toEqual([expect.stringContaining('is a number typed as words')]);
  });
  test.each([['zh', '几十人'], ['zh', '十九起'], ['zh', '两个月'], ['zh', '第十九名'], ['en', 'two suspects'], ['en', 'nineteen cases'], ['zh', '三年大会战'], ['en', 'a three-year campaign of three years']] as const)('%s: “%s” is no number of the table', (locale, text) => {
    expect(numberFindings(text, locale, numberRule(FACTS.values()))).toEqual([]);
  });
});

test('who says it is said in both languages or in neither', () => {
  const findings = (zh: string, en: string, units = { zh: '', en: '' }): string[] => pairFindings({ zh, en }, units, STYLE.pairs, ['zh', 'en']);
  expect(findings('据悉，有三条', 'There are some')).toEqual(['Chinese says “据悉”, English does not say “reportedly|it is reported”']);
  expect(findings('有', 'Reportedly so')).toEqual(['English says “reportedly|it is reported”, Chinese does not say “据悉”']);
  expect(findings('据悉', 'It is reported that')).toEqual([]);
  // A unit of the table says it for the language that prints it, and asks nothing of the other.
  expect(findings('据悉，有三条', 'There are 3', { zh: '', en: 'reportedly so many' })).toEqual([]);
  expect(findings('有三条', 'There are 3', { zh: '', en: 'reportedly so many' })).toEqual([]);
});

test('corrected words that are still typed as they were are told, with what they are now', () => {
  const none = { zh: '', en: '' };
  const corrections = [{ id: 's-1', kind: 'source', date: '2026-10-01', fact: 'when', step: null, field: 'words', was: { zh: '近日', en: 'recently' }, is: { zh: '近日内', en: 'in recent days' }, reason: none, found: none } as const];
  expect(messages(correctedFindings('“近日”通报，近日内抓获', 'zh', corrections))).toEqual(['“近日” is what stood in when before it was corrected, expected “近日内”: bind it where it is quoted, {when}']);
  expect(correctedFindings('recently', 'en', corrections)).toEqual([]);
});
