import { readFileSync } from 'node:fs';
import { cellAddress } from './table.ts';
import type { RawTables } from './tables.ts';

/** The outlines that can be filled: every province of China, every county of Hainan, by administrative code. */
const OUTLINES = { 'china.topo.json': 'provinces', 'hainan.topo.json': 'counties' } as const;

interface Areas {
  objects: Record<string, { geometries: { id?: string }[] }>;
}

let codes: ReadonlySet<string> | undefined;

/** The codes of all outlines of `data/geo`, read once. */
function knownCodes(): ReadonlySet<string> {
  codes ??= new Set(Object.entries(OUTLINES).flatMap(([file, layer]) => {
    const { objects } = JSON.parse(readFileSync(`data/geo/${file}`, 'utf8')) as Areas;
    return objects[layer]!.geometries.flatMap(({ id }) => (id === undefined ? [] : [id]));
  }));
  return codes;
}

/** Places within a region of which the project has no outline. */
export function unknownRegions(places: RawTables['places']): string[] {
  return places.rows.flatMap(({ line, cells: { within } }) =>
    knownCodes().has(within) ? [] : [`${cellAddress(places, line, 'within')}: "${within}" is no region of data/geo, expected the code of a province of China or a county of Hainan`],
  );
}
