import { z } from 'zod';
import { readDocument } from '../../copy/document.ts';
import { stopOn, type Fault } from '../../copy/fault.ts';
import { knownInClass } from '../../copy/references.ts';
import { CONTENT, readText } from '../../copy/sources.ts';
import { inEach, LOCALES } from '../../languages.ts';
import { tables, type Tables } from '../../data/tables.ts';
import type { Locale } from '../../data/types.ts';
import { buildRich, type Rich } from './rich.ts';

const FILE = `${CONTENT}/lesson/practice.yaml`;
const text = z.string('expected a text').min(1, 'expected a text');
const words = z.strictObject({ place: text, what: text, unit: text, period: text });
const schema = z.strictObject({
  /** the month in which the made-up paper appeared: the longest reading runs to it */
  published: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2021-09'),
  facts: z
    .array(
      z.strictObject({
        fact: z.string().refine((id) => tables().facts.has(id), 'expected an id of data/facts.csv, in whose place this row stands'),
        value: z.number(),
        ...inEach(() => words),
      }),
    )
    .min(1),
});
const tasksSchema = z.strictObject({ intro: text, tasks: z.array(z.strictObject({ ask: text, answer: text })).min(1) });

export type Practice = z.infer<typeof schema>;
type Words = Rich<z.infer<typeof tasksSchema>>;

/**
 * Reads the made-up data set.
 * @throws Error that lists every fault with file, line and column
 */
export function parsePractice(written: string, file = FILE): Practice {
  const faults: Fault[] = [];
  const read = readDocument({ file, line: 1, column: 1 }, written, schema, faults);
  stopOn(faults, 'The made-up data set of the lessons');
  return read!.value;
}

/** The tables with the made-up rows in the place of the facts that they stand for: our own figures follow from them as from the true ones. */
export function practiceTables({ published, facts }: Practice, data: Tables): Tables {
  const rows = facts.map((row) => {
    const { fact: id, value } = row;
    const own = (key: 'what' | 'unit' | 'period') => inEach((locale) => row[locale][key]);
    // One form for all numbers: plurals fall back to it.
    const unit = own('unit');
    return [
      id,
      {
        ...data.facts.get(id)!,
        value,
        month: null,
        words: null,
        qualifier: 'exact' as const,
        label: own('what'),
        unit,
        period: own('period'),
      },
    ] as const;
  });
  const [source, ...more] = data.package.sources;
  return {
    ...data,
    facts: new Map([...data.facts, ...rows]),
    package: { ...data.package, sources: [{ ...source!, published: `${published}-01` }, ...more] },
  };
}

/** The made-up data set of this build: its rows, the tables with them, and what is asked about them. */
export function readPractice(locale: Locale): { practice: Practice; data: Tables; words: Words } {
  const practice = parsePractice(readText(FILE));
  const data = practiceTables(practice, tables());
  const fileOf = (each: Locale): string => `${CONTENT}/${each}/lesson/practice.yaml`;
  const built = buildRich(fileOf, tasksSchema, new Map(LOCALES.map((each) => [fileOf(each), readText(fileOf(each))])), knownInClass(data));
  return { practice, data, words: built[locale] };
}
