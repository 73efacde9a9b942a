import type { Correction, Fact, Locale } from '../data/types.ts';

/** One thing that a rule has against a text; `index` counts from the text's first character. */
export interface Finding {
  index: number;
  message: string;
}

/** A word that is not written, with the reason; what the desk writes in its place is part of the reason. */
export interface Banned {
  word: string;
  reason: string;
}

/** A thing with its one name in each language, and the names that it is not given. */
export interface Term {
  zh: string;
  en: string;
  not_zh?: readonly string[] | undefined;
  not_en?: readonly string[] | undefined;
}

/** Words of which one language must not have one and the other none: who says it, how far it is sure. */
export interface Pair {
  zh: string;
  en: string;
}

/** What a newsroom has agreed on, from `src/content/style.yaml`. */
export interface Style {
  banned: { zh: readonly Banned[]; en: readonly Banned[] };
  terms: readonly Term[];
  pairs: readonly Pair[];
  /** words that compare, order, sum or generalise: a sentence that has one rests on the numbers */
  comparing: { zh: readonly string[]; en: readonly string[] };
  /** the kept linter that reads a language, by its code */
  linted: Readonly<Record<string, 'english'>>;
}

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const finders: Readonly<Record<Locale, Map<string, RegExp>>> = { zh: new Map(), en: new Map() };

/** Finds a word: anywhere in Chinese, as whole words in English. Made once. */
function finderOf(word: string, locale: Locale): RegExp {
  const kept =
    finders[locale].get(word) ??
    (locale === 'zh' ? new RegExp(escaped(word), 'gu') : new RegExp(`(?<![\\p{L}-])${escaped(word)}(?![\\p{L}-])`, 'giu'));
  finders[locale].set(word, kept);
  return kept;
}

const found = (text: string, pattern: RegExp, say: (match: RegExpMatchArray) => string | undefined): Finding[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const message = say(match);
    return message === undefined ? [] : [{ index: match.index, message }];
  });

/** Words that the desk does not write, and second names of things that have one. */
export function wordFindings(text: string, locale: Locale, { banned, terms }: Style): Finding[] {
  return [
    ...banned[locale].flatMap(({ word, reason }) => found(text, finderOf(word, locale), ([hit]) => `“${hit}”: ${reason}`)),
    ...terms.flatMap((term) =>
      (term[`not_${locale}`] ?? []).flatMap((word) =>
        found(text, finderOf(word, locale), ([hit]) => `“${hit}”: expected “${term[locale]}”, the one name of this thing`),
      ),
    ),
  ];
}

const blanked = (found: string): string => ' '.repeat(found.length);
/** A binding, as it is typed. */
export const BOUND = /\{[^{}]*\}/g;
const BINDING = /\{([a-z][a-z0-9-]*)(?::([a-z-]+))?\}/g;

/** What may not stand before or after a number: the binding says it already, or the source does not. */
const HEDGES: Record<Locale, { before: RegExp; after: RegExp }> = {
  zh: { before: /(?:超过|至少|大约|将近|近|约)$/u, after: /^(?:余|多(?!于)|以上|左右|上下)/u },
  en: { before: /\b(?:more than|at least|about|around|nearly|almost|over|some)\s+$/iu, after: /^\s+(?:or so|or more|or thereabouts)\b/iu },
};

/** Forms of a binding that leave the source's qualifier out. */
const BARE = new Set(['word']);

/** Qualifiers typed beside a bound number, against those of the table; or a qualifier that its form leaves out. */
export function qualifierFindings(text: string, locale: Locale, facts: ReadonlyMap<string, Fact>): Finding[] {
  const { before, after } = HEDGES[locale];
  return [...text.matchAll(BINDING)].flatMap((match) => {
    const fact = facts.get(match[1]!);
    if (fact === undefined || fact.value === null) return [];
    const hedge = (before.exec(text.slice(0, match.index))?.[0] ?? after.exec(text.slice(match.index + match[0].length))?.[0] ?? '').trim();
    const leaves = BARE.has(match[2] ?? '') && !['exact', 'reported'].includes(fact.qualifier) && fact.qualifier !== 'at_least';
    if (hedge !== '' && !leaves)
      return [
        {
          index: match.index,
          message: `“${hedge}” beside ${match[0]}: the table says “${fact.qualifier}”, and the binding writes what is to be written; take it out`,
        },
      ];
    if (hedge === '' && leaves)
      return [{ index: match.index, message: `${match[0]} leaves out that the table says “${fact.qualifier}”: take a form that writes it` }];
    return [];
  });
}

/** Units that count occurrences, with what they are not: `530家次` are no 530 venues. */
const OCCURRENCES: readonly { unit: string; not: RegExp; en: RegExp }[] = [
  { unit: '人次', not: /^(?:名|位|个)?人(?!次)/u, en: /^\s+(?:people|persons|officers|participants|residents)\b/iu },
  { unit: '家次', not: /^家(?!次)/u, en: /^\s+(?:entertainment |karaoke )?venues\b(?! visits)/iu },
  { unit: '辆次', not: /^辆(?!次)/u, en: /^\s+(?:police )?(?:cars|vehicles)\b/iu },
];

/** Occurrences told as if they were people or things. */
export function unitFindings(text: string, locale: Locale, facts: ReadonlyMap<string, Fact>): Finding[] {
  return [...text.matchAll(BINDING)].flatMap((match) => {
    const fact = facts.get(match[1]!);
    const rule = OCCURRENCES.find(({ unit }) => unit === fact?.unit.zh);
    const next = text.slice(match.index + match[0].length);
    const hit = rule && (locale === 'zh' ? rule.not : rule.en).exec(next)?.[0];
    return hit === undefined || hit === null
      ? []
      : [{ index: match.index, message: `“${hit.trim()}” after ${match[0]}: it counts ${fact!.unit[locale]}, occurrences, and no more is known` }];
  });
}

const FALLING: Record<Locale, RegExp> = { zh: /减少|下降|降低|少了|跌/u, en: /\b(?:fall|falls|fell|fewer|down|drop|decline|decrease)\b/iu };
const RISING: Record<Locale, RegExp> = { zh: /增加|上升|提高|多了|涨/u, en: /\b(?:rise|rises|rose|grew|growth|increase|increased|up by)\b/iu };
const SENTENCE = /[^。！？；.!?;]+/gu;

/** What is wrong with a change beside a word of its direction: a fall of minus 331 would be a rise, and a fall is none. */
function directionFault(binding: string, form: string, { id, kind }: Fact, direction: 'fall' | 'rise'): string | undefined {
  if (kind !== 'fall' && kind !== 'rise') return undefined;
  if (kind !== direction) return form.startsWith('abs') ? `${binding} is a ${kind} beside a word of a ${direction}: say what it is` : undefined;
  return kind === 'fall' && !form.startsWith('abs') && form !== 'end'
    ? `${binding} is negative beside a word of falling: write {${id}:abs}`
    : undefined;
}

/** Changes beside words of the other direction, and falls with their sign beside a word of falling. A sentence with words of both is left alone. */
export function signFindings(text: string, locale: Locale, facts: ReadonlyMap<string, Fact>): Finding[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index: start }) => {
    const words = sentence.replaceAll(BINDING, '');
    const [falls, rises] = [FALLING[locale].test(words), RISING[locale].test(words)];
    if (falls === rises) return [];
    return [...sentence.matchAll(BINDING)].flatMap((match) => {
      const fact = facts.get(match[1]!);
      const message = fact && directionFault(match[0], match[2] ?? '', fact, falls ? 'fall' : 'rise');
      return message === undefined ? [] : [{ index: start + match.index, message }];
    });
  });
}

const DIGITS = '零一二三四五六七八九';
const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A whole number from 2 to 99 as words: in Chinese 两 too, as before a measure word. */
function wordsFor(value: number): Record<Locale, string[]> {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const zh = tens === 0 ? DIGITS[ones]! : `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
  const en = value < ONES.length ? ONES[value]! : `${TENS[tens]}${ones === 0 ? '' : `-${ONES[ones]}`}`;
  return { zh: value === 2 ? ['两', '二'] : [zh], en: [en] };
}

/** Units in which a number word is the name of something, such as a campaign of three years or the second of two. */
const NAMES = new Set(['years', 'year', 'rank', 'month']);

/** Largest number that prose writes as a word. */
const MOST_WORDS = 99;

/** Words of the source that are typed in a text as they stood before they were corrected. */
export function correctedFindings(text: string, locale: Locale, corrections: readonly Correction[]): Finding[] {
  if (locale !== 'zh') return [];
  return corrections
    .filter(({ field }) => field === 'words')
    .flatMap(({ fact, was: { zh: oldValue }, is: { zh: newValue } }) =>
      found(
        text.replaceAll(newValue, blanked),
        finderOf(oldValue, locale),
        ([hit]) => `“${hit}” is what stood in ${fact} before it was corrected, expected “${newValue}”: bind it where it is quoted, {${fact}}`,
      ),
    );
}

/** What finds numbers in a text that are typed as words before a unit of the table, in each language. */
export interface NumberRule {
  pattern: Readonly<Record<Locale, RegExp>>;
  /** the fact that has a number and a unit, if one has, by `WORD UNIT` */
  facts: ReadonlyMap<string, string>;
}

/** From here on a number word before a unit is a number of something, whatever the table has; two of a thing are often no number at all. */
const LEAST_WORDS = 11;
/** A measure word for anything, which counts words and boxes as well. */
const ANYTHING = '个';

const longestFirst = (words: Iterable<string>): string[] => [...new Set(words)].sort((a, b) => b.length - a.length);
/** Number words that are refused before any unit, the longest first, so that 二十九 is not read as 二十. */
const NUMBER_WORDS: Readonly<Record<Locale, string>> = (() => {
  const all = Array.from({ length: MOST_WORDS - LEAST_WORDS + 1 }, (_, i) => wordsFor(i + LEAST_WORDS));
  return { zh: longestFirst(all.flatMap(({ zh }) => zh)).join('|'), en: longestFirst(all.flatMap(({ en }) => en)).join('|') };
})();

/** The units of a fact as they stand after a number word. */
const unitsOf = ({ unit }: Fact, locale: Locale): string[] => (locale === 'en' ? [unit.en] : unit.zh === '人' ? ['人', '名'] : [unit.zh]);

/** One pattern for all numbers and units of a table, made once for many texts. */
export function numberRule(table: Iterable<Fact>): NumberRule {
  const counted = [...table].filter(({ value, unit }) => value !== null && !NAMES.has(unit.en) && unit.en !== '%');
  const typed = counted.filter(({ value }) => Number.isInteger(value) && Math.abs(value!) >= 2 && Math.abs(value!) <= MOST_WORDS);
  const facts = new Map<string, string>();
  const patternOf = (locale: Locale): RegExp => {
    const own = typed.flatMap((fact) =>
      wordsFor(Math.abs(fact.value!))[locale].flatMap((word) =>
        unitsOf(fact, locale).map((unit) => {
          if (!facts.has(`${word} ${unit}`)) facts.set(`${word} ${unit}`, fact.id);
          return `(?:${word})(?:${locale === 'en' ? '\\s+' : ''})(?:${escaped(unit)})`;
        }),
      ),
    );
    const units = longestFirst(counted.flatMap((fact) => unitsOf(fact, locale)).filter((unit) => unit !== ANYTHING))
      .map(escaped)
      .join('|');
    const any = units === '' ? [] : [`(?:${NUMBER_WORDS[locale]})${locale === 'en' ? '\\s+' : ''}(?:${units})`];
    const each = longestFirst([...own, ...any]).join('|') || '(?!)';
    return locale === 'zh'
      ? new RegExp(`(?<![${DIGITS}十百千万两第几数])(?:${each})(?!次)`, 'gu')
      : new RegExp(`(?<![-\\p{L}])(?:${each})\\b`, 'giu');
  };
  return { pattern: { zh: patternOf('zh'), en: patternOf('en') }, facts };
}

/** Numbers that are typed as words, “nineteen suspects”, “十九人”, and so follow no correction: digits are refused as well. */
export function numberFindings(text: string, locale: Locale, { pattern, facts }: NumberRule): Finding[] {
  return found(text, pattern[locale], ([hit]) => {
    const id = [...facts].find(([typed]) => typed.replace(locale === 'zh' ? ' ' : '', '') === hit.toLowerCase().replaceAll(/\s+/g, ' '))?.[1];
    return `“${hit}” is a number typed as words: ${id === undefined ? 'bind it to a fact' : `bind it, such as {${id}:word}`}, so that a correction reaches it, or mark it as no fact, {!${hit}}`;
  });
}

/** Stands for a mark of a claim, such as `{?id}`, in a text whose bindings are blanked; no copy holds it. */
const CLAIMED = '\uE002';
const unmarked = (text: string): string => text.replaceAll(BOUND, (found) => (/^\{(?:\?|if )/.test(found) ? CLAIMED : ' ').repeat(found.length));
const SENTENCES = /[^。！？；!?;]+?(?:[。！？；!?;]|\.(?=[\s*]|$)|$)/gu;

/** Comparing words in sentences that name no claim: what a correction may deny unnoticed. */
export function unboundFindings(text: string, locale: Locale, { comparing }: Style): Finding[] {
  return [...unmarked(text).matchAll(SENTENCES)].flatMap(({ 0: sentence, index: start }) =>
    sentence.includes(CLAIMED)
      ? []
      : comparing[locale].flatMap((word) =>
          found(sentence, finderOf(word, locale), ([hit]) => `“${hit}” compares, and the sentence names no claim of src/content/claims.yaml: name the one it rests on, such as {?id}, or the reason why no number can deny it`).map(({ index, message }) => ({
            index: start + index,
            message,
          })),
        ),
  );
}

/** A text in each language. */
type Both = Readonly<Record<Locale, string>>;

/**
 * Words that one language has and the other lacks: each pair stands in both or in neither.
 * @param written the text as it is typed
 * @param units what its numbers bring along: “27 suspects” says suspects, though a table does
 */
export function pairFindings(written: Both, units: Both, pairs: readonly Pair[]): string[] {
  return pairs.flatMap((pair) => {
    const says = {
      zh: (text: string): boolean => pair.zh.split('|').some((word) => text.includes(word)),
      en: (text: string): boolean => new RegExp(`\\b(?:${pair.en})`, 'iu').test(text),
    };
    const lacks = (locale: Locale): boolean => !says[locale](written[locale]) && !says[locale](units[locale]);
    if (says.zh(written.zh) && lacks('en')) return [`Chinese says “${pair.zh}”, English does not say “${pair.en}”`];
    if (says.en(written.en) && lacks('zh')) return [`English says “${pair.en}”, Chinese does not say “${pair.zh}”`];
    return [];
  });
}
