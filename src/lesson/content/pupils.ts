import { columnsIn } from '../../data/columns.ts';
import { inEach, LOCALES } from '../../languages.ts';
import { csvFormatRows } from 'd3';
import { derive } from '../../data/derive.ts';
import { briefQualifier, isDisclosed } from '../../data/format.ts';
import { MONTHS_A_YEAR } from '../../data/months.ts';
import { factById, placeById, type Tables } from '../../data/tables.ts';
import type { Bilingual, Fact } from '../../data/types.ts';
import type { Dialect } from '../../data/publish.ts';
import { readCourse, type Course } from './course.ts';

/** Columns of words come once for each language, by its code. */
export const PUPILS_COLUMNS = ['id', 'place', 'what', 'value', 'unit', 'exact', 'period', 'months_min', 'months_max'] as const;
export type PupilsColumn = (typeof PUPILS_COLUMNS)[number];
const BILINGUAL: readonly PupilsColumn[] = ['place', 'what', 'unit', 'exact', 'period'];

const BOM = '\uFEFF';

/** How exact a number is, in a word. */
const exactnessOf = (fact: Fact): Bilingual => inEach((locale) => briefQualifier(fact, locale));

/** A fact's period as the course says it. */
const periodOf = (id: string): Course['pupils'][number]['period'] => readCourse().pupils.find(({ fact }) => fact === id)?.period;

/** How many months a fact's period is, at the least and at the most; empty where the source does not let it be worked out. */
export function monthsOf(tables: Tables, id: string): readonly [number | '', number | ''] {
  const ours = derive(tables);
  const [least, most] = [ours.get('calc-months-min')!.value, ours.get('calc-months-max')!.value];
  switch (periodOf(id)) {
    case 'year':
      return [MONTHS_A_YEAR, MONTHS_A_YEAR];
    case 'since':
      return [least, most];
    case 'to-publication':
      return ['', most];
    case undefined:
      return ['', ''];
  }
}

/** One row for pupils: a number, or words in both languages. */
export type PupilsRow = Record<PupilsColumn, string | number | Bilingual>;

/** The rows for pupils that the course chooses, taken from the facts. */
export function pupilsRows(tables: Tables): PupilsRow[] {
  return readCourse().pupils.map(({ fact: id }) => {
    const fact = factById(tables, id);
    if (fact.value === null && isDisclosed(fact)) throw new Error(`data/facts.csv: ${id} has no value, and the pupils' data need one`);
    const [least, most] = monthsOf(tables, id);
    return {
      id,
      place: placeById(tables, fact.place).name,
      what: fact.label,
      value: fact.value ?? '',
      unit: inEach((locale) => fact.unit[locale]),
      exact: exactnessOf(fact),
      period: fact.period,
      months_min: least,
      months_max: most,
    };
  });
}

/**
 * The pupils' data as CSV.
 * @param dialect `excel` opens rightly on a double click in Excel and WPS, `plain` is for programs
 */
export function pupilsCsv(tables: Tables, dialect: Dialect): string {
  const both = (column: PupilsColumn): boolean => BILINGUAL.includes(column);
  const header = PUPILS_COLUMNS.flatMap((column) => (both(column) ? columnsIn(column) : [column]));
  const rows = pupilsRows(tables).map((row) =>
    PUPILS_COLUMNS.flatMap((column) => {
      const cell = row[column];
      return typeof cell === 'object' ? LOCALES.map((locale) => cell[locale]) : [String(cell)];
    }),
  );
  const text = `${csvFormatRows([header, ...rows])}\n`;
  return dialect === 'plain' ? text : BOM + text.replaceAll('\n', '\r\n');
}
