import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SITES } from '../../scripts/builds.ts';
import { shippedPackages } from '../../src/build/licences.ts';
import { read } from './pages.ts';

/** Terms that ask for no more than to go along with the code. */
const FREE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
const installed = (name: string): { version: string; license: string } => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
/** Packages of which the build says that their code is in its programs, as it puts them down in licences.txt. */
const shipped = [...read(SITES[0]!, 'licences.txt').matchAll(/^(\S+) (\S+) \(code\) - (.+)$/gm)].map(([, name, version, licence]) => ({ name: name!, version: version!, licence: licence! }));
const listed = [...readFileSync('docs/licences.md', 'utf8').matchAll(/^\| `([^`]+)` \| ([\d.]+) \| (\S+) \|/gm)].map(([, name, version, licence]) => ({ name: name!, version: version!, licence: licence! }));

test('docs/licences.md lists every package whose code readers get, with its version and licence, and no other', () => {
  expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['scrollama', 'svelte']));
  expect(listed, `expected the rows ${shipped.map(({ name, version, licence }) => `| \`${name}\` | ${version} | ${licence} |`).join(' ')}`).toEqual(shipped);
});

test('each is the version that is installed, on terms that ask for no more than to go along', () => {
  for (const { name, version, licence } of shipped) {
    expect([installed(name).version, installed(name).license], name).toEqual([version, licence]);
    expect(FREE, name).toContain(licence);
  }
});

describe.each(SITES)('$name', (build) => {
  test('licences.txt goes along with the code, and holds each licence in full, the fonts’ and the maps’ too', () => {
    const text = read(build, 'licences.txt');
    for (const { name } of shipped) expect(text).toContain(`\n${name} `);
    for (const words of ['[Svelte Contributors]', 'SIL OPEN FONT LICENSE Version 1.1', 'Apache License', 'Natural Earth', 'GeoNames']) expect(text).toContain(words);
  });
});

test('a module that a package brings along is put down to that package, a module of ours to none', () => {
  const root = `${process.cwd()}/node_modules`;
  expect(shippedPackages([`${root}/svelte/src/index-client.js`, `${root}/svelte/src/x.js?v=1`, `${process.cwd()}/src/settings.ts`, '\0vite/preload-helper.js']).map(({ name }) => name)).toEqual(['svelte']);
});
