import { existsSync, readFileSync } from 'node:fs';
import { csvParse } from 'd3';
import { LOCALES } from '../languages.ts';

/** A form of a withdrawn name, and the words in its place. */
type Replacement = readonly [form: string, instead: string];

const rowsOf = (file: string): Record<string, string>[] =>
  existsSync(file) ? [...csvParse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))] : [];

const forms = (cell: string | undefined, instead: string | undefined): Replacement[] =>
  (cell ?? '').split('|').flatMap((form) => (form.trim() === '' ? [] : [[form.trim(), instead ?? ''] as const]));

/**
 * The forms of every withdrawn name, the longest first: a name that holds another is taken whole.
 * @param dir folder of `names.csv` and `withdrawals.csv`; what is wrong with their rows is told by `withdrawalFaults`
 */
export function withdrawnNames(dir: string): Replacement[] {
  const gone = new Set(rowsOf(`${dir}/withdrawals.csv`).flatMap(({ kind, of }) => (kind === 'name' ? [of] : [])));
  return rowsOf(`${dir}/names.csv`)
    .filter(({ id }) => gone.has(id))
    .flatMap((row) => LOCALES.toReversed().flatMap((locale) => forms(row[locale], row[`instead_${locale}`])))
    .sort(([a], [b]) => b.length - a.length);
}

/** A sign of a Latin word. */
const LETTER = '[\\p{Script=Latin}\\p{N}]';

/** A form as it stands in a text: one in Latin letters is a word of its own, so that “Pan” is not found in “Panel”. */
export function standing(form: string): RegExp {
  const isLetter = (sign: string): boolean => new RegExp(`^${LETTER}$`, 'u').test(sign);
  const signs = [...form];
  const [before, after] = [isLetter(signs[0]!) ? `(?<!${LETTER})` : '', isLetter(signs.at(-1)!) ? `(?!${LETTER})` : ''];
  return new RegExp(`${before}${form.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}${after}`, 'gu');
}

const kept = new Map<string, readonly (readonly [form: RegExp, instead: string])[]>();

/** A text of the owner's without the names that are withdrawn: what is read anywhere is read through this. */
export function withoutNames(text: string, dir: string): string {
  const names = kept.get(dir) ?? withdrawnNames(dir).map(([form, instead]) => [standing(form), instead] as const);
  kept.set(dir, names);
  return names.reduce((left, [form, instead]) => left.replaceAll(form, () => instead), text);
}

/** The ids that `names.csv` lists. */
export const namesIn = (dir: string): Set<string> => new Set(rowsOf(`${dir}/names.csv`).map(({ id }) => id!));

/** Words that would break the form of a file in which they replace a name. */
const UNSAFE = /["\\:#|{}[\],]/;

/** Rows of `names.csv` that say half of a thing, or whose words in place of a name cannot stand in every file. */
export const nameFaults = (dir: string): string[] =>
  rowsOf(`${dir}/names.csv`).flatMap((cells, row) =>
    ['id', ...LOCALES, ...LOCALES.map((locale) => `instead_${locale}`)].flatMap((column) => {
      const cell = cells[column];
      const at = `${dir}/names.csv:${row + 2} (${column})`;
      if (!cell) return [`${at}: "" is empty, expected ${column.startsWith('instead') ? 'the words that take the place of the name' : 'a text'}`];
      return column.startsWith('instead') && UNSAFE.test(cell) ? [`${at}: ${JSON.stringify(cell)} holds a sign that breaks a file, expected plain words`] : [];
    }),
  );
