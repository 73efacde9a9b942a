import { z } from 'zod';
import { knownInClass } from '../copy/references.ts';
import { CONTENT, readText, readTextSources, type Sources } from '../copy/sources.ts';
import { LOCALES } from '../languages.ts';
import { buildTexts } from '../copy/texts.ts';
import { perTables, type Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import type WrittenOffice from '#words/office.json';
import { PLANS } from '../lesson/content/plans.ts';
import { buildRich, type Rich } from '../lesson/content/rich.ts';
import type { Plan } from '../lesson/content/types.ts';

const text = z.string('expected a text').min(1, 'expected a text');
const paragraphs = z.array(text, 'expected a list of texts').min(1, 'expected at least one text');

/** What the plan for Word says beyond the plan's own page. */
const moreWords = ({ phases }: Plan) =>
  z.strictObject({
    /** the class: what pupils know, where they stumble */
    learners: paragraphs,
    literacies: paragraphs,
    focus: text,
    difficulty: text,
    /** why each phase is there, by its id */
    intents: z.strictObject(Object.fromEntries(phases.map(({ id }) => [id, text]))),
    homework: z.strictObject({ basic: paragraphs, more: paragraphs, beyond: paragraphs }),
    rubric: z.array(z.strictObject({ what: text, good: text, enough: text, notYet: text })).min(1, 'expected at least one row'),
    /** what to ask oneself after class */
    reflection: paragraphs,
  });
const schema = z.strictObject({
  plans: z.strictObject(Object.fromEntries(PLANS.map((plan) => [plan.id, moreWords(plan)])) as Record<Plan['id'], ReturnType<typeof moreWords>>),
});
type Shape = z.infer<typeof schema>;

export type MoreWords = Rich<Shape['plans'][Plan['id']]>;

/** Short texts of the office files, by key; `%names%` are filled in by `fill`. */
export type OfficeUi = { readonly [Key in keyof typeof WrittenOffice]: string };

/** The words of the office files in one language, beside those of the lesson. */
export interface OfficeWords {
  locale: Locale;
  ui: OfficeUi;
  plans: Readonly<Record<Plan['id'], MoreWords>>;
}

const fileOf = (locale: Locale): string => `${CONTENT}/${locale}/lesson/office.yaml`;

/** The office files' texts by path. */
export function readOfficeSources(): Sources {
  return new Map([...readTextSources('office'), ...LOCALES.map((locale) => [fileOf(locale), readText(fileOf(locale))] as const)]);
}

/**
 * Builds the words of the office files in both languages.
 * @throws Error that lists every fault with file, line and column
 */
export function buildOffice(sources: Sources, data: Tables): Record<Locale, OfficeWords> {
  const ui = buildTexts('office', sources, data) as Record<Locale, OfficeUi>;
  const more = buildRich<Shape>(fileOf, schema, sources, knownInClass(data));
  return Object.fromEntries(LOCALES.map((locale) => [locale, { locale, ui: ui[locale], plans: more[locale].plans }])) as Record<Locale, OfficeWords>;
}

const built = perTables((data) => buildOffice(readOfficeSources(), data));

/** Every word of the office files in one language, read once per build; both languages are checked. */
export function readOffice(locale: Locale): OfficeWords {
  return built()[locale];
}
