import { bare, changedSentences } from '../../src/copy/published.ts';
import { noticesOf } from '../../src/copy/notices.ts';
import { LOCALES } from '../../src/languages.ts';
import { fileOf, newsroomFiles, publishedRows, type State } from '../../src/data/published.ts';
import type { Tables } from '../../src/data/tables.ts';
import type { Bilingual } from '../../src/data/types.ts';
import type { NumberSeen, View } from './view.ts';

/** Words that were and words that are, under what they belong to. */
export interface WordsChanged {
  where: string;
  gone: readonly string[];
  come: readonly string[];
  /** words went with something that is withdrawn, and are not shown */
  withheld: boolean;
}

/** What one thing was and is; undefined = there was none, there is none, or it is not shown any more. */
export interface Changed {
  id: string;
  label: Bilingual;
  was: Bilingual | undefined;
  is: Bilingual | undefined;
  withheld: boolean;
}

/** What changed between the published state and this one. */
export interface Changes {
  published: string;
  modified: string;
  version: string;
  /** the dated notes of both languages that are new */
  notices: readonly string[];
  words: readonly WordsChanged[];
  numbers: readonly Changed[];
  pictures: readonly Changed[];
}

const isSame = (a: Bilingual | undefined, b: Bilingual | undefined): boolean => LOCALES.every((locale) => a?.[locale] === b?.[locale]);

/** What was withdrawn since publication: the facts, by id, and whether words may have gone with anything. */
function freshWithdrawals(data: Tables, state: State): { ids: ReadonlySet<string>; words: boolean } {
  const old = publishedRows(state, 'withdrawals');
  const fresh = data.withdrawals.filter(({ id }) => !old.has(id));
  // A name is taken out of whatever is read, the published state included; the other kinds leave words behind there.
  return { ids: new Set(fresh.map(({ of }) => of)), words: fresh.some(({ kind }) => kind !== 'name') };
}

/** Lines of two texts that the other has not as often. */
function lines(before: readonly string[], after: readonly string[]): { gone: string[]; come: string[] } {
  const less = (from: readonly string[], other: readonly string[]): string[] => {
    const left = [...other];
    return from.filter((line) => line.trim() !== '' && (!left.includes(line) || (left.splice(left.indexOf(line), 1), false)));
  };
  return { gone: less(before, after), come: less(after, before) };
}

/** Files whose words are told sentence by sentence, or whose rows as numbers and notes. */
const TOLD = /^data\/|^src\/content\/[^/]+\/(?:steps\/|chapters\.|unknown\.)/;

/** The words that changed. Old ones are shown as long as nothing was withdrawn that they may have told, or a row of corrections tells them. */
function changedWords(data: Tables, state: State, folder: string, without: (line: string) => string): WordsChanged[] {
  const { words: withheld } = freshWithdrawals(data, state);
  const told = new Set(data.corrections.filter(({ field }) => field === 'sentence').flatMap(({ was }) => LOCALES.map((locale) => bare(was[locale]))));
  const kept = (where: string, gone: readonly string[], come: readonly string[]): WordsChanged => {
    const seen = withheld ? gone.filter((words) => told.has(bare(words))) : gone;
    return { where, gone: seen, come, withheld: seen.length < gone.length };
  };
  const sentences = [...changedSentences(state)].flatMap(([id, each]) => LOCALES.map((locale) => kept(`${id} (${locale})`, each[locale].gone, each[locale].come)));
  const now = newsroomFiles(folder);
  const files = [...new Set([...Object.keys(state.files), ...Object.keys(now)])].filter((path) => !TOLD.test(path));
  const others = files.map((path) => {
    const { gone, come } = lines(fileOf(state, path).split('\n'), (now[path] ?? []).map(without));
    return kept(path, gone, come);
  });
  return [...sentences, ...others].filter(({ gone, come, withheld: some }) => gone.length + come.length > 0 || some);
}

/** Things of two views by their id, in the order of this one. */
function changed<Item extends { id: string }>(before: readonly Item[], after: readonly Item[], labelOf: (item: Item) => Bilingual, seenOf: (item: Item) => Bilingual, hidden: (item: Item) => boolean): Changed[] {
  const [was, is] = [new Map(before.map((item) => [item.id, item])), new Map(after.map((item) => [item.id, item]))];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    const withheld = old !== undefined && hidden(old);
    // What is gone with a withdrawal is named nowhere.
    if (withheld && now === undefined) return [];
    const seen = { was: old && seenOf(old), is: now && seenOf(now) };
    if (isSame(seen.was, seen.is)) return [];
    return [{ id, label: labelOf((now ?? old)!), ...seen, withheld, ...(withheld ? { was: undefined } : {}) }];
  });
}

/**
 * What changed between the published state and this one. What is withdrawn, and words and pictures that may have told it, are not in it.
 * @param data this newsroom's tables
 * @param folder of this newsroom
 * @param before what was published, drawn
 * @param after what there is now, drawn
 * @param without takes withdrawn names out of a text
 */
export function compare(data: Tables, state: State, folder: string, before: View, after: View, without: (text: string) => string): Changes {
  const { ids } = freshWithdrawals(data, state);
  const old = new Set([...publishedRows(state, 'corrections'), ...publishedRows(state, 'withdrawals')]);
  const withdrawn = (from: readonly string[]): boolean => from.some((id) => ids.has(id));
  const steps = new Set(after.steps.map(({ id }) => id));
  return {
    published: state.published,
    modified: state.modified,
    version: state.version,
    notices: LOCALES.flatMap((locale) => noticesOf(locale, data).filter(({ id }) => !old.has(id)).map(({ text }) => text)),
    words: changedWords(data, state, folder, without),
    numbers: changed<NumberSeen>(before.numbers, after.numbers, ({ label }) => label, ({ written }) => written, ({ id, from }) => withdrawn([id, ...from])),
    pictures: changed(before.steps.filter(({ id }) => steps.has(id)), after.steps, ({ title }) => title, ({ picture }) => picture, ({ id, facts }) => withdrawn([id, ...facts])),
  };
}
