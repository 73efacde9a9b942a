import { isPercent } from '../data/format.ts';
import { checksOf, finderOf } from '../data/language.ts';
import type { Bilingual, Correction, Fact, Locale } from '../data/types.ts';
import { inEach, isHan, SOURCE_LOCALE } from '../languages.ts';

/** What is made once for each language, when it is asked for. */
function keptFor<Made>(make: (locale: Locale) => Made): (locale: Locale) => Made {
  const kept = new Map<Locale, { made: Made }>();
  return (locale) => {
    const found = kept.get(locale) ?? { made: make(locale) };
    kept.set(locale, found);
    return found.made;
  };
}

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
export type Term = Bilingual & { readonly [Not in `not_${Locale}`]?: readonly string[] | undefined };

/** Words of which one language must not have one and the other none: who says it, how far it is sure. */
export type Pair = Bilingual;

/** What a newsroom has agreed on, from `src/content/style.yaml`. */
export interface Style {
  banned: Readonly<Record<Locale, readonly Banned[]>>;
  terms: readonly Term[];
  pairs: readonly Pair[];
  /** words that compare, order, sum or generalise: a sentence that has one rests on the numbers */
  comparing: Readonly<Record<Locale, readonly string[]>>;
  /** the kept linter that reads a language, by its code */
  linted: Readonly<Record<string, 'english'>>;
}

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const finders: Readonly<Record<Locale, Map<string, RegExp>>> = inEach(() => new Map());

/** Finds a word: anywhere in Han, as whole words in an alphabet. Made once. */
function wordFinder(word: string, locale: Locale): RegExp {
  const kept =
    finders[locale].get(word) ??
    (isHan(locale) ? new RegExp(escaped(word), 'gu') : new RegExp(`(?<![\\p{L}-])${escaped(word)}(?![\\p{L}-])`, 'giu'));
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
    ...banned[locale].flatMap(({ word, reason }) => found(text, wordFinder(word, locale), ([hit]) => `“${hit}”: ${reason}`)),
    ...terms.flatMap((term) =>
      (term[`not_${locale}`] ?? []).flatMap((word) =>
        found(text, wordFinder(word, locale), ([hit]) => `“${hit}”: expected “${term[locale]}”, the one name of this thing`),
      ),
    ),
  ];
}

const blanked = (found: string): string => ' '.repeat(found.length);
/** A binding, as it is typed. */
export const BOUND = /\{[^{}]*\}/g;
const BINDING = /\{([a-z][a-z0-9-]*)(?::([a-z-]+))?\}/g;

/** What may not stand before or after a number: the binding says it already, or the source does not. */
const hedgesOf = keptFor((locale) => {
  const { before, after } = checksOf(locale).hedges;
  const any = (words: readonly string[]): string => `(?:${words.join('|') || '(?!)'})`;
  return isHan(locale)
    ? { before: new RegExp(`${any(before)}$`, 'u'), after: new RegExp(`^${any(after)}`, 'u') }
    : { before: new RegExp(`(?<![\\p{L}])${any(before)}\\s+$`, 'iu'), after: new RegExp(`^\\s+${any(after)}(?![\\p{L}])`, 'iu') };
});

/** Forms of a binding that leave the source's qualifier out. */
const BARE = new Set(['word']);

/** Qualifiers typed beside a bound number, against those of the table; or a qualifier that its form leaves out. */
export function qualifierFindings(text: string, locale: Locale, facts: ReadonlyMap<string, Fact>): Finding[] {
  const { before, after } = hedgesOf(locale);
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

/** By the source's unit that counts occurrences, what they are not: `530家次` are no 530 venues. */
const occurrencesOf = keptFor(
  (locale) =>
    new Map(
      Object.entries(checksOf(locale).occurrences).map(([unit, not]) => [
        unit,
        isHan(locale) ? new RegExp(`^(?:${not})`, 'u') : new RegExp(`^\\s+(?:${not})(?![\\p{L}])`, 'iu'),
      ]),
    ),
);

/** Occurrences told as if they were people or things. */
export function unitFindings(text: string, locale: Locale, facts: ReadonlyMap<string, Fact>): Finding[] {
  return [...text.matchAll(BINDING)].flatMap((match) => {
    const fact = facts.get(match[1]!);
    const rule = fact && occurrencesOf(locale).get(fact.unit[SOURCE_LOCALE]);
    const next = text.slice(match.index + match[0].length);
    const hit = rule?.exec(next)?.[0];
    return hit === undefined || hit === null
      ? []
      : [{ index: match.index, message: `“${hit.trim()}” after ${match[0]}: it counts ${fact!.unit[locale]}, occurrences, and no more is known` }];
  });
}

/** Words of falling and of rising. */
const directionsOf = keptFor((locale) => [finderOf(checksOf(locale).down, locale), finderOf(checksOf(locale).up, locale)] as const);
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
    const [falls, rises] = directionsOf(locale).map((found) => found.test(words));
    if (falls === rises) return [];
    return [...sentence.matchAll(BINDING)].flatMap((match) => {
      const fact = facts.get(match[1]!);
      const message = fact && directionFault(match[0], match[2] ?? '', fact, falls ? 'fall' : 'rise');
      return message === undefined ? [] : [{ index: start + match.index, message }];
    });
  });
}

/** A whole number from 0 to 99 as words. */
const wordsFor = (value: number, locale: Locale): string[] => checksOf(locale).numbers.words[value]!.split('|');

/** Largest number that prose writes as a word. */
const MOST_WORDS = 99;

/** Words of the source that are typed in a text as they stood before they were corrected. */
export function correctedFindings(text: string, locale: Locale, corrections: readonly Correction[]): Finding[] {
  if (locale !== SOURCE_LOCALE) return [];
  return corrections
    .filter(({ field }) => field === 'words')
    .flatMap(({ fact, was, is }) =>
      found(
        text.replaceAll(is[locale], blanked),
        wordFinder(was[locale], locale),
        ([hit]) => `“${hit}” is what stood in ${fact} before it was corrected, expected “${is[locale]}”: bind it where it is quoted, {${fact}}`,
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
const longestFirst = (words: Iterable<string>): string[] => [...new Set(words)].sort((a, b) => b.length - a.length);
/** Number words that are refused before any unit, the longest first, so that 二十九 is not read as 二十. */
const numberWordsOf = keptFor((locale) =>
  longestFirst(Array.from({ length: MOST_WORDS - LEAST_WORDS + 1 }, (_, i) => wordsFor(i + LEAST_WORDS, locale)).flat()).map(escaped).join('|'),
);

/** The units of a fact as they stand after a number word. */
const unitsOf = ({ unit }: Fact, locale: Locale): string[] => checksOf(locale).units.same[unit[locale]] ?? [unit[locale]];

/** One pattern for all numbers and units of a table, made once for many texts. */
export function numberRule(table: Iterable<Fact>): NumberRule {
  const numbers = [...table].filter((fact) => fact.value !== null && fact.kind !== 'year' && fact.kind !== 'rank' && !isPercent(fact));
  const facts = new Map<string, string>();
  const patternOf = (locale: Locale): RegExp => {
    const { units: lists, numbers: around } = checksOf(locale);
    const gap = isHan(locale) ? '' : '\\s+';
    const counted = numbers.filter(({ unit }) => !lists.names.includes(unit[locale]));
    const typed = counted.filter(({ value }) => Number.isInteger(value) && Math.abs(value!) >= 2 && Math.abs(value!) <= MOST_WORDS);
    const own = typed.flatMap((fact) =>
      wordsFor(Math.abs(fact.value!), locale).flatMap((word) =>
        unitsOf(fact, locale).map((unit) => {
          if (!facts.has(`${word} ${unit}`)) facts.set(`${word} ${unit}`, fact.id);
          return `(?:${word})(?:${gap})(?:${escaped(unit)})`;
        }),
      ),
    );
    const units = longestFirst(counted.flatMap((fact) => unitsOf(fact, locale)).filter((unit) => !lists.anything.includes(unit)))
      .map(escaped)
      .join('|');
    const any = units === '' ? [] : [`(?:${numberWordsOf(locale)})${gap}(?:${units})`];
    const each = longestFirst([...own, ...any]).join('|') || '(?!)';
    const after = `${around.notBefore === undefined ? '' : `(?!${around.notBefore})`}${isHan(locale) ? '' : '(?![\\p{L}\\p{N}_])'}`;
    return new RegExp(`(?<!${around.notAfter})(?:${each})${after}`, isHan(locale) ? 'gu' : 'giu');
  };
  return { pattern: inEach(patternOf), facts };
}

/** Numbers that are typed as words, “nineteen suspects”, “十九人”, and so follow no correction: digits are refused as well. */
export function numberFindings(text: string, locale: Locale, { pattern, facts }: NumberRule): Finding[] {
  return found(text, pattern[locale], ([hit]) => {
    const id = [...facts].find(([typed]) => typed.replace(isHan(locale) ? ' ' : '', '') === hit.toLowerCase().replaceAll(/\s+/g, ' '))?.[1];
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
          found(sentence, wordFinder(word, locale), ([hit]) => `“${hit}” compares, and the sentence names no claim of src/content/claims.yaml: name the one it rests on, such as {?id}, or the reason why no number can deny it`).map(({ index, message }) => ({
            index: start + index,
            message,
          })),
        ),
  );
}

/**
 * Words that one language has and the other lacks: each pair stands in both or in neither.
 * @param written the text as it is typed
 * @param units what its numbers bring along: “27 suspects” says suspects, though a table does
 */
export function pairFindings(written: Bilingual, units: Bilingual, pairs: readonly Pair[], [one, other]: readonly [Locale, Locale]): string[] {
  const nameOf = (locale: Locale): string => new Intl.DisplayNames('en-GB', { type: 'language' }).of(locale)!;
  return pairs.flatMap((pair) => {
    const says = (text: string, locale: Locale): boolean =>
      isHan(locale) ? pair[locale].split('|').some((word) => text.includes(word)) : new RegExp(`(?<![\\p{L}])(?:${pair[locale]})`, 'iu').test(text);
    const lacks = (locale: Locale): boolean => !says(written[locale], locale) && !says(units[locale], locale);
    const fault = (here: Locale, there: Locale): string => `${nameOf(here)} says “${pair[here]}”, ${nameOf(there)} does not say “${pair[there]}”`;
    if (says(written[one], one) && lacks(other)) return [fault(one, other)];
    if (says(written[other], other) && lacks(one)) return [fault(other, one)];
    return [];
  });
}
