import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDescriptor, type Descriptor } from '../../src/data/descriptor.ts';
import { loadTables, type CellsOf } from '../../src/data/tables.ts';
import type { Kind, Qualifier } from '../../src/data/types.ts';
import { ownersFile } from '../../src/newsroom.ts';
import { messageOf, writePackage } from './fixture.ts';

const TEXT = readFileSync(ownersFile('data/datapackage.json'), 'utf8');
const descriptor = parseDescriptor('data/datapackage.json', TEXT);

// `astro check` holds these words against the TypeScript types, the test below against the descriptor:
// so the two cannot drift apart.
type Holds<Value> = `${null extends Value ? 'maybe' : 'always'} ${[Exclude<Value, null>] extends [number] ? 'number' : 'text'}`;
const SHAPES: { [Name in keyof CellsOf]: { [Column in keyof CellsOf[Name]]: Holds<CellsOf[Name][Column]> } } = {
  facts: {
    id: 'always text', place: 'always text', topic: 'always text', kind: 'always text', value: 'maybe number', month: 'maybe text', words_zh: 'maybe text', words_en: 'maybe text', qualifier: 'always text',
    label_zh: 'always text', label_en: 'always text', unit_zh: 'always text', unit_en: 'always text',
    period_zh: 'always text', period_en: 'always text', section: 'always text', source_lines: 'always text', note_zh: 'always text', note_en: 'always text',
  },
  places: {
    id: 'always text', name_zh: 'always text', name_en: 'always text', kind: 'always text', lon: 'always number', lat: 'always number',
    within: 'always text', precision: 'always text', source: 'always text', source_id: 'maybe text', note_zh: 'maybe text', note_en: 'maybe text',
    name_anchor: 'maybe text', name_far_x: 'maybe number', name_far_y: 'maybe number', name_near_x: 'maybe number', name_near_y: 'maybe number',
  },
  lines: {
    id: 'always text', order: 'always number', origin: 'always text', origin_kind: 'always text', stroke: 'always text',
    tone_night: 'always text', tone_day: 'always text', area_night: 'always text', area_day: 'always text', topic: 'always text',
    dated_by: 'maybe text', distance: 'maybe text', distance_note_zh: 'maybe text', distance_note_en: 'maybe text',
  },
  routes: {
    id: 'always text', line: 'always text', from: 'always text', to: 'maybe text', kind: 'always text', disclosed: 'always text',
    mode_zh: 'maybe text', mode_en: 'maybe text', source_lines: 'always text', note_zh: 'maybe text', note_en: 'maybe text', bend: 'maybe number', directions: 'maybe text',
  },
  printed: {
    id: 'always text', place: 'always text', value: 'maybe number', month: 'maybe text', words: 'maybe text', qualifier: 'always text', unit: 'always text', period: 'always text',
  },
  corrections: {
    id: 'always text', kind: 'always text', date: 'always text', fact: 'maybe text', step: 'maybe text', field: 'always text', old_value: 'maybe text', new_value: 'maybe text',
    reason_zh: 'always text', reason_en: 'always text', found_zh: 'always text', found_en: 'always text',
  },
  withdrawals: { id: 'always text', date: 'always text', kind: 'always text', of: 'always text', reason_zh: 'always text', reason_en: 'always text' },
};
const KINDS: Record<Kind, true> = { count: true, amount: true, fall: true, rise: true, share: true, year: true, rank: true, month: true, words: true };
const QUALIFIERS: Record<Qualifier, true> = { exact: true, more_than: true, about: true, at_least: true, reported: true, quoted: true };

describe.each(descriptor.resources)('$name', ({ name, schema }) => {
  test('the columns of the TypeScript type are those of the descriptor, in type and in duty', () => {
    const declared = schema.fields.map(({ name: column, type, constraints }) => {
      const kind = type === 'number' || type === 'integer' ? 'number' : 'text';
      return [column, `${constraints?.required === true ? 'always' : 'maybe'} ${kind}`];
    });
    const { unit_en_one, old_en, new_en, ...columns } = Object.fromEntries(declared);
    expect(columns).toEqual(SHAPES[name]);
    // Plurals, and translations of what was corrected, are asked for by language.
    expect([unit_en_one, old_en, new_en]).toEqual([name === 'facts' ? 'always text' : undefined, ...(name === 'corrections' ? ['maybe text', 'maybe text'] : [undefined, undefined])]);
  });

  test('every column that may be empty says what empty means', () => {
    const silent = schema.fields.filter(({ constraints, missingValues }) => (constraints?.required === true) === (missingValues !== undefined));
    expect(silent.map((field) => field.name)).toEqual([]);
  });

  test('every name and description stands in both languages', () => {
    for (const field of schema.fields) {
      const { title, description, title_zh: titleZh, description_zh: descriptionZh } = field as typeof field & Record<'title_zh' | 'description_zh', string>;
      expect(`${titleZh}${descriptionZh}`).toMatch(/\p{Script=Han}/u);
      expect(title).not.toMatch(/\p{Script=Han}/u);
      expect(description.length).toBeGreaterThan(title.length);
    }
  });
});

test('the qualifiers of the descriptor are those that the formats know', () => {
  const field = descriptor.resources[0]?.schema.fields.find(({ name }) => name === 'qualifier');
  expect(field?.constraints?.enum).toEqual(Object.keys(QUALIFIERS));
  expect(descriptor.resources[0]?.schema.fields.find(({ name }) => name === 'kind')?.constraints?.enum).toEqual(Object.keys(KINDS));
});

test('the package and each resource say that they follow version 2, and name no newspaper that the text does not name', () => {
  expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
  expect(descriptor.resources.map((resource) => [resource.name, resource.type])).toEqual([['facts', 'table'], ['places', 'table'], ['lines', 'table'], ['routes', 'table'], ['printed', 'table'], ['corrections', 'table'], ['withdrawals', 'table']]);
  expect(descriptor.sources[0]).toMatchObject({ published: '2021-06-26', title_zh: expect.stringContaining('没有写报名') });
});

function fault(change: (raw: Descriptor & Record<string, unknown>) => void): string | undefined {
  const raw = JSON.parse(TEXT) as Descriptor & Record<string, unknown>;
  change(raw);
  return messageOf(() => parseDescriptor('data/datapackage.json', JSON.stringify(raw)));
}

test.each<[string, (raw: Descriptor & Record<string, unknown>) => void, RegExp]>([
  ['$schema left out of a resource, so that tools read version 1', (raw) => Reflect.deleteProperty(raw.resources[0] ?? {}, '$schema'), /resources\.0\.\$schema: .*expected/],
  ['no licence', (raw) => Reflect.deleteProperty(raw, 'licenses'), /licenses: .*expected/],
  ['a version that is no version', (raw) => (raw.version = '1'), /version: expected a version/],
  ['a version whose last number is typed by hand', (raw) => (raw.version = '1.0.1'), /version: expected a version/],
  ['an unknown type', (raw) => Object.assign(raw.resources[0]?.schema.fields[3] ?? {}, { type: 'amount' }), /fields\.3\.type: .*expected/],
  ['a misspelt constraint, which would check nothing', (raw) => Object.assign(raw.resources[0]?.schema.fields[0] ?? {}, { constraints: { requierd: true } }), /fields\.0\.constraints.*requierd/],
  ['a table listed twice', (raw) => raw.resources.push(...raw.resources.slice(0, 1)), /"facts" is listed 2 times, expected once/],
  ['a table left out', (raw) => raw.resources.pop(), /"withdrawals" is listed 0 times, expected once/],
  ['a key that is no column', (raw) => (raw.resources[0]?.schema.primaryKey.splice(0, 1, 'code')), /key "code" is no field, expected one of id/],
  ['a path out of the folder', (raw) => Object.assign(raw.resources[0] ?? {}, { path: '../facts.csv' }), /resources\.0\.path: expected/],
])('%s is named', (_, change, expected) => {
  const message = fault(change);
  expect(message).toMatch(/^data\/datapackage\.json: \d+ wrong or missing/);
  expect(message).toMatch(expected);
});

test('a descriptor that is broken or missing is named', () => {
  expect(messageOf(() => parseDescriptor('data/datapackage.json', '{'))).toMatch(/^data\/datapackage\.json: is not valid JSON .+, expected a Data Package descriptor/);
  const dir = writePackage({ 'datapackage.json': null });
  expect(messageOf(() => loadTables(dir))).toContain(`${dir}/datapackage.json: does not exist, expected`);
});
