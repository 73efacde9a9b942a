import { LOCALES, SOURCE_LOCALE } from '../languages.ts';
import { columnIn, wordsIn } from './columns.ts';
import { formatMonth } from './format.ts';
import { checksOf, finderOf, formatsOf } from './language.ts';
import { cellAddress } from './table.ts';
import type { CellsOf, RawTables } from './tables.ts';
import type { Kind, Locale } from './types.ts';

type Row = RawTables['facts']['rows'][number];
type Facts = CellsOf['facts'];

/** What a number of a kind can be: `null` is a month or words, which have no number. */
const RULES: Readonly<Record<Kind, { fits: (value: number, unit: string) => boolean; expected: string } | null>> = {
  count: { fits: (value) => value >= 0 && Number.isInteger(value), expected: 'a whole number from 0 on, without a sign: a count has none' },
  amount: { fits: (value) => value >= 0, expected: 'a number from 0 on, without a sign: an amount has none' },
  fall: {
    fits: (value, unit) => value < 0 && (unit !== '%' || value >= -100),
    expected: 'a number below 0, with its minus sign, and from -100 on if it is a percentage: a change needs its sign',
  },
  rise: { fits: (value) => value > 0, expected: 'a number above 0: a change needs its sign, and what falls is of the kind "fall"' },
  share: { fits: (value) => value >= 0 && value <= 100, expected: 'a share, from 0 to 100' },
  year: { fits: (value) => Number.isInteger(value) && value >= 1900 && value <= 2100, expected: 'a year' },
  rank: { fits: (value) => Number.isInteger(value) && value >= 1, expected: 'a rank, a whole number from 1 on' },
  month: null,
  words: null,
};

/** Whether a label has a word of its language for a change, or for one of that direction: a fall is labelled as one, or as a change. */
const saysChange = (label: string, kind: 'fall' | 'rise', locale: Locale): boolean => finderOf(checksOf(locale).labels[kind], locale).test(label);

/** The unit of a kind that is written in its own way; a share is a percentage. */
const unitOf = (kind: Kind, locale: Locale): string | undefined =>
  kind === 'year' || kind === 'rank' || kind === 'share' ? formatsOf(locale).units[kind] : undefined;

/** The kind of a fact against which of its three cells is filled. */
function cellFaults(at: (column: string) => string, cells: Facts): string[] {
  const { kind, value, month } = cells;
  const column = columnIn('words', SOURCE_LOCALE);
  const words = (cells as unknown as Readonly<Record<string, string | null>>)[column] ?? null;
  const holds = value !== null ? 'a number' : month !== null ? 'a month' : words === null ? undefined : 'words';
  const expected = kind === 'month' ? 'a month' : kind === 'words' ? 'words' : 'a number';
  if (holds === undefined && kind === 'words')
    return [`${at(column)}: "" is empty, expected the source’s own words: what is not disclosed is a number or a month, and not of the kind "words"`];
  return holds === undefined || holds === expected ? [] : [`${at('kind')}: "${kind}" is the kind of ${expected}, and the row has ${holds}`];
}

function numberFaults(at: (column: string) => string, cells: Facts): string[] {
  const { kind, value } = cells;
  const rule = RULES[kind];
  if (value === null || rule === null) return [];
  const [units, labels] = [wordsIn(cells, 'unit'), wordsIn(cells, 'label')];
  return [
    ...(rule.fits(value, units[SOURCE_LOCALE]) ? [] : [`${at('value')}: "${value}" is no number of the kind "${kind}", expected ${rule.expected}`]),
    ...LOCALES.flatMap((locale) => {
      const [unit, expected] = [units[locale], unitOf(kind, locale)];
      return expected === undefined || unit === expected
        ? []
        : [`${at(columnIn('unit', locale))}: "${unit}" is not the unit of the kind "${kind}", expected "${expected}"`];
    }),
    ...LOCALES.filter((locale) => (kind === 'fall' || kind === 'rise') && !saysChange(labels[locale], kind, locale)).map(
      (locale) => `${at(columnIn('label', locale))}: "${labels[locale]}" labels a ${kind} as if it were a count, expected a word of change or of a ${kind}`,
    ),
  ];
}

/** The years and months that a period names, as `YYYY` and `YYYY-MM`, by how the language writes months. */
function named(period: string, locale: Locale): string[] {
  const years = [...new Set([...period.matchAll(/(?<!\d)\d{4}(?!\d)/g)].map(([year]) => year))];
  let rest = period.toLowerCase();
  const months = years.flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(12 - i).padStart(2, '0')}`).filter((month) => {
      const written = formatMonth(month, locale).toLowerCase();
      const found = rest.includes(written);
      rest = rest.replaceAll(written, ' ');
      return found;
    }),
  );
  return [...months, ...years.filter((year) => rest.includes(year))];
}

/** A month or a year that lies outside the period that the row names, or after the source was published. */
function periodFaults(at: (column: string) => string, cells: Facts, published: string): string[] {
  const { kind, value, month } = cells;
  const date = month ?? (kind === 'year' && value !== null ? String(value) : null);
  if (date === null) return [];
  const column = month === null ? 'value' : 'month';
  const late = date > published.slice(0, date.length);
  return [
    ...(late ? [`${at(column)}: "${date}" lies after the source was published, expected ${published.slice(0, date.length)} at the latest`] : []),
    ...LOCALES.flatMap((locale) => {
      const period = wordsIn(cells, 'period')[locale];
      const names = named(period, locale);
      return names.length === 0 || names.some((name) => date.startsWith(name) || name.startsWith(date))
        ? []
        : [
            `${at(column)}: "${date}" is not in the period "${period}" of the same row, expected a ${column === 'month' ? 'month' : 'year'} in it`,
          ];
    }),
  ];
}

/**
 * Facts that are not what their kind says: a change without its sign, a count with one, a share beyond 100, a month outside its period.
 * @param published day on which the source appeared, `YYYY-MM-DD`
 */
export function kindFaults(facts: RawTables['facts'], published: string): string[] {
  return facts.rows.flatMap(({ line, cells }: Row) => {
    const at = (column: string): string => cellAddress(facts, line, column);
    return [...cellFaults(at, cells), ...numberFaults(at, cells), ...periodFaults(at, cells, published)];
  });
}
