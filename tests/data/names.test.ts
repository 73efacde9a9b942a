import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withoutNames } from '../../src/data/names.ts';

const folder = mkdtempSync(join(tmpdir(), 'names-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'names.csv'), 'id,zh,en,instead_zh,instead_en\nfirst,潘某,Pan (潘某)|Pan|J.-P. Pan,一名嫌疑人,one suspect\nsecond,吴某,Wu,另一人,another\n');
writeFileSync(join(folder, 'withdrawals.csv'), 'id,date,kind,of,reason_zh,reason_en\nw-1,2021-07-02,name,first,裁定,a ruling\n');

// Excludes a withdrawn “Pan” that breaks every key and word in which the letters stand.
test.each([
  ['Police arrested Pan (潘某) and others, Pan’s lawyer says.', 'Police arrested one suspect and others, one suspect’s lawyer says.'],
  ['{ "sourcePanelTitle": "Panama, Japan, Pan2" }', '{ "sourcePanelTitle": "Panama, Japan, Pan2" }'],
  ['抓获潘某等，英文作Pan等。', '抓获一名嫌疑人等，英文作one suspect等。'],
  ['J.-P. Pan, J.xP. Pan', 'one suspect, J.xP. one suspect'],
  ['吴某，Wu', '吴某，Wu'],
])('%j reads %j', (text, read) => expect(withoutNames(text, folder)).toBe(read));
