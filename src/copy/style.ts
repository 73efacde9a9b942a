import { existsSync, readdirSync } from 'node:fs';
import { isPair, isScalar, visit } from 'yaml';
import { z } from 'zod';
import type { Tables } from '../data/tables.ts';
import type { Bilingual, Locale } from '../data/types.ts';
import { ownersFile } from '../newsroom.ts';
import { claimsOf } from './claims.ts';
import { parseYaml, readDocument } from './document.ts';
import { originAt, stopOn, type Fault, type Origin } from './fault.ts';
import { known } from './references.ts';
import { CONTENT, readText } from './sources.ts';
import { inEach, LOCALES, SOURCE_LOCALE } from '../languages.ts';
import { LINTERS, linterFindings } from './linter.ts';
import {
  correctedFindings,
  numberFindings,
  numberRule,
  pairFindings,
  qualifierFindings,
  signFindings,
  unboundFindings,
  unitFindings,
  wordFindings,
  type Style,
} from './wording.ts';

const FILE = `${CONTENT}/style.yaml`;

const text = z.string('expected a text').min(1, 'expected a text');
/** The same in each language of the settings. */
const inLanguages = <Of extends z.ZodType>(of: Of): z.ZodType<Readonly<Record<Locale, z.infer<Of>>>> => z.strictObject(inEach(() => of)) as never;
const banned = z.array(z.strictObject({ word: text, reason: text }));
const schema = z.strictObject({
  banned: inLanguages(banned),
  terms: z.array(z.strictObject({ ...inEach(() => text), ...Object.fromEntries(LOCALES.map((locale) => [`not_${locale}`, z.array(text).optional()])) })) as unknown as z.ZodType<Style['terms']>,
  pairs: z.array(inLanguages(text)),
  comparing: inLanguages(z.array(text)).default(inEach(() => [])),
  linted: z.record(text, z.enum(Object.keys(LINTERS) as [keyof typeof LINTERS])).default({}),
});
const NONE: Style = { banned: inEach(() => []), terms: [], pairs: [], comparing: inEach(() => []), linted: {} };

/** What the desk has agreed on; nothing, if it keeps no such file. */
function readStyle(faults: Fault[]): Style {
  return existsSync(ownersFile(FILE)) ? (readDocument({ file: FILE, line: 1, column: 1 }, readText(FILE), schema, faults)?.value ?? NONE) : NONE;
}

/** A piece of copy as its owner wrote it, with its bindings. */
interface Passage {
  locale: Locale;
  origin: Origin;
  text: string;
}

/** What pupils may say wrongly, in the lesson plans, is meant to be wrong; the reply to it, and the answers of a key, are not. */
const isWrongOnPurpose = (path: readonly unknown[]): boolean => {
  const keys = path.filter(isPair).map(({ key }) => (isScalar(key) ? key.value : undefined));
  return keys.at(-2) === 'wrong' && keys.at(-1) === 'answer';
};

/** The texts of a YAML or JSON document, not its keys. */
function scalars(locale: Locale, start: Origin, source: string): Passage[] {
  const { document, lines } = parseYaml(source);
  const found: Passage[] = [];
  visit(document, {
    Scalar(key, node, path) {
      if (key === 'key' || !isScalar(node) || typeof node.value !== 'string' || !node.range || isWrongOnPurpose(path)) return;
      const { line, col } = lines.linePos(node.range[0]);
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
      found.push({ locale, origin: { file: start.file, line: start.line + line - 1, column: col + quoted }, text: node.value });
    },
  });
  return found;
}

/** Each line of prose below its head, and the texts of the head. */
function prose(locale: Locale, file: string, source: string): Passage[] {
  const head = /^---\n([\s\S]*?\n)---\n/.exec(source);
  const from = (head?.[0] ?? '').split('\n').length;
  const body = source
    .slice(head?.[0].length ?? 0)
    .split('\n')
    .map((line, i) => ({ locale, origin: { file, line: from + i, column: 1 }, text: line }));
  return [...scalars(locale, { file, line: 2, column: 1 }, head?.[1] ?? ''), ...body];
}

/** Files that are no text: how numbers are written, and the words that the checks look for. */
const WORD_LISTS = /\/(?:format|checks)\.json$/;

const filesIn = (folder: string): string[] =>
  readdirSync(ownersFile(folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );

/** Every text that a reader, a teacher or an editor meets, of every surface. */
function passages({ facts, lines, places, routes }: Tables): Passage[] {
  const copy = filesIn(CONTENT).flatMap((file) => {
    const locale = LOCALES.find((each) => file.startsWith(`${CONTENT}/${each}/`));
    if (locale === undefined || WORD_LISTS.test(file)) return [];
    return file.endsWith('.md') ? prose(locale, file, readText(file)) : scalars(locale, { file, line: 1, column: 1 }, readText(file));
  });
  const cells: readonly (readonly [string, readonly (readonly (Bilingual | undefined)[])[]])[] = [
    ['facts', [...facts.values()].map(({ label, note, period }) => [label, note, period])],
    ['places', [...places.values()].map(({ note }) => [note])],
    ['routes', [...routes.values()].map(({ note }) => [note])],
    ['lines', [...lines.values()].map(({ distance }) => [distance?.note])],
  ];
  const notes = cells.flatMap(([table, rows]) =>
    rows.flatMap((texts, row) =>
      texts.flatMap((words) => LOCALES.map((locale) => ({ locale, origin: { file: `data/${table}.csv`, line: row + 2, column: 1 }, text: words?.[locale] ?? '' }))),
    ),
  );
  return [...copy, ...notes];
}

const blank = (found: string): string => ' '.repeat(found.length);

/** Adds a fault for each word that one language of a step has and the other lacks. */
function comparePairs({ pairs }: Style, { facts }: Tables, faults: Fault[]): void {
  const steps = filesIn(`${CONTENT}/${SOURCE_LOCALE}/steps`).map((file) => file.slice(`${CONTENT}/${SOURCE_LOCALE}`.length));
  const bodyOf = (file: string): string => (existsSync(ownersFile(file)) ? readText(file).replace(/^---\n[\s\S]*?\n---\n/, '') : '');
  for (const name of [...steps, '/unknown.md']) {
    const written = inEach((locale) => bodyOf(`${CONTENT}/${locale}${name}`));
    const unitsOf = (locale: Locale): string =>
      [...written[locale].matchAll(/\{([a-z][\w-]*)\}/g)].map(([, id]) => facts.get(id!)?.unit[locale] ?? '').join(' ');
    for (const other of LOCALES.filter((locale) => locale !== SOURCE_LOCALE && written[locale] !== '')) {
      const found = pairFindings(written, inEach(unitsOf), pairs, [SOURCE_LOCALE, other]);
      faults.push(...found.map((message) => ({ file: `${CONTENT}/${other}${name}`, line: 1, column: 1, message })));
    }
  }
}

const LESSON = new RegExp(`^${CONTENT}/[^/]+/lesson[./]`);
/**
 * Where a comparing word needs no claim: rules and promises of the program say nothing of the numbers, and a note of a table
 * stands in the row that it speaks of, so that whoever corrects the row reads it.
 */
const NOT_OF_NUMBERS = new RegExp(`^(?:${CONTENT}/[^/]+/(?:ui|embed|office|slides|corrections|figures)\\.json$|data/)`);

/** The claims that no text names: they guard nothing. */
export function unnamed(data: Tables): string[] {
  const named = new Set(passages(data).flatMap(({ text: written }) => [...written.matchAll(/\{(?:\?|if )([a-z][a-z0-9-]*)\}/g)].map(([, id]) => id)));
  return [...claimsOf(data).keys()].filter((id) => !named.has(id));
}

/** Bindings of a wording that is not printed today, and names what no table has. The lesson has figures of its own, which it checks when they are printed. */
function waitingFindings(written: string, figures: ReadonlyMap<string, unknown>): { index: number; message: string }[] {
  if (!written.includes('{else}')) return [];
  return [...written.matchAll(/\{([a-z][a-z0-9-]*)(?::[a-z-]+)?\}/g)]
    .filter(([, id]) => !['else', 'end', 'title'].includes(id!) && !figures.has(id!))
    .map(({ 0: binding, index }) => ({ index, message: `${binding}: neither data/facts.csv nor src/data/derive.ts has this id` }));
}

/**
 * Checks every word of a newsroom against its style and its tables.
 * @throws Error that lists every fault with file, line, column and the reason
 */
export function checkStyle(data: Tables): void {
  const faults: Fault[] = [];
  const style = readStyle(faults);
  const { figures } = known(data);
  const numbers = numberRule(data.facts.values());
  for (const { locale, origin, text: written } of passages(data)) {
    const linkless = written.replaceAll(/\]\([^)]*\)/g, blank);
    const words = linkless.replaceAll(/\{[^{}]*\}/g, blank);
    const found = [
      ...wordFindings(words, locale, style),
      ...(style.linted[locale] === undefined || !origin.file.startsWith(CONTENT) ? [] : linterFindings(linkless, style.linted[locale])),
      ...numberFindings(words, locale, numbers),
      ...correctedFindings(words, locale, data.corrections),
      ...qualifierFindings(linkless, locale, data.facts),
      ...unitFindings(linkless, locale, data.facts),
      ...signFindings(linkless, locale, data.facts),
      ...(LESSON.test(origin.file) ? [] : waitingFindings(linkless, figures)),
      ...(NOT_OF_NUMBERS.test(origin.file) ? [] : unboundFindings(written, locale, style)),
    ];
    faults.push(...found.map(({ index, message }) => ({ ...originAt(origin, written, index), message })));
  }
  comparePairs(style, data, faults);
  stopOn(faults, 'The wording');
}
