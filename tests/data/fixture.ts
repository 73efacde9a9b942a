import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvParseRows } from 'd3';
import { afterAll } from 'vitest';
import type { ResourceName } from '../../src/data/descriptor.ts';
import { ownersFile } from '../../src/newsroom.ts';

/** A table as rows of cells; the first row is the header. */
export type Grid = string[][];

// Small tables whose every expected reading can be checked by eye. The facts are the newsroom's.
const PLACES = `id,name_zh,name_en,kind,lon,lat,within,precision,source,source_id,note_zh,note_en,name_anchor,name_far_x,name_far_y,name_near_x,name_near_y
mudanjiang,牡丹江,Mudanjiang,city,129.62594,44.54804,230000,city,GeoNames,CN.08/Mudanjiang,,,end,-0.75,0.95,-0.75,0.95
sanya,三亚,Sanya,city,109.50947,18.25435,460200,city,GeoNames,CN.31/Sanya,备注,"A note, with a comma",end,-0.7,0.95,-0.75,0.4
qionghai,琼海,Qionghai,city,110.46417,19.2425,469002,city,GeoNames,,,,,,,,
wanning,万宁,Wanning,city,110.3841,18.79931,469006,city,GeoNames,,,,,,,,
hubei,湖北,Hubei,province,112.3,31,420000,label,placed by the editors,,,,end,-2.5,0,,
`;
const LINES = `id,order,origin,origin_kind,stroke,tone_night,tone_day,area_night,area_day,topic,dated_by,distance,distance_note_zh,distance_note_en
line-1,1,mudanjiang,place,solid,#6ec1e4,#0f678d,#1d5470,#b9d5df,route-1,qh-case-year,calc-distance,这是直线，不是包裹实际走的路线；寄递路线没有公开。,"It is a straight line, not the way the parcels went: the postal route is not disclosed."
line-2,2,hubei,region,dots,#f4a742,#8d5400,#5a4522,#ecd3a6,route-2,wn-target-case,,,
`;
const ROUTES = `id,line,from,to,kind,disclosed,mode_zh,mode_en,source_lines,note_zh,note_en,bend,directions
line-1-trunk,line-1,mudanjiang,sanya,route,ends,寄递,parcel post,19,,,0.115,
line-1-second,line-1,mudanjiang,qionghai,route,ends,寄递,parcel post,19-21,备注,A note,0.1,
line-2-trunk,line-2,hubei,wanning,route,ends,,,87-89,,,-0.03,
`;
/** The columns of the log of corrections. */
export const CORRECTIONS_HEAD = 'id,kind,date,fact,step,field,old_value,new_value,old_en,new_en,reason_zh,reason_en,found_zh,found_en';
const CORRECTIONS = `${CORRECTIONS_HEAD}
s-1,source,2026-10-01,qh-cases-2019,,value,29,84,,,读者来信,A reader wrote in,读者,A reader
s-2,source,2026-10-02,wn-users-2018,,value,240,-240,,,编辑复核,"Checked by the desk, against the source",编辑,The desk
`;
const WITHDRAWALS = 'id,date,kind,of,reason_zh,reason_en\n';

/** What was printed of the two facts that are corrected. */
const PRINTED = readFileSync(ownersFile('data/printed.csv'), 'utf8').replace('qh-cases-2019,qionghai,84,', 'qh-cases-2019,qionghai,29,').replace('wn-users-2018,wanning,-240,', 'wn-users-2018,wanning,240,');

const TEXTS: Record<ResourceName, string> = {
  facts: readFileSync(ownersFile('data/facts.csv'), 'utf8'),
  places: PLACES,
  lines: LINES,
  routes: ROUTES,
  printed: PRINTED,
  corrections: CORRECTIONS,
  withdrawals: WITHDRAWALS,
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
    'datapackage.json': readFileSync(ownersFile('data/datapackage.json'), 'utf8'),
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
