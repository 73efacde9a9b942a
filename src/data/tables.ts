import { existsSync, readFileSync } from 'node:fs';
import { csvParse } from 'd3';
import { columnIn, columnsIn, correctedIn, describedIn, unitIn, withLanguages, wordsIn, wordsInAll } from './columns.ts';
import { parseDescriptor, type Descriptor, type ResourceName } from './descriptor.ts';
import { DEFAULT_LOCALE, LOCALES, SOURCE_LOCALE } from '../languages.ts';
import { ownersFile } from '../newsroom.ts';
import { settings } from '../settings.ts';
import { cellAddress, DataError, readTable, type Table } from './table.ts';
import { kindFaults } from './kinds.ts';
import { lineFaults, toLine } from './lines.ts';
import { todayInBeijing } from './dates.ts';
import { withoutNames } from './names.ts';
import { dateFaults, ledgerFaults, rowFaults, SPOKEN } from './printed.ts';
import { publishedFaults, readState } from './published.ts';
import { regionFaults } from './regions.ts';
import type { Correction, CorrectionField, Fact, Kind, Line, Locale, Place, Printed, Qualifier, Route, StrokeKind, Withdrawal } from './types.ts';
import { withdrawalFaults, withdrawnId, withoutWithdrawn } from './withdrawals.ts';

/** Columns with words in each language. */
type Worded<Stem extends string, Cell> = { readonly [Column in `${Stem}_${Locale}`]: Cell };

/** The cells of one row of each file, as `datapackage.json` types them. */
export interface CellsOf {
  facts: {
    id: string;
    place: string;
    topic: string;
    kind: Kind;
    value: number | null;
    month: string | null;
    qualifier: Qualifier;
    section: string;
    source_lines: string;
  } & Worded<'words', string | null> & Worded<'label' | 'unit' | 'period' | 'note', string>;
  places: {
    id: string;
    kind: string;
    lon: number;
    lat: number;
    within: string;
    precision: string;
    source: string;
    source_id: string | null;
    name_anchor: 'start' | 'middle' | 'end' | null;
    name_far_x: number | null;
    name_far_y: number | null;
    name_near_x: number | null;
    name_near_y: number | null;
  } & Worded<'name', string> & Worded<'note', string | null>;
  lines: {
    id: string;
    order: number;
    origin: string;
    origin_kind: 'place' | 'region';
    stroke: StrokeKind;
    tone_night: string;
    tone_day: string;
    area_night: string;
    area_day: string;
    topic: string;
    dated_by: string | null;
    distance: string | null;
  } & Worded<'distance_note', string | null>;
  routes: {
    id: string;
    line: string;
    from: string;
    to: string | null;
    kind: string;
    disclosed: string;
    source_lines: string;
    bend: number | null;
    directions: string | null;
  } & Worded<'mode' | 'note', string | null>;
  printed: {
    id: string;
    place: string;
    value: number | null;
    month: string | null;
    words: string | null;
    qualifier: Qualifier;
    unit: string;
    period: string;
  };
  corrections: {
    id: string;
    kind: Correction['kind'];
    date: string;
    fact: string | null;
    step: string | null;
    field: CorrectionField;
    old_value: string | null;
    new_value: string | null;
  } & Worded<'reason' | 'found', string>;
  withdrawals: { id: string; date: string; kind: Withdrawal['kind']; of: string } & Worded<'reason', string>;
}

export type RawTables = { [Name in ResourceName]: Table<CellsOf[Name]> };

/** The whole data package, read, checked and cross-checked. Maps keep the order of the files. */
export interface Tables {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly places: ReadonlyMap<string, Place>;
  /** in their own order, whatever the file's */
  readonly lines: ReadonlyMap<string, Line>;
  readonly routes: ReadonlyMap<string, Route>;
  /** what the source prints of each fact, whatever was corrected since */
  readonly printed: ReadonlyMap<string, Printed>;
  readonly corrections: readonly Correction[];
  readonly withdrawals: readonly Withdrawal[];
  /** the day of each correction and withdrawal that there has been, in order, those of what is withdrawn since among them */
  readonly revisions: readonly string[];
  /** the day on which the piece was published, `YYYY-MM-DD`; null = it is a draft */
  readonly published: string | null;
  readonly package: Descriptor;
}

function readDescriptor(dir: string): Descriptor {
  const file = `${dir}/datapackage.json`;
  if (!existsSync(file)) throw new DataError([`${file}: does not exist, expected the Data Package descriptor there`]);
  const descriptor = parseDescriptor(file, withoutNames(readFileSync(file, 'utf8'), dir));
  const titled = (text: string, locale: Locale): string => text.replaceAll('{title}', settings.title[locale]);
  const titles = Object.fromEntries(LOCALES.flatMap((locale) => {
    const [key, text] = [columnIn('title', locale), describedIn(descriptor, 'title', locale)];
    return key in descriptor ? [[key, titled(text, locale)]] : [];
  }));
  // The standard's own property is in the language that has none of its own.
  const plain = LOCALES.find((locale) => !(columnIn('title', locale) in descriptor)) ?? DEFAULT_LOCALE;
  return { ...withLanguages(descriptor), title: titled(descriptor.title, plain), ...titles };
}

/** The descriptor with the topics of the lines among those that a fact may have: no list is kept twice. */
function withTopics(descriptor: Descriptor, topics: readonly string[]): Descriptor {
  const copy = structuredClone(descriptor);
  const topic = copy.resources.find(({ name }) => name === 'facts')?.schema.fields.find(({ name }) => name === 'topic');
  if (topic?.constraints?.enum) topic.constraints.enum = [...new Set([...topics, ...topic.constraints.enum])];
  return copy;
}

/** The topics of `lines.csv`, whatever else is wrong with it: a fault of a line is told once, and not again at each of its facts. */
function topicsOf(dir: string, { resources }: Descriptor): string[] {
  const file = `${dir}/${resources.find(({ name }) => name === 'lines')!.path}`;
  return !existsSync(file) ? [] : csvParse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')).flatMap(({ topic }) => (topic ? [topic] : []));
}

/** The bytes of a file without the names that are withdrawn; of most newsrooms, the bytes as they are, so that a wrong encoding is noticed. */
function withoutNamesIn(bytes: Uint8Array, dir: string): Uint8Array | string {
  const text = Buffer.from(bytes).toString('utf8');
  const left = withoutNames(text, dir);
  return left === text ? bytes : left;
}

/** Reads every file, so that the faults of all of them are told at once. */
function readAll(dir: string, { resources }: Descriptor): RawTables {
  const faults: string[] = [];
  const read: Partial<Record<ResourceName, Table<unknown>>> = {};
  for (const { name, path, schema } of resources) {
    const file = `${dir}/${path}`;
    if (!existsSync(file)) {
      faults.push(`${dir}/datapackage.json: resource "${name}" names ${file}, which does not exist, expected a CSV file there`);
      continue;
    }
    try {
      read[name] = readTable<unknown>(file, withoutNamesIn(readFileSync(file), dir), schema);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new DataError(faults);
  return read as RawTables;
}

/** Cells that name a row of another table which that table does not have. */
function unknownIds({ resources }: Descriptor, raw: RawTables): string[] {
  return resources.flatMap(({ name, schema }) =>
    (schema.foreignKeys ?? []).flatMap(({ fields: [column], reference }) => {
      const target: Table<object> = raw[reference.resource as ResourceName];
      const known = new Set(target.rows.map(({ cells }) => Object.entries(cells).find(([field]) => field === reference.fields[0])?.[1]));
      const table: Table<object> = raw[name];
      return table.rows.flatMap(({ line, cells }) => {
        const id: unknown = Object.entries(cells).find(([field]) => field === column)?.[1];
        if (id === null || known.has(id)) return [];
        return [`${cellAddress(table, line, column)}: ${JSON.stringify(id)} is unknown, expected an ${reference.fields[0]} of ${target.file}`];
      });
    }),
  );
}

/** A quotation longer than this copies the source rather than cites it. */
export const LONGEST_QUOTATION = 40;

/** What is wrong with a fact in words: half of it, a length that copies, a qualifier that does not fit. */
function wordFaultsOf(facts: RawTables['facts'], { line, cells }: RawTables['facts']['rows'][number]): string[] {
  const { value, month, qualifier } = cells;
  const at = (column: string): string => cellAddress(facts, line, column);
  const [own, others] = [columnIn('words', SOURCE_LOCALE), LOCALES.filter((locale) => locale !== SOURCE_LOCALE).map((locale) => columnIn('words', locale))];
  const wordsOf = (column: string): string | null => (cells as Readonly<Record<string, unknown>>)[column] as string | null;
  const words = wordsOf(own);
  const quoted = [own, ...others].some((column) => wordsOf(column) !== null);
  return [
    ...(quoted && words === null ? [`${at(own)}: "" is empty, expected the source’s own words: their translation stands in "${others.join('", "')}"`] : []),
    ...(quoted ? others.filter((column) => wordsOf(column) === null).map((column) => `${at(column)}: "" is empty, expected a translation of ${JSON.stringify(words)}`) : []),
    ...(words !== null && [...words].length >= LONGEST_QUOTATION
      ? [`${at(own)}: ${[...words].length} characters, expected fewer than ${LONGEST_QUOTATION}: quote less`]
      : []),
    ...others
      .filter((column) => wordsOf(column) !== null && (value !== null || month !== null))
      .map((column) => `${at(column)}: ${JSON.stringify(wordsOf(column))} stands beside a number or a month, expected one of the three`),
    ...(quoted !== (qualifier === 'quoted')
      ? [
          `${at('qualifier')}: "${qualifier}" ${quoted ? 'stands beside words, expected "quoted"' : `has no words, expected them in ${columnsIn('words').map((column) => `"${column}"`).join(' and ')}`}`,
        ]
      : []),
  ];
}

const wordFaults = (facts: RawTables['facts']): string[] => facts.rows.flatMap((row) => wordFaultsOf(facts, row));

/** Rows that are more than one of number, month and words. One that is none of them is not disclosed: an empty number is a gap, never 0. */
function valueFaults(table: RawTables['facts'] | RawTables['printed']): string[] {
  return table.rows.flatMap(({ line, cells }) => {
    const { value, month } = cells;
    const column = 'words' in cells ? 'words' : columnIn('words', SOURCE_LOCALE);
    const words = (cells as unknown as Readonly<Record<string, string | null>>)[column] ?? null;
    const beside = (name: string, text: string, of: string): string =>
      `${cellAddress(table, line, name)}: ${JSON.stringify(text)} stands beside a number${of}`;
    return [
      ...(value !== null && month !== null ? [beside('month', month, ', expected one of the two')] : []),
      ...(words !== null && (value !== null || month !== null) ? [beside(column, words, ' or a month, expected one of the three')] : []),
    ];
  });
}

// China's extent, its islands in the South China Sea included, in whole degrees outwards.
const CHINA = { lon: [73, 136], lat: [3, 54] } as const;

function offTheMap(places: RawTables['places']): string[] {
  return places.rows.flatMap(({ line, cells }) =>
    (['lon', 'lat'] as const).flatMap((column) => {
      const [least, most] = CHINA[column];
      if (cells[column] >= least && cells[column] <= most) return [];
      return [`${cellAddress(places, line, column)}: "${cells[column]}" is off the map, expected ${least} to ${most} degrees`];
    }),
  );
}

const isEmpty = (cells: object, column: string): boolean => (cells as Readonly<Record<string, unknown>>)[column] === null;

/** Legs that say half of a thing: a route without its end, or a means of transport in some languages alone. */
function halfRoutes(routes: RawTables['routes']): string[] {
  return routes.rows.flatMap(({ line, cells }) => [
    ...(cells.kind === 'route' && cells.to === null
      ? [`${cellAddress(routes, line, 'to')}: "" is empty, expected the end of a leg of kind "route"`]
      : []),
    ...(wordsInAll(cells, 'mode') === null
      ? columnsIn('mode')
          .filter((column) => isEmpty(cells, column) && columnsIn('mode').some((other) => !isEmpty(cells, other)))
          .map((column) => `${cellAddress(routes, line, column)}: "" is empty, expected the same in each language`)
      : []),
  ]);
}

function toFact(cells: CellsOf['facts'], corrected: ReadonlySet<string>): Fact {
  const { id, place, topic, kind, value, month, qualifier, section } = cells;
  return {
    id,
    place,
    topic,
    kind,
    value,
    month,
    words: wordsInAll(cells, 'words'),
    qualifier,
    section,
    label: wordsIn(cells, 'label'),
    unit: unitIn(cells),
    period: wordsIn(cells, 'period'),
    sourceLines: cells.source_lines,
    note: wordsIn(cells, 'note'),
    corrected: corrected.has(id),
  };
}

function toPlace(cells: CellsOf['places']): Place {
  const { id, kind, lon, lat, within, precision, source } = cells;
  return {
    id,
    kind,
    lon,
    lat,
    within,
    precision,
    source,
    name: wordsIn(cells, 'name'),
    sourceId: cells.source_id ?? '',
    note: wordsIn(cells, 'note'),
    nameAt: { anchor: cells.name_anchor, far: [cells.name_far_x, cells.name_far_y], near: [cells.name_near_x, cells.name_near_y] },
  };
}

function toRoute(cells: CellsOf['routes']): Route {
  const { id, line, from, to, kind, disclosed } = cells;
  return {
    id,
    line,
    from,
    to,
    kind,
    disclosed,
    mode: wordsInAll(cells, 'mode'),
    sourceLines: cells.source_lines,
    note: wordsIn(cells, 'note'),
    bend: cells.bend,
    directions: cells.directions?.split(' ').map(Number) ?? [],
  };
}

function toCorrection(cells: CellsOf['corrections']): Correction {
  const { id, kind, date, fact, step, field } = cells;
  return {
    id,
    kind,
    date,
    fact,
    step,
    field,
    was: correctedIn(cells, 'old', SPOKEN.has(field)),
    is: correctedIn(cells, 'new', SPOKEN.has(field)),
    reason: wordsIn(cells, 'reason'),
    found: wordsIn(cells, 'found'),
  };
}

function toWithdrawal(cells: CellsOf['withdrawals']): Withdrawal {
  const { id, date, kind, of } = cells;
  return { id, date, kind, of, reason: wordsIn(cells, 'reason') };
}

function byId<Cells, Item extends { id: string }>(table: Table<Cells>, convert: (cells: Cells) => Item): ReadonlyMap<string, Item> {
  return new Map(table.rows.map(({ cells }) => convert(cells)).map((item) => [item.id, item]));
}

/**
 * Reads and cross-checks the whole data package.
 * @param dir folder of `datapackage.json`, from the project's root
 * @param today the last day that a correction can be of, `YYYY-MM-DD`
 * @param published the day on which the piece appeared; null = a draft
 * @throws DataError with every fault of every file; what depends on two files is checked once each reads
 */
export function loadTables(dir = ownersFile('data'), today = todayInBeijing(), published = settings.published ?? null): Tables {
  const written = readDescriptor(dir);
  const descriptor = withTopics(written, topicsOf(dir, written));
  const whole = readAll(dir, descriptor);
  const raw = withoutWithdrawn(whole);
  const appeared = descriptor.sources[0]!.published;
  const faults = [
    ...unknownIds(descriptor, raw),
    ...valueFaults(raw.facts),
    ...wordFaults(raw.facts),
    ...valueFaults(raw.printed),
    ...kindFaults(raw.facts, appeared),
    ...offTheMap(raw.places),
    ...regionFaults(raw.places),
    ...lineFaults(raw),
    ...halfRoutes(raw.routes),
    ...rowFaults(raw),
    ...ledgerFaults(raw),
    ...dateFaults(raw, appeared, published, today),
    ...withdrawalFaults(whole, dir, published, today),
    ...publishedFaults(raw, whole, readState(dir), published),
  ];
  if (faults.length > 0) throw new DataError(faults);
  const corrected = new Set(raw.corrections.rows.flatMap(({ cells: { kind, fact } }) => (kind === 'source' && fact !== null ? [fact] : [])));
  return {
    facts: byId(raw.facts, (cells) => toFact(cells, corrected)),
    places: byId(raw.places, toPlace),
    lines: new Map([...byId(raw.lines, toLine)].sort(([, a], [, b]) => a.order - b.order)),
    routes: byId(raw.routes, toRoute),
    printed: byId(raw.printed, (cells) => cells),
    corrections: raw.corrections.rows.map(({ cells }) => toCorrection(cells)),
    withdrawals: raw.withdrawals.rows.map(({ cells }) => toWithdrawal(cells)),
    revisions: [...whole.corrections.rows, ...whole.withdrawals.rows].map(({ cells }) => cells.date).toSorted(),
    published,
    package: descriptor,
  };
}

let loaded: Tables | undefined;

/** The tables of `data/`, read once per build. */
export function tables(): Tables {
  loaded ??= loadTables();
  return loaded;
}

/**
 * Runs something as if other tables were this build's: what rests on them is built anew.
 * @returns what `run` returns
 */
export function withTables<Result>(others: Tables, run: () => Result): Result {
  const own = loaded;
  loaded = others;
  try {
    return run();
  } finally {
    loaded = own;
  }
}

/** Something that is built from the tables of the build, once for each. */
export function perTables<Built>(build: (data: Tables) => Built): () => Built {
  const built = new WeakMap<Tables, { value: Built }>();
  return () => {
    const data = tables();
    const kept = built.get(data) ?? { value: build(data) };
    built.set(data, kept);
    return kept.value;
  };
}

function find<Item>(data: Tables, kind: 'facts' | 'places' | 'routes' | 'lines', id: string): Item {
  const item = (data[kind] as ReadonlyMap<string, unknown>).get(id) as Item | undefined;
  if (item === undefined) throw new Error(`${JSON.stringify(id)} ${withdrawnId(data, id) ?? `is unknown, expected an id of data/${kind}.csv`}`);
  return item;
}

/** @throws Error that names the id if `facts.csv` has no such row */
export function factById(data: Tables, id: string): Fact {
  return find(data, 'facts', id);
}

/** @throws Error that names the id if `places.csv` has no such row */
export function placeById(data: Tables, id: string): Place {
  return find(data, 'places', id);
}

/** @throws Error that names the id if `routes.csv` has no such row */
export function routeById(data: Tables, id: string): Route {
  return find(data, 'routes', id);
}

/** @throws Error that names the id if `lines.csv` has no such row */
export function lineById(data: Tables, id: string): Line {
  return find(data, 'lines', id);
}

/** The legs of a line that end somewhere, in the order of `routes.csv`. */
export const legsOf = ({ routes }: Tables, line: string): (Route & { to: string })[] =>
  [...routes.values()].filter((leg): leg is Route & { to: string } => leg.line === line && leg.kind === 'route' && leg.to !== null);
