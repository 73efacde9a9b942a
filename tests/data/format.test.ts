import { expect, test } from 'vitest';
import { figureById } from '../../src/data/derive.ts';
import { correctedCell, formatFact, formatMonth, formatValue, isDerived, qualifierWord, sectionTitle, type Form } from '../../src/data/format.ts';
import { factById, loadTables } from '../../src/data/tables.ts';
import { messageOf, writePackage } from './fixture.ts';

const tables = loadTables(writePackage());

test.each([
  ['qh-cases-2019', 'full', '84起', '84 cases'],
  ['qh-seized-ring-g', 'full', '超过40克', 'more than 40 grams'],
  ['qh-seized-ring-g', 'number', '40+', '40+'],
  ['qh-seized-island-g', 'full', '0.85克', '0.85 grams'],
  ['qh-months', 'full', '约6个月', 'about 6 months'],
  ['qh-months', 'number', '约6', 'about 6'],
  ['wn-sold-in', 'full', '至少4地', 'at least 4 places'],
  ['wn-sold-in', 'number', '4+', '4+'],
  ['wn-sold-in', 'word', '四', 'four'],
  ['wn-years-falling', 'full', '超过3年', 'more than 3 years'],
  ['qh-trips-north', 'full', '3次', '3 trips'],
  ['qh-trips-north', 'number', '3', '3'],
  ['qh-trips-north', 'word', '三', 'three'],
  ['wn-port-checkpoints', 'word', '两', 'two'],
  ['qh-theft-robbery', 'word', '零', 'zero'],
  ['qh-theft-robbery', 'full', '0起', '0 cases'],
  ['qh-hotels-found', 'full', '1家', '1 hotel'],
  ['qh-patrols-daily', 'full', '2次/天', '2 patrols a day'],
  ['qh-case-year', 'full', '2020年', '2020'],
  ['qh-case-year', 'number', '2020', '2020'],
  ['wn-target-case', 'full', '2020年5月', 'May 2020'],
  ['qh-satisfaction-rank', 'full', '第3位', '3rd'],
  ['qh-satisfaction-rank', 'word', '第三', 'third'],
  ['qh-cases-change', 'full', '\u221275%', '\u221275%'],
  ['qh-cases-change', 'abs', '75%', '75%'],
  ['qh-officers', 'full', '2,600人次', '2,600 officer deployments'],
  ['wn-tests', 'full', '28,450人', '28,450 people'],
  ['qh-places-checked', 'full', '超过4,000处', 'more than 4,000 places'],
  ['qh-places-checked', 'number', '4,000+', '4,000+'],
  ['qh-fine-persons', 'full', '2万元', '20,000 yuan'],
  ['qh-fine-venues', 'full', '6万元', '60,000 yuan'],
  ['qh-leaflets', 'full', '超过15万份', 'more than 150,000 leaflets'],
  ['qh-leaflets', 'number', '15万+', '150,000+'],
  ['qh-audience', 'full', '25万人次', '250,000 attendances'],
  ['wn-users-2018', 'full', '\u2212240人', '\u2212240 people'],
  ['wn-users-2018', 'abs', '240人', '240 people'],
  ['wn-users-2020on', 'number', '\u22121,170', '\u22121,170'],
  ['wn-users-2020on', 'abs-number', '1,170', '1,170'],
  ['calc-distance', 'full', '3,500公里', '3,500 kilometres'],
  ['calc-distance', 'number', '3,500', '3,500'],
  ['calc-change', 'full', '\u221275.00%', '\u221275.00%'],
  ['calc-change', 'abs', '75.00%', '75.00%'],
  ['calc-fewer', 'full', '63起', '63 cases'],
  ['calc-monthly-2019', 'full', '7.0起/月', '7.0 cases a month'],
  ['calc-monthly-short', 'number', '1.8', '1.8'],
  ['calc-monthly-long', 'number', '1.2', '1.2'],
  ['calc-months-max', 'full', '18个月', '18 months'],
] as [string, Form, string, string][])('%s as %s reads %s and %s', (id, form, zh, en) => {
  expect(formatFact(figureById(tables, id), 'zh', form)).toBe(zh);
  expect(formatFact(figureById(tables, id), 'en', form)).toBe(en);
});

test.each([
  ['qh-cases-2019', 'word', '84 has no word'],
  ['qh-seized-island-g', 'word', '0.85 has no word'],
  ['wn-users-2018', 'word', '-240 has no word'],
  ['wn-target-case', 'number', 'it is a month'],
  ['wn-target-case', 'word', 'it is a month'],
  ['wn-target-case', 'abs', 'it is a month'],
] as [string, Form, string][])('%s as %s cannot be written, and the error names both', (id, form, why) => {
  for (const locale of ['zh', 'en'] as const) {
    expect(messageOf(() => formatFact(figureById(tables, id), locale, form))).toMatch(new RegExp(`^\\{${id}:${form}\\} cannot be written: ${why}.*, expected`));
  }
});

test('no form of any figure contains a hyphen for a minus, a space between digits and Han, or NaN', () => {
  for (const id of tables.facts.keys()) {
    const figure = figureById(tables, id);
    const texts = figure.value === null ? [formatFact(figure, 'zh')] : (['full', 'number', 'abs', 'abs-number'] as const).map((form) => formatFact(figure, 'zh', form));
    for (const text of texts) expect(text, id).not.toMatch(/-|\s|NaN|undefined|null/);
  }
});

test.each([
  [999, '999', '999'],
  [1000, '1,000', '1,000'],
  [9999, '9,999', '9,999'],
  [10_000, '1万', '10,000'],
  [10_001, '10,001', '10,001'],
  [1_230_000, '123万', '1,230,000'],
  [-10_000, '\u22121万', '\u221210,000'],
  [0, '0', '0'],
  [1234.5, '1,234.5', '1,234.5'],
])('a label writes %d as %s and %s', (value, zh, en) => {
  expect(formatValue(value, 'zh')).toBe(zh);
  expect(formatValue(value, 'en')).toBe(en);
});

test('a label rounds to the decimals asked for, and nothing becomes minus zero', () => {
  expect(formatValue(22 / 13, 'en', 1)).toBe('1.7');
  expect(formatValue(7, 'zh', 1)).toBe('7.0');
  expect(formatValue(-0.04, 'en', 1)).toBe('0.0');
});

test('English ranks have the right ending', () => {
  const rank = factById(tables, 'qh-satisfaction-rank');
  const endings = [1, 2, 3, 4, 11, 12, 13, 21].map((value) => formatFact({ ...rank, value }, 'en'));
  expect(endings).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st']);
  expect(messageOf(() => formatFact({ ...rank, value: 0 }, 'zh', 'word'))).toContain('from 1 to 10');
});

test('qualifiers, sections and months have words in both languages', () => {
  expect(qualifierWord(factById(tables, 'qh-seized-ring-g'), 'zh')).toContain('超过');
  expect(qualifierWord(factById(tables, 'qh-months'), 'en')).toBe('about');
  const corrected = { ...factById(tables, 'qh-months'), qualifier: 'exact', corrected: true } as const;
  expect([qualifierWord(corrected, 'zh'), qualifierWord(corrected, 'en')], 'a corrected number is not what was printed').toEqual(['已更正', 'corrected']);
  expect(qualifierWord({ ...corrected, qualifier: 'more_than' }, 'en')).toBe('corrected: more than');
  expect(correctedCell({ field: 'qualifier' }, 'more_than', 'zh', tables), 'no code is printed').toBe('超过');
  expect([correctedCell({ field: 'place' }, 'qionghai', 'en', tables), correctedCell({ field: 'value' }, '-331', 'en', tables)]).toEqual(['Qionghai', '-331']);
  expect(sectionTitle('qionghai-A', 'zh', tables)).toBe('琼海版A节');
  expect(sectionTitle('wanning-C', 'en', tables)).toBe('Wanning page, section C');
  expect(messageOf(() => sectionTitle('wuhan-D', 'en', tables))).toContain('section "wuhan-D" is unknown, expected');
  expect(formatMonth('2021-06', 'zh')).toBe('2021年6月');
  expect(formatMonth('2021-12', 'en')).toBe('December 2021');
});

test('a calculation of ours is told apart from a number of the source', () => {
  expect(isDerived(figureById(tables, 'calc-change'))).toBe(true);
  expect(isDerived(figureById(tables, 'qh-cases-change'))).toBe(false);
});
