import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { inEach, isHan, LANG, LOCALES } from '../languages.ts';
import { ownersFile } from '../newsroom.ts';
import { fill } from './fill.ts';
import { withoutNames } from './names.ts';
import type { Bilingual, Locale, Unit } from './types.ts';

const text = z.string('expected a text').min(1, 'expected a text');
/** A text with `%names%` in it, each of which has to be there. */
const pattern = (...names: readonly string[]): z.ZodType<string> =>
  z.string('expected a text').refine((found) => names.every((name) => found.includes(`%${name}%`)), `expected ${names.map((name) => `%${name}%`).join(' and ')} in it`);
const number = pattern('number');
const exactness = { exact: text, reported: text, about: text, more_than: text, at_least: text };

/** How a language writes numbers, dates and what joins them: `src/content/CODE/format.json`. What `Intl` knows is not in it. */
const formats = z.strictObject({
  /** the tag after which `Intl` writes numbers and dates, with its region */
  intl: z.string().refine((tag) => Intl.NumberFormat.supportedLocalesOf(tag.replaceAll('_', '-')).length === 1, 'expected a BCP 47 tag that Intl knows, such as "en-GB"'),
  /** 0 to 10, as before what is counted; 1st to 10th */
  words: z.array(text).length(11, 'expected the words for 0 to 10'),
  ranks: z.array(text).length(10, 'expected the words for the first to the tenth'),
  /** an ordinal in digits, by the plural category of ordinals */
  rank: z.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), number),
  /** whole multiples of a number that are written with a sign of their own */
  whole: z.strictObject({ of: z.number().int().positive(), sign: text }).optional(),
  /** a number with its unit; a calendar year is a name, a rank an ordinal */
  quantity: z.strictObject({ plain: pattern('number', 'unit'), year: number, rank: number, percent: number }),
  /** the unit of facts of these kinds */
  units: z.strictObject({ year: text, rank: text, share: text }),
  before: z.strictObject({ more_than: number, about: number, at_least: number }),
  /** how a mark ends that stands for a number: closed where it is exact, soft where it is about so many, open where it may be more */
  ends: z.strictObject(exactness),
  /** what a qualifier means, for tables, and its name, whoever says so */
  means: z.strictObject({ ...exactness, quoted: text }),
  qualifiers: z.strictObject({ ...exactness, quoted: text }),
  /** what stands in the place of a word on what the source prints, once it is not what the source prints any more */
  corrected: text,
  notDisclosed: text,
  quote: pattern('words'),
  explained: pattern('what', 'words'),
  span: pattern('first', 'last'),
  /** a section of the source, and the headline of its page */
  section: z.strictObject({ part: pattern('place', 'part'), title: pattern('place') }),
  /** what stands between two sentences, and at the end of one */
  sentences: z.string(),
  stop: text,
  reading: z.strictObject({ counts: z.enum(['characters', 'words']), perMinute: z.number().positive() }),
});

/** How a language writes numbers, dates and what joins them. */
export type Formats = z.infer<typeof formats>;

/** Alternatives of a regular expression, each by itself. */
const readable = z.string().min(1).refine((source) => {
  try {
    return Boolean(new RegExp(source, 'u'));
  } catch {
    return false;
  }
}, 'expected a word, or a regular expression');
const alternatives = z.array(readable);

/** The word lists of the checks of a language: `src/content/CODE/checks.json`. */
const checks = z.strictObject({
  /** what may not stand before or after a number: the binding says it already, or the source does not */
  hedges: z.strictObject({ before: alternatives, after: alternatives }),
  /** by the unit in the source's language that counts occurrences: what stands after the number as if it counted things */
  occurrences: z.record(z.string(), readable),
  down: alternatives,
  up: alternatives,
  /** how a label says that a number is a change */
  labels: z.strictObject({ fall: alternatives.min(1), rise: alternatives.min(1) }),
  numbers: z.strictObject({
    /** 0 to 99 as words, "|" between spellings */
    words: z.array(text).length(100, 'expected the words for 0 to 99, "|" between spellings'),
    /** what a number word is only a part of, if it stands before or after */
    notAfter: readable,
    notBefore: readable.optional(),
  }),
  units: z.strictObject({
    /** other words for a unit */
    same: z.record(z.string(), z.array(text)),
    /** units in which a number word is the name of something */
    names: z.array(text),
    /** a unit of anything, which counts words and boxes as well */
    anything: z.array(text),
  }),
});

/** The word lists of the checks of a language. */
export type Checks = z.infer<typeof checks>;

/** The sentences and units of figures of our own: `src/content/CODE/figures.json`. */
const figures = z.record(z.string(), text);

const NAMES = { format: formats, checks, figures } as const;
type Files = { format: Formats; checks: Checks; figures: Readonly<Record<string, string>> };

/** What is wrong with one file of a language. */
function read<Name extends keyof Files>(name: Name, locale: Locale, faults: string[]): Files[Name] | undefined {
  const file = `src/content/${locale}/${name}.json`;
  if (!existsSync(ownersFile(file))) {
    faults.push(`${file}:1:1: does not exist, expected it: site.config.json lists the language`);
    return undefined;
  }
  let raw: unknown;
  try {
    raw = JSON.parse(withoutNames(readFileSync(ownersFile(file), 'utf8').replace(/^\uFEFF/, ''), ownersFile('data')));
  } catch (cause) {
    faults.push(`${file}:1:1: not valid JSON (${(cause as Error).message})`);
    return undefined;
  }
  const result = NAMES[name].safeParse(raw);
  if (result.success) return result.data as Files[Name];
  faults.push(...result.error.issues.map((issue) => `${file}:1:1: ${issue.path.join('.') || 'the whole'}: ${issue.message}`));
  return undefined;
}

const placeholders = (found: string): string => [...new Set(found.match(/%[a-z]+%/g))].sort().join(' ');

/** Sentences that one language has and another lacks, or that name other values. */
function figureFaults(all: Readonly<Record<Locale, Files['figures'] | undefined>>): string[] {
  const first = all[LOCALES[0]!];
  return LOCALES.slice(1).flatMap((locale) => {
    const [own, file] = [all[locale], `src/content/${locale}/figures.json`];
    if (first === undefined || own === undefined) return [];
    const isPlural = (key: string): boolean => /^unit\.\w+\.\w+$/.test(key);
    return [
      ...Object.keys(first).filter((key) => !isPlural(key) && own[key] === undefined).map((key) => `${file}:1:1: "${key}" is missing; src/content/${LOCALES[0]}/figures.json has it`),
      ...Object.keys(own).filter((key) => !isPlural(key) && first[key] === undefined).map((key) => `${file}:1:1: "${key}" is left over; src/content/${LOCALES[0]}/figures.json does not have it`),
      ...Object.keys(own).filter((key) => first[key] !== undefined && !isPlural(key) && placeholders(own[key]!) !== placeholders(first[key]!)).map((key) => `${file}:1:1: "${key}" has ${placeholders(own[key]!) || 'no %name%'}, expected ${placeholders(first[key]!) || 'none'} as in src/content/${LOCALES[0]}/figures.json`),
    ];
  });
}

let kept: Readonly<{ [Name in keyof Files]: Readonly<Record<Locale, Files[Name]>> }> | undefined;

/** The files of every language, read once. */
function languages(): NonNullable<typeof kept> {
  if (kept) return kept;
  const faults: string[] = [];
  const of = <Name extends keyof Files>(name: Name): Readonly<Record<Locale, Files[Name] | undefined>> => inEach((locale) => read(name, locale, faults));
  const all = { format: of('format'), checks: of('checks'), figures: of('figures') };
  faults.push(...figureFaults(all.figures));
  if (faults.length > 0) throw new Error(`The languages have ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}:\n${faults.join('\n')}`);
  return (kept = all as NonNullable<typeof kept>);
}

/**
 * How a language writes numbers and dates.
 * @throws Error that lists every fault of the files of every language, the files that are missing among them
 */
export const formatsOf = (locale: Locale): Formats => languages().format[locale];

/** A language as Open Graph names it: with its region, `zh_CN`. */
export const openGraphOf = (locale: Locale): string => {
  const { language, region } = new Intl.Locale(formatsOf(locale).intl).maximize();
  return `${language}_${region}`;
};

/** The word lists of the checks of a language. @throws as {@link formatsOf} */
export const checksOf = (locale: Locale): Checks => languages().checks[locale];

/**
 * A sentence on a figure of ours, in each language.
 * @throws Error that names file and key if a language lacks it
 */
export function sentenceOf(key: string): Bilingual {
  return inEach((locale) => {
    const found = languages().figures[locale][key];
    if (found === undefined) throw new Error(`src/content/${locale}/figures.json:1:1: "${key}" is missing, expected a text: a figure of ours is told with it`);
    return found;
  });
}

/** A sentence on a figure of ours with its values, in each language. */
export const told = (key: string, values: (locale: Locale) => Readonly<Record<string, string | number>>): Bilingual => {
  const sentence = sentenceOf(key);
  return inEach((locale) => fill(sentence[locale], values(locale)));
};

/** The plural categories of a language in which a unit has a form of its own. */
export const pluralsOf = (locale: Locale): Intl.LDMLPluralRule[] =>
  new Intl.PluralRules(LANG[locale]).resolvedOptions().pluralCategories.filter((category) => category !== 'other');

/** Where a unit keeps its form of a plural category: `enOne`. */
export const pluralKey = (locale: Locale, category: string): string => `${locale}${category[0]!.toUpperCase()}${category.slice(1)}`;

/** A unit of figures of ours, by its key in `figures.json`. */
export const unitNamed = (name: string): Unit => ({
  ...sentenceOf(`unit.${name}`),
  ...Object.fromEntries(LOCALES.flatMap((locale) => pluralsOf(locale).map((category) => [pluralKey(locale, category), languages().figures[locale][`unit.${name}.${category}`] ?? sentenceOf(`unit.${name}`)[locale]]))),
});

/** The unit for a number as it is written. @param value as it is shown, rounded; @param decimals shown */
export function unitFor(unit: Unit, value: number, decimals: number, locale: Locale): string {
  const category = new Intl.PluralRules(LANG[locale], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).select(Math.abs(value));
  return (unit as Readonly<Record<string, string>>)[pluralKey(locale, category)] ?? unit[locale];
}

/** What finds one of some words or patterns in a text: anywhere in Han, as whole words in an alphabet, which has capitals too. */
export const finderOf = (words: readonly string[], locale: Locale, flags = ''): RegExp => {
  const any = `(?:${words.join('|')})`;
  return isHan(locale) ? new RegExp(any, `u${flags}`) : new RegExp(`(?<![\\p{L}\\p{N}_])${any}(?![\\p{L}\\p{N}_])`, `iu${flags}`);
};
