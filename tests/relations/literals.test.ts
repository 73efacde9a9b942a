import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAIN_NEWSROOM } from '../../scripts/newsrooms.ts';
import { tables } from '../../src/data/tables.ts';
import { readScore } from '../../src/story/score.ts';

/** Where the names of this one story may stand: what its owner edits, and the scenes, which draw these facts and no others. */
const OPEN = ['src/content', 'src/scenes', 'src/generated'];
/** Modules that still know facts or embeds of this story, each with what ties it to them. */
const TIED: Readonly<Record<string, string>> = {
  'src/data/derive.ts': 'our own figures are worked out from these facts',
};
const PROGRAM = /\.(?:ts|svelte|astro|css|mjs)$/;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));

const data = tables();
const { chapters, embeds } = readScore();
/** Ids that are words of the program too: kinds, widgets, languages' own keys, an example in a message. They name nothing of the story where they stand alone. */
const WORDS = new Set(['cases', 'checks', 'coast', 'guess', 'known-users', 'lead', 'my-step', 'opening', 'ring', 'story', 'unknown']);
/** An owner may call a step `night`, as the program calls a theme: names of one plain word are looked for in the made-up newsroom, whose words we choose. */
const readsMadeUp = process.env['NEWSROOM'] === MAIN_NEWSROOM;
const names = [
  ...data.lines.keys(), ...data.places.keys(), ...data.facts.keys(),
  ...[...data.lines.values()].map(({ topic }) => topic),
  ...chapters.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)]),
  ...embeds.map(({ id }) => id),
].filter((id) => !WORDS.has(id) && (id.includes('-') || readsMadeUp));
const NAMED = new RegExp(`(['"\`#.])(${[...new Set(names)].join('|')})(?=['"\`:.\\s,)>\\]])(?!\\.topo)`, 'g');
const NAMED_ONCE = new RegExp(NAMED.source);

/** A file without its comments, in which an example may be named. */
const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, (found) => found.replaceAll(/[^\n]/g, ' ')).replaceAll(/(^|\s)\/\/.*$/gm, '$1').replaceAll(/<!--[\s\S]*?-->/g, '');

test('the program names no line, step, place or fact of the story: its owner can change each without touching it', () => {
  const files = [...filesIn('src').filter((file) => PROGRAM.test(file) && !OPEN.some((folder) => file.startsWith(folder)) && TIED[file] === undefined), 'astro.config.mjs'];
  expect(files.length).toBeGreaterThan(150);
  const found = files.flatMap((file) => code(readFileSync(file, 'utf8')).split('\n').flatMap((line, i) => [...line.matchAll(NAMED)].map(([, , name]) => `${file}:${i + 1}: ${name}`)));
  expect(found).toEqual([]);
});

test('no module is let off that names nothing any more', () => {
  expect(Object.keys(TIED).filter((file) => !NAMED_ONCE.test(code(readFileSync(file, 'utf8'))))).toEqual([]);
});

test('a name is found where it stands as a string, a key’s string, an anchor or a class', () => {
  const [step] = names;
  for (const text of [`'${step}'`, `href="#${step}"`, `.${step} {`, `\`${step}\``]) expect(text.match(NAMED), text).not.toBeNull();
  expect(`// '${step}'`.match(NAMED) && code(`// '${step}'`).match(NAMED)).toBeNull();
});
