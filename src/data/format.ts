import { inEach, LOCALES } from '../languages.ts';
import { fill } from './fill.ts';
import { formatsOf, unitFor } from './language.ts';
import type { Tables } from './tables.ts';
import type { Correction, Derived, Fact, Figure, Locale, Qualifier } from './types.ts';

/**
 * How a figure is written: `full` with qualifier, value and unit; `number` with qualifier and value;
 * `word` the value alone as a word; `abs` and `abs-number` as `full` and `number`, without the sign; `end` how its mark ends in a picture.
 */
export type Form = 'full' | 'number' | 'word' | 'abs' | 'abs-number' | 'end';

export const FORMS: readonly Form[] = ['full', 'number', 'word', 'abs', 'abs-number', 'end'];

const MINUS = '\u2212';
/** More digits than a number of a table has, and fewer than show that a sum of binary fractions is not exact. */
const DIGITS = 12;

const numbersOf = inEach((locale) => {
  let made: Intl.NumberFormat | undefined;
  return (): Intl.NumberFormat => (made ??= new Intl.NumberFormat(formatsOf(locale).intl, { useGrouping: 'always', maximumFractionDigits: 20, signDisplay: 'negative' } as Intl.NumberFormatOptions));
});

/** Plain digits, as a table has them, in a language: groups, decimal sign, a true minus sign. */
const written = (digits: string, locale: Locale): string => {
  const [, fraction = ''] = digits.split('.');
  const parts = numbersOf[locale]().formatToParts(digits as unknown as number).filter(({ type }) => type !== 'decimal' && type !== 'fraction');
  const sign = fraction === '' ? '' : (new Intl.NumberFormat(formatsOf(locale).intl).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.') + fraction;
  return `${parts.map(({ type, value }) => (type === 'minusSign' ? MINUS : value)).join('')}${sign}`;
};

const dateIn = (locale: Locale, date: Date, day?: 'numeric'): string =>
  new Intl.DateTimeFormat(formatsOf(locale).intl, { year: 'numeric', month: 'long', ...(day && { day }), timeZone: 'UTC' }).format(date);

/** What a qualifier puts round a number; `reported` and `exact` numbers stand bare. */
const beforeOf = (qualifier: Qualifier, locale: Locale): string =>
  qualifier === 'more_than' || qualifier === 'about' || qualifier === 'at_least' ? formatsOf(locale).before[qualifier] : '%number%';

/**
 * A bare number for a label: commas from 1,000, a true minus sign, and 万 in Chinese for whole
 * multiples of 10,000.
 * @param decimals decimal places to round to, negative for tens and hundreds; without it the number is written as it is
 */
export function formatValue(value: number, locale: Locale, decimals?: number): string {
  const { whole } = formatsOf(locale);
  if (whole && Math.abs(value) >= whole.of && value % whole.of === 0) return `${written(String(value / whole.of), locale)}${whole.sign}`;
  if (decimals === undefined) return written(String(Number(value.toPrecision(DIGITS))), locale);
  if (decimals >= 0) return written(value.toFixed(decimals), locale);
  return written(String(Math.round(value * 10 ** decimals) * 10 ** -decimals), locale);
}

/** A month `YYYY-MM` as text: `2020年7月`, `July 2020`. */
export const formatMonth = (month: string, locale: Locale): string => dateIn(locale, new Date(`${month}-01T00:00:00Z`));

/** A day `YYYY-MM-DD` as text: `2020年7月2日`, `2 July 2020`. */
export const formatDay = (day: string, locale: Locale): string => dateIn(locale, new Date(`${day}T00:00:00Z`), 'numeric');

/** What a fact's qualifier means, for tables: of a corrected fact without a word on what the source prints. */
export function qualifierWord(fact: Fact, locale: Locale): string {
  const { qualifier, corrected } = fact;
  const words = formatsOf(locale);
  if (!isDisclosed(fact)) return corrected ? words.corrected : words.notDisclosed;
  return corrected ? correctedWord(qualifier, words.corrected, locale) : words.means[qualifier];
}

/** How exact a number is, in a word, for a table of numbers: of a corrected one nobody says that it is as printed. */
export function briefQualifier(fact: Fact, locale: Locale): string {
  const { qualifier, corrected } = fact;
  return !isDisclosed(fact) || corrected || qualifier === 'exact' || qualifier === 'reported' ? qualifierWord(fact, locale) : formatsOf(locale).qualifiers[qualifier];
}

/**
 * How exact a corrected fact is: `已更正：超过`, `corrected: more than`, `corrected`.
 * @param word what says that it is corrected
 */
export function correctedWord(qualifier: Qualifier, word: string, locale: Locale): string {
  const { explained, qualifiers } = formatsOf(locale);
  return beforeOf(qualifier, locale) === '%number%' ? word : fill(explained, { what: word, words: qualifiers[qualifier] });
}

/** What stood or stands in a cell of a fact, in words where the table has a code: a qualifier, a place, a month. */
export function correctedCell({ field }: Pick<Correction, 'field'>, cell: string, locale: Locale, { places }: Pick<Tables, 'places'>): string {
  if (cell === '') return formatsOf(locale).notDisclosed;
  if (field === 'qualifier') return formatsOf(locale).qualifiers[cell as Qualifier];
  if (field === 'month') return formatMonth(cell, locale);
  return field === 'place' ? (places.get(cell)?.name[locale] ?? cell) : cell;
}

/**
 * The source's page and section that `section` names, `PLACE-LETTER`: `某市版A节`, `Somewhere page, section A`; or `PLACE-title`, the page's
 * headline.
 * @throws Error that names the section if its place is none of `places.csv`
 */
export function sectionTitle(section: string, locale: Locale, { places }: Pick<Tables, 'places'>): string {
  const [, place = '', part = ''] = /^([a-z][a-z0-9-]*)-([A-Z]|title)$/.exec(section) ?? [];
  const name = places.get(place)?.name[locale];
  if (name === undefined)
    throw new Error(`section ${JSON.stringify(section)} is unknown, expected the id of a place of data/places.csv, a hyphen and a letter or "title"`);
  return fill(formatsOf(locale).section[part === 'title' ? 'title' : 'part'], { place: name, part });
}

/** What stands in the place of a number or a month that the source does not disclose. */
export const notDisclosed = (locale: Locale): string => formatsOf(locale).notDisclosed;

/** Whether the source says what a figure is; one of our own is worked out from what it says. */
export const isDisclosed = (figure: Figure): boolean => figure.value !== null || isDerived(figure) || figure.month !== null || figure.words !== null;

/** Whether a figure is a calculation of ours rather than a number of the source. */
export function isDerived(figure: Figure): figure is Derived {
  return 'method' in figure;
}

// Three units are written in their own way: a calendar year is a name, a rank is an ordinal, a percent has no space.
const isYear = (figure: Figure): boolean => !isDerived(figure) && figure.kind === 'year';
const isRank = (figure: Figure): boolean => !isDerived(figure) && figure.kind === 'rank';
/** Whether a unit is the percent sign, in every language. */
export const isPercent = ({ unit }: Pick<Figure, 'unit'>): boolean => LOCALES.every((locale) => unit[locale] === '%');

function impossible({ id }: Figure, form: Form, why: string): Error {
  return new Error(`{${id}:${form}} cannot be written: ${why}`);
}

function word(figure: Figure, value: number, locale: Locale): string {
  const { words: counted, ranks } = formatsOf(locale);
  const words = isRank(figure) ? [undefined, ...ranks] : counted;
  const text = Number.isInteger(value) ? words[value] : undefined;
  if (!text) throw impossible(figure, 'word', `${value} has no word, expected a whole number from ${isRank(figure) ? 1 : 0} to 10`);
  return text;
}

function number(figure: Figure, value: number, locale: Locale): string {
  if (isYear(figure)) return String(value);
  if (isRank(figure)) {
    const { intl, rank } = formatsOf(locale);
    return fill(rank[new Intl.PluralRules(intl, { type: 'ordinal' }).select(value)] ?? rank.other ?? '%number%', { number: value });
  }
  return formatValue(value, locale, isDerived(figure) ? figure.decimals : undefined);
}

/** Value and unit, without a qualifier. */
function quantity(figure: Figure, value: number, locale: Locale): string {
  const patterns = formatsOf(locale).quantity;
  const decimals = isDerived(figure) ? figure.decimals : 0;
  const shown = isDerived(figure) ? Math.round(value * 10 ** decimals) / 10 ** decimals : value;
  return fill(patterns[isYear(figure) ? 'year' : isRank(figure) ? 'rank' : isPercent(figure) ? 'percent' : 'plain'], {
    number: number(figure, value, locale),
    unit: unitFor(figure.unit, shown, Math.max(0, decimals, String(shown).split('.')[1]?.length ?? 0), locale),
  });
}

/** The value without its unit: `5,000+`, `约7`, `about 7`. */
function qualifiedNumber(figure: Figure, value: number, locale: Locale, qualifier: Qualifier): string {
  const digits = number(figure, value, locale);
  if (qualifier === 'more_than' || qualifier === 'at_least') return `${digits}+`;
  return fill(beforeOf(qualifier, locale), { number: digits });
}

/**
 * Writes a fact or a figure of ours in a language. No space is typed between a number and a Chinese
 * unit: `text-autospace` sets it. What is not disclosed is written so, without a unit; a number alone,
 * which stands large beside what it counts, as a question mark.
 * @throws Error that names the id and the form, if the figure cannot be written so
 */
export function formatFact(figure: Figure, locale: Locale, form: Form = 'full'): string {
  if (!isDisclosed(figure)) {
    if (form === 'word' || form === 'end') throw impossible(figure, form, 'it is not disclosed, expected another form, or other words');
    return form === 'full' || form === 'abs' ? notDisclosed(locale) : '?';
  }
  if (figure.value === null) {
    if (isDerived(figure) || form !== 'full') throw impossible(figure, form, 'it is a month or words, expected the form "full"');
    return figure.words === null ? formatMonth(figure.month!, locale) : fill(formatsOf(locale).quote, { words: figure.words[locale] });
  }
  const unsigned = form === 'abs' || form === 'abs-number';
  const value = unsigned ? Math.abs(figure.value) : figure.value;
  const qualifier = isDerived(figure) ? 'exact' : figure.qualifier;
  if (form === 'end') return qualifier === 'quoted' ? '' : formatsOf(locale).ends[qualifier];
  if (form === 'word') return word(figure, value, locale);
  if (form === 'number' || form === 'abs-number') return qualifiedNumber(figure, value, locale, qualifier);
  return fill(beforeOf(qualifier, locale), { number: quantity(figure, value, locale) });
}
