import { csvFormatRows, csvParseRows } from 'd3';
import form2 from './form-2.json' with { type: 'json' };

/** Files of a folder by name. */
export type Files = Readonly<Record<string, string>>;

interface Field { name: string; constraints?: Record<string, unknown>; [property: string]: unknown }
interface Resource { name: string; schema: { fields: Field[]; foreignKeys?: object[] }; [property: string]: unknown }
interface Descriptor { name: string; format?: number; resources: Resource[]; [property: string]: unknown }

/** Adds columns to a table: the cells that the release before drew with, by row id; others stay empty. */
function withColumns(text: string, names: readonly string[], cells: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const [header = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  const id = header.indexOf('id');
  return `${csvFormatRows([[...header, ...names], ...rows.map((row) => [...row, ...names.map((name) => cells[row[id]!]?.[name] ?? '')])])}\n`;
}

const fieldOf = (resource: Resource, name: string): Field => resource.schema.fields.find((field) => field.name === name)!;

/** From form 1, where lines, bends and the places of names stood in the program, to form 2, where they are tables. */
export function toForm2(files: Files): Files {
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
  const tables = (['places', 'routes'] as const).map((table) => [`${table}.csv`, withColumns(files[`${table}.csv`]!, form2.fields[table].map((field) => field.name), form2.cells[table])] as const);
  return {
    ...files,
    ...Object.fromEntries(tables),
    'lines.csv': `${csvFormatRows(form2.rows)}\n`,
    'datapackage.json': `${JSON.stringify({ $schema, name, format: 2, ...rest, resources }, null, 2)}\n`,
  };
}

/** The form that a folder of tables is written in: 1 before it was said. */
export const formOf = (files: Files): number => (JSON.parse(files['datapackage.json']!) as Descriptor).format ?? 1;
