import { fileOf, publishedRows, readState, type State } from '../data/published.ts';
import type { Tables } from '../data/tables.ts';
import type { Correction, Locale } from '../data/types.ts';
import { ownersFile } from '../newsroom.ts';
import { CHAPTERS, STEP_IDS } from '../story/ids.ts';
import { parseYaml } from './document.ts';
import type { Fault } from './fault.ts';
import { CONTENT, readSources } from './sources.ts';
import { DEFAULT_LOCALE, inEach, LOCALES } from '../languages.ts';

/** The end of a sentence: its mark with closing quotation marks and markup; in English before a space. */
const END = /(?<=[。！？][”’）*]*)(?![”’）*])|(?<=[.?!][”’)*]*)\s+|\n+/u;
/** What is one piece however many sentences stand in it: bindings, and two wordings of which one is printed. */
const WHOLE = /\{if [^}]*\}[\s\S]*?\{end\}|\{[^{}]*\}|\]\([^)]*\)/g;

/** The sentences of a text as it is written, with its bindings. */
export function sentencesOf(text: string): string[] {
  const kept: string[] = [];
  const hidden = text.replaceAll(WHOLE, (found) => `\u{E000}${String.fromCodePoint(0xe100 + kept.push(found) - 1)}`);
  return hidden
    .split(END)
    .map((each) => each.replace(/^- /, '').replaceAll(/\u{E000}(.)/gu, (_, sign: string) => kept[sign.codePointAt(0)! - 0xe100]!).trim())
    .filter((each) => each !== '');
}

/** Every text of a YAML or JSON document. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];

/** Where each step's, and each chapter's, sentences are written: its files' texts by id. */
function writtenIn(locale: Locale, read: (path: string) => string): Map<string, string[]> {
  const heads = (parseYaml(read(`${CONTENT}/${locale}/chapters.json`) || '{}').document.toJS() ?? {}) as Record<string, unknown>;
  const chapters = CHAPTERS.map(({ id, steps }) => [id, [...textsIn(heads[id]), ...(steps.length === 0 ? [read(`${CONTENT}/${locale}/unknown.md`)] : [])]] as const);
  const steps = STEP_IDS.map((id) => {
    const text = read(`${CONTENT}/${locale}/steps/${id}.md`);
    const head = /^---\n([\s\S]*?\n)---\n/.exec(text);
    return [id, head ? [...textsIn(parseYaml(head[1]!).document.toJS()), text.slice(head[0].length)] : [text]] as const;
  });
  return new Map([...chapters, ...steps].map(([id, texts]) => [id, texts.flatMap(sentencesOf)]));
}

/** The sentences of each step and chapter as they are written now. */
export function writtenNow(locale: Locale): Map<string, string[]> {
  const sources = readSources();
  return writtenIn(locale, (path) => sources.get(path) ?? '');
}

/** What was taken out of a list and what was put in: as often as it stands there more often. */
function differing(before: readonly string[], after: readonly string[]): { gone: string[]; come: string[] } {
  const less = (from: readonly string[], other: readonly string[]): string[] => {
    const left = [...other];
    return from.filter((each) => !left.includes(each) || (left.splice(left.indexOf(each), 1), false));
  };
  return { gone: less(before, after), come: less(after, before) };
}

/** The sentences of a step or chapter that are published and gone, and those that have come, as they are written. */
export type Changed = Readonly<Record<Locale, { gone: string[]; come: string[] }>>;

/** Every step and chapter whose sentences are not those that were published. A step that is new, or withdrawn, is not among them. */
export function changedSentences(state: State): Map<string, Changed> {
  const now = inEach(writtenNow);
  const then = inEach((locale) => writtenIn(locale, (path) => fileOf(state, path)));
  const ids = [...now[DEFAULT_LOCALE].keys()].filter((id) => (then[DEFAULT_LOCALE].get(id) ?? []).length > 0);
  const all = ids.map((id) => {
    const of = (locale: Locale) => differing(then[locale].get(id) ?? [], now[locale].get(id) ?? []);
    return [id, inEach(of)] as const;
  });
  return new Map(all.filter(([, each]) => LOCALES.some((locale) => each[locale].gone.length + each[locale].come.length > 0)));
}

/** A text without the marks that only the build reads: what a row may hold of it. */
export const bare = (sentence: string): string => sentence.replaceAll(/\{\?[^}]*\}|\*/g, '').trim();

const FILE = 'data/corrections.csv';
const fault = (message: string): Fault => ({ file: FILE, line: 1, column: 1, message });

/** A row that lies about a sentence: its old one was not published, or its new one does not stand in the step. */
function lies(row: Correction, changed: Changed): Fault[] {
  return LOCALES.flatMap((locale) =>
    ([['was', 'gone', 'was never published in'], ['is', 'come', 'is not new in']] as const).flatMap(([side, list, says]) => {
      const text = row[side][locale];
      const same = row.was[locale] === row.is[locale];
      if (text === '' || same || changed[locale][list].map(bare).includes(bare(text))) return [];
      return [fault(`"${row.id}": ${JSON.stringify(text)} ${says} ${row.step}, expected one of ${JSON.stringify(changed[locale][list])}`)];
    }),
  );
}

/**
 * Sentences that changed since publication without their row, rows that lie about one, and steps that are lost.
 * A sentence is compared as it is written: one whose number was corrected has not changed.
 */
export function sentenceFaults(data: Tables): Fault[] {
  const state = data.published === null ? null : readState(ownersFile('data'));
  if (state === null) return [];
  const changed = changedSentences(state);
  const old = { corrections: publishedRows(state, 'corrections'), withdrawals: publishedRows(state, 'withdrawals') };
  const rows = data.corrections.filter(({ id, field }) => field === 'sentence' && !old.corrections.has(id));
  const withdrawn = data.withdrawals.filter(({ id, kind }) => kind === 'sentence' && !old.withdrawals.has(id));
  const unmade = withdrawn
    .filter(({ of }) => LOCALES.some((locale) => (changed.get(of)?.[locale].gone.length ?? 0) === 0))
    .map(({ id, of }) => fault(`data/withdrawals.csv: "${id}": every sentence of ${of} stands there as it was published, expected one taken out in both languages`));
  // A sentence that named a withdrawn fact, or led to a withdrawn step, went with it.
  const of = data.withdrawals.filter(({ kind }) => kind !== 'name').map((row) => row.of);
  const wentAlong = (each: Changed): boolean => LOCALES.every((locale) => each[locale].gone.some((sentence) => of.some((id) => new RegExp(`[{#]${id}(?![\\w-])`).test(sentence))));
  const none: Changed = inEach(() => ({ gone: [], come: [] }));
  const nothing = rows
    .filter(({ kind, was, is }) => kind !== 'wording' && LOCALES.every((locale) => was[locale] === is[locale]))
    .map(({ id }) => fault(`"${id}": the sentence is what stood before, expected a change`));
  const lying = rows.filter(({ kind }) => kind === 'correction').flatMap((row) => lies(row, changed.get(row.step!) ?? none));
  const silent = [...changed].flatMap(([id, each]) => {
    if (wentAlong(each) || withdrawn.some((row) => row.of === id) || rows.some(({ step, kind }) => step === id && kind === 'wording')) return [];
    const told = rows.filter(({ step }) => step === id);
    return LOCALES.flatMap((locale) =>
      ([['gone', 'was'], ['come', 'is']] as const).flatMap(([list, side]) =>
        each[locale][list]
          .filter((sentence) => !told.some((row) => bare(row[side][locale]) === bare(sentence)))
          .map((sentence) => fault(`${id} (${locale}): ${JSON.stringify(sentence)} ${list === 'gone' ? 'was published and is gone' : 'is new since publication'}, expected a row of field "sentence" that says so, as ${side === 'was' ? 'old' : 'new'} value: npm run correct writes it`)),
      ),
    );
  });
  return [...unmade, ...nothing, ...lying, ...silent];
}
