import { z } from 'zod';
import type { Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { readDocument, type Read } from './document.ts';
import { stopOn, type Fault } from './fault.ts';
import { plain } from './plain.ts';
import { readLabel } from './prose.ts';
import { checkReferences, known } from './references.ts';
import { CONTENT, type Sources } from './sources.ts';
import { inEach, LOCALES, SOURCE_LOCALE } from '../languages.ts';

const KEY = /^[a-z][A-Za-z0-9-]*(?:\.[a-z][A-Za-z0-9-]*)?$/;
const schema = z.record(
  z.string().regex(KEY, 'expected a key such as "skipLink" or "ring.number"'),
  z.string('expected a text').min(1, 'expected a text'),
);

type Texts = Record<string, string>;
interface File {
  name: string;
  read: Read<Texts> | undefined;
}

const placeholders = (text: string): string => [...new Set(text.match(/%[a-z]+%/g))].sort().join(' ');

/** Adds a fault for each key or `%name%` in which a language departs from the source's. */
function compare(first: File, file: File, faults: Fault[]): void {
  if (!first.read || !file.read) return;
  for (const [key, text] of Object.entries(first.read.value)) {
    const other = file.read.value[key];
    if (other === undefined) {
      faults.push({ file: file.name, line: 1, column: 1, message: `"${key}" is missing; ${first.name} has it` });
    } else if (placeholders(other) !== placeholders(text)) {
      faults.push({
        ...file.read.origin([key]),
        message: `"${key}" has ${placeholders(other) || 'no %name%'}, expected ${placeholders(text) || 'none'} as in ${first.name}`,
      });
    }
  }
  for (const key of Object.keys(file.read.value)) {
    if (first.read.value[key] === undefined) faults.push({ ...file.read.origin([key]), message: `"${key}" is left over; ${first.name} does not have it` });
  }
}

/**
 * Builds a set of short texts in each language from `src/content/CODE/KIND.json`. The source's language is the reference for the
 * keys; texts may hold bindings, and `%names%` that `fill` replaces.
 * @param sign what stands before each figure of ours
 * @throws Error that lists every fault with file, line and column: keys missing or left over, typed digits, unknown ids
 */
export function buildTexts(kind: string, sources: Sources, data: Tables, sign = ''): Record<Locale, Texts> {
  const faults: Fault[] = [];
  const ids = known(data);
  const open = (locale: Locale): File => {
    const name = `${CONTENT}/${locale}/${kind}.json`;
    return { name, read: readDocument({ file: name, line: 1, column: 1 }, sources.get(name) ?? '', schema, faults) };
  };
  const files = inEach(open);
  for (const locale of LOCALES) if (locale !== SOURCE_LOCALE) compare(files[SOURCE_LOCALE], files[locale], faults);
  const built: Record<Locale, Texts> = inEach(() => ({}));
  for (const locale of LOCALES) {
    const { name, read } = files[locale];
    for (const [key, text] of Object.entries(read?.value ?? {})) {
      const before = faults.length;
      const label = readLabel(read?.origin([key]) ?? { file: name, line: 1, column: 1 }, text, faults, ids.claims);
      checkReferences(name, label, ids, faults);
      if (sign && text.includes(sign))
        faults.push({ ...read!.origin([key]), message: `“${sign}” is set by itself before a figure of ours, expected the words without it` });
      if (faults.length === before) built[locale][key] = plain(label, locale, data, sign);
    }
  }
  stopOn(faults);
  return built;
}
