import { describe, expect, test } from 'vitest';
import { STEP_IDS } from '../../src/story/ids.ts';
import { elements, files, isPasted, read, site, stepsOf, wordsOf } from './pages.ts';

const main = site('main');
// What is pasted elsewhere keeps no attribute that a voice is told by.
const pages = files(main, '.html').filter((page) => !isPasted(page));
const LANGUAGES = [['zh', 'index.html'], ['en', 'en/index.html']] as const;

/** A page without what no voice reads: scripts, drawings, what is hidden from speech; and without code. */
function spokenOf(html: string): string {
  const silent = /<(script|style|svg|title|code|pre|option|textarea)\b[^]*?<\/\1>|<(\w+)(?:\s[^>]*)?\saria-hidden="true"[^>]*>[^<]*<\/\2>/g;
  return html.replaceAll(silent, '').replaceAll(/<!--[^]*?-->/g, '');
}

test.each(pages)('%s: no voice spells ƒ or leaves it out', (page) => {
  const html = read(main, page).replaceAll(/<script\b[^]*?<\/script>/g, '');
  expect(spokenOf(html).match(/.{0,40}ƒ/g) ?? []).toEqual([]);
  const words = /<html[^>]*lang="en"/.test(html) ? 'our calculation' : '我们的计算';
  const seen = html.match(/<span aria-hidden="true">ƒ<\/span>/g)?.length ?? 0;
  expect(html.match(new RegExp(`<span aria-hidden="true">ƒ</span><span class="sr">${words} </span>`, 'g'))?.length ?? 0).toBe(seen);
});

test('ƒ is still seen where figures of ours stand', () => {
  for (const page of ['index.html', 'en/index.html', 'data/index.html', 'en/data/index.html', 'lesson/tasks/index.html', 'embed/cases/index.html', 'en/embed/cases/index.html', 'lesson/slides/index.html', 'ketang.html']) {
    expect(read(main, page), page).toMatch(/<span aria-hidden="true">ƒ<\/span><span class="sr">[^<]+<\/span>\d/);
  }
});

test.each(pages.filter((page) => /<html[^>]*lang="en"/.test(read(main, page))))('%s: no Chinese is left to an English voice', (page) => {
  const unmarked = spokenOf(read(main, page)).replaceAll(/<(\w+)(?:\s[^>]*)?\slang="zh[^"]*"[^>]*>[^<]*<\/\1>/g, '').replaceAll(/<[^>]*>/g, ' ');
  expect(unmarked.match(/.{0,30}\p{Script=Han}+/gu) ?? []).toEqual([]);
});

test('Chinese names, terms and sources are marked where they stand', () => {
  expect(read(main, 'en/index.html')).toContain('Shi Ming (<span lang="zh-Hans-CN">施明</span>)');
  expect(read(main, 'en/lesson/glossary/index.html')).toContain('<span lang="zh-Hans-CN">冰毒</span>');
  expect(read(main, 'en/data/index.html')).toContain('“<span lang="zh-Hans-CN">余</span>”');
  expect(read(main, 'data/index.html')).toContain('<span lang="en">placed by the editors</span>');
});

describe.each(LANGUAGES)('the article, %s', (locale, page) => {
  const html = read(main, page);
  const steps = stepsOf(html);

  test('no two tables of numbers are opened by buttons of one name, and each name begins with what is seen', () => {
    const names = [...steps.values()].flatMap((step) => [...step.matchAll(/<summary>([^]*?)<\/summary>/g)].map(([, inside]) => inside!));
    expect(names.length).toBeGreaterThan(15);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(locale === 'zh' ? /^图中的数<span class="sr"> \S/ : /^The numbers in this picture<span class="sr"> \S/);
  });

  test('no step is passed over by Tab, and no heading is a stop where there is another', () => {
    const permalinks: string[] = [];
    for (const [id, step] of steps) {
      expect(step, id).toMatch(/<(?:a [^>]*href|button|summary|input)/);
      const own = /<a class="permalink" href="#([\w-]+)">/.exec(step)?.[1];
      if (own !== undefined) permalinks.push(own);
      if (own !== undefined) expect(own).toBe(id);
    }
    expect(permalinks).toEqual(['transfer', 'cut-1', 'hubei']);
  });

  test('a picture is called by its step, and its caption is not its name', () => {
    const titles = [...steps.values()].map((step) => wordsOf(/<h([13])[^>]*>([^]*?)<\/h\1>/.exec(step)![2]!));
    const names = elements(html, 'figure').map((figure) => figure['aria-label']);
    expect(names).toEqual(titles);
    expect(names).toHaveLength(STEP_IDS.length);
  });
});
