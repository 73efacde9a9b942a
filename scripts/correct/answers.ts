import { csvFormatRow, csvParseRows } from 'd3';
import { parseDocument } from 'yaml';
import { bare, sentencesOf } from '../../src/copy/published.ts';
import { CONTENT } from '../../src/copy/sources.ts';
import { cellsIn, correctedCells, pluralCells } from '../../src/data/columns.ts';
import { formatsOf } from '../../src/data/language.ts';
import { inEach, LOCALES, SOURCE_LOCALE } from '../../src/languages.ts';
import { COLUMN, SPOKEN, TRANSLATED, translationOf } from '../../src/data/printed.ts';
import { fileOf, type State } from '../../src/data/published.ts';
import type { Bilingual, CorrectedField, Correction, Locale } from '../../src/data/types.ts';

/** A cell of a fact that is to read otherwise: a code or a number in the source's language alone, words in each, "" = not disclosed. */
export interface CellChange {
  fact: string;
  field: CorrectedField;
  is: Bilingual;
  /** the unit of one thing, in English */
  one?: string;
}

/**
 * A sentence of a step or chapter, as it is written with its bindings, and what is to stand in its place; "" = nothing. Where none was, it is
 * added after another one.
 */
export interface SentenceChange {
  step: string;
  was: Bilingual;
  is: Bilingual;
  after?: Bilingual;
  /** it says the same in other words: readers are not told */
  wording?: boolean;
}

/** A claim of `claims.yaml` that says something else from now on; "" = as it stands there. */
export interface ClaimChange {
  id: string;
  holds: string;
  breaks: string;
  says: Bilingual;
  /** why a figure that the source reports and ours differ */
  known: Bilingual;
}

/** What an editor answers: all that belongs to one correction. */
export interface Answers {
  cells: readonly CellChange[];
  sentences: readonly SentenceChange[];
  claims: readonly ClaimChange[];
  /** `YYYY-MM-DD` */
  date: string;
  reason: Bilingual;
  found: Bilingual;
}

/** A newsroom's files as a correction needs them. */
export interface Newsroom {
  /** a file's text by its path from the newsroom's folder; undefined = there is none */
  read: (path: string) => string | undefined;
  /** what was published; null = the piece is a draft */
  state: State | null;
}

/** The files that change, by their paths, and the rows that are added; or what is wrong with the answers. */
export interface Corrected {
  files: ReadonlyMap<string, string>;
  rows: readonly string[];
  faults: readonly string[];
}

const FACTS = 'data/facts.csv';
const CORRECTIONS = 'data/corrections.csv';
const CLAIMS = `${CONTENT}/claims.yaml`;

/** A table whose other lines stay byte for byte as somebody saved them. */
class Typed {
  private readonly lines: string[];
  private readonly end: string;
  private readonly head: readonly string[];

  constructor(text: string) {
    this.end = text.includes('\r\n') ? '\r\n' : '\n';
    this.lines = text.replace(/(?:\r?\n)+$/, '').split(this.end);
    this.head = csvParseRows(this.lines[0]!.replace(/^\uFEFF/, ''))[0]!;
  }

  /** The row of an id by its columns, or undefined. */
  row(id: string): Record<string, string> | undefined {
    const cells = this.lines.slice(1).map((line) => csvParseRows(line)[0]).find((each) => each?.[this.head.indexOf('id')] === id);
    return cells && Object.fromEntries(this.head.map((column, i) => [column, cells[i] ?? '']));
  }

  get rows(): Record<string, string>[] {
    return this.lines.slice(1).flatMap((line) => csvParseRows(line)).map((cells) => Object.fromEntries(this.head.map((column, i) => [column, cells[i] ?? ''])));
  }

  /** Puts a row in the place of the one with its id, or at the end; says how it is written. */
  put(row: Readonly<Record<string, string>>): string {
    const line = csvFormatRow(this.head.map((column) => row[column] ?? ''));
    const at = this.lines.findIndex((each, i) => i > 0 && csvParseRows(each)[0]?.[this.head.indexOf('id')] === row['id']);
    if (at === -1) this.lines.push(line);
    else this.lines[at] = line;
    return line;
  }

  toString(): string {
    return this.lines.join(this.end) + this.end;
  }
}

/** A cell in each language as a row of corrections holds it: one that is no words has no translation. */
function cellOf(row: Readonly<Record<string, string>>, field: CorrectedField): Bilingual {
  return inEach((locale) => row[locale === SOURCE_LOCALE ? COLUMN[field] : (translationOf(field, locale) ?? '')] ?? '');
}

/** An id that no row has: the next number after those in use. */
function nextId(table: Typed, letter: string): string {
  const used = table.rows.flatMap(({ id }) => (new RegExp(`^${letter}-\\d+$`).test(id!) ? [Number(id!.slice(2))] : []));
  return `${letter}-${Math.max(0, ...used) + 1}`;
}

const isSame = (a: Bilingual, b: Bilingual): boolean => LOCALES.every((locale) => a[locale] === b[locale]);
const said = (words: Bilingual): string => JSON.stringify(LOCALES.flatMap((locale) => words[locale] || []).join(' / '));

/** The kinds of row that a change of a cell needs: against the source, against what was published, or both. */
function kindsFor({ fact, field, is }: CellChange, was: Bilingual, corrections: Typed, state: State | null): Correction['kind'][] {
  // Once a cell has left the source, each further step of it is told; of words the source has one language.
  const left = corrections.rows.some((row) => row['kind'] === 'source' && row['fact'] === fact && row['field'] === field);
  const known = state !== null && new Typed(fileOf(state, FACTS)).row(fact) !== undefined;
  return [...(left || is[SOURCE_LOCALE] !== was[SOURCE_LOCALE] ? (['source'] as const) : []), ...(known ? (['correction'] as const) : [])];
}

type Row = Readonly<Record<string, string>>;

/** Changes a cell in the tables. @returns the rows added, or what is wrong */
function changeCell(change: CellChange, told: Row, facts: Typed, corrections: Typed, state: State | null): { rows: string[]; faults: string[] } {
  const { fact, field, one } = change;
  const row = facts.row(fact);
  if (row === undefined) return { rows: [], faults: [`"${fact}" is unknown, expected an id of ${FACTS}`] };
  const was = cellOf(row, field);
  const is = inEach((locale) => (locale === SOURCE_LOCALE || SPOKEN.has(field) ? change.is[locale].trim() : ''));
  if (isSame(was, is)) return { rows: [], faults: [`${fact}: ${field}: ${said(is)} is what stands there, expected a change`] };
  if (SPOKEN.has(field) && LOCALES.some((locale) => is[locale] === '') && LOCALES.some((locale) => is[locale] !== '')) return { rows: [], faults: [`${fact}: ${field}: ${said(is)} is in one language, expected it in both`] };
  const kinds = kindsFor({ ...change, is }, was, corrections, state);
  facts.put({
    ...row,
    [COLUMN[field]]: is[SOURCE_LOCALE],
    ...Object.fromEntries(TRANSLATED.flatMap((locale) => (translationOf(field, locale) === undefined ? [] : [[translationOf(field, locale)!, is[locale]]]))),
    ...(field === 'unit' ? pluralCells((locale) => (one ?? '').trim() || is[locale]) : {}),
  });
  const cells = { ...told, fact, field, ...correctedCells('old', was, true), ...correctedCells('new', is, true) } as Row;
  return { rows: kinds.map((kind) => corrections.put({ ...cells, kind, id: nextId(corrections, kind === 'source' ? 's' : 'c') })), faults: [] };
}

/** Where the sentences of a step, or of a chapter, may be written. */
const filesOf = (step: string, locale: string): string[] => [`${CONTENT}/${locale}/steps/${step}.md`, `${CONTENT}/${locale}/chapters.json`, `${CONTENT}/${locale}/unknown.md`];

const timesIn = (text: string, words: string): number => text.split(words).length - 1;
/** A sentence as its file has it. */
const written = (path: string, sentence: string): string => (path.endsWith('.json') ? JSON.stringify(sentence).slice(1, -1) : sentence);

/** Changes a sentence in the file that has it, or adds one after another. @returns what is wrong, if anything */
function changeWords(files: Map<string, string>, read: Newsroom['read'], { step, was, is, after }: SentenceChange, locale: Locale): string[] {
  const [before, now] = [was[locale].trim(), is[locale].trim()];
  if (before === now) return [];
  const old = before || (after?.[locale] ?? '').trim();
  if (old === '') return [`${step} (${locale}): no sentence is named in whose place, or after which, ${JSON.stringify(now)} is to stand, expected one of the step`];
  if (sentencesOf(now).length > 1) return [`${step} (${locale}): ${JSON.stringify(now)} is more than one sentence, expected one: add each of the others after it`];
  const texts = filesOf(step, locale).flatMap((path) => {
    const text = files.get(path) ?? read(path);
    return text === undefined ? [] : [{ path, text, times: timesIn(text, written(path, old)) }];
  });
  // A step has a file of its own: the same words elsewhere are not its.
  const places = texts[0]?.path === filesOf(step, locale)[0] ? texts.slice(0, 1) : texts;
  const times = places.reduce((sum, place) => sum + place.times, 0);
  if (times !== 1) return [`${step} (${locale}): ${JSON.stringify(old)} stands there ${times} times, expected once, as it is written in ${places.map(({ path }) => path).join(' or ') || filesOf(step, locale)[0]}`];
  const { path, text } = places.find((place) => place.times === 1)!;
  const [from, to] = [written(path, old), written(path, before === '' ? `${old}${formatsOf(locale).sentences}${now}` : now)];
  // Of a sentence that goes, the space before it goes too.
  files.set(path, to === '' && text.includes(` ${from}`) ? text.replace(` ${from}`, '') : text.replace(from, () => to));
  return [];
}

/** Changes a sentence in both languages. @returns the row added, none in a draft, or what is wrong */
function changeSentence(change: SentenceChange, told: Row, files: Map<string, string>, corrections: Typed, { read, state }: Newsroom): { rows: string[]; faults: string[] } {
  const { step, was, is, wording = false } = change;
  if (isSame(was, is)) return { rows: [], faults: [`${step}: ${said(is)} is what stands there, expected a change`] };
  const faults = LOCALES.flatMap((locale) => changeWords(files, read, change, locale));
  if (faults.length > 0 || state === null) return { rows: [], faults };
  const cells = { ...correctedCells('old', inEach((locale) => bare(was[locale])), true), ...correctedCells('new', inEach((locale) => bare(is[locale])), true) } as Row;
  const row = { ...told, ...cells, step, field: 'sentence', kind: wording ? 'wording' : 'correction' };
  return { rows: [corrections.put({ ...row, id: nextId(corrections, wording ? 'v' : 'c') })], faults: [] };
}

/** Changes what is said of the numbers. @returns the file, or what is wrong */
function changeClaims(changes: readonly ClaimChange[], text: string): { text: string; faults: string[] } {
  const document = parseDocument(text);
  const faults = changes.flatMap(({ id, says, known, ...conditions }) => {
    if (!document.has(id)) return [`${JSON.stringify(id)} is no claim of ${CLAIMS}, expected one of it`];
    const cells = Object.entries({ ...conditions, ...says }).flatMap(([key, cell]) => (cell.trim() === '' ? [] : [[key, cell.trim()] as const]));
    for (const [key, cell] of cells) document.setIn([id, key], cell);
    const knows = LOCALES.some((locale) => known[locale].trim() !== '');
    if (knows) document.setIn([id, 'known'], document.createNode(inEach((locale) => known[locale].trim())));
    return cells.length === 0 && !knows ? [`${id}: nothing of this claim is to change, expected a new condition`] : [];
  });
  return { text: document.toString({ lineWidth: 0 }), faults };
}

const QUESTIONS = [['reason', 'the reason'], ['found', 'who found it']] as const;

/** Makes what an editor answered of a newsroom's files. Nothing is written: whether they can be read is for {@link tryOut} to say. */
export function correct(newsroom: Newsroom, answers: Answers): Corrected {
  const { read, state } = newsroom;
  const [facts, corrections] = [new Typed(read(FACTS) ?? 'id'), new Typed(read(CORRECTIONS) ?? 'id')];
  const files = new Map<string, string>();
  const trimmed = (words: Bilingual): Bilingual => inEach((locale) => words[locale].trim());
  const told = { date: answers.date, ...cellsIn('reason', trimmed(answers.reason)), ...cellsIn('found', trimmed(answers.found)) } as Row;
  const open = QUESTIONS.flatMap(([key, what]) => LOCALES.flatMap((locale) => (answers[key][locale].trim() === '' ? [`${what} (${locale}) is missing, expected it in both languages`] : [])));
  const claims = changeClaims(answers.claims, read(CLAIMS) ?? '{}');
  const nothing = answers.cells.length + answers.sentences.length === 0 ? ['nothing is to change, expected a new value or a new sentence'] : [];
  const changes = [
    ...answers.cells.map((change) => changeCell(change, told, facts, corrections, state)),
    ...answers.sentences.map((change) => changeSentence(change, told, files, corrections, newsroom)),
  ];
  const rows = changes.flatMap((change) => change.rows);
  if (answers.cells.length > 0) files.set(FACTS, String(facts));
  if (answers.claims.length > 0) files.set(CLAIMS, claims.text);
  if (rows.length > 0) files.set(CORRECTIONS, String(corrections));
  return { files, rows, faults: [...nothing, ...open, ...changes.flatMap((change) => change.faults), ...claims.faults] };
}
