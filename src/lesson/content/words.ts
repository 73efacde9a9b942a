import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { known } from '../../copy/references.ts';
import { CONTENT, LOCALES, readTextSources, type Sources } from '../../copy/sources.ts';
import { buildTexts } from '../../copy/texts.ts';
import { tables, type Tables } from '../../data/tables.ts';
import type { Locale } from '../../data/types.ts';
import type zhUi from '../../content/lesson/zh.json';
import { PLANS } from './plans.ts';
import { buildRich, type Rich } from './rich.ts';
import type { Plan } from './types.ts';

const text = z.string('expected a text').min(1, 'expected a text');
const paragraphs = z.array(text).min(1, 'expected at least one text');
/** Text by key, for keys that are known: a key too many or too few is a fault. */
const keyed = <Key extends string, T extends z.ZodType>(keys: readonly Key[], schema: T) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, T>);

const phaseWords = z.strictObject({
  title: text,
  /** what the teacher does, what the class does */
  teacher: text,
  pupils: text,
});
const planWords = (plan: Plan) =>
  z.strictObject({
    title: text,
    /** one sentence for a card */
    summary: text,
    goals: paragraphs,
    /** where it has its place in the school year, and in mathematics */
    place: paragraphs,
    materials: paragraphs,
    phases: keyed(plan.phases.map(({ id }) => id), phaseWords),
    /** what stands on the board at the end, line by line */
    board: paragraphs,
    /** what pupils are likely to say, and a reply */
    wrong: z.array(z.strictObject({ answer: text, reply: text })).min(2, 'expected at least two'),
    support: paragraphs,
    extension: paragraphs,
    /** the teacher's notes of each slide */
    notes: keyed(plan.slides.map(({ id }) => id), paragraphs),
  });
const taskWords = z.strictObject({
  /** the question itself */
  title: text,
  question: paragraphs,
  hints: paragraphs,
  /** worked answer; the first paragraph is the answer in one sentence */
  answer: paragraphs,
  support: text,
  extension: text,
});
const predictWords = z.strictObject({
  title: text,
  question: paragraphs,
  /** label of the number field */
  field: text,
  slider: text,
  show: text,
  /** with %guess% %answer% %difference% */
  low: text,
  high: text,
  close: text,
  exact: text,
  /** the class's guesses: head, label of the field, a sentence with %count% %middle% %answer% */
  classTitle: text,
  classField: text,
  classResult: text,
  /** what to ask once the answer is there */
  after: paragraphs,
});
const schema = z.strictObject({
  plans: z.strictObject(Object.fromEntries(PLANS.map((plan) => [plan.id, planWords(plan)])) as Record<Plan['id'], ReturnType<typeof planWords>>),
  tasks: keyed(['comparable', 'adding', 'percentage', 'distance'], taskWords),
  predict: keyed(['cases', 'known-users'], predictWords),
  slides: keyed(['law', 'pause', 'newsroom', 'exit'], z.strictObject({ title: text, body: paragraphs })),
});

type Shape = z.infer<typeof schema>;
export type PlanWords = Rich<z.infer<ReturnType<typeof planWords>>>;
export type TaskWords = Rich<z.infer<typeof taskWords>>;
export type PredictWords = Rich<z.infer<typeof predictWords>>;

/** Short texts of the lesson's pages, by key; `%names%` are filled in by `fill`. */
export type LessonUi = { readonly [Key in keyof typeof zhUi]: string };

/** Every word of the lesson in one language. */
export type LessonWords = Rich<Shape> & { locale: Locale; ui: LessonUi };

const file = (locale: Locale): string => `${CONTENT}/lesson/${locale}.yaml`;

/** The lesson's texts by path. */
export const readLessonSources = (): Sources => new Map([...readTextSources('lesson'), ...LOCALES.map((locale) => [file(locale), readFileSync(file(locale), 'utf8')] as const)]);

/**
 * Builds the lesson's words in both languages.
 * @throws Error that lists every fault with file, line and column
 */
export function buildLesson(sources: Sources, data: Tables): Record<Locale, LessonWords> {
  const ui = buildTexts('lesson', sources, data) as Record<Locale, LessonUi>;
  const words = buildRich(file, schema, sources, known(data));
  const of = (locale: Locale): LessonWords => ({ ...words[locale], locale, ui: ui[locale] });
  return { zh: of('zh'), en: of('en') };
}

let built: Record<Locale, LessonWords> | undefined;

/** Every word of the lesson in one language, read once per build; both languages are checked. */
export function readLesson(locale: Locale): LessonWords {
  built ??= buildLesson(readLessonSources(), tables());
  return built[locale];
}
