import { formatFact } from '../../src/data/format.ts';
import { SPOKEN } from '../../src/data/printed.ts';
import { saidOf } from '../../src/data/claims.ts';
import type { Tables } from '../../src/data/tables.ts';
import { CORRECTED, QUALIFIERS, type Bilingual, type CorrectedField, type Fact, type Locale } from '../../src/data/types.ts';
import { writtenNow } from '../../src/copy/published.ts';
import { inEach, LOCALES, SOURCE_LOCALE } from '../../src/languages.ts';
import type { Answers, CellChange, ClaimChange, SentenceChange } from './answers.ts';
import type { ClaimEffect } from './trial.ts';

/** Puts a question to a person, and gives the answer. */
export type Ask = (question: string) => Promise<string>;
/** Says something to them. */
export type Say = (line: string) => void;

/** The items whose text holds every word that is looked for, whatever its case. */
export function matching<Item>(items: readonly Item[], words: string, textOf: (item: Item) => string): Item[] {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return items.filter((item) => wanted.every((word) => textOf(item).toLowerCase().includes(word)));
}

const inAll = (words: Bilingual): string => LOCALES.map((locale) => words[locale]).join(' / ');
/** In no language. */
const none = (): Bilingual => inEach(() => '');
/** In the source's language alone. */
const own = (words: string): Bilingual => ({ ...none(), [SOURCE_LOCALE]: words });
/** The name of a language as the questions have it. */
const nameOf = (locale: Locale): string => new Intl.DisplayNames('en-GB', { type: 'language' }).of(locale)!;

const labelled = (fact: Fact): string => `${fact.id}: ${inAll(fact.label)}: ${inAll(inEach((locale) => formatFact(fact, locale)))}`;

/** Has one of a list chosen by its number. @returns null if the list is empty, or none is meant */
async function chosen<Item>(ask: Ask, say: Say, items: readonly Item[], textOf: (item: Item) => string): Promise<Item | null> {
  if (items.length === 0) return null;
  items.forEach((item, i) => say(`  ${i + 1}  ${textOf(item)}`));
  const answer = await ask(`Which one (1 to ${items.length}, empty for none)? `);
  return items[Number(answer) - 1] ?? null;
}

/** Looks for one until a person has found it. */
async function found<Item>(ask: Ask, say: Say, question: string, items: readonly Item[], textOf: (item: Item) => string): Promise<Item> {
  for (;;) {
    const words = await ask(question);
    const those = words.trim() === '' ? [] : matching(items, words, textOf);
    const item = await chosen(ask, say, those, textOf);
    if (item) return item;
    if (those.length === 0) say(`Nothing has all of these words: ${words}`);
  }
}

/** The same of each language, one after the other. */
async function each(of: (locale: Locale) => Promise<string>): Promise<Bilingual> {
  const words: [Locale, string][] = [];
  for (const locale of LOCALES) words.push([locale, await of(locale)]);
  return Object.fromEntries(words) as Bilingual;
}

const both = (ask: Ask, what: string): Promise<Bilingual> => each((locale) => ask(`${what}, in ${nameOf(locale)}: `));

/** What stands in a cell of a fact, in both languages. */
const standing = (fact: Fact, field: CorrectedField): string => {
  const cell = fact[field];
  return cell === null ? '(not disclosed)' : typeof cell === 'object' ? inAll(cell) : String(cell);
};

async function askCell(ask: Ask, say: Say, data: Tables): Promise<CellChange> {
  const fact = await found(ask, say, 'Which number? Words of its label, or its id: ', [...data.facts.values()], labelled);
  const fields = CORRECTED.filter((field) => fact[field] !== null || field === 'value');
  const field = (await chosen(ask, say, fields, (each) => `${each}: ${standing(fact, each)}`)) ?? 'value';
  const can: Readonly<Partial<Record<CorrectedField, readonly string[]>>> = { qualifier: QUALIFIERS, place: [...data.places.keys()] };
  if (!SPOKEN.has(field)) return { fact: fact.id, field, is: own(await ask(`New ${field} (${can[field]?.join(', ') ?? 'empty: not disclosed'}): `)) };
  const is = await both(ask, `New ${field}`);
  return { fact: fact.id, field, is, ...(field === 'unit' ? { one: await ask('The unit of one, in English (empty: the same): ') } : {}) };
}

/** A sentence and its like in the other language; "" = none. */
async function askWhich(ask: Ask, say: Say, question: string, without: string): Promise<{ step: string; words: Bilingual }> {
  const all = inEach(writtenNow);
  const listed = LOCALES.flatMap((locale) => [...all[locale]].flatMap(([step, sentences]) => sentences.map((sentence) => ({ locale, step, sentence }))));
  const first = await found(ask, say, question, listed, ({ step, sentence }) => `${step}: ${sentence}`);
  const words = await each(async (locale) => {
    if (locale === first.locale) return first.sentence;
    say(`The same sentence in ${LOCALES.length === 2 ? 'the other language' : nameOf(locale)}; none ${without}:`);
    return (await chosen(ask, say, all[locale].get(first.step) ?? [], (sentence) => sentence)) ?? '';
  });
  return { step: first.step, words };
}

const isWording = async (ask: Ask): Promise<boolean> => /^y/i.test(await ask('Does it still say the same, in other words (yes / no)? '));

async function askSentence(ask: Ask, say: Say): Promise<SentenceChange> {
  const { step, words } = await askWhich(ask, say, 'Which sentence? Some of its words, or the id of its step: ', 'if that is right as it stands');
  const now = async (locale: Locale): Promise<string> =>
    words[locale] === '' ? '' : ask(`New sentence (${locale}), with its numbers bound as in the old one; empty: it goes\n  ${words[locale]}\n> `);
  return { step, was: words, is: await each(now), wording: await isWording(ask) };
}

async function askAddition(ask: Ask, say: Say): Promise<SentenceChange> {
  const { step, words } = await askWhich(ask, say, 'After which sentence? Some of its words, or the id of its step: ', 'if that needs no new one');
  const now = async (locale: Locale): Promise<string> => (words[locale] === '' ? '' : ask(`New sentence (${locale}), with its numbers bound, after\n  ${words[locale]}\n> `));
  return { step, was: none(), is: await each(now), after: words, wording: await isWording(ask) };
}

/** Asks what is true instead of a claim that a correction makes false. @returns null if nothing is answered */
export async function askClaim(ask: Ask, say: Say, { now }: ClaimEffect): Promise<ClaimChange | null> {
  say(`\nNo longer true: ${inAll(now.says)}\n  ${saidOf(now)}`);
  const holds = await ask('New condition (empty: as it stands): ');
  const breaks = holds.trim() === '' ? '' : await ask(`A change that makes it false (empty: ${now.breaks}): `);
  const says = holds.trim() === '' ? none() : await both(ask, 'What it says now (empty: as it stands)');
  const known = holds.trim() === '' && now.holds.includes('~') ? await both(ask, 'Why what is reported and our own figure differ (empty: correct another number)') : none();
  return holds.trim() + LOCALES.map((locale) => known[locale].trim()).join('') === '' ? null : { id: now.id, holds, breaks, says, known };
}

/** Asks in words what is to be corrected: all that belongs together, then why and who found it. @param today the day, if none is answered */
export async function askAll(ask: Ask, say: Say, data: Tables, today: string): Promise<Answers> {
  const cells: CellChange[] = [];
  const sentences: SentenceChange[] = [];
  do {
    const what = await ask('A number, a sentence, or a sentence to add (n / s / a)? ');
    if (/^a/i.test(what)) sentences.push(await askAddition(ask, say));
    else if (/^s/i.test(what)) sentences.push(await askSentence(ask, say));
    else cells.push(await askCell(ask, say, data));
  } while (/^y/i.test(await ask('Does anything else belong to this correction (yes / no)? ')));
  const reason = await both(ask, 'What shows it (the reason, the source)');
  return { cells, sentences, claims: [], reason, found: await both(ask, 'Who found it'), date: (await ask(`Day (empty: ${today}): `)).trim() || today };
}

/** Options of the command: a field of a fact, in both languages if it is words, a sentence, a claim, and what is said of all. */
export const OPTIONS = {
  ...Object.fromEntries(CORRECTED.flatMap((field) => (SPOKEN.has(field) ? LOCALES.map((locale) => `${field}-${locale}`) : [field])).map((name) => [name, { type: 'string' as const }])),
  ...Object.fromEntries(
    ['fact', 'unit-en-one', 'step', 'claim', 'holds', 'breaks', 'date', ...['old', 'new', 'after', 'says', 'known', 'reason', 'found'].flatMap((name) => LOCALES.map((locale) => `${name}-${locale}`))].map((name) => [name, { type: 'string' as const }]),
  ),
  wording: { type: 'boolean' as const },
  yes: { type: 'boolean' as const },
};

/** The same answers, given as options. */
export function answersOf(options: Readonly<Record<string, string | boolean | undefined>>, data: Tables, today: string): Answers {
  const text = (name: string): string => (typeof options[name] === 'string' ? options[name] : '');
  const pair = (name: string): Bilingual => inEach((locale) => text(`${name}-${locale}`));
  const given = CORRECTED.filter((field) => [field, ...LOCALES.map((locale) => `${field}-${locale}`)].some((name) => options[name] !== undefined));
  const fact = text('fact');
  const row = data.facts.get(fact);
  const cells = given.map((field): CellChange => {
    if (!SPOKEN.has(field)) return { fact, field, is: own(text(field)) };
    // A language that is not given stays as it is.
    const was = row?.[field as 'unit' | 'period' | 'words'];
    const is = inEach((locale) => (options[`${field}-${locale}`] === undefined ? (was?.[locale] ?? '') : text(`${field}-${locale}`)));
    return { fact, field, is, ...(field === 'unit' ? { one: text('unit-en-one') } : {}) };
  });
  const sentences = options['step'] === undefined ? [] : [{ step: text('step'), was: pair('old'), is: pair('new'), after: pair('after'), wording: options['wording'] === true }];
  const claims = options['claim'] === undefined ? [] : [{ id: text('claim'), holds: text('holds'), breaks: text('breaks'), says: pair('says'), known: pair('known') }];
  return { cells, sentences, claims, date: text('date') || today, reason: pair('reason'), found: pair('found') };
}
