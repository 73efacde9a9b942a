import type WrittenFile from '#words/corrections.json';
import { derive } from '../data/derive.ts';
import { correctedCell, formatDay, formatFact } from '../data/format.ts';
import { perTables, tables, type Tables } from '../data/tables.ts';
import type { Correction, CorrectedField, Locale, Withdrawal } from '../data/types.ts';
import { DEFAULT_LOCALE, LOCALES } from '../languages.ts';
import { STEPS } from '../story/steps.ts';
import { fill } from '../data/fill.ts';
import { plain } from './plain.ts';
import type { Fault } from './fault.ts';
import { readSentence } from './prose.ts';
import { known, numbersIn } from './references.ts';
import { readTextSources } from './sources.ts';
import { readStory, stepNodes } from './story.ts';
import { buildTexts } from './texts.ts';

/** The texts of corrections and withdrawals by key. */
export type NoticeWords = { readonly [Key in keyof typeof WrittenFile]: string };

const built = perTables((data) => buildTexts('corrections', readTextSources('corrections'), data) as Record<Locale, NoticeWords>);

/** What is said of corrections and withdrawals in one language, from `src/content/CODE/corrections.json`; both languages are checked. */
export const readNoticeWords = (locale: Locale): NoticeWords => built()[locale];

/** What a reader is told of one correction or withdrawal. */
export interface Notice {
  id: string;
  /** `YYYY-MM-DD` */
  date: string;
  /** what was changed and when, for a list of notices: neither what it said nor the reason */
  title: string;
  /** one line, dated, in whole sentences */
  text: string;
}

type Said = Pick<Notice, 'title' | 'text'>;

/** Fills a form of words, and its head: up to what was changed, else its first sentence. */
function say(form: string, values: Readonly<Record<string, string>>): Said {
  const [head] = /^.*%(?:field|what)%[^\s\p{L}]?/u.exec(form) ?? /^[^。.]*/.exec(form)!;
  return { title: fill(head, values), text: fill(form, values) };
}

/** What stood or stands in a cell, as a reader met it: a number with its unit. */
function cell(row: Correction, side: 'was' | 'is', locale: Locale, data: Tables): string {
  const fact = data.facts.get(row.fact ?? '');
  if (row.field !== 'value' || fact === undefined || row[side][locale] === '') return correctedCell(row, row[side][locale], locale, data);
  return formatFact({ ...fact, qualifier: 'exact', value: Number(row[side][locale]) }, locale);
}

/** A reason or a name as part of a sentence: its own full stop would be a second one. */
const within = (text: string): string => text.replace(/[。.]$/, '');

/** The title of a step, or of a chapter. */
function titleOf(id: string, locale: Locale, data: Tables): string {
  const story = readStory(locale);
  return plain(story.steps.get(id)?.title ?? story.chapters.find((chapter) => chapter.id === id)?.title ?? [], locale, data);
}

/** A sentence as a reader meets it: its row has it as it is written, with its bindings. What is withdrawn since stays out. */
export function spokenSentence(text: string, locale: Locale, data: Tables): string {
  if (!text.includes('{')) return text;
  const ids = known(data);
  const faults: Fault[] = [];
  const nodes = readSentence({ file: 'data/corrections.csv', line: 1, column: 1 }, text, faults, ids.claims);
  const here = [...numbersIn(nodes)].every((id) => ids.figures.has(id));
  return faults.length > 0 || !here ? text.replaceAll(/\{[^}]*\}/g, '…') : plain(nodes, locale, data);
}

/** The language whose words are shown: the reader's own, unless they stayed as they were and another's changed. */
const changedIn = ({ was, is }: Correction, locale: Locale): Locale =>
  was[locale] === is[locale] ? (LOCALES.find((other) => was[other] !== is[other]) ?? locale) : locale;

function sayCorrection(row: Correction, locale: Locale, data: Tables): Said {
  const words = readNoticeWords(locale);
  const said = { date: formatDay(row.date, locale), reason: within(row.reason[locale]), found: within(row.found[locale]) };
  const shown = changedIn(row, locale);
  if (row.field === 'sentence') {
    const [old, now] = [within(spokenSentence(row.was[shown], shown, data)), within(spokenSentence(row.is[shown], shown, data))];
    const form = row.was[shown] === '' ? words.sentenceAdded : row.is[shown] === '' ? words.sentenceRemoved : words.sentence;
    return say(form, { ...said, what: titleOf(row.step!, locale, data), old, now });
  }
  return say(row.kind === 'source' ? words.departed : words.corrected, {
    ...said,
    what: data.facts.get(row.fact!)!.label[locale],
    field: words[`field.${row.field as CorrectedField}`],
    old: cell(row, 'was', shown, data),
    now: cell(row, 'is', shown, data),
  });
}

const noticeOf = (row: Correction, locale: Locale, data: Tables): Notice => ({ id: row.id, date: row.date, ...sayCorrection(row, locale, data) });

/** The notice of a withdrawal: it never says what was withdrawn. */
export const withdrawalNotice = ({ id, kind, date, reason }: Withdrawal, locale: Locale): Notice => ({
  id, date, ...say(readNoticeWords(locale)[`withdrawn.${kind}`], { date: formatDay(date, locale), reason: within(reason[locale]) }),
});

/** Newest first; of one day, in the order of the tables. */
const sorted = (notices: readonly Notice[]): Notice[] => notices.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));

/** Changes of what was published, as readers are told of them; a departure from the source, or a mere wording, is none. */
const told = ({ corrections }: Tables): Correction[] => corrections.filter(({ kind }) => kind === 'correction');

/** Every correction and withdrawal of the piece, newest first. */
export const noticesOf = (locale: Locale, data = tables()): Notice[] =>
  sorted([...told(data).map((row) => noticeOf(row, locale, data)), ...data.withdrawals.map((row) => withdrawalNotice(row, locale))]);

/** Every change of the data, newest first: a correction that also departs from the source is told once. */
export function changesOf(locale: Locale, data = tables()): Notice[] {
  const twin = (row: Correction): boolean => told(data).some(({ fact, field, date }) => fact === row.fact && field === row.field && date === row.date);
  const rows = data.corrections.filter((row) => row.kind === 'correction' || (row.kind === 'source' && !twin(row)));
  return sorted([...rows.map((row) => noticeOf(row, locale, data)), ...data.withdrawals.map((row) => withdrawalNotice(row, locale))]);
}

/** The facts that a step is told with: those of its words and its picture, and those that our own figures there are worked out from. */
export function factsOf(step: string, data = tables()): Set<string> {
  const found = STEPS.find(({ id }) => id === step);
  const copy = readStory(DEFAULT_LOCALE).steps.get(step);
  const named = [...numbersIn(copy ? stepNodes(copy) : []), ...(found?.keeps ?? [])];
  const ours = derive(data);
  return new Set(named.flatMap((id) => [id, ...(ours.get(id)?.from ?? [])]));
}

/**
 * The notices that stand with some steps or chapters, newest first, each once: corrections of their facts and sentences, and sentences
 * that were withdrawn there.
 */
export function noticesAt(steps: readonly string[], locale: Locale, data = tables()): Notice[] {
  const rows = told(data);
  if (rows.length + data.withdrawals.length === 0) return [];
  const facts = new Set(steps.flatMap((step) => [...factsOf(step, data)]));
  return sorted([
    ...rows.filter(({ fact, step }) => (fact === null ? steps.includes(step!) : facts.has(fact))).map((row) => noticeOf(row, locale, data)),
    ...data.withdrawals.filter(({ kind, of }) => kind === 'sentence' && steps.includes(of)).map((row) => withdrawalNotice(row, locale)),
  ]);
}

/** The notices of one fact, on the card of its source: where it departs from the source too. */
export const noticesOfFact = (fact: string, locale: Locale, data = tables()): Notice[] =>
  sorted(data.corrections.filter((row) => row.fact === fact).map((row) => noticeOf(row, locale, data)));

/** What stands over notices that are opened one by one: how many, and of which day the latest is. */
export const noticesTitle = (notices: readonly Notice[], locale: Locale): string =>
  `${readNoticeWords(locale).noticesTitle} (${notices.length}) · ${formatDay(notices[0]!.date, locale)}`;
