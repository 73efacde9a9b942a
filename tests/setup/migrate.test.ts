import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvFormatRows, csvParseRows } from 'd3';
import { expect, test } from 'vitest';
import { formOfScore, scoreToForm2 } from '../../scripts/migrate/score.ts';
import { formOf, toForm2, type Files } from '../../scripts/migrate/tables.ts';
import { loadTables } from '../../src/data/tables.ts';
import { messageOf } from '../data/fixture.ts';

const NAMES = ['datapackage.json', 'facts.csv', 'places.csv', 'routes.csv', 'corrections.csv'];
const NEW: Readonly<Record<string, readonly string[]>> = { 'places.csv': ['name_anchor', 'name_far_x', 'name_far_y', 'name_near_x', 'name_near_y'], 'routes.csv': ['bend', 'directions'] };
const TOPICS = ['route-1', 'route-2'];

/** Our own files as they were in form 1: without the lines, without the new columns, the lines' names as enums. */
function oldFiles(): Files {
  const files = Object.fromEntries(NAMES.map((name) => [name, readFileSync(`data/${name}`, 'utf8')]));
  for (const [name, columns] of Object.entries(NEW)) {
    const [header = [], ...rows] = csvParseRows(files[name]!);
    const kept = header.map((column, at) => [column, at] as const).filter(([column]) => !columns.includes(column)).map(([, at]) => at);
    files[name] = `${csvFormatRows([header, ...rows].map((row) => kept.map((at) => row[at]!)))}\n`;
  }
  const descriptor = JSON.parse(files['datapackage.json']!) as { format?: number; resources: { name: string; schema: { fields: { name: string; constraints?: Record<string, unknown> }[]; foreignKeys?: { fields: string[] }[] } }[] };
  delete descriptor.format;
  descriptor.resources = descriptor.resources.filter(({ name }) => name !== 'lines');
  for (const { name, schema } of descriptor.resources) {
    schema.fields = schema.fields.filter((field) => !(NEW[`${name}.csv`] ?? []).includes(field.name));
    if (name === 'routes') schema.foreignKeys = schema.foreignKeys!.filter(({ fields }) => fields[0] !== 'line');
    for (const field of schema.fields) {
      if (field.name === 'topic') field.constraints!['enum'] = [...TOPICS, ...(field.constraints!['enum'] as string[])];
      if (name === 'routes' && field.name === 'line') field.constraints!['enum'] = ['line-1', 'line-2'];
    }
  }
  return { ...files, 'datapackage.json': JSON.stringify(descriptor) };
}

function load(files: Files): ReturnType<typeof loadTables> {
  const folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return loadTables(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('files of the form before are refused by name, not read as if nothing were missing', () => {
  expect(formOf(oldFiles())).toBe(1);
  expect(messageOf(() => load(oldFiles()))).toMatch(/datapackage\.json: .*\n.*format: expected 2, the form that this program reads: run npm run migrate/s);
});

test('once migrated, they read as our own files do, to the last bend', () => {
  const migrated = toForm2(oldFiles());
  expect(formOf(migrated)).toBe(2);
  const [{ package: one, ...before }, { package: two, ...after }] = [loadTables('data'), load(migrated)];
  expect(after).toEqual(before);
  expect(two.resources.map(({ name }) => name)).toEqual(one.resources.map(({ name }) => name));
});

test('a score of the form before gets the scenes’ own names, and nothing else of it changes: no step, no embed, no comment', () => {
  const old = `# ours
format: 1 # as it was
chapters:
  - id: checks
    steps:
      - id: recovery
        shows:
          map: { glow: 1 } # checks
          recovery:  { shown: 1 }
      - { id: cases, shows: { "cases": {}, known-users: { guess: 1 } } }
embeds:
  - { id: known-users, steps: [cases, recovery] }
`;
  expect(formOfScore(old)).toBe(1);
  expect(scoreToForm2(old)).toBe(`# ours
format: 2 # as it was
chapters:
  - id: checks
    steps:
      - id: recovery
        shows:
          map: { glow: 1 } # checks
          helped:  { shown: 1 }
      - { id: cases, shows: { squares: {}, falls: { guess: 1 } } }
embeds:
  - { id: known-users, steps: [cases, recovery] }
`);
  expect(formOfScore(scoreToForm2(old))).toBe(2);
});
