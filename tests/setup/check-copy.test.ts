import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MAIN_NEWSROOM } from '../../scripts/newsrooms.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
  cpSync(MAIN_NEWSROOM, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function check(): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.cjs', 'scripts/check-copy.ts'], { encoding: 'utf8', env: { ...process.env, NEWSROOM: folder } });
  return { status, out: `${stderr}${stdout}`.replaceAll(`${folder}/`, '') };
}
function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  const changed = change(text);
  expect(changed, `${file} is changed`).not.toBe(text);
  writeFileSync(join(folder, file), changed);
}

test('files without a fault end well, in one sentence', () => {
  expect(check()).toEqual({ status: 0, out: 'check:copy: no fault in settings, tables, score and words.\n' });
});

test('a line that is taken out is missed wherever it is still named: legs, facts, words, score', () => {
  edit('data/lines.csv', (text) => text.replace(/^line-2,.*\n/m, ''));
  const { status, out } = check();
  expect(status).toBe(1);
  expect(out).toMatch(/data\/facts\.csv:\d+:3 \(topic\): "route-2" is not allowed here/);
  const [, places = ''] = out.split('"line-2" is in no table, and is named at:');
  const files = new Set([...places.matchAll(/^ {2}(\S+):\d+$/gm)].map(([, file]) => file));
  for (const file of ['data/routes.csv', 'src/content/zh/chapters.json', 'src/content/en/lines.json', 'src/content/score.yaml']) expect([...files]).toContain(file);
  // By hand: the four legs of the line, one a row.
  expect([...places.matchAll(/^ {2}data\/routes\.csv:(\d+)$/gm)].map(([, line]) => line)).toEqual(['6', '7', '8', '9']);
});

test('faults of files that do not rest on each other are told in one go', () => {
  edit('src/content/en/ui.json', (text) => text.replace('"skipLink":', '"skipLnk":'));
  edit('src/content/zh/steps/lead.md', (text) => text.replace(/^title:.*$/m, 'title: 第3条线索'));
  const { status, out } = check();
  expect(status).toBe(1);
  expect(out).toContain('src/content/en/ui.json:1:1: "skipLink" is missing');
  expect(out).toMatch(/src\/content\/zh\/steps\/lead\.md:2:\d+: "3" is a typed number/);
  // The missing key, the key that is not known, the number: not one for each file.
  expect(out).toContain('check:copy: 3 faults.');
});

// Excludes a check that finds nothing, and a build that stops a minute later.
test('what stops a build when it begins is told here too: a word against the style, a leg through words', () => {
  edit('src/content/en/steps/lead.md', (text) => text.replace(/\n$/, ' {qh-months} or so.\n'));
  edit('src/content/zh/steps/lead.md', (text) => text.replace(/\n$/, '{qh-months}。\n'));
  edit('data/routes.csv', (text) => text.replace(/^(mudanjiang-sanya,.*),0\.115,$/m, '$1,-0.3,'));
  const { status, out } = check();
  expect(status).toBe(1);
  expect(out).toMatch(/src\/content\/en\/steps\/lead\.md:\d+:\d+: “or so” beside \{qh-months\}: the table says “about”/);
  expect(out).toMatch(/data\/routes\.csv: mudanjiang-sanya \(bend\): the leg of line-1 to sanya runs through the words/);
});

// Excludes a key that is not read because what pupils may say wrongly has the same name; and notes of tables that nobody reads.
test('the answers of a key, and the notes of every table, are held to the style; what pupils may say wrongly is not', () => {
  const none = ['terms: []', 'pairs: []'];
  writeFileSync(join(folder, 'src/content/style.yaml'), ['banned:', '  zh: []', '  en: [{ word: zebra, reason: no animals }]', ...none, ''].join('\n'));
  edit('src/content/en/lesson/plans.yaml', (text) => text.replace(/(wrong:\n\s+- \{ answer: ")/, '$1A zebra. ').replace(/(extension:\n\s+- \{ ask: ".*?", answer: ")/, '$1A zebra. '));
  edit('data/places.csv', (text) => text.replace('Only says where the name is written', 'A zebra'));
  const { status, out } = check();
  expect(status).toBe(1);
  // By hand: one answer of an extension, one note; not the answer that is wrong on purpose.
  expect(out.match(/“zebra”: no animals/g)).toHaveLength(2);
  expect(out).toMatch(/lesson\/plans\.yaml:\d+:\d+: “zebra”: no animals/);
  expect(out).toMatch(/data\/places\.csv:\d+:\d+: “zebra”: no animals/);
});
