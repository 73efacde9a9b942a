import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { loadTables, tables } from '../../src/data/tables.ts';
import { EMBEDS, type EmbedId } from '../../src/embed/embeds.ts';
import { cutFiles, cutTo } from '../../src/pictures/cut.ts';
import { packageFiles, packageZip } from '../../src/pictures/package.ts';

const cache = vi.hoisted(() => ({ folder: '' }));
vi.mock('../../src/build/pictures.ts', async (original) => {
  const module = await original<typeof import('../../src/build/pictures.ts')>();
  return { ...module, kept: (ending: string, from: string, make: () => Promise<Uint8Array>) => module.kept(ending, from, make, cache.folder) };
});

const folders: string[] = [];
const fresh = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'package-')));
  return folders.at(-1)!;
};
afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })));

const embedOf = (id: EmbedId) => EMBEDS.find((each) => each.id === id)!;

describe('the package of known users', () => {
  // Two steps, no map: eight pictures in four forms.
  const PICTURES = ['guess', 'reveal'].flatMap((step) => ['en', 'zh'].flatMap((locale) => ['dark', 'light'].flatMap((theme) => ['.outlines.svg', '.png', '.svg', '@2x.png'].map((ending) => `pictures/${step}.${locale}.${theme}${ending}`))));
  const DATA = ['corrections', 'facts', 'lines', 'places', 'printed', 'routes', 'withdrawals'].flatMap((name) => [`data/${name}.csv`, `data/${name}.utf8.csv`]);
  const TEXTS = ['alt', 'credit', 'licence', 'readme', 'snippets'].flatMap((name) => [`${name}.en.txt`, `${name}.zh.txt`]);

  test('holds these files and no others; the same bytes from a cold store and a warm one', async () => {
    cache.folder = fresh();
    const files = await packageFiles(embedOf('known-users'));
    expect(Object.keys(files).sort()).toEqual([...PICTURES, ...DATA, 'data/datapackage.json', 'data/facts.json', ...TEXTS].sort());
    const warm = Buffer.from(await packageZip(embedOf('known-users')));
    cache.folder = fresh();
    const cold = Buffer.from(await packageZip(embedOf('known-users')));
    expect(cold.equals(warm)).toBe(true);
    expect(Object.keys(unzipSync(cold))).toHaveLength(PICTURES.length + DATA.length + 2 + TEXTS.length);
  });

  test('curves need no font: no text is left in them', async () => {
    const { 'pictures/reveal.zh.light.outlines.svg': curves, 'pictures/reveal.zh.light.svg': letters } = await packageFiles(embedOf('known-users'));
    expect(Buffer.from(curves as Uint8Array).toString('utf8')).not.toMatch(/<text|font-family/);
    expect(letters).toMatch(/<text/);
  });

  test('an SVG says of which day and version it is and where corrections stand, for programs too, with letters and with curves', async () => {
    const files = await packageFiles(embedOf('known-users'));
    for (const name of ['reveal.en.light.outlines.svg', 'reveal.en.light.svg']) {
      const said = /<metadata>(.*)<\/metadata><\/svg>$/s.exec(Buffer.from(files[`pictures/${name}`] as Uint8Array).toString('utf8'))![1]!;
      expect(said, name).toMatch(/<dc:date>\d{4}-\d\d-\d\d<\/dc:date>/);
      expect(said, name).toMatch(/<dc:source>[^<]*Data version 1\.0\.0, [^<]*https?:[^<]*\/en\/data\/#corrections/);
    }
  });
});

describe('data cut to a package', () => {
  const cut = (id: EmbedId) => cutTo(tables(), embedOf(id).steps);

  test('holds the numbers that its steps tell, and what our own figures are worked out from', () => {
    // By hand from src/content/zh/steps/{guess,reveal}.md and {cases-2019,cases-since,same-length}.md.
    expect([...cut('known-users').tables.facts.keys()].sort()).toEqual(['wn-users-2018', 'wn-users-2019', 'wn-users-2020on', 'wn-years-falling']);
    expect([...cut('cases').tables.facts.keys()].sort()).toEqual(['qh-cases-2019', 'qh-cases-2020on', 'qh-cases-change', 'qh-crime-fall-years', 'qh-satisfaction-rank', 'qh-theft-robbery']);
    expect([...cut('cases').numbers].filter((id) => id.startsWith('calc-')).sort()).toEqual(['calc-change', 'calc-fewer', 'calc-monthly-2019', 'calc-monthly-long', 'calc-monthly-short', 'calc-months-max', 'calc-months-min']);
  });

  test('holds the routes of the line that its maps draw, and no others', () => {
    const lines = (id: EmbedId): string[] => [...new Set([...cut(id).tables.routes.values()].map(({ line }) => line))];
    expect(lines('line-heilongjiang')).toEqual(['line-1']);
    expect(lines('line-hubei')).toEqual(['line-2']);
    expect(lines('known-users')).toEqual([]);
  });

  test.each(EMBEDS.map(({ id }) => id))('%s is a data package that our own strict reader takes', (id) => {
    const dir = fresh();
    for (const [name, text] of Object.entries(cutFiles(tables(), cut(id)))) writeFileSync(join(dir, name), text);
    const { facts, places, routes } = loadTables(dir);
    expect([...facts.keys()]).toEqual([...cut(id).tables.facts.keys()]);
    expect(facts.size).toBeGreaterThan(0);
    for (const { place } of facts.values()) expect(places.has(place), place).toBe(true);
    for (const { from, to } of routes.values()) for (const end of [from, to]) if (end !== null) expect(places.has(end), end).toBe(true);
  });

  test('each table is there for Excel, with a byte order mark, and for programs, without', () => {
    const files = cutFiles(tables(), cut('back-to-work'));
    expect(files['facts.csv']).toMatch(/^\uFEFFid,[^\n]*\r\n/);
    expect(files['facts.utf8.csv']).toMatch(/^id,[^\r]*$/);
    expect(files['facts.csv']!.slice(1).replaceAll('\r\n', '\n')).toBe(files['facts.utf8.csv']);
  });
});
