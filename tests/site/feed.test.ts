import { describe, expect, test } from 'vitest';
import { elements, read, served, site, wordsOf } from './pages.ts';

/** What a feed reader takes of a feed: the text of each part, none of it markup. */
const partsOf = (xml: string, name: string): string[] => [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text]) => wordsOf(text!));

// Excludes a feed of another language, entries that look alike in a list, and entries that lead to no notice.
describe.each([
  { name: 'published', page: '', entries: 8, first: '2021年7月8日更正，《一格，是一起案件》' },
  { name: 'published', page: 'en/', entries: 8, first: 'Corrected 8 July 2021, in “One square, one case”' },
  { name: 'withdrawn', page: '', entries: 6, first: '2021年7月6日撤回一个嵌入块' },
  { name: 'withdrawn', page: 'en/', entries: 6, first: '6 July 2021: an embedded piece was withdrawn' },
] as const)('the feed that a reader of /$page of “$name” finds', ({ name, page, entries, first }) => {
  const build = site(name);
  const html = read(build, `${page}data/index.html`);
  const [found] = elements(html, 'link').filter(({ type }) => type === 'application/atom+xml');
  const xml = read(build, found!['href']!.slice(1));
  const items = xml.split('<entry>').slice(1);

  test('is in the language of the page, and says where it lies', () => {
    expect(found!['href']).toBe(`/${page}corrections.atom`);
    expect(xml).toContain(`xml:lang="${/<html lang="([^"]*)"/.exec(html)![1]}"`);
    for (const address of [`<id>https://drill.example/${page}corrections.atom</id>`, `<link rel="self" href="https://drill.example/${page}corrections.atom"/>`]) expect(xml).toContain(address);
  });

  test('each entry is whole, has a title of its own, and leads to its notice', () => {
    expect(items).toHaveLength(entries);
    const titles = items.flatMap((item) => partsOf(item, 'title'));
    expect(titles[0]).toBe(first);
    expect(new Set(titles).size).toBe(entries);
    items.forEach((item, i) => {
      const [text] = partsOf(item, 'content');
      expect(text!.startsWith(titles[i]!), text).toBe(true);
      expect(text).toMatch(/(?:依据|理由|Reason)[：:].*[。.]$/);
      const [, path, anchor] = /<link href="https:\/\/drill\.example\/([^"#]*)#([^"]*)"\/>/.exec(item)!;
      expect(served(build, path!), path).toBe(true);
      expect(read(build, `${path}index.html`)).toContain(`id="${anchor}"`);
    });
  });
});
