import { z } from 'zod';
import { knownInClass } from '../../copy/references.ts';
import { CONTENT, readText, readTextSources, type Sources } from '../../copy/sources.ts';
import { inEach, LOCALES, SOURCE_LOCALE } from '../../languages.ts';
import { buildTexts } from '../../copy/texts.ts';
import { perTables, type Tables } from '../../data/tables.ts';
import type { Locale } from '../../data/types.ts';
import type WrittenUi from '#words/lesson.json';
import { LANG } from '../../languages.ts';
import { readCourse } from './course.ts';
import { PLANS } from './plans.ts';
import { checkQuotations } from './quotations.ts';
import { buildRich, type Inspect, type Rich } from './rich.ts';
import { checkRoom } from './room.ts';
import { TASKS } from './tasks.ts';
import type { Plan } from './types.ts';

const text = z.string('expected a text').min(1, 'expected a text');
const paragraphs = z.array(text, 'expected a list of texts').min(1, 'expected at least one text');
/** Words by key; a key too many or too few is a fault. */
const keyed = <Key extends string, T extends z.ZodType>(keys: readonly Key[], schema: T) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, T>);
/** Slides of the same id are the same slide in every plan. */
/** Keys of the slides of words that the course shows. */
const WORDS = [...new Set(PLANS.flatMap(({ slides }) => slides.flatMap((slide) => (slide.kind === 'words' ? [slide.words] : []))))];
const SLIDE_IDS = [...new Set(PLANS.flatMap(({ slides }) => slides.map(({ id }) => id)))];

const planWords = ({ phases }: Plan) =>
  z.strictObject({
    title: text,
    /** for a card */
    summary: text,
    goals: paragraphs,
    /** its place in the school year */
    place: paragraphs,
    materials: paragraphs,
    phases: keyed(
      phases.map(({ id }) => id),
      z.strictObject({ title: text, teacher: text, pupils: text }),
    ),
    /** what stands on the board at the end, line by line */
    board: paragraphs,
    /** what pupils are likely to say, with a reply */
    wrong: z.array(z.strictObject({ answer: text, reply: text })).min(3, 'expected at least three'),
    /** help for those who need it */
    support: paragraphs,
    /** a step further, each with its answer */
    extension: z.array(z.strictObject({ ask: text, answer: text })).min(1, 'expected at least one'),
  });
const levelWords = z.strictObject({ drug: text, standard: text, maths: text });
const predictWords = z.strictObject({
  title: text,
  question: paragraphs,
  field: text,
  slider: text,
  show: text,
  /** these four with %guess%, %answer% and, but for the last, %difference% */
  low: text,
  high: text,
  close: text,
  exact: text,
  classTitle: text,
  classField: text,
  /** with %count%, %middle% and %answer% */
  classResult: text,
  /** what to ask once the answer is there */
  after: paragraphs,
});
const taskWords = z.strictObject({
  /** the question itself */
  title: text,
  question: paragraphs,
  hints: paragraphs,
  /** the first paragraph is the answer in one sentence */
  answer: paragraphs,
  support: text,
  supportAnswer: text,
  extension: text,
  extensionAnswer: text,
});
const itemWords = z.strictObject({ title: text, ask: text, answer: paragraphs });
/** The questions that the course asks, and no others. */
const TASK_IDS = TASKS.map(({ id }) => id);

/** The documents under `src/content/lesson/{zh,en}`. */
const SCHEMAS = {
  plans: z.strictObject({
    school: z.strictObject({ outline: text, hours: text, primary: text, junior: levelWords, senior: levelWords, university: text }),
    plans: z.strictObject(Object.fromEntries(PLANS.map((plan) => [plan.id, planWords(plan)])) as Record<Plan['id'], ReturnType<typeof planWords>>),
    /** where the places of the counts lie, on the cover */
    where: text,
    /** on the cover: what the lesson is taken from, when it appeared, who wrote it */
    source: text,
    /** for the teacher, by id of the slide */
    notes: keyed(SLIDE_IDS, paragraphs),
    /** slides of words alone */
    slides: keyed(WORDS, z.strictObject({ title: text, body: paragraphs })),
    predict: keyed(['cases', 'known-users'], predictWords),
  }),
  tasks: z.strictObject({
    tasks: keyed(TASK_IDS, taskWords),
    worksheet: z.strictObject({
      items: keyed(
        ['notice', 'predict-cases', 'predict-known-users', 'headline'],
        itemWords,
      ) /** a question on the pupils’ sheet: its heading does not tell a number that another item lets them guess */,
      asks: keyed(TASK_IDS, z.strictObject({ title: text, ask: text })),
    }),
  }),
  pages: z.strictObject({
    care: z.strictObject({ intro: text, sections: z.array(z.strictObject({ title: text, points: paragraphs })).min(1) }),
    reuse: z.strictObject({ intro: text, rows: z.array(z.strictObject({ what: text, may: text })).min(1) }),
    codebook: z.strictObject({
      intro: text,
      columns: keyed(['id', 'place', 'what', 'value', 'unit', 'exact', 'period', 'months_min', 'months_max'], text),
      tips: paragraphs,
    }),
  }),
  glossary: z.record(
    z.string().regex(/^[a-z][A-Za-z]*$/, 'expected a key such as "roundUp"'),
    z.strictObject({
      term: text,
      /** how the term stands in texts, with "|" between */
      forms: text,
      meaning: text,
    }),
  ),
};
type Shapes = { [Name in keyof typeof SCHEMAS]: z.infer<(typeof SCHEMAS)[Name]> };

export type PlanWords = Rich<z.infer<ReturnType<typeof planWords>>>;
export type PredictWords = Rich<z.infer<typeof predictWords>>;
export type TaskWords = Rich<z.infer<typeof taskWords>>;

/** Short texts of the lesson's pages, by key; `%names%` are filled in by `fill`. */
export type LessonUi = { readonly [Key in keyof typeof WrittenUi]: string };

/** Every word of the lesson in one language. */
export interface LessonWords extends Rich<Shapes['plans']>, Rich<Shapes['tasks']>, Rich<Shapes['pages']> {
  locale: Locale;
  ui: LessonUi;
  glossary: Rich<Shapes['glossary']>;
}

const fileOf = (name: string, locale: Locale): string => `${CONTENT}/${locale}/lesson/${name}.yaml`;

/** The lesson's texts by path. */
export function readLessonSources(): Sources {
  const paths = LOCALES.flatMap((locale) => Object.keys(SCHEMAS).map((name) => fileOf(name, locale)));
  return new Map([...readTextSources('lesson'), ...paths.map((path) => [path, readText(path)] as const)]);
}

/** The texts with the name of the course's country in the place of `%country%`. */
function named(sources: Sources): Sources {
  const { country } = readCourse();
  if (country === undefined) return sources;
  return new Map(
    [...sources].map(([path, text]) => {
      const locale = LOCALES.find((each) => path.startsWith(`${CONTENT}/${each}/`))!;
      return [path, text.replaceAll('%country%', new Intl.DisplayNames(LANG[locale], { type: 'region' }).of(country)!)];
    }),
  );
}

/**
 * Builds the lesson's words in both languages.
 * @throws Error that lists every fault with file, line and column
 */
export function buildLesson(written: Sources, data: Tables): Record<Locale, LessonWords> {
  const sources = named(written);
  const ids = knownInClass(data);
  const ui = buildTexts('lesson', sources, data) as Record<Locale, LessonUi>;
  const read = <Name extends keyof Shapes>(name: Name, inspect?: Inspect<Shapes[Name]>): Record<Locale, Rich<Shapes[Name]>> =>
    buildRich((locale) => fileOf(name, locale), SCHEMAS[name] as unknown as z.ZodType<Shapes[Name]>, sources, ids, (built, locale, at, faults) => {
      if (locale === SOURCE_LOCALE) checkQuotations(built, data, at, faults);
      inspect?.(built, locale, at, faults);
    });
  const plans = read('plans', ({ slides, predict }, locale, at, faults) => {
    for (const [key, slide] of Object.entries(slides)) checkRoom('words', slide, locale, data, at(['slides', key]), faults);
    for (const [key, { title, question }] of Object.entries(predict))
      checkRoom('guess', { title, body: question }, locale, data, at(['predict', key]), faults);
  });
  const tasks = read('tasks', (built, locale, at, faults) => {
    for (const [key, { title, question }] of Object.entries(built.tasks))
      checkRoom('question', { title, body: question }, locale, data, at(['tasks', key]), faults);
  });
  const [pages, glossary] = [read('pages'), read('glossary')];
  const of = (locale: Locale): LessonWords => ({
    ...plans[locale],
    ...tasks[locale],
    ...pages[locale],
    glossary: glossary[locale],
    locale,
    ui: ui[locale],
  });
  return inEach(of);
}

const built = perTables((data) => buildLesson(readLessonSources(), data));

/** Every word of the lesson in one language, read once per build; both languages are checked. */
export function readLesson(locale: Locale): LessonWords {
  return built()[locale];
}
