import { csvFormat, csvFormatRows, csvParse, csvParseRows } from 'd3';
import form2 from './form-2.json' with { type: 'json' };
import form3 from './form-3.json' with { type: 'json' };
import form6 from './form-6.json' with { type: 'json' };

/** Files of a folder by name. */
export type Files = Readonly<Record<string, string>>;

interface Field {
  name: string;
  constraints?: Record<string, unknown>;
  [property: string]: unknown;
}
interface Resource {
  name: string;
  schema: { fields: Field[]; primaryKey: string[]; foreignKeys?: object[] };
  [property: string]: unknown;
}
interface Descriptor {
  name: string;
  format?: number;
  resources: Resource[];
  [property: string]: unknown;
}

/** Adds columns to a table: the cells that the release before drew with, by row id; others stay empty. */
function withColumns(text: string, names: readonly string[], cells: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const [header = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  const id = header.indexOf('id');
  return `${csvFormatRows([[...header, ...names], ...rows.map((row) => [...row, ...names.map((name) => cells[row[id]!]?.[name] ?? '')])])}\n`;
}

const fieldOf = (resource: Resource, name: string): Field => resource.schema.fields.find((field) => field.name === name)!;

/** From form 1, where lines, bends and the places of names stood in the program, to form 2, where they are tables. */
function toForm2(files: Files): Files {
  const { $schema, name, format: _, ...rest } = JSON.parse(files['datapackage.json']!) as Descriptor;
  const resources = rest.resources.map((resource) => structuredClone(resource));
  const byName = Object.fromEntries(resources.map((resource) => [resource.name, resource]));
  const topic = fieldOf(byName['facts']!, 'topic');
  const own = new Set(form2.rows.slice(1).map((row) => row[form2.rows[0]!.indexOf('topic')]));
  topic.constraints = { ...topic.constraints, enum: (topic.constraints!['enum'] as string[]).filter((each) => !own.has(each)) };
  const line = fieldOf(byName['routes']!, 'line');
  const { enum: _lines, ...constraints } = line.constraints!;
  line.constraints = constraints;
  byName['routes']!.schema.foreignKeys!.unshift({ fields: ['line'], reference: { resource: 'lines', fields: ['id'] } });
  for (const table of ['places', 'routes'] as const) byName[table]!.schema.fields.push(...(form2.fields[table] as Field[]));
  resources.splice(resources.indexOf(byName['routes']!), 0, form2.lines as Resource);
  const tables = (['places', 'routes'] as const).map(
    (table) =>
      [
        `${table}.csv`,
        withColumns(
          files[`${table}.csv`]!,
          form2.fields[table].map((field) => field.name),
          form2.cells[table],
        ),
      ] as const,
  );
  return {
    ...files,
    ...Object.fromEntries(tables),
    'lines.csv': `${csvFormatRows(form2.rows)}\n`,
    'datapackage.json': `${JSON.stringify({ $schema, name, format: 2, ...rest, resources }, null, 2)}\n`,
  };
}

/** From form 2 to form 3, where what the source prints has a table of its own, and a correction says which cell it corrects. */
function toForm3(files: Files): Files {
  const descriptor = JSON.parse(files['datapackage.json']!) as Descriptor;
  const { field, old_value, new_value, primaryKey, ...described } = form3.corrections;
  const corrections = descriptor.resources.find(({ name }) => name === 'corrections')!;
  const replaced = { old_value, new_value } as Record<string, Field>;
  corrections.schema.fields = corrections.schema.fields.flatMap((each) => [
    replaced[each.name] ?? each,
    ...(each.name === 'fact' ? [field as Field] : []),
  ]);
  corrections.schema.primaryKey = primaryKey;
  Object.assign(corrections, described);
  descriptor.resources.splice(descriptor.resources.indexOf(corrections), 0, form3.printed as Resource);
  descriptor.format = 3;
  const facts = csvParse(files['facts.csv']!.replace(/^\uFEFF/, ''));
  const logged = csvParse(files['corrections.csv']!.replace(/^\uFEFF/, ''));
  const isMonth = (fact: string | undefined): boolean => facts.find(({ id }) => id === fact)?.['month'] !== '';
  // A fact that was corrected was first printed as its first correction found it.
  const first = (id: string, cell: 'value' | 'month', now: string): string =>
    isMonth(id) === (cell === 'month') ? (logged.find(({ fact }) => fact === id)?.['old_value'] ?? now) : now;
  const printed = facts.map(({ id = '', place, value = '', month = '', qualifier, unit_zh: unit, period_zh: period }) => ({
    id,
    place,
    value: first(id, 'value', value),
    month: first(id, 'month', month),
    qualifier,
    unit,
    period,
  }));
  const columns = corrections.schema.fields.map(({ name }) => name);
  return {
    ...files,
    'printed.csv': `${csvFormat(printed, form3.printed.schema.fields.map(({ name }) => name) as (keyof (typeof printed)[number])[])}\n`,
    'corrections.csv': `${csvFormatRows([columns, ...logged.map((row) => columns.map((column) => (column === 'field' ? (isMonth(row['fact']) ? 'month' : 'value') : (row[column] ?? ''))))])}\n`,
    'datapackage.json': `${JSON.stringify(descriptor, null, 2)}\n`,
  };
}

/** Where the columns for words stand: after this one. */
const BEFORE_WORDS = 'month';
const ELSEWHERE = [{ value: '', label: 'the fact is a number or a month · 该事实是数或月份' }];
const WORDS: readonly Field[] = [
  {
    name: 'words_zh',
    type: 'string',
    title: 'Words, Chinese',
    title_zh: '原话（中文）',
    description: "The source's own words, under 40 characters, without quotation marks, where the fact is no number.",
    description_zh: '事实不是数时，原文的原话，少于40字，不带引号。',
    missingValues: ELSEWHERE,
  },
  {
    name: 'words_en',
    type: 'string',
    title: 'Words, English',
    title_zh: '原话（英文）',
    description: 'A translation of the words.',
    description_zh: '原话的译文。',
    missingValues: ELSEWHERE,
  },
];

/** Adds what a column may hold. */
function allow(field: Field, values: readonly string[]): void {
  const known = field.constraints!['enum'] as string[];
  known.push(...values.filter((value) => !known.includes(value)));
}

/** Adds columns for words to a table, in the place where the descriptor has them: after the month. */
function withWords(text: string, names: readonly string[]): string {
  const [header = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  const at = header.indexOf(BEFORE_WORDS) + 1;
  const spread = (row: string[], cells: readonly string[]): string[] => [...row.slice(0, at), ...cells, ...row.slice(at)];
  return `${csvFormatRows([
    spread(header, names),
    ...rows.map((row) =>
      spread(
        row,
        names.map(() => ''),
      ),
    ),
  ])}\n`;
}

/** From form 3, where a fact was a number or a month, to form 4, where it may be words of the source, a headline's too. */
function toForm4(files: Files): Files {
  const descriptor = JSON.parse(files['datapackage.json']!) as Descriptor;
  const facts = descriptor.resources.find(({ name }) => name === 'facts')!;
  facts.schema.fields.splice(facts.schema.fields.findIndex(({ name }) => name === BEFORE_WORDS) + 1, 0, ...WORDS);
  allow(fieldOf(facts, 'qualifier'), ['quoted']);
  const sections = fieldOf(facts, 'section').constraints!['enum'] as string[];
  allow(
    fieldOf(facts, 'section'),
    sections.flatMap((section) => (section.endsWith('-A') ? [section.replace(/A$/, 'title')] : [])),
  );
  for (const [table, column] of [
    ['printed', 'qualifier'],
    ['corrections', 'field'],
  ] as const) {
    allow(
      fieldOf(
        descriptor.resources.find(({ name }) => name === table)!,
        column,
      ),
      [column === 'field' ? 'words' : 'quoted'],
    );
  }
  const printed = descriptor.resources.find(({ name }) => name === 'printed')!;
  printed.schema.fields.splice(printed.schema.fields.findIndex(({ name }) => name === BEFORE_WORDS) + 1, 0, {
    ...WORDS[0]!,
    name: 'words',
    title: 'Words',
    title_zh: '原话',
  });
  return {
    ...files,
    'facts.csv': withWords(
      files['facts.csv']!,
      WORDS.map(({ name }) => name),
    ),
    'printed.csv': withWords(files['printed.csv']!, ['words']),
    'datapackage.json': `${JSON.stringify({ ...descriptor, format: 4 }, null, 2)}\n`,
  };
}

/** Where the column of the kind stands: after this one. */
const BEFORE_KIND = 'topic';
const KIND: Field = {
  name: 'kind',
  type: 'string',
  title: 'Kind',
  title_zh: '种类',
  description:
    'What the fact is: a whole number of things (count), a quantity (amount), a change downwards, below zero (fall), or upwards (rise), a share in percent (share), the name of a year, a rank, a month, or words.',
  description_zh:
    '这个事实是什么：count个数，amount数量，fall减少（负数），rise增加，share占比（百分数），year年份，rank名次，month月份，words原话。',
  constraints: { required: true, enum: ['count', 'amount', 'fall', 'rise', 'share', 'year', 'rank', 'month', 'words'] },
};

/** Units of what is measured and not counted. */
const MEASURES = new Set(['克', '千克', '公斤', '吨', '元', '天', '个月', '年', '公里', '小时']);

/** What a row of form 4 is, as its cells show: a change upwards looks like a count there, and its owner has to say so. */
function kindOf({ value = '', month, words_zh: words, unit_zh: measure = '', unit_en: unit }: Readonly<Record<string, string>>): string {
  if (words) return 'words';
  if (month) return 'month';
  if (unit === 'year' || unit === 'rank') return unit;
  if (value.startsWith('-')) return 'fall';
  if (unit === '%') return 'share';
  return value.includes('.') || MEASURES.has(measure) ? 'amount' : 'count';
}

/** From form 4 to form 5, where each fact says of what kind it is. */
function toForm5(files: Files): Files {
  const descriptor = JSON.parse(files['datapackage.json']!) as Descriptor;
  const { fields } = descriptor.resources.find(({ name }) => name === 'facts')!.schema;
  fields.splice(fields.findIndex(({ name }) => name === BEFORE_KIND) + 1, 0, KIND);
  const facts = csvParse(files['facts.csv']!.replace(/^\uFEFF/, ''));
  const columns = facts.columns.flatMap((column) => (column === BEFORE_KIND ? [column, KIND.name] : [column]));
  return {
    ...files,
    'facts.csv': `${csvFormat(
      facts.map((row) => ({ ...row, kind: kindOf(row as Record<string, string>) })),
      columns as never[],
    )}\n`,
    'datapackage.json': `${JSON.stringify({ ...descriptor, format: 5 }, null, 2)}\n`,
  };
}

/** Who found a correction of form 5, where one column said it together with the reason. */
const FOUND = { found_zh: '见依据', found_en: 'see the reason' };

/** From form 5 to form 6, where a correction has an id, a kind and both languages, and a table says what is withdrawn. */
function toForm6(files: Files): Files {
  const descriptor = JSON.parse(files['datapackage.json']!) as Descriptor;
  const corrections = descriptor.resources.find(({ name }) => name === 'corrections')!;
  const { fields, primaryKey, withdrawals, ...described } = form6;
  Object.assign(corrections, described);
  Object.assign(corrections.schema, { fields, primaryKey });
  descriptor.resources.push(withdrawals as Resource);
  const english = new Map(csvParse(files['facts.csv']!.replace(/^\uFEFF/, '')).map((row) => [row['id']!, row]));
  const spoken: Readonly<Record<string, string>> = { words: 'words_en', unit: 'unit_en', period: 'period_en' };
  const rows = csvParse(files['corrections.csv']!.replace(/^\uFEFF/, '')).map((row, i): Record<string, string> => {
    const column = spoken[row['field']!];
    return {
      ...(row as Record<string, string>),
      id: `s-${i + 1}`,
      kind: 'source',
      step: '',
      old_en: column === undefined ? '' : row['old_value']!,
      new_en: column === undefined ? '' : (english.get(row['fact']!)?.[column] ?? row['new_value']!),
      reason_zh: row['source_zh']!,
      reason_en: row['source_en']!,
      ...FOUND,
    };
  });
  const columns = fields.map(({ name }) => name);
  const header = withdrawals.schema.fields.map(({ name }) => name);
  return {
    ...files,
    'corrections.csv': `${csvFormatRows([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))])}\n`,
    'withdrawals.csv': `${csvFormatRows([header])}\n`,
    'datapackage.json': `${JSON.stringify({ ...descriptor, format: 6 }, null, 2)}\n`,
  };
}

/** Turns a folder of tables of any older form into the latest one, form by form. */
export function toLatest(files: Files): Files {
  const steps: Readonly<Record<number, (files: Files) => Files>> = { 1: toForm2, 2: toForm3, 3: toForm4, 4: toForm5, 5: toForm6 };
  const step = steps[formOf(files)];
  return step ? toLatest(step(files)) : files;
}

/** The form that a folder of tables is written in: 1 before it was said. */
export const formOf = (files: Files): number => (JSON.parse(files['datapackage.json']!) as Descriptor).format ?? 1;
