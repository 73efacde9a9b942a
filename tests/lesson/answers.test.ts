import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { tables, type Tables } from '../../src/data/tables.ts';
import { buildLesson, readLesson, readLessonSources } from '../../src/lesson/content/words.ts';

/** The answers of a language by where they are asked, as a teacher reads them. */
function answersOf(locale: 'zh' | 'en', data: Tables = tables()): Record<string, string> {
  const { tasks, plans } = data === tables() ? readLesson(locale) : buildLesson(readLessonSources(), data)[locale];
  const words = (nodes: Parameters<typeof plain>[0]): string => plain(nodes, locale, data);
  return {
    ...Object.fromEntries(Object.entries(tasks).flatMap(([id, { answer, supportAnswer, extensionAnswer }]) => [
      [`${id}`, answer.map(words).join('\n')], [`${id} support`, words(supportAnswer)], [`${id} extension`, words(extensionAnswer)],
    ])),
    ...Object.fromEntries(Object.entries(plans).map(([id, { wrong, extension }]) => [`plan ${id}`, [...wrong.map(({ reply }) => words(reply)), ...extension.map(({ answer }) => words(answer))].join('\n')])),
  };
}

// Worked out by hand from the made-up tables: 84 cases in 2019, 21 since; falls of 240, 410 and 1,170; groups of 23 and 14.
const BY_HAND = [
  ['comparable', /7\.0.*1\.8.*1\.2.*75\s?%.*83\.3\s?%/s],
  ['comparable support', /21\s?÷\s?12\s?[＝=]\s?1\.8/],
  ['comparable extension', /83\.3\s?%/],
  ['adding', /23.*14/s],
  ['adding extension', /23\s?≤\s?\|A\s?∪\s?B\|\s?≤\s?37/],
  ['percentage', /240.*410/s],
  ['percentage support', /1,170/],
  ['distance', /3,500/],
  ['distance extension', /44\.55\s?−\s?18\.25\)?）?\s?×\s?111.*2,919/s],
  ['plan 15', /83\.3\s?%/],
  // “It is speeding up” is true on every reading: 20.0 and 34.2 a month, then 65.0 to 68.8.
  ['plan 40', /126.*20\.0.*34\.2.*65\.0.*68\.8/s],
  ['plan 80', /20\.0.*34\.2.*65\.0.*68\.8.*23\s?≤\s?\|A\s?∪\s?B\|\s?≤\s?37/s],
] as const;

describe.each(['zh', 'en'] as const)('expected answers, %s', (locale) => {
  const answers = answersOf(locale);
  test.each(BY_HAND)('%s is what a hand works out', (where, expected) => expect(answers[where]).toMatch(expected));

  test('every question has an answer of its own for its help and for the step further', () => {
    expect(Object.keys(readLesson(locale).tasks)).toHaveLength(4);
    for (const [where, words] of Object.entries(answers)) expect(words.length, where).toBeGreaterThan(10);
  });

  test('what is true on every reading is not called wrong', () => {
    for (const [id, { wrong }] of Object.entries(readLesson(locale).plans)) {
      const faster = wrong.find(({ answer }) => /越来越快|speeding up/.test(plain(answer, locale, tables())));
      if (faster !== undefined) expect(plain(faster.reply, locale, tables()), id).toMatch(locale === 'zh' ? /是对的/ : /this is right/);
    }
  });
});

test('a corrected count reaches every answer that it is in', () => {
  const data = tables();
  const fact = { ...data.facts.get('qh-cases-2020on')!, value: 42 };
  const corrected = answersOf('zh', { ...data, facts: new Map([...data.facts, [fact.id, fact]]) });
  // (42 ÷ 18 − 7) ÷ 7
  expect(corrected['comparable extension']).toContain('66.7%');
  expect(corrected['plan 15']).toContain('66.7%');
  expect(corrected['comparable support']).toContain('42÷12＝3.5');
});
