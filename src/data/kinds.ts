import { cellAddress } from './table.ts';
import type { CellsOf, RawTables } from './tables.ts';
import type { Kind } from './types.ts';

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

/** Kinds that are written in their own way, which their unit says; a share is a percentage. */
const UNITS: Partial<Record<Kind, string>> = { year: 'year', rank: 'rank', share: '%' };

/** How a label says that a number is a change: a fall is labelled as one, or as a change. */
const CHANGE: Readonly<Record<'fall' | 'rise', { label_zh: RegExp; label_en: RegExp }>> = {
  fall: { label_zh: /变化|增减|升降|减少|下降|降幅/u, label_en: /\b(?:change|fall|decrease|decline|drop|fewer)\b/iu },
  rise: { label_zh: /变化|增减|升降|增加|上升|增幅/u, label_en: /\b(?:change|rise|increase|growth|more)\b/iu },
};

/** The kind of a fact against which of its three cells is filled. */
function cellFaults(at: (column: keyof Facts) => string, { kind, value, month, words_zh: words }: Facts): string[] {
  const holds = value !== null ? 'a number' : month !== null ? 'a month' : words === null ? undefined : 'words';
  const expected = kind === 'month' ? 'a month' : kind === 'words' ? 'words' : 'a number';
  if (holds === undefined && kind === 'words')
    return [`${at('words_zh')}: "" is empty, expected the source’s own words: what is not disclosed is a number or a month, and not of the kind "words"`];
  return holds === undefined || holds === expected ? [] : [`${at('kind')}: "${kind}" is the kind of ${expected}, and the row has ${holds}`];
}

function numberFaults(at: (column: keyof Facts) => string, cells: Facts): string[] {
  const { kind, value, unit_en: unit } = cells;
  const rule = RULES[kind];
  if (value === null || rule === null) return [];
  const expected = UNITS[kind];
  const change = kind === 'fall' || kind === 'rise' ? CHANGE[kind] : undefined;
  return [
    ...(rule.fits(value, unit) ? [] : [`${at('value')}: "${value}" is no number of the kind "${kind}", expected ${rule.expected}`]),
    ...(expected === undefined || unit === expected
      ? []
      : [`${at('unit_en')}: "${unit}" is not the unit of the kind "${kind}", expected "${expected}"`]),
    ...(['label_zh', 'label_en'] as const)
      .filter((column) => change && !change[column].test(cells[column]))
      .map((column) => `${at(column)}: "${cells[column]}" labels a ${kind} as if it were a count, expected a word of change or of a ${kind}`),
  ];
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** The years and months that a period names, as `YYYY` and `YYYY-MM`. */
function named(period: string): string[] {
  const chinese = [...period.matchAll(/(\d{4})年(?:(\d{1,2})月)?/gu)].map(([, year, month]) =>
    month === undefined ? year! : `${year}-${month.padStart(2, '0')}`,
  );
  const english = [...period.matchAll(new RegExp(`(?:\\b(${MONTHS.join('|')})\\s+)?\\b(\\d{4})\\b(?!年)`, 'giu'))].map(([, month, year]) =>
    month === undefined ? year! : `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}`,
  );
  return [...chinese, ...english];
}

/** A month or a year that lies outside the period that the row names, or after the source was published. */
function periodFaults(at: (column: keyof Facts) => string, cells: Facts, published: string): string[] {
  const { kind, value, month } = cells;
  const date = month ?? (kind === 'year' && value !== null ? String(value) : null);
  if (date === null) return [];
  const column = month === null ? 'value' : 'month';
  const late = date > published.slice(0, date.length);
  return [
    ...(late ? [`${at(column)}: "${date}" lies after the source was published, expected ${published.slice(0, date.length)} at the latest`] : []),
    ...(['period_zh', 'period_en'] as const).flatMap((period) => {
      const names = named(cells[period]);
      return names.length === 0 || names.some((name) => date.startsWith(name) || name.startsWith(date))
        ? []
        : [
            `${at(column)}: "${date}" is not in the period "${cells[period]}" of the same row, expected a ${column === 'month' ? 'month' : 'year'} in it`,
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
    const at = (column: keyof Facts): string => cellAddress(facts, line, column);
    return [...cellFaults(at, cells), ...numberFaults(at, cells), ...periodFaults(at, cells, published)];
  });
}
