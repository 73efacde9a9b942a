import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvParseRows } from 'd3';
import { afterAll } from 'vitest';
import type { ResourceName } from '../../src/data/descriptor.ts';

/** A table as rows of cells; the first row is the header. */
export type Grid = string[][];

// Small tables whose every expected reading can be checked by eye. The facts are the real ones.
const PLACES = `id,name_zh,name_en,kind,lon,lat,within,precision,source,source_id,note_zh,note_en
mudanjiang,牡丹江,Mudanjiang,city,129.62594,44.54804,230000,city,GeoNames,CN.08/Mudanjiang,,
sanya,三亚,Sanya,city,109.50947,18.25435,460200,city,GeoNames,CN.31/Sanya,备注,"A note, with a comma"
qionghai,琼海,Qionghai,city,110.46417,19.2425,469002,city,GeoNames,,,
wanning,万宁,Wanning,city,110.3841,18.79931,469006,city,GeoNames,,,
`;
const ROUTES = `id,line,from,to,kind,disclosed,mode_zh,mode_en,source_lines,note_zh,note_en
line-1-trunk,line-1,mudanjiang,sanya,route,ends,寄递,parcel post,19,,
line-1-second,line-1,mudanjiang,qionghai,route,ends,寄递,parcel post,19-21,备注,A note
`;
const CORRECTIONS = `date,fact,old_value,new_value,source_zh,source_en
2026-12-01,qh-cases-2019,29,92,读者来信,A reader wrote in
2026-12-02,wn-users-2018,331,-331,编辑复核,"Checked by the desk, against the source"
`;

const TEXTS: Record<ResourceName, string> = {
  facts: readFileSync('data/facts.csv', 'utf8'),
  places: PLACES,
  routes: ROUTES,
  corrections: CORRECTIONS,
};

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** The cells of one file of the fixture, free to change. */
export function grid(name: ResourceName): Grid {
  return csvParseRows(TEXTS[name]);
}

/**
 * Writes a whole data package to a folder of its own.
 * @param changed files by their name, such as `facts.csv`, that differ from the fixture; null leaves one out
 * @returns the folder, for `loadTables`
 */
export function writePackage(changed: Record<string, string | Uint8Array | null> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'data-package-'));
  folders.push(dir);
  const files: Record<string, string | Uint8Array | null> = {
    'datapackage.json': readFileSync('data/datapackage.json', 'utf8'),
    ...Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [`${name}.csv`, text])),
    ...changed,
  };
  for (const [file, content] of Object.entries(files)) if (content !== null) writeFileSync(join(dir, file), content);
  return dir;
}

/** The message of what `run` throws, or undefined if it does not. */
export function messageOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}
