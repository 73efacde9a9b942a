import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { tables } from '../../src/data/tables.ts';
import { TASKS } from '../../src/lesson/content/tasks.ts';
import { buildLesson, readLesson, readLessonSources } from '../../src/lesson/content/words.ts';

const ZH = 'src/content/zh/lesson/tasks.yaml';
const EN = 'src/content/en/lesson/tasks.yaml';
const LOCALES = ['zh', 'en'] as const;

/** Builds the lesson with one text replaced. */
function changed(file: string, from: string, to: string): () => unknown {
  const sources = new Map(readLessonSources());
  const text = sources.get(file)!;
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  sources.set(file, text.replace(from, to));
  return () => buildLesson(sources, tables());
}

describe('a fault in the words stops the build at its place', () => {
  test.each([
    ['a typed digit', EN, 'turn both into cases a month', 'turn all 3 into cases a month', /en\/lesson\/tasks\.yaml:\d+:\d+: "3" is a typed number/],
    ['an unknown fact', ZH, '{qh-users-involved}', '{qh-users}', /zh\/lesson\/tasks\.yaml:\d+:\d+: \{qh-users\}: neither/],
    ['a number in one language only', EN, '{qh-cases-2020on:number} “since', 'few “since', /tasks\.comparable\.question\.0: \{qh-cases-2020on\} stands in .*zh\/lesson\/tasks\.yaml but not here/],
    ['a key too many', EN, 'tasks:\n', 'tasks:\n  extra: x\n', /en\/lesson\/tasks\.yaml:\d+:\d+: "extra" is not known here/],
    ['a hint that English lacks', EN, '      - "Does the special say which it is?"\n', '', /en\/lesson\/tasks\.yaml:1:1: tasks\.adding\.hints\.2 is missing/],
    ['a half-width comma in Chinese', ZH, '特刊说了是哪一种吗？', '特刊,说了是哪一种吗？', /zh\/lesson\/tasks\.yaml:\d+:\d+: half-width ","/],
  ])('%s', (_, file, from, to, expected) => {
    expect(changed(file, from, to)).toThrow(expected);
  });

  test('a placeholder that a translation loses', () => {
    expect(changed('src/content/en/lesson/plans.yaml', '%count% guesses; their median is %middle%', 'The median is %middle%')).toThrow(
      /predict\.cases\.classResult: expected %answer% %count% %middle%/,
    );
  });
});

/** Every text of a language as plain words. */
function everything(locale: 'zh' | 'en'): string {
  const { locale: _, ui, ...rest } = readLesson(locale);
  const walk = (value: unknown): string[] => {
    if (Array.isArray(value) && value.length > 0 && typeof value[0] === 'object' && 'type' in value[0]) return [plain(value, locale, tables())];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(walk) : [];
  };
  return [...Object.values(ui), ...walk(rest)].join('\n');
}

describe.each(LOCALES)('%s', (locale) => {
  const text = everything(locale);
  const { tasks } = readLesson(locale);

  test('the two groups of suspects are never added', () => {
    expect(text.length).toBeGreaterThan(5_000);
    // The sum stands nowhere but as the upper limit of a union.
    const LIMITS = /23\s?≤\s?\|A\s?∪\s?B\|\s?≤\s?37/g;
    expect(text.match(LIMITS)).toHaveLength(2);
    expect(text.replaceAll(LIMITS, '')).not.toMatch(/\b37\b|三十七|thirty-seven/);
    expect(text).not.toMatch(/23\s*[+＋]\s*14/);
  });

  test('no percentage is given for the fall in Anping, and the text says why', () => {
    const { answer } = tasks.percentage;
    const worked = answer.map((nodes) => plain(nodes, locale, tables())).join(' ');
    expect(worked).toContain('1,170');
    expect(worked).not.toMatch(/\d\s*%/);
    expect(worked).toMatch(locale === 'zh' ? /算不出.*没有公布/ : /cannot.*not published/);
  });

  test('the worked answers hold the numbers of the source', () => {
    const words = (id: keyof typeof tasks): string => tasks[id].answer.map((nodes) => plain(nodes, locale, tables())).join(' ');
    for (const number of ['84', '21', '7.0', '1.8', '1.2', '12', '18']) expect(words('comparable'), number).toMatch(new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d.])`));
    expect(words('adding')).toMatch(/23.*14/s);
    expect(words('distance')).toContain('3,500');
  });

  test('telephone numbers are these and no others', () => {
    const care = JSON.stringify(readLesson(locale).care);
    const digits = [...new Set(care.match(/(?<="value":")\d+(?=")/g))].sort();
    expect(digits).toEqual(locale === 'zh' ? ['110', '120', '12320', '12345', '12355', '12356'] : ['110', '120', '12320', '12345', '12355', '12356', '62']);
  });

  test('people are not labelled', () => {
    // The official category stands in quotation marks, or as the name of the count.
    expect(text.replaceAll(/“[^”]*”/g, '')).not.toMatch(/吸毒者|瘾君子|毒贩|addict|junkie|drug abuser|dealer/i);
  });
});

test('questions that need supply routes or what was seized are not for junior secondary', () => {
  expect(TASKS.filter(({ levels }) => levels.includes('junior')).map(({ id }) => id)).toEqual(['comparable', 'percentage']);
});
