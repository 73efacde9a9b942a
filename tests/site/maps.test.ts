import { describe, expect, test } from 'vitest';
import { files, read, site, withoutCode, wordsOf } from './pages.ts';

const LAND = /id="china-land"|id="isle-coast"/;
/** A page's name without its language. */
const kindOf = (page: string): string => page.replace(/^en\//, '');
const isLesson = (page: string): boolean => /^lesson\/|^(ketang|classroom)\.html$/.test(kindOf(page));
const withLand = (name: 'main' | 'four-lines'): string[] => files(site(name), '.html').filter((page) => LAND.test(withoutCode(read(site(name), page))));

describe('a site whose map has no number', () => {
  const pages = withLand('main');

  test('has land in the article and the embeds alone: none in the lesson, online or in the file for a room without a network', () => {
    expect(pages.filter((page) => !/^(embed\/[\w-]+\/)?index\.html$/.test(kindOf(page)))).toEqual([]);
    expect(pages).toEqual(expect.arrayContaining(['index.html', 'en/index.html', 'embed/line-hubei/index.html', 'en/embed/story/index.html']));
  });

  test('says of each map with land, in its own caption and in the note below, that it was not reviewed', () => {
    for (const page of pages) {
      const html = withoutCode(read(site('main'), page));
      const isEnglish = page.startsWith('en/');
      // Behind dots the land is a shadow, and has no caption of its own.
      if (!/round-ups/.test(page)) expect(html, page).toMatch(isEnglish ? />[^<]*schematic map · not reviewed</i : />[^<]*示意图 · 未经审图</);
      expect(wordsOf(html), page).toContain(isEnglish ? 'Schematic map · not reviewed for publication' : '示意图 · 未经审图');
      expect(html, `${page}: a caption that leaves it open`).not.toMatch(/<text[^>]*>[^<]*(示意图|schematic map)<\/text>/i);
    }
  });

  test('says nothing of a review where there is no land', () => {
    const silent = files(site('main'), '.html').filter((page) => isLesson(page));
    expect(silent.length).toBeGreaterThan(30);
    for (const page of silent) expect(read(site('main'), page), page).not.toMatch(/未经审图|not reviewed/);
  });
});

describe('a site whose map has a number', () => {
  test('has land in the article, the embeds and the lesson, and shows the number there', () => {
    const pages = withLand('four-lines');
    expect(pages).toEqual(expect.arrayContaining(['index.html', 'lesson/slides/index.html', 'en/lesson/tasks/index.html', 'ketang.html']));
    for (const page of ['index.html', 'lesson/slides/index.html', 'lesson/tasks/index.html', 'ketang.html', 'classroom.html']) {
      const words = wordsOf(read(site('four-lines'), page));
      expect(words, page).toMatch(/审图号：GS\(2021\)626号|Map approval number: GS\(2021\)626号/);
      expect(words, page).not.toMatch(/未经审图|not reviewed/);
    }
  });
});
