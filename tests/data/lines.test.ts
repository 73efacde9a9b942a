import { csvFormatRows } from 'd3';
import { expect, test } from 'vitest';
import type { ResourceName } from '../../src/data/descriptor.ts';
import { contrast } from '../../src/data/contrast.ts';
import { lineById, loadTables, tables } from '../../src/data/tables.ts';
import { grid, messageOf, writePackage } from './fixture.ts';

/** The message for one changed cell of the fixture; `row` counts lines of the file. */
function faultOf(name: ResourceName, row: number, column: string, text: string): string {
  const rows = grid(name);
  rows[row - 1]![rows[0]!.indexOf(column)] = text;
  return messageOf(() => loadTables(writePackage({ [`${name}.csv`]: `${csvFormatRows(rows)}\n` }))) ?? 'read without a fault';
}

test.each<[string, ResourceName, number, string, string, RegExp]>([
  ['two lines with one stroke, which only their colour would tell apart', 'lines', 3, 'stroke', 'solid', /lines\.csv:3:5 \(stroke\): "solid" is that of line-1 too, expected another/],
  ['dashes, which mean something else', 'lines', 3, 'stroke', 'dashes', /lines\.csv:3:5 \(stroke\): "dashes" is not allowed here, expected one of solid, dots, double/],
  ['two tones that look alike', 'lines', 3, 'tone_night', '#70c0e0', /lines\.csv:3:6 \(tone_night\): "#70c0e0" looks like "#6ec1e4" of line-1, expected/],
  ['a tone that is lost on the night', 'lines', 3, 'tone_night', '#4a4522', /lines\.csv:3:6 \(tone_night\): "#4a4522" stands 1\.\d+ : 1 on the ground #0b1826, expected at least 3 : 1/],
  ['a tone that is lost on the day', 'lines', 3, 'tone_day', '#f4a742', /lines\.csv:3:7 \(tone_day\): "#f4a742" stands 1\.\d+ : 1 on the ground #f5f1ea, expected at least 3 : 1/],
  ['an area on which another line is lost', 'lines', 2, 'area_night', '#8a9aa0', /lines\.csv:3:6 \(tone_night\): "#[0-9a-f]{6}" stands \d\.\d+ : 1 on the area "#8a9aa0" of line-1 \(.*lines\.csv:2:8 \(area_night\)\), expected at least 3 : 1/],
  ['a line that goes nowhere', 'routes', 4, 'line', 'line-1', /lines\.csv:3:1 \(id\): "line-2" goes nowhere, expected a leg/],
  ['a leg from elsewhere', 'routes', 4, 'from', 'sanya', /routes\.csv:4:3 \(from\): "sanya" is not where line-2 begins, expected "hubei"/],
  ['a leg to a place that is in no table', 'routes', 4, 'to', 'atlantis', /routes\.csv:4:4 \(to\): "atlantis" is unknown, expected an id of/],
  ['an origin that is in no table', 'lines', 3, 'origin', 'atlantis', /lines\.csv:3:3 \(origin\): "atlantis" is unknown/],
  ['a place in a region without an outline', 'places', 6, 'within', '990000', /places\.csv:6:7 \(within\): "990000" is no region of data\/geo, expected the code/],
  ['a distance from a region', 'lines', 2, 'origin_kind', 'region', /lines\.csv:2:12 \(distance\): "calc-distance" cannot be worked out from a region/],
  ['a distance without a note', 'lines', 2, 'distance_note_en', '', /lines\.csv:2:14 \(distance_note_en\): "" is empty, expected/],
  ['a date that is a count of people', 'lines', 2, 'dated_by', 'qh-arrests-ring', /lines\.csv:2:11 \(dated_by\): "qh-arrests-ring" is neither a year nor a month/],
  ['a topic that no line has', 'lines', 3, 'topic', 'route-9', /facts\.csv:\d+:3 \(topic\): "route-2" is not allowed here, expected one of route-1, route-9, cases/],
])('%s stops the build, and is named', (_, name, row, column, text, expected) => {
  expect(faultOf(name, row, column, text)).toMatch(expected);
});

test('a line whose id has the wrong form is one fault, not one more for each fact of its topic', () => {
  expect(faultOf('lines', 3, 'id', 'by-sea')).not.toContain('topic');
});

test('lines stand in their own order, whatever the order of the file', () => {
  const [header, first, second] = grid('lines');
  const swapped = loadTables(writePackage({ 'lines.csv': `${csvFormatRows([header!, second!, first!])}\n` }));
  expect([...swapped.lines.keys()]).toEqual(['line-1', 'line-2']);
});

test('a line reads with its tones, its stroke and its distance; without a distance it has none, not an empty one', () => {
  const data = loadTables(writePackage());
  expect(lineById(data, 'line-1')).toMatchObject({ origin: 'mudanjiang', originKind: 'place', stroke: 'solid', tone: { night: '#6ec1e4', day: '#0f678d' }, distance: { id: 'calc-distance' } });
  expect(lineById(data, 'line-2')).toMatchObject({ originKind: 'region', datedBy: 'wn-target-case', distance: null });
});

test('the served descriptor has the lines’ topics among those of a fact: a reader of the package meets no unknown one', () => {
  const field = tables().package.resources.find(({ name }) => name === 'facts')!.schema.fields.find(({ name }) => name === 'topic');
  expect(field?.constraints?.enum).toEqual(expect.arrayContaining([...tables().lines.values()].map(({ topic }) => topic)));
});

// From WCAG's own examples: black on white, and the grey that just passes.
test.each([['#000000', '#ffffff', 21], ['#767676', '#ffffff', 4.54], ['#ffffff', '#ffffff', 1]])('the contrast of %s on %s is %d : 1', (a, b, expected) => {
  expect(contrast(a, b)).toBeCloseTo(expected, 1);
});
