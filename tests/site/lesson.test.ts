import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countPages } from '../../src/build/worksheets.ts';
import { elements, files, read, site, wordsOf } from './pages.ts';

const main = site('main');
const PLANS = ['15', '40', '80'];
const LANGUAGES = [['zh', ''], ['en', 'en/']] as const;
const pages = files(main, '.html').filter((page) => /^(en\/)?lesson\//.test(page) && !page.includes('/slides/'));
/** What stands between the page's bar and its foot. */
const content = (page: string): string => /<(?:main|article)[^]*<\/main>/.exec(read(main, page))![0];

test('every page of the lesson exists in both languages', () => {
  const chinese = pages.filter((page) => !page.startsWith('en/'));
  expect(chinese.length).toBe(15);
  expect(pages.filter((page) => page.startsWith('en/')).map((page) => page.slice('en/'.length))).toEqual(chinese);
});

describe.each(LANGUAGES)('%s', (locale, folder) => {
  const index = `${folder}lesson/index.html`;

  test('from the article to the lesson, from the lesson to the first slide: one click each', () => {
    const links = (page: string): string[] => elements(read(main, page), 'a').map(({ href = '' }) => href);
    expect(links(`${folder}index.html`)).toContain(`/${folder}lesson/`);
    for (const plan of PLANS) {
      expect(links(index)).toContain(`/${folder}lesson/slides/?plan=${plan}`);
      expect(links(index)).toEqual(expect.arrayContaining([`/${folder}lesson/plan/${plan}/`, `/${folder}lesson/worksheet/${plan}/`, `/${folder}lesson/worksheet/${plan}/key/`]));
    }
  });

  test('each term of the glossary is linked from a page of the lesson, at its first place there', () => {
    const anchors = elements(content(`${folder}lesson/glossary/index.html`), 'div').flatMap(({ id }) => id ?? []);
    expect(anchors.length).toBeGreaterThanOrEqual(14);
    const linked = new Set<string>();
    for (const page of pages.filter((each) => each.startsWith('en/') === (locale === 'en') && !each.includes('/glossary/'))) {
      const targets = [...content(page).matchAll(/href="[^"]*\/glossary\/#([\w-]+)"/g)].map(([, id]) => id!);
      expect(new Set(targets).size, `${page} links a term twice`).toBe(targets.length);
      for (const id of targets) linked.add(id);
    }
    expect([...linked].sort()).toEqual([...anchors].sort());
  });

  test('answers to the questions are there, and closed', () => {
    const html = content(`${folder}lesson/tasks/index.html`);
    const closed = [...html.matchAll(/<details(?<attributes>[^>]*)>(?<inside>[^]*?)<\/details>/g)];
    expect(closed.filter(({ groups }) => /worked/.test(groups!['attributes']!)).length).toBe(4);
    expect(elements(html, 'details').some((details) => 'open' in details)).toBe(false);
    const open = wordsOf(html.replaceAll(/<details[^]*?<\/details>/g, '').replaceAll(/<svg[^]*?<\/svg>/g, ''));
    expect(open).not.toContain(locale === 'zh' ? '没有基数，就没有百分数' : 'Without a base there is no percentage');
    expect(wordsOf(closed.map(([each]) => each).join(''))).toContain(locale === 'zh' ? '没有基数，就没有百分数' : 'Without a base there is no percentage');
  });

  test('the pupils’ sheet does not hold the answers that the teachers’ sheet has', () => {
    for (const plan of PLANS) {
      const [pupils, teachers] = [read(main, `${folder}lesson/worksheet/${plan}/index.html`), read(main, `${folder}lesson/worksheet/${plan}/key/index.html`)];
      const cells = (html: string): string[] => [...html.matchAll(/<td>([\d.]*)<\/td>/g)].map(([, cell]) => cell!);
      expect(cells(pupils)).toEqual(['92', '12', '7.7', '', '', '', '', '', '']);
      expect(cells(teachers)).toEqual(['92', '12', '7.7', '22', '12', '1.8', '22', '18', '1.2']);
      expect(pupils).not.toContain('class="answer"');
      expect(pupils.match(/<article class="sheet/g)!.length).toBeLessThanOrEqual(2);
    }
  });

  test('a chart to be noticed carries no word', () => {
    const notice = /<div class="picture">([^]*?)<\/div>/.exec(read(main, `${folder}lesson/worksheet/15/index.html`))![1]!;
    expect(notice).toContain('<path');
    expect(wordsOf(notice).trim()).toBe('');
  });

  test('plans tell catalogues what they are', () => {
    for (const plan of PLANS) {
      const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(main, `${folder}lesson/plan/${plan}/index.html`))!;
      const record = JSON.parse(json!) as Record<string, unknown>;
      expect(record).toMatchObject({ '@type': ['LearningResource', 'CreativeWork'], timeRequired: `PT${plan}M`, isAccessibleForFree: true });
      for (const key of ['name', 'description', 'inLanguage', 'learningResourceType', 'educationalLevel', 'typicalAgeRange', 'teaches', 'audience', 'educationalAlignment', 'license']) expect(record[key], key).toBeTruthy();
    }
  });

  test('each worksheet is there as a PDF of one or two pages', () => {
    for (const plan of PLANS) {
      for (const key of ['', '-key']) {
        const name = `lesson/pdf/worksheet-${plan}${key}.${locale}.pdf`;
        const pdf = readFileSync(join(main.folder, name));
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
        expect(countPages(pdf), name).toBe(plan === '15' ? 1 : 2);
        expect(elements(read(main, index), 'a').map(({ href }) => href)).toContain(`/${name}`);
      }
    }
  });
});

test('the pupils’ data open rightly in a Chinese Excel', () => {
  const bytes = readFileSync(join(main.folder, 'lesson/data.csv'));
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  expect(bytes.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(readFileSync(join(main.folder, 'lesson/data.utf8.csv')).subarray(0, 3).toString()).toBe('id,');
});

test('without a browser there are no PDFs and no links to them', () => {
  const schematic = site('schematic');
  expect(files(schematic, '.pdf')).toEqual([]);
  expect(elements(read(schematic, 'lesson/index.html'), 'a').filter(({ href = '' }) => href.endsWith('.pdf'))).toEqual([]);
});
