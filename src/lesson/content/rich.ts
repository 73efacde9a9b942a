import type { z } from 'zod';
import { readDocument } from '../../copy/document.ts';
import { stopOn, type Fault, type Origin } from '../../copy/fault.ts';
import type { Inline } from '../../copy/inline.ts';
import { readSentence } from '../../copy/prose.ts';
import { checkReferences, numbersIn, type Known } from '../../copy/references.ts';
import { type Sources } from '../../copy/sources.ts';
import { LOCALES, SOURCE_LOCALE } from '../../languages.ts';
import type { Locale } from '../../data/types.ts';

/** A document's shape with each text read as a sentence: bound numbers, emphasis, links. */
export type Rich<T> = T extends string ? Inline[] : T extends readonly (infer Item)[] ? Rich<Item>[] : { [Key in keyof T]: Rich<T[Key]> };

type Path = readonly PropertyKey[];
/** Looks for more faults in a document; `at` says where the thing at a path begins. */
export type Inspect<T> = (built: Rich<T>, locale: Locale, at: (path: Path) => Origin, faults: Fault[]) => void;
/** Every text of a document by its path, such as `plans.15.goal.0`. */
type Leaves = Map<string, { path: Path; inlines: Inline[] }>;

const placeholders = (nodes: readonly Inline[]): string =>
  nodes
    .flatMap((node) => (node.type === 'text' ? (node.value.match(/%[a-z]+%/g) ?? []) : []))
    .sort()
    .join(' ');

/** Reads every text below `value`, in the same shape. */
function enrich(value: unknown, path: Path, read: (text: string, path: Path) => Inline[]): unknown {
  if (typeof value === 'string') return read(value, path);
  if (Array.isArray(value)) return value.map((item, i) => enrich(item, [...path, i], read));
  return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, enrich(item, [...path, key], read)]));
}

/** Adds a fault for each text that one language lacks, or that shows other numbers there. */
function compare(files: Record<Locale, { name: string; leaves: Leaves }>, faults: Fault[]): void {
  const others = LOCALES.filter((locale) => locale !== SOURCE_LOCALE);
  for (const [here, there] of others.flatMap((locale) => [[SOURCE_LOCALE, locale], [locale, SOURCE_LOCALE]] as const)) {
    for (const [key, { inlines }] of files[there].leaves) {
      const own = files[here].leaves.get(key);
      const at = { file: files[here].name, line: 1, column: 1 };
      if (!own) {
        faults.push({ ...at, message: `${key} is missing; ${files[there].name} has it` });
        continue;
      }
      const numbers = numbersIn(own.inlines);
      for (const number of numbersIn(inlines))
        if (!numbers.has(number)) faults.push({ ...at, message: `${key}: {${number}} stands in ${files[there].name} but not here` });
      if (here !== SOURCE_LOCALE && placeholders(own.inlines) !== placeholders(inlines))
        faults.push({ ...at, message: `${key}: expected ${placeholders(inlines) || 'no %name%'} as in ${files[there].name}` });
    }
  }
}

/**
 * Reads a YAML document of words in both languages; every text in it is a sentence in the prose syntax.
 * @param file path of the document by language
 * @param inspect looks for more faults once a language is read without any
 * @throws Error that lists every fault with file, line and column: wrong shape, typed digits, unknown ids, a text or a
 *   number that stands in one language only
 */
export function buildRich<T>(
  file: (locale: Locale) => string,
  schema: z.ZodType<T>,
  sources: Sources,
  ids: Known,
  inspect?: Inspect<T>,
): Record<Locale, Rich<T>> {
  const faults: Fault[] = [];
  const built: Partial<Record<Locale, Rich<T>>> = {};
  const files = {} as Record<Locale, { name: string; leaves: Leaves }>;
  for (const locale of LOCALES) {
    const name = file(locale);
    const leaves: Leaves = new Map();
    files[locale] = { name, leaves };
    const document = readDocument({ file: name, line: 1, column: 1 }, sources.get(name) ?? '', schema, faults);
    if (!document) continue;
    built[locale] = enrich(document.value, [], (text, path) => {
      const inlines = readSentence(document.origin(path), text, faults, ids.claims);
      checkReferences(name, inlines, ids, faults);
      leaves.set(path.join('.'), { path, inlines });
      return inlines;
    }) as Rich<T>;
    if (faults.length === 0) inspect?.(built[locale], locale, document.place, faults);
  }
  if (LOCALES.every((locale) => built[locale])) compare(files, faults);
  stopOn(faults);
  return built as Record<Locale, Rich<T>>;
}
