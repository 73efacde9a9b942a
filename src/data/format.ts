import { format, utcFormat, utcParse } from 'd3';
import type { Tables } from './tables.ts';
import type { Bilingual, Correction, Derived, Fact, Figure, Locale, Qualifier } from './types.ts';

/**
 * How a figure is written: `full` with qualifier, value and unit; `number` with qualifier and value;
 * `word` the value alone as a word; `abs` and `abs-number` as `full` and `number`, without the sign; `end` how its mark ends in a picture.
 */
export type Form = 'full' | 'number' | 'word' | 'abs' | 'abs-number' | 'end';

export const FORMS: readonly Form[] = ['full', 'number', 'word', 'abs', 'abs-number', 'end'];

const MINUS = '\u2212';
const TEN_THOUSAND = 10_000;

// 两, not 二: the word stands before a measure word.
const WORDS: Record<Locale, readonly string[]> = {
  zh: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
};
const RANK_WORDS: Record<Locale, readonly string[]> = {
  zh: ['', '第一', '第二', '第三', '第四', '第五', '第六', '第七', '第八', '第九', '第十'],
  en: ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
};

const ENGLISH_ORDINALS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const englishOrdinal = new Intl.PluralRules('en', { type: 'ordinal' });

const MONTH: Record<Locale, (date: Date) => string> = { zh: utcFormat('%Y年%-m月'), en: utcFormat('%B %Y') };
const readMonth = utcParse('%Y-%m');

/** How a mark ends that stands for a number: closed where it is exact, soft where it is about so many, open where it may be more. */
const ENDS: Record<Locale, Record<Qualifier, string>> = {
  zh: { exact: '末端齐平', reported: '末端齐平', about: '末端虚化', more_than: '末端开口', at_least: '末端开口', quoted: '' },
  en: { exact: 'a closed end', reported: 'a closed end', about: 'a soft end', more_than: 'an open end', at_least: 'an open end', quoted: '' },
};

/** Words put before a number. `reported` and `exact` numbers stand bare. */
const BEFORE: Record<Locale, Record<Qualifier, string>> = {
  zh: { exact: '', more_than: '超过', about: '约', at_least: '至少', reported: '', quoted: '' },
  en: { exact: '', more_than: 'more than ', about: 'about ', at_least: 'at least ', reported: '', quoted: '' },
};

const QUALIFIER_WORDS: Record<Qualifier, Bilingual> = {
  exact: { zh: '照特刊所印', en: 'as printed' },
  more_than: { zh: '超过（特刊用“余”“多”）', en: 'more than' },
  about: { zh: '约数（特刊用“约”）', en: 'about' },
  at_least: { zh: '至少（特刊用“等”，名单可能没有列完）', en: 'at least' },
  reported: { zh: '照特刊所报', en: 'as reported' },
  quoted: { zh: '特刊原话', en: 'quoted' },
};
/** What stands in the place of a word on what the source prints, once it is not what the source prints any more. */
const CORRECTED: Bilingual = { zh: '已更正', en: 'corrected' };
const COLON: Bilingual = { zh: '：', en: ': ' };
/** The name of a qualifier, whoever says so. */
const QUALIFIER_NAMES: Record<Qualifier, Bilingual> = {
  exact: { zh: '确数', en: 'exact' },
  more_than: { zh: '超过', en: 'more than' },
  about: { zh: '约', en: 'about' },
  at_least: { zh: '至少', en: 'at least' },
  reported: { zh: '自报', en: 'reported' },
  quoted: { zh: '原话', en: 'quoted' },
};

/**
 * A bare number for a label: commas from 1,000, a true minus sign, and 万 in Chinese for whole
 * multiples of 10,000.
 * @param decimals decimal places to round to, negative for tens and hundreds; without it the number is written as it is
 */
export function formatValue(value: number, locale: Locale, decimals?: number): string {
  const isWhole = locale === 'zh' && Math.abs(value) >= TEN_THOUSAND && value % TEN_THOUSAND === 0;
  if (isWhole) return `${format(',')(value / TEN_THOUSAND)}万`;
  if (decimals === undefined) return format(',')(value);
  if (decimals >= 0) return format(`,.${decimals}f`)(value);
  return format(',')(Math.round(value * 10 ** decimals) * 10 ** -decimals);
}

/** A month `YYYY-MM` as text: `2020年7月`, `July 2020`. */
export function formatMonth(month: string, locale: Locale): string {
  return MONTH[locale](readMonth(month)!);
}

const DAY: Record<Locale, (date: Date) => string> = { zh: utcFormat('%Y年%-m月%-d日'), en: utcFormat('%-d %B %Y') };
const readDay = utcParse('%Y-%m-%d');

/** A day `YYYY-MM-DD` as text: `2020年7月2日`, `2 July 2020`. */
export function formatDay(day: string, locale: Locale): string {
  return DAY[locale](readDay(day)!);
}

/** What a fact's qualifier means, for tables: of a corrected fact without a word on what the source prints. */
export function qualifierWord(fact: Fact, locale: Locale): string {
  const { qualifier, corrected } = fact;
  if (!isDisclosed(fact)) return corrected ? CORRECTED[locale] : NOT_DISCLOSED[locale];
  return corrected ? correctedWord(qualifier, CORRECTED[locale], locale) : QUALIFIER_WORDS[qualifier][locale];
}

/** How exact a number is, in a word, for a table of numbers: of a corrected one nobody says that it is as printed. */
export function briefQualifier(fact: Fact, locale: Locale): string {
  const { qualifier, corrected } = fact;
  return !isDisclosed(fact) || corrected || qualifier === 'exact' || qualifier === 'reported' ? qualifierWord(fact, locale) : QUALIFIER_NAMES[qualifier][locale];
}

/**
 * How exact a corrected fact is: `已更正：超过`, `corrected: more than`, `corrected`.
 * @param word what says that it is corrected
 */
export function correctedWord(qualifier: Qualifier, word: string, locale: Locale): string {
  return BEFORE[locale][qualifier] === '' ? word : `${word}${COLON[locale]}${QUALIFIER_NAMES[qualifier][locale]}`;
}

/** What stood or stands in a cell of a fact, in words where the table has a code: a qualifier, a place, a month. */
export function correctedCell({ field }: Pick<Correction, 'field'>, cell: string, locale: Locale, { places }: Pick<Tables, 'places'>): string {
  if (cell === '') return NOT_DISCLOSED[locale];
  if (field === 'qualifier') return QUALIFIER_NAMES[cell as Qualifier][locale];
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
  if (part === 'title') return locale === 'zh' ? `${name}版标题` : `${name} page, headline`;
  return locale === 'zh' ? `${name}版${part}节` : `${name} page, section ${part}`;
}

/** What stands in the place of a number or a month that the source does not disclose. */
export const NOT_DISCLOSED: Bilingual = { zh: '未披露', en: 'not disclosed' };

/** Whether the source says what a figure is; one of our own is worked out from what it says. */
export const isDisclosed = (figure: Figure): boolean => figure.value !== null || isDerived(figure) || figure.month !== null || figure.words !== null;

/** Whether a figure is a calculation of ours rather than a number of the source. */
export function isDerived(figure: Figure): figure is Derived {
  return 'method' in figure;
}

// Three units are written in their own way: a calendar year is a name, a rank is an ordinal, a percent has no space.
const isYear = ({ unit }: Figure) => unit.en === 'year';
const isRank = ({ unit }: Figure) => unit.en === 'rank';
const isPercent = ({ unit }: Figure) => unit.en === '%';

function impossible({ id }: Figure, form: Form, why: string): Error {
  return new Error(`{${id}:${form}} cannot be written: ${why}`);
}

function word(figure: Figure, value: number, locale: Locale): string {
  const words = (isRank(figure) ? RANK_WORDS : WORDS)[locale];
  const text = Number.isInteger(value) ? words[value] : undefined;
  if (!text) throw impossible(figure, 'word', `${value} has no word, expected a whole number from ${isRank(figure) ? 1 : 0} to 10`);
  return text;
}

function number(figure: Figure, value: number, locale: Locale): string {
  if (isYear(figure)) return String(value);
  if (isRank(figure)) return locale === 'zh' ? `第${value}` : `${value}${ENGLISH_ORDINALS[englishOrdinal.select(value)]}`;
  return formatValue(value, locale, isDerived(figure) ? figure.decimals : undefined);
}

/** Value and unit, without a qualifier. */
function quantity(figure: Figure, value: number, locale: Locale): string {
  const digits = number(figure, value, locale);
  if (locale === 'zh') return `${digits}${figure.unit.zh}`;
  if (isYear(figure) || isRank(figure)) return digits;
  if (isPercent(figure)) return `${digits}%`;
  return `${digits} ${digits.replace(MINUS, '') === '1' ? figure.unit.enOne : figure.unit.en}`;
}

/** The value without its unit: `5,000+`, `约7`, `about 7`. */
function qualifiedNumber(figure: Figure, value: number, locale: Locale, qualifier: Qualifier): string {
  const digits = number(figure, value, locale);
  if (qualifier === 'more_than' || qualifier === 'at_least') return `${digits}+`;
  return `${BEFORE[locale][qualifier]}${digits}`;
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
    return form === 'full' || form === 'abs' ? NOT_DISCLOSED[locale] : '?';
  }
  if (figure.value === null) {
    if (isDerived(figure) || form !== 'full') throw impossible(figure, form, 'it is a month or words, expected the form "full"');
    return figure.words === null ? formatMonth(figure.month!, locale) : `“${figure.words[locale]}”`;
  }
  const unsigned = form === 'abs' || form === 'abs-number';
  const value = unsigned ? Math.abs(figure.value) : figure.value;
  const qualifier = isDerived(figure) ? 'exact' : figure.qualifier;
  if (form === 'end') return ENDS[locale][qualifier];
  if (form === 'word') return word(figure, value, locale);
  if (form === 'number' || form === 'abs-number') return qualifiedNumber(figure, value, locale, qualifier);
  return `${BEFORE[locale][qualifier]}${quantity(figure, value, locale)}`;
}
