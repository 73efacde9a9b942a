import { z } from 'zod';
import type { Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { readDocument, type Read } from './document.ts';
import { stopOn, type Fault } from './fault.ts';
import { plain } from './plain.ts';
import { readLabel } from './prose.ts';
import { checkReferences, known } from './references.ts';
import { CONTENT, type Sources } from './sources.ts';
import { LOCALES } from '../languages.ts';

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

/** Adds a fault for each key or `%name%` in which English departs from Chinese. */
function compare(zh: File, en: File, faults: Fault[]): void {
  if (!zh.read || !en.read) return;
  for (const [key, text] of Object.entries(zh.read.value)) {
    const other = en.read.value[key];
    if (other === undefined) {
      faults.push({ file: en.name, line: 1, column: 1, message: `"${key}" is missing; ${zh.name} has it` });
    } else if (placeholders(other) !== placeholders(text)) {
      faults.push({
        ...en.read.origin([key]),
        message: `"${key}" has ${placeholders(other) || 'no %name%'}, expected ${placeholders(text) || 'none'} as in ${zh.name}`,
      });
    }
  }
  for (const key of Object.keys(en.read.value)) {
    if (zh.read.value[key] === undefined) faults.push({ ...en.read.origin([key]), message: `"${key}" is left over; ${zh.name} does not have it` });
  }
}

/**
 * Builds a set of short texts in both languages from `src/content/CODE/KIND.json`. Chinese is the reference for the
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
  const files: Record<Locale, File> = { zh: open('zh'), en: open('en') };
  compare(files.zh, files.en, faults);
  const built: Record<Locale, Texts> = { zh: {}, en: {} };
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
