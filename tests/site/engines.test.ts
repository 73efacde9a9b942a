import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { KNOWN, PROMISE } from '../../src/engines.ts';
import { files, read, site } from './pages.ts';

interface Support { version_added?: string | false | null; flags?: unknown; prefix?: string }
type Tree = Record<string, { __compat?: { support: Record<string, Support | Support[]> } } & Record<string, unknown>>;
const { javascript, api } = createRequire(import.meta.url)('@mdn/browser-compat-data') as { javascript: { builtins: Record<string, Tree> }; api: Record<string, Tree> };
type Compat = NonNullable<Tree[string]['__compat']>;

/** Whether a browser of the promise lacks it. */
const isTooNew = ({ support }: Compat): boolean =>
  Object.entries(PROMISE).some(([browser, oldest]) => {
    const { version_added: since, flags, prefix } = [support[browser]].flat()[0] ?? {};
    return !since || Boolean(flags) || prefix !== undefined || !(Number.parseFloat(since.replace('≤', '')) <= Number(oldest));
  });

/** Names of members of the language and of the browser, and whether any of that name is in every browser of the promise. */
const known = new Map<string, boolean>();
for (const members of [...Object.values(javascript.builtins), ...Object.values(api)]) {
  for (const [name, { __compat }] of Object.entries(members)) if (__compat) known.set(name, known.get(name) === true || !isTooNew(__compat));
}

/** Methods of our own objects and Svelte's, which share a name with a new one of the browser's. */
const OWN = ['equals', 'capture', 'destroy', 'layout', 'camera', 'show', 'scan'];
/** Asked for before they are called; without them the page does without. */
const GUARDED = ['createPolicy', 'createHTML', 'timeRemaining', 'showModal', 'requestFullscreen', 'exitFullscreen'];

/** Methods that a program calls and a browser of the promise lacks. */
const tooNewIn = (program: string): string[] =>
  [...new Set([...program.matchAll(/(?<!\.)\.([A-Za-z]\w*)(?:\?\.)?\(/g)].map(([, name]) => name!))].filter((name) => known.get(name) === false && !OWN.includes(name) && !GUARDED.includes(name));

test('the search finds what an older browser lacks, and nothing that it has', () => {
  expect(tooNewIn('a.toSorted().findLast(f);b?.groupBy?.(c);d.checkVisibility()')).toEqual(['toSorted', 'findLast', 'groupBy', 'checkVisibility']);
  expect(tooNewIn('a.at(-1);b.replaceAll("c","d");e.replaceChildren();f.map(g)')).toEqual([]);
});

const main = site('main');
const inline = (page: string): string => [...read(main, page).matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text).join('\n');
const programs: [string, string][] = [...files(main, '.js').map((file): [string, string] => [file, read(main, file)]), ...['index.html', 'embed/story/index.html', 'lesson/slides/index.html'].map((page): [string, string] => [page, inline(page)])];

test('every program is there to be searched: the article, the slides, the loader, a card’s', () => {
  const names = programs.filter(([, text]) => text.length > 1000).map(([name]) => name).join(' ');
  for (const name of [/Article/, /slides\./, /embed\.js/, /embed\/story/]) expect(names).toMatch(name);
});

test.each(programs)('%s calls no method that a browser of the promise lacks', (_, program) => {
  expect(tooNewIn(program)).toEqual([]);
});

test.each(['index.html', 'embed/story/index.html'])('%s asks in its first lines for what came with the promise', (page) => {
  expect(inline(page)).toContain(KNOWN);
  const { structuredClone: clone } = api as unknown as Tree;
  const since = (clone ?? (api['Window'] as Tree)['structuredClone'])!.__compat!;
  expect(isTooNew(since)).toBe(false);
});

test('no width of a screen is asked for as a share of one number, which Chromium 109 does not read: there the program would draw the other picture than the one in sight', () => {
  const pages = [...files(main, '.css'), ...files(main, '.html')].filter((file) => /aspect-ratio:\s*[\d.]+\s*\)/.test(read(main, file)));
  expect(pages).toEqual([]);
});
