import { perTables, type Tables } from '../data/tables.ts';
import type { Line, Locale } from '../data/types.ts';
import { OURS } from './ours.ts';
import { readTextSources } from './sources.ts';
import { LOCALES } from '../languages.ts';
import { buildTexts } from './texts.ts';

/** A line's words: in the key, at its end on the island, under its region, under its distance, on the time line. */
function wanted({ id, originKind, distance, datedBy }: Line): string[] {
  return [
    'key',
    'from',
    ...(originKind === 'region' ? ['origin'] : []),
    ...(distance === null ? [] : ['distance']),
    ...(datedBy === null ? [] : ['timeline']),
  ].map((word) => `${id}.${word}`);
}

/** Words that a line may have: what the source prints instead of a date for its end. */
const OPTIONAL = ['recent'];

/**
 * Checks that each line has the words that it is drawn with, in both languages, and that no word is left of a line that is gone.
 * @throws Error with file, key, what was expected and where to mend it
 */
function checkKeys(words: Record<Locale, Readonly<Record<string, string>>>, data: Tables): void {
  const lines = [...data.lines.values()];
  const all = new Set(lines.flatMap(wanted));
  const may = new Set(lines.flatMap(({ id }) => OPTIONAL.map((word) => `${id}.${word}`)));
  const faults = LOCALES.flatMap((locale) => {
    const file = `src/content/${locale}/lines.json`;
    const missing = [...all].filter((key) => words[locale][key] === undefined);
    const left = Object.keys(words[locale]).filter((key) => !all.has(key) && !may.has(key));
    return [
      ...missing.map((key) => `${file}:1:1: "${key}" is missing, expected a text: data/lines.csv has this line`),
      ...left.map((key) => `${file}:1:1: "${key}" is left over, expected words of the lines of data/lines.csv: take it out`),
    ];
  });
  if (faults.length > 0) throw new Error(`The words of the lines have ${faults.length} fault(s):\n${faults.join('\n')}`);
}

const built = perTables((data) => {
  const words = buildTexts('lines', readTextSources('lines'), data, OURS);
  checkKeys(words, data);
  return words;
});

/**
 * The words of the lines in one language by `LINE.WORD`, from `src/content/CODE/lines.json`, read once per build; both languages are checked.
 * @throws as `buildTexts`; and for a word that is missing or left over
 */
export function readLineWords(locale: Locale): Readonly<Record<string, string>> {
  return built()[locale];
}
