import { readFileSync } from 'node:fs';
import { lab } from 'd3';
import { contrast } from './contrast.ts';
import { columnsIn, wordsIn } from './columns.ts';
import { cellAddress } from './table.ts';
import type { CellsOf, RawTables } from './tables.ts';
import type { Line, LineId } from './types.ts';

/** A mark is seen from this contrast on (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3;
/** Tones nearer than this in CIE Lab look alike. */
const LEAST_DISTANCE = 20;

const THEMES = ['night', 'day'] as const;

let grounds: Readonly<Record<(typeof THEMES)[number], string>> | undefined;

/** The ground of each theme, from the style sheet that paints it. */
function readGrounds(): NonNullable<typeof grounds> {
  if (grounds) return grounds;
  const css = readFileSync('src/styles/tokens.css', 'utf8');
  // The day's block comes first and is night's too, on paper; the last one is the night's alone.
  const [day = '', night = ''] = [...css.matchAll(/--ground:\s*(#[0-9a-f]{6})/g)].map(([, colour]) => colour!);
  return (grounds = { day, night });
}

const distance = (a: string, b: string): number => {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
};

type Row = RawTables['lines']['rows'][number];

/** Tones that are lost on the area of a line, the first's own or another's: a line runs over both. */
function faultsOnAreas({ lines }: RawTables, { line, cells }: Row): string[] {
  return THEMES.flatMap((theme) =>
    lines.rows.flatMap((other) => {
      const [tone, area] = [cells[`tone_${theme}`], other.cells[`area_${theme}`]];
      const found = contrast(tone, area);
      if (found >= LEAST_CONTRAST) return [];
      const where = `${cellAddress(lines, other.line, `area_${theme}`)}`;
      return [
        `${cellAddress(lines, line, `tone_${theme}`)}: "${tone}" stands ${found.toFixed(2)} : 1 on the area "${area}" of ${other.cells.id} (${where}), expected at least ${LEAST_CONTRAST} : 1, such as ${theme === 'night' ? 'a darker' : 'a lighter'} area`,
      ];
    }),
  );
}

/** What is wrong with a line by itself: a tone that cannot be seen, half a distance, no leg. */
function faultsOfOne({ lines, routes, facts }: RawTables, { line, cells }: Row): string[] {
  const at = (column: string): string => cellAddress(lines, line, column);
  const faults: string[] = [];
  for (const theme of THEMES) {
    const [tone, ground] = [cells[`tone_${theme}`], readGrounds()[theme]];
    const found = contrast(tone, ground);
    if (found < LEAST_CONTRAST)
      faults.push(
        `${at(`tone_${theme}`)}: "${tone}" stands ${found.toFixed(2)} : 1 on the ground ${ground}, expected at least ${LEAST_CONTRAST} : 1, such as a ${theme === 'night' ? 'lighter' : 'darker'} tone`,
      );
  }
  const legs = routes.rows.filter((route) => route.cells.line === cells.id && route.cells.kind === 'route');
  if (legs.length === 0) faults.push(`${at('id')}: "${cells.id}" goes nowhere, expected a leg of kind "route" with this line in ${routes.file}`);
  for (const {
    line: row,
    cells: { from },
  } of legs) {
    if (from !== cells.origin)
      faults.push(
        `${cellAddress(routes, row, 'from')}: "${from}" is not where ${cells.id} begins, expected "${cells.origin}", its origin in ${lines.file}`,
      );
  }
  const named = ['distance', ...columnsIn('distance_note')];
  const missing = named.filter((column) => (cells as Readonly<Record<string, unknown>>)[column] === null);
  if (missing.length > 0 && missing.length < named.length)
    faults.push(
      ...missing.map((column) => `${at(column)}: "" is empty, expected the distance's id and a note on it in each language, or none of them`),
    );
  if (cells.distance !== null && cells.origin_kind === 'region')
    faults.push(`${at('distance')}: "${cells.distance}" cannot be worked out from a region, expected no distance, or an origin_kind "place"`);
  const dating = facts.rows.find((fact) => fact.cells.id === cells.dated_by)?.cells;
  if (dating && dating.kind !== 'month' && dating.kind !== 'year')
    faults.push(`${at('dated_by')}: "${cells.dated_by}" is neither a year nor a month, expected a fact that is one`);
  return faults;
}

/** Two lines that a reader could take for one: the same order, topic, stroke or distance, or tones that look alike. */
function faultsOfTwo({ lines }: RawTables, first: Row, second: Row): string[] {
  const at = (column: string): string => cellAddress(lines, second.line, column);
  const [a, b] = [first.cells, second.cells];
  const same = (['order', 'stroke', 'topic', 'distance'] as const).filter((column) => a[column] !== null && a[column] === b[column]);
  const alike = THEMES.filter((theme) => distance(a[`tone_${theme}`], b[`tone_${theme}`]) < LEAST_DISTANCE);
  return [
    ...same.map(
      (column) => `${at(column)}: ${JSON.stringify(b[column])} is that of ${a.id} too, expected another: lines are told apart without their colour`,
    ),
    ...alike.map(
      (theme) =>
        `${at(`tone_${theme}`)}: "${b[`tone_${theme}`]}" looks like "${a[`tone_${theme}`]}" of ${a.id}, expected a tone that is further from it`,
    ),
  ];
}

/** All that is wrong with the lines beyond single cells: each fault names file, row, column, what was found and what was expected. */
export function lineFaults(raw: RawTables): string[] {
  const { rows } = raw.lines;
  return [
    ...rows.flatMap((row) => [...faultsOfOne(raw, row), ...faultsOnAreas(raw, row)]),
    ...rows.flatMap((second, at) => rows.slice(0, at).flatMap((first) => faultsOfTwo(raw, first, second))),
  ];
}

/** A row of `lines.csv` as a line. */
export function toLine(cells: CellsOf['lines']): Line {
  const { order, origin, stroke, topic, distance: figure } = cells;
  return {
    id: cells.id as LineId,
    order,
    origin,
    stroke,
    topic,
    originKind: cells.origin_kind,
    tone: { night: cells.tone_night, day: cells.tone_day },
    area: { night: cells.area_night, day: cells.area_day },
    datedBy: cells.dated_by,
    distance: figure === null ? null : { id: figure, note: wordsIn(cells, 'distance_note') },
  };
}
