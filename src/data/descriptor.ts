import { z } from 'zod';
import { FORMS, wrongForm } from '../forms.ts';
import { LOCALES } from '../languages.ts';

// The part of Data Package 2.0 that this package uses (https://datapackage.org/standard/).
// `$schema` is compared literally: without it tools read a descriptor by the rules of version 1.
const PROFILE = 'https://datapackage.org/profiles/2.0/';

const text = z.string().min(1);
/** In the standard's own property, and in a language by its code: `title_zh`. */
const inOthers = (key: string) => Object.fromEntries(LOCALES.map((locale) => [`${key}_${locale}`, text.optional()]));
const title = { title: text, ...inOthers('title') };
const described = { ...title, description: text, ...inOthers('description') };

const constraints = z.strictObject({
  required: z.boolean().optional(),
  enum: z.array(z.string().min(1)).min(1).optional(),
  pattern: z.string().min(1).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const field = z.strictObject({
  name: z.string().regex(/^[a-z][a-z_-]*$/),
  type: z.enum(['string', 'number', 'integer', 'date', 'yearmonth']),
  ...described,
  constraints: constraints.optional(),
  missingValues: z.array(z.strictObject({ value: z.literal(''), label: z.string().min(1) })).optional(),
});

const foreignKey = z.strictObject({
  fields: z.tuple([z.string()]),
  reference: z.strictObject({ resource: z.string(), fields: z.tuple([z.string()]) }),
});

const tableSchema = z.strictObject({
  $schema: z.literal(`${PROFILE}tableschema.json`),
  fields: z.array(field).min(1),
  primaryKey: z.array(z.string()).min(1),
  foreignKeys: z.array(foreignKey).optional(),
});

const source = z.looseObject(title);
const licence = z.strictObject({ name: z.string().min(1), path: z.url(), title: z.string().min(1) });

const resource = z.strictObject({
  $schema: z.literal(`${PROFILE}dataresource.json`),
  name: z.enum(['facts', 'places', 'lines', 'routes', 'printed', 'corrections', 'withdrawals']),
  type: z.literal('table'),
  path: z.string().regex(/^[a-z0-9.]+\.csv$/, 'expected the name of a .csv file in the same folder'),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  ...described,
  sources: z.array(source).optional(),
  licenses: z.array(licence).optional(),
  schema: tableSchema,
});

const descriptor = z.strictObject({
  $schema: z.literal(`${PROFILE}datapackage.json`),
  name: z.string().regex(/^[a-z0-9._-]+$/),
  format: z.literal(FORMS.data, wrongForm(FORMS.data)),
  ...described,
  // The last number counts the corrections and is filled in when the package is served.
  version: z.string().regex(/^\d+\.\d+\.0$/, 'expected a version such as "1.0.0"; the last number stays 0'),
  created: z.iso.datetime(),
  // Filled in when the package is served: the day of its state, and where its corrections stand.
  modified: z.iso.date().optional(),
  corrections: z.url().optional(),
  keywords: z.array(z.string().min(1)),
  licenses: z.array(licence).min(1),
  sources: z.array(source.extend({ published: z.iso.date() })).min(1),
  resources: z.array(resource).min(1),
});

export type Descriptor = z.infer<typeof descriptor>;
export type Resource = z.infer<typeof resource>;
export type ResourceName = Resource['name'];
export type TableSchema = z.infer<typeof tableSchema>;
export type Field = z.infer<typeof field>;

/** Every table the piece needs; a descriptor must list each exactly once. */
export const RESOURCE_NAMES: readonly ResourceName[] = resource.shape.name.options;

/** Names that are used as keys but are no field of their table, or a table listed twice or not at all. */
function structuralFaults({ resources }: Descriptor): string[] {
  const faults: string[] = [];
  for (const name of RESOURCE_NAMES) {
    const count = resources.filter((one) => one.name === name).length;
    if (count !== 1) faults.push(`resources: "${name}" is listed ${count} times, expected once`);
  }
  for (const { name, schema } of resources) {
    const fields = new Set(schema.fields.map((one) => one.name));
    const keys = [...schema.primaryKey, ...(schema.foreignKeys ?? []).flatMap((key) => key.fields)];
    for (const key of keys.filter((one) => !fields.has(one))) {
      faults.push(`resources.${name}.schema: key "${key}" is no field, expected one of ${[...fields].join(', ')}`);
    }
  }
  return faults;
}

/**
 * Checks the descriptor of the data package, the single place where a column's type is declared.
 * @param file path shown in errors
 * @param text JSON
 * @throws Error with the file, each wrong property and what was expected
 */
export function parseDescriptor(file: string, text: string): Descriptor {
  let raw: unknown;
  try {
    // What is said in a language that the settings do not list is said to nobody.
    raw = JSON.parse(text, function (key, value: unknown) {
      const code = /^(?:title|description)_([a-z-]+)$/.exec(key)?.[1];
      return code === undefined || (LOCALES as readonly string[]).includes(code) ? value : undefined;
    });
  } catch (cause) {
    throw new Error(`${file}: is not valid JSON (${(cause as Error).message}), expected a Data Package descriptor`, { cause });
  }
  const result = descriptor.safeParse(raw);
  const faults = result.success
    ? structuralFaults(result.data)
    : result.error.issues.map((issue) => `${issue.path.join('.') || '(whole file)'}: ${issue.message}`);
  if (!result.success || faults.length > 0) {
    throw new Error(`${file}: ${faults.length} wrong or missing setting(s) of the data package\n${faults.map((one) => `  ${one}`).join('\n')}`);
  }
  return result.data;
}
