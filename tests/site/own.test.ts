import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { BUILDS, type Build } from '../../scripts/builds.ts';
import { MAIN_NEWSROOM, OWNER_NEWSROOM } from '../../scripts/newsrooms.ts';
import { loadTables } from '../../src/data/tables.ts';
import { readChunks } from '../../src/pictures/png.ts';
import { parseSettings, SETTINGS_FILE } from '../../src/settings.ts';
import { files } from './pages.ts';

// Another newsroom's site must tell nothing of the owner's: whatever of theirs is found in it is typed in the program.
const TEXT = /\.(?:css|csv|geojson|html|js|json|md|svg|txt|webmanifest|xml)$/;
/** A name as a source prints it that does not tell it whole, and names beside their Chinese form. */
const PERSON = /\p{Script=Han}某\p{Script=Han}?(?=[\p{P}\s等案]|$)/gu;
const NAMED_TWICE = /\b([A-Z][a-z]+ [A-Z][a-z]+) \((\p{Script=Han}{2,3})\)/gu;

/** All that an owner has written, as one text. */
function written(newsroom: string): string {
  const texts = (folder: string): string[] =>
    (readdirSync(join(newsroom, folder), { recursive: true }) as string[]).filter((file) => /\.(?:csv|json|md|yaml)$/.test(file) && !file.startsWith('geo')).map((file) => readFileSync(join(newsroom, folder, file), 'utf8'));
  return [...texts('data'), ...texts('src/content'), readFileSync(join(newsroom, SETTINGS_FILE), 'utf8')].join('\n');
}

/** What names an owner's story and nobody else's: title, publisher, address, contact, places and people, in both languages. */
function ownOf(newsroom: string): string[] {
  const text = written(newsroom);
  const { title, publisher, siteUrl, correctionsContact } = parseSettings(readFileSync(join(newsroom, SETTINGS_FILE), 'utf8'), {});
  const places = [...loadTables(join(newsroom, 'data')).places.values()].flatMap(({ name }) => [name.zh, name.en]);
  const people = [...(text.match(PERSON) ?? []), ...[...text.matchAll(NAMED_TWICE)].flatMap(([, en, zh]) => [en!, zh!])];
  return [...new Set([title.zh, title.en, publisher.zh, publisher.en, new URL(siteUrl).host, correctionsContact.replace('mailto:', ''), ...places, ...people])];
}

const theirs = written(MAIN_NEWSROOM);
const OWN = ownOf(OWNER_NEWSROOM).filter((name) => !theirs.includes(name));
const NAMED = new RegExp(OWN.map((name) => (/^\w/.test(name) ? `\\b${name}\\b` : name)).join('|'), 'g');

/** The texts in a file, by where they stand: its own, those of the files in a zip, and what a PNG says of itself. */
function textsIn(file: string, content: Uint8Array): [string, string][] {
  if (TEXT.test(file)) return [[file, Buffer.from(content).toString('utf8')]];
  if (extname(file) === '.zip') return Object.entries(unzipSync(content)).flatMap(([name, each]) => textsIn(`${file}/${name}`, each));
  if (extname(file) === '.png') return [[file, readChunks(content).filter(({ type }) => type === 'iTXt').map(({ data }) => Buffer.from(data).toString('utf8')).join('\n')]];
  return [];
}

test('what is looked for names the owner’s story: title, publisher, address, contact, places, people', () => {
  const { title, publisher } = parseSettings(readFileSync(SETTINGS_FILE, 'utf8'), {});
  expect(OWN).toEqual(expect.arrayContaining([title.zh, title.en, publisher.zh, publisher.en]));
  expect(OWN.length).toBeGreaterThan(20);
  expect(`x ${title.en}, y`.match(NAMED)).toEqual([title.en]);
});

test.each(BUILDS)('no file of $name keeps a name of the owner’s', (build: Build) => {
  const found: string[] = [];
  let texts = 0;
  for (const file of files(build, '')) {
    for (const [place, text] of textsIn(file, readFileSync(join(build.folder, file)))) {
      texts += 1;
      for (const name of new Set(text.match(NAMED))) found.push(`${place}: ${name}`);
    }
  }
  expect(texts).toBeGreaterThan(300);
  expect(found).toEqual([]);
});
