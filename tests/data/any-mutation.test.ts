import { csvFormatRows, csvParseRows } from 'd3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ResourceName } from '../../src/data/descriptor.ts';
import { loadTables, type Tables } from '../../src/data/tables.ts';
import { grid, messageOf, writePackage } from './fixture.ts';

/** A fault of a table: file, row and column, or file and row, or the file alone where it is no table at all; and what was expected. */
const LOCATED = /^ {2}data\/(facts|places|lines|routes|printed|corrections)\.csv(:\d+(:\d+( \([^)]*\))?)?)?: .+/;

const name = fc.constantFrom<ResourceName>('facts', 'places', 'lines', 'routes', 'printed', 'corrections');
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
/** What a slip of the hand, a bad merge or a spreadsheet puts into a file. */
const slip = fc.oneof(
  fc.constantFrom('', ',', '"', '\n', '\r\n', '\n\n', ',,', '0', '-', '1e9', 'NaN', 'null', '=1+1', '，', '　', '\uFEFF', '\u0000', '92 ', ' ', '２', '2026-13-01', '__proto__'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
/** Takes `cut` characters out of a file and puts others in. */
const mutation = fc.record({ name, at: place, cut: fc.integer({ min: 0, max: 8 }), slip });

function load(file: ResourceName, text: string): { tables?: Tables; message?: string } {
  const dir = writePackage({ [`${file}.csv`]: text });
  let tables: Tables | undefined;
  const message = messageOf(() => (tables = loadTables(dir)))?.replaceAll(`${dir}/`, 'data/');
  return tables === undefined ? { message: message ?? '' } : { tables };
}

test('any change of any file reads row by row as it now stands, or stops the build and says where', () => {
  let stopped = 0;
  fc.assert(
    fc.property(mutation, ({ name: file, at, cut, slip: put }) => {
      const text = `${csvFormatRows(grid(file))}\n`;
      const from = Math.floor(at * text.length);
      const changed = text.slice(0, from) + put + text.slice(from + cut);
      const { tables, message } = load(file, changed);
      if (tables) {
        // No row is lost or read twice.
        const rows = file === 'corrections' || file === 'withdrawals' ? tables[file].length : tables[file].size;
        expect(rows).toBe(csvParseRows(changed).length - 1);
        return;
      }
      stopped += 1;
      const faults = message!.split('\n').filter((line) => line.startsWith('  '));
      expect(faults.length, message).toBeGreaterThan(0);
      for (const fault of faults) expect(fault).toMatch(LOCATED);
    }),
    { numRuns: 400 },
  );
  expect(stopped, 'changes that stopped the build').toBeGreaterThan(50);
});
