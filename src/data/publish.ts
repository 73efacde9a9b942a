import { csvFormatRows } from 'd3';
import { cellsIn, correctedCells, unitCells } from './columns.ts';
import { modifiedOf } from './dates.ts';
import { derive } from './derive.ts';
import type { Descriptor, ResourceName } from './descriptor.ts';
import { SPOKEN } from './printed.ts';
import type { Tables } from './tables.ts';
import type { Correction, Fact, Line, Place, Route } from './types.ts';

const BOM = '\uFEFF';

/**
 * How a CSV file is written: `excel` with a byte order mark and CRLF, without which Excel and WPS
 * show Chinese as rubbish on a double click; `plain` without a mark and with LF, for programs.
 */
export type Dialect = 'excel' | 'plain';

type Cells = Record<string, string | number | null>;

function factCells(fact: Fact): Cells {
  const { id, place, topic, kind, value, month, words, qualifier, label, unit, period, section, sourceLines, note } = fact;
  return {
    id,
    place,
    topic,
    kind,
    value,
    month,
    qualifier,
    section,
    ...cellsIn('words', words),
    ...cellsIn('label', label),
    ...unitCells(unit),
    ...cellsIn('period', period),
    source_lines: sourceLines,
    ...cellsIn('note', note),
  };
}

function placeCells({ id, name, kind, lon, lat, within, precision, source, sourceId, note, nameAt }: Place): Cells {
  const { anchor, far, near } = nameAt;
  return {
    id,
    kind,
    lon,
    lat,
    within,
    precision,
    source,
    ...cellsIn('name', name),
    source_id: sourceId,
    ...cellsIn('note', note),
    name_anchor: anchor,
    name_far_x: far[0],
    name_far_y: far[1],
    name_near_x: near[0],
    name_near_y: near[1],
  };
}

function lineCells({ id, order, origin, originKind, stroke, tone, area, topic, datedBy, distance }: Line): Cells {
  return {
    id,
    order,
    origin,
    origin_kind: originKind,
    stroke,
    topic,
    dated_by: datedBy,
    tone_night: tone.night,
    tone_day: tone.day,
    area_night: area.night,
    area_day: area.day,
    distance: distance?.id ?? null,
    ...cellsIn('distance_note', distance?.note ?? null),
  };
}

function routeCells({ id, line, from, to, kind, disclosed, mode, sourceLines, note, bend, directions }: Route): Cells {
  return {
    id,
    line,
    from,
    to: to ?? '',
    kind,
    disclosed,
    ...cellsIn('mode', mode, ''),
    source_lines: sourceLines,
    ...cellsIn('note', note),
    bend,
    directions: directions.join(' '),
  };
}

function correctionCells({ id, kind, date, fact, step, field, was, is, reason, found }: Correction): Cells {
  const spoken = SPOKEN.has(field);
  return {
    id,
    kind,
    date,
    fact,
    step,
    field,
    ...correctedCells('old', was, spoken),
    ...correctedCells('new', is, spoken),
    ...cellsIn('reason', reason),
    ...cellsIn('found', found),
  };
}

function cellsOf(tables: Tables, name: ResourceName): Cells[] {
  switch (name) {
    case 'facts':
      return [...tables.facts.values()].map(factCells);
    case 'places':
      return [...tables.places.values()].map(placeCells);
    case 'lines':
      return [...tables.lines.values()].map(lineCells);
    case 'routes':
      return [...tables.routes.values()].map(routeCells);
    case 'printed':
      return [...tables.printed.values()].map((row) => ({ ...row }));
    case 'corrections':
      return tables.corrections.map(correctionCells);
    case 'withdrawals':
      return tables.withdrawals.map(({ id, date, kind, of, reason }) => ({ id, date, kind, of, ...cellsIn('reason', reason) }));
  }
}

function columnsOf({ resources }: Descriptor, name: ResourceName): string[] {
  return resources.filter((resource) => resource.name === name).flatMap(({ schema }) => schema.fields.map((field) => field.name));
}

/**
 * One table as CSV text, its columns in the order of the descriptor.
 * @throws Error if a column of the descriptor has no counterpart in the tables
 */
export function tableCsv(tables: Tables, name: ResourceName, dialect: Dialect): string {
  const columns = columnsOf(tables.package, name);
  const rows = cellsOf(tables, name).map((cells) =>
    columns.map((column) => {
      const cell = cells[column];
      if (cell === undefined)
        throw new Error(`data/datapackage.json: the column "${column}" of ${name} is not served, expected a counterpart in src/data/publish.ts`);
      return cell === null ? '' : String(cell);
    }),
  );
  const text = `${csvFormatRows([columns, ...rows])}\n`;
  return dialect === 'plain' ? text : BOM + text.replace(/\n/g, '\r\n');
}

/** The facts, then our own figures, as a JSON array; `calculated` tells them apart. */
export function factsJson(tables: Tables): string {
  const facts = [...tables.facts.values()].map((fact) => ({ ...fact, calculated: false }));
  const derived = [...derive(tables).values()].map((figure) => ({ ...figure, calculated: true }));
  return `${JSON.stringify([...facts, ...derived], null, 2)}\n`;
}

/** Version of the data as served: each correction and each withdrawal raises the last number by one. */
export function dataVersion({ package: { version }, revisions }: Pick<Tables, 'package' | 'revisions'>): string {
  return version.replace(/\d+$/, String(revisions.length));
}

/** Version and day of the data, and where corrections stand, as a descriptor says them. */
export const stateOf = (tables: Tables, corrections?: string): { version: string; modified: string; corrections?: string } => ({
  version: dataVersion(tables),
  modified: modifiedOf(tables),
  ...(corrections === undefined ? {} : { corrections }),
});

/**
 * The descriptor of the served package; programs are pointed to the plain file of the facts.
 * @param corrections absolute address where corrections stand
 */
export function servedDescriptor(tables: Tables, corrections?: string): string {
  const resources = tables.package.resources.map((resource) => (resource.name === 'facts' ? { ...resource, path: 'facts.utf8.csv' } : resource));
  return `${JSON.stringify({ ...tables.package, ...stateOf(tables, corrections), resources }, null, 2)}\n`;
}

/** A served file, as bytes: a text body could lose its byte order mark on the way to disk. */
export function fileResponse(text: string, mediatype: 'text/csv' | 'text/plain' | 'application/json'): Response {
  return new Response(new TextEncoder().encode(text), { headers: { 'Content-Type': `${mediatype}; charset=utf-8` } });
}
