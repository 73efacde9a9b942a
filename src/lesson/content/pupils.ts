import { csvFormatRows } from 'd3';
import { derive } from '../../data/derive.ts';
import { factById, placeById, type Tables } from '../../data/tables.ts';
import type { Bilingual, Qualifier } from '../../data/types.ts';
import type { Dialect } from '../../data/publish.ts';

/** The rows for pupils: pairs to compare, pairs that must not be added, falls without a base, person-times. */
export const PUPILS_FACTS = [
  'qh-cases-2019', 'qh-cases-2020on', 'qh-cases-change', 'qh-theft-robbery', 'wn-users-2018', 'wn-users-2019', 'wn-users-2020on',
  'qh-arrests-ring', 'qh-arrests-island', 'qh-audience', 'wn-volunteers', 'wn-jobs',
] as const;

/** Columns in both languages come as a pair, `what_zh` and `what_en`. */
export const PUPILS_COLUMNS = ['id', 'place', 'what', 'value', 'unit', 'exact', 'period', 'months_min', 'months_max'] as const;
export type PupilsColumn = (typeof PUPILS_COLUMNS)[number];
const BILINGUAL: readonly PupilsColumn[] = ['place', 'what', 'unit', 'exact', 'period'];

/** Months of a full year. */
export const MONTHS_A_YEAR = 12;
const BOM = '\uFEFF';

const EXACT: Record<Qualifier, Bilingual> = {
  exact: { zh: '照特刊所印', en: 'as printed' },
  more_than: { zh: '超过', en: 'more than' },
  about: { zh: '约', en: 'about' },
  at_least: { zh: '至少', en: 'at least' },
  reported: { zh: '照特刊所报', en: 'as reported' },
  quoted: { zh: '原话', en: 'quoted' },
};

/** A fact's period: one year; "since 2020" without a last day; from 2020 up to publication, which is more than a year. */
const PERIODS: Readonly<Partial<Record<(typeof PUPILS_FACTS)[number], 'year' | 'since' | 'to-publication'>>> = {
  'qh-cases-2019': 'year', 'wn-users-2018': 'year', 'wn-users-2019': 'year',
  'qh-cases-2020on': 'since', 'qh-theft-robbery': 'since',
  'wn-users-2020on': 'to-publication',
};

/** The period as the special words it: a last day would not fit months from 12 to 18. */
const SINCE: Bilingual = { zh: '2020年以来，截止日未写明', en: 'since 2020, last day not given' };

/** How many months a fact's period is, at the least and at the most; empty where the source does not let it be worked out. */
export function monthsOf(tables: Tables, id: string): readonly [number | '', number | ''] {
  const ours = derive(tables);
  const [least, most] = [ours.get('calc-months-min')!.value, ours.get('calc-months-max')!.value];
  switch ((PERIODS as Readonly<Record<string, (typeof PERIODS)[keyof typeof PERIODS]>>)[id]) {
    case 'year': return [MONTHS_A_YEAR, MONTHS_A_YEAR];
    case 'since': return [least, most];
    case 'to-publication': return ['', most];
    default: return ['', ''];
  }
}

/** One row for pupils: a number, or words in both languages. */
export type PupilsRow = Record<PupilsColumn, string | number | Bilingual>;

/** The rows for pupils, taken from the facts. */
export function pupilsRows(tables: Tables): PupilsRow[] {
  return PUPILS_FACTS.map((id) => {
    const fact = factById(tables, id);
    if (fact.value === null) throw new Error(`data/facts.csv: ${id} has no value, and the pupils' data need one`);
    const [least, most] = monthsOf(tables, id);
    return {
      id, place: placeById(tables, fact.place).name, what: fact.label, value: fact.value, unit: { zh: fact.unit.zh, en: fact.unit.en },
      exact: EXACT[fact.qualifier], period: PERIODS[id] === 'since' ? SINCE : fact.period, months_min: least, months_max: most,
    };
  });
}

/**
 * The pupils' data as CSV.
 * @param dialect `excel` opens rightly on a double click in Excel and WPS, `plain` is for programs
 */
export function pupilsCsv(tables: Tables, dialect: Dialect): string {
  const both = (column: PupilsColumn): boolean => BILINGUAL.includes(column);
  const header = PUPILS_COLUMNS.flatMap((column) => (both(column) ? [`${column}_zh`, `${column}_en`] : [column]));
  const rows = pupilsRows(tables).map((row) =>
    PUPILS_COLUMNS.flatMap((column) => {
      const cell = row[column];
      return typeof cell === 'object' ? [cell.zh, cell.en] : [String(cell)];
    }),
  );
  const text = `${csvFormatRows([header, ...rows])}\n`;
  return dialect === 'plain' ? text : BOM + text.replaceAll('\n', '\r\n');
}
