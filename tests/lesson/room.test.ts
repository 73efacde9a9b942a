import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ownersFile } from '../../src/newsroom.ts';
import { tables } from '../../src/data/tables.ts';
import { parseCourse } from '../../src/lesson/content/course.ts';
import { heightOf, SLIDE } from '../../src/lesson/content/room.ts';
import { buildLesson, readLessonSources } from '../../src/lesson/content/words.ts';

const course = readFileSync(ownersFile('src/content/lesson/course.yaml'), 'utf8');
const changed = (from: string, to: string): string => {
  expect(course).toContain(from);
  return course.replace(from, to);
};
/** The lesson with one text of a file replaced. */
const lesson = (file: string, from: string, to: string): (() => unknown) => {
  const sources = new Map(readLessonSources());
  expect(sources.get(file)).toContain(from);
  sources.set(file, sources.get(file)!.replace(from, to));
  return () => buildLesson(sources, tables());
};
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

describe('a fault in the course stops the build at its line', () => {
  test('minutes that do not add up', () => {
    const wrong = changed('{ id: task-comparable, kind: task, task: comparable, minutes: 4 }', '{ id: task-comparable, kind: task, task: comparable, minutes: 5 }');
    expect(() => parseCourse(wrong, 'x.yaml')).toThrow(new RegExp(`x\\.yaml:${lineOf(wrong, '- id: start')}:\\d+: .*add up to 16 minutes, expected the 15 of the plan`));
  });
  test('a slide to skip that is not in the plan', () => {
    expect(() => parseCourse(changed('late: [same-length, quote]', 'late: [newsroom, quote]'), 'x.yaml')).toThrow(/x\.yaml:\d+:\d+: .*"newsroom" is no slide of this plan/);
  });
  test('a guess about a fact that is not there', () => {
    expect(() => parseCourse(changed('guessed: qh-cases-2020on', 'guessed: qh-cases-2021'), 'x.yaml')).toThrow(/x\.yaml:\d+:\d+: .*expected an id of data\/facts\.csv/);
  });
});

describe('a fault in the words stops the build at its line', () => {
  const ZH = 'src/content/zh/lesson/tasks.yaml';
  test('a question without an answer', () => {
    const text = readLessonSources().get(ZH)!;
    const answer = /\n {4}answer:\n(?: {6}- .*\n)+/.exec(text)![0];
    expect(lesson(ZH, answer, '\n')).toThrow(/zh\/lesson\/tasks\.yaml:\d+:\d+: .*answer/);
  });
  test('an answer that names a fact which is not there', () => {
    expect(lesson(ZH, '{calc-class-monthly-change:abs}', '{calc-class-change:abs}')).toThrow(/zh\/lesson\/tasks\.yaml:\d+:\d+: \{calc-class-change\}: neither/);
  });
  test('a quotation that is not short', () => {
    const long = `“${'特'.repeat(38)}{qh-cases-2020on:number}”`;
    const file = 'src/content/zh/lesson/plans.yaml';
    const wrong = lesson(file, '    place:\n      - ', `    place:\n      - ${long}\n      - `);
    const line = lineOf(readLessonSources().get(file)!, '    place:\n') + 1;
    // 38 signs and a number of two digits; what is filled in counts, the name in braces does not.
    expect(wrong).toThrow(new RegExp(`zh/lesson/plans\\.yaml:${line}:\\d+: “特{12}…” quotes 40 characters, expected fewer than 40: quote less`));
    expect(lesson(file, '    place:\n      - ', `    place:\n      - ${long.replace('特', '')}\n      - `), '39 characters').not.toThrow(/quotes/);
  });
  test('a slide over its space', () => {
    const file = 'src/content/en/lesson/plans.yaml';
    const wrong = lesson(file, '    title: Newsroom\n    body:\n', `    title: Newsroom\n    body:\n      - "${'One more sentence that nobody at the back can read. '.repeat(24).trim()}"\n`);
    expect(wrong).toThrow(/en\/lesson\/plans\.yaml:\d+:\d+: the slide is \d+ px over its space of 664 px at 1280x720/);
  });
});

test('what a slide has room for is what its style sheet says', () => {
  const css = readFileSync('src/styles/slides.css', 'utf8');
  const number = (pattern: RegExp): number => Number(pattern.exec(css)?.[1]);
  expect({
    read: number(/--read: (\d+) \* var\(--u\)/), height: number(/\.slide \{[^}]*height: calc\((\d+) \* var/), words: number(/\.is-words \.words \{ width: calc\((\d+)/),
    question: number(/\.is-open \.words \{ width: calc\((\d+)/), guess: number(/\.slide \.words \{[^}]*width: calc\((\d+)/), zh: number(/^\.slide h2 \{ font-size: calc\((\d+)/m), en: number(/:not\(:lang\(zh\)\) \.slide h2 \{ font-size: calc\((\d+)/),
  }).toEqual({ read: SLIDE.read, height: SLIDE.height, words: SLIDE.words, question: SLIDE.question, guess: SLIDE.guess, zh: SLIDE.title.question.han, en: SLIDE.title.question.alphabet });
});

test('by hand: a title of 64 px and two lines of 32 px on a slide of words', () => {
  // 64 × 1.25 + 0.4 × 64 + 2 × (32 × 1.5 + 24)
  expect(heightOf('words', '题', ['一', '二'], 'zh')).toBeCloseTo(249.6);
});
