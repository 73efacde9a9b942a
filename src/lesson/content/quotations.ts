import { SOURCE_LOCALE } from '../../languages.ts';
import type { Fault, Origin } from '../../copy/fault.ts';
import type { Inline } from '../../copy/inline.ts';
import { plain } from '../../copy/plain.ts';
import { LONGEST_QUOTATION, type Tables } from '../../data/tables.ts';

type Path = readonly PropertyKey[];
/** Texts are lists of nodes; whatever else is a list or a record holds texts. */
const isText = (value: readonly unknown[]): value is Inline[] => value.some((each) => typeof each === 'object' && each !== null && 'type' in each);

/**
 * Adds a fault for each quotation, from “ to ”, that has as many characters as none may have, its numbers filled in.
 * Of texts in the source's language alone: they quote its own words, others a translation.
 * @param at where the thing at a path begins
 */
export function checkQuotations(value: unknown, data: Tables, at: (path: Path) => Origin, faults: Fault[], path: Path = []): void {
  if (Array.isArray(value) && isText(value)) {
    for (const [, words = ''] of plain(value, SOURCE_LOCALE, data).matchAll(/“([^”]*)”/g)) {
      const { length } = [...words];
      if (length >= LONGEST_QUOTATION)
        faults.push({ ...at(path), message: `“${words.slice(0, 12)}…” quotes ${length} characters, expected fewer than ${LONGEST_QUOTATION}: quote less` });
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) checkQuotations(each, data, at, faults, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
