import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { tables } from '../../src/data/tables.ts';
import { parsePractice, practiceTables, readPractice } from '../../src/lesson/content/practice.ts';

describe.each(['zh', 'en'] as const)('the made-up data set, %s', (locale) => {
  const { data, words } = readPractice(locale);
  const answers = words.tasks.map(({ answer }) => plain(answer, locale, data)).join('\n');

  test('it says that it is made up', () => {
    expect(plain(words.intro, locale, data)).toMatch(locale === 'zh' ? /编出来的/ : /made up/);
  });

  // By hand: 150 ÷ 12, 45 ÷ 12, 45 ÷ 21 and (45 ÷ 21 − 12.5) ÷ 12.5; 16 and 12; 120 ÷ 12, 180 ÷ 12, 480 ÷ 21 and 480 ÷ 20.
  test('its answers are those of its own numbers', () => {
    expect(answers).toMatch(/150\s?÷\s?12.*12\.5.*3\.8.*21.*2\.1.*82\.9%/s);
    expect(answers).toMatch(/16\s?≤\s?\|A\s?∪\s?B\|\s?≤\s?28/);
    expect(answers).toMatch(/10\.0.*15\.0.*22\.9.*24\.0/s);
  });

  test('no question tells its answer, and no number of the true story is in it', () => {
    const asked = words.tasks.map(({ ask }) => plain(ask, locale, data)).join('\n');
    expect(asked).not.toMatch(/截止日|未写明|last day|not given/);
    expect(`${asked}\n${answers}`).not.toMatch(/\b(84|1,170|240|410|23)\b/);
  });
});

test('the true tables stay as they are', () => {
  const before = tables().facts.get('qh-cases-2019')!.value;
  const made = practiceTables(parsePractice('published: 2021-09\nfacts:\n  - { fact: qh-cases-2019, value: 9, zh: { place: 甲, what: 乙, unit: 丙, period: 丁 }, en: { place: a, what: b, unit: c, period: d } }\n', 'x.yaml'), tables());
  expect([made.facts.get('qh-cases-2019')!.value, tables().facts.get('qh-cases-2019')!.value]).toEqual([9, before]);
});

test.each([
  ['a fact that is not there', 'fact: qh-cases', /x\.yaml:3:\d+: .*expected an id of data\/facts\.csv/],
  ['a month that is none', '2021-13', /x\.yaml:1:\d+: .*expected a month such as 2021-09/],
])('%s stops the build at its place', (what, wrong, expected) => {
  const good = 'published: 2021-09\nfacts:\n  - { fact: qh-cases-2019, value: 9, zh: { place: 甲, what: 乙, unit: 丙, period: 丁 }, en: { place: a, what: b, unit: c, period: d } }\n';
  const text = what.startsWith('a fact') ? good.replace('fact: qh-cases-2019', wrong) : good.replace('2021-09', wrong);
  expect(() => parsePractice(text, 'x.yaml')).toThrow(expected);
});
