import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { tables } from '../../src/data/tables.ts';
import { termsOf } from '../../src/lesson/content/glossary.ts';
import { readLesson } from '../../src/lesson/content/words.ts';
import { countPages } from '../../src/build/worksheets.ts';
import { elements, files, read, site, wordsOf } from './pages.ts';

const main = site('main');
const PLANS = ['15', '40', '80'];
const LANGUAGES = [['zh', ''], ['en', 'en/']] as const;
const pages = files(main, '.html').filter((page) => /^(en\/)?lesson\//.test(page) && !page.includes('/slides/'));
/** What stands between the page's bar and its foot. */
const content = (page: string): string => /<(?:main|article)[^]*<\/main>/.exec(read(main, page))![0];

/** A page's sentences in reading order, a term's link as ⟦id|words⟧. */
const running = (html: string): string =>
  html
    .replaceAll(/<(text|h[1-6]|summary|svg|figcaption|button|small|caption|thead|footer)\b[^]*?<\/\1>/g, ' ')
    .replaceAll(/<ul class="(slides|levels)[^]*?<\/ul>|<p class="(note-head|numeral)[^]*?<\/p>/g, ' ')
    .replaceAll(/<a [^>]*\/glossary\/#([\w-]+)"[^>]*>([^]*?)<\/a>/g, '⟦$1|$2⟧')
    .replaceAll(/<a [^]*?<\/a>/g, ' ')
    .replaceAll(/<\/?(strong|em|b|i|span)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('every page of the lesson exists in both languages', () => {
  const chinese = pages.filter((page) => !page.startsWith('en/'));
  expect(chinese.length).toBe(18);
  expect(pages.filter((page) => page.startsWith('en/')).map((page) => page.slice('en/'.length))).toEqual(chinese);
});

describe.each(LANGUAGES)('%s', (locale, folder) => {
  const index = `${folder}lesson/index.html`;

  test('from the article to the lesson, from the lesson to the first slide: one click each', () => {
    const links = (page: string): string[] => elements(read(main, page), 'a').map(({ href = '' }) => href);
    // From the head of the article, before its first step, and from its foot.
    const [head, rest] = read(main, `${folder}index.html`).split('<section class="chapter-head', 2) as [string, string];
    expect(elements(head, 'a').filter(({ href }) => href === `/${folder}lesson/`)).toHaveLength(1);
    expect(rest.length).toBeGreaterThan(0);
    expect(links(`${folder}index.html`).filter((href) => href === `/${folder}lesson/`)).toHaveLength(2);
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

  test('no term stands in a page’s running text before its link, and none without one', () => {
    const forms = termsOf(readLesson(locale), tables()).map(({ id, forms: each }) => ({ id, form: new RegExp(each.map((form) => (locale === 'en' ? `\\b${form}\\b` : form)).join('|'), 'i') }));
    const faults: string[] = [];
    // Of the article its paragraphs: tables, and the notes after its foot, repeat them. Words across the edge of an emphasis are no term.
    const story = [...read(main, `${folder}index.html`).split('<footer class="foot')[0]!.matchAll(/<p(?: class="intro")?>([^]*?)<\/p>/g)].map(([, paragraph]) => paragraph!.replaceAll(/<\/?strong>/g, '|')).join(' ');
    const texts = pages.filter((each) => each.startsWith('en/') === (locale === 'en') && !each.includes('/glossary/')).map((page) => [page, content(page)] as const);
    for (const [page, html] of [...texts, ['the article', story] as const]) {
      // Headings, buttons, lists of slides and what is itself a link cannot hold another.
      const text = running(html);
      if (page === 'the article') expect(text.match(/⟦/g)!.length).toBeGreaterThanOrEqual(7);
      for (const { id, form } of forms) {
        const [first, link] = [text.replaceAll(/⟦[^⟧]*⟧/g, (mark) => '·'.repeat(mark.length)).search(form), text.indexOf(`⟦${id}|`)];
        if (first >= 0 && (link < 0 || first < link)) faults.push(`${page}: ${id} in “${text.slice(Math.max(0, first - 15), first + 20)}”`);
      }
    }
    expect(faults).toEqual([]);
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
      expect(cells(pupils)).toEqual(['84', '12', '7.0', '', '', '', '', '', '']);
      expect(cells(teachers)).toEqual(['84', '12', '7.0', '21', '12', '1.8', '21', '18', '1.2']);
      expect(pupils).not.toContain('class="answer"');
      expect(pupils.match(/<article class="sheet/g)!.length).toBeLessThanOrEqual(2);
    }
  });

  test('on the pupils’ sheet no number tells a guess, on its own page or before; what a question needs is printed with it', () => {
    const SECRETS = { 'predict-cases': /(?<![\d,])(21|75|63)(?![\d,])/, 'predict-known-users': /1,170/, notice: /(?<![\d,])(84|21|75|63)(?![\d,])/ };
    const heads = readLesson(locale).worksheet.items;
    const told: string[] = [];
    let guesses = 0;
    for (const plan of PLANS) {
      const sheets = read(main, `${folder}lesson/worksheet/${plan}/index.html`).split('<article class="sheet').slice(1).map(wordsOf);
      for (const [item, secret] of Object.entries(SECRETS) as [keyof typeof SECRETS, RegExp][]) {
        const at = sheets.findIndex((sheet) => sheet.includes(plain(heads[item].title, locale, tables())));
        if (at < 0) continue;
        guesses += 1;
        for (const sheet of sheets.slice(0, at + 1)) if (secret.test(sheet)) told.push(`${plan} ${item}: ${secret.exec(sheet)![0]}`);
      }
      expect(sheets[0]).toContain(locale === 'zh' ? '老师说翻页再翻' : 'turn over when your teacher says so');
      expect(sheets[1]).toMatch(locale === 'zh' ? /21起.*2019年84起.*2021年6月/ : /June 2021.*“since 2020”, 21.*2019: 84/);
    }
    expect(told).toEqual([]);
    // The starter has one picture to notice, the other two have both guesses.
    expect(guesses).toBe(5);
    expect(wordsOf(read(main, `${folder}lesson/worksheet/80/index.html`))).toMatch(locale === 'zh' ? /涉毒犯罪嫌疑人23人.*涉毒犯罪嫌疑人14人/ : /23 suspects.*14 suspects/);
    expect(wordsOf(read(main, `${folder}lesson/worksheet/80/index.html`))).not.toMatch(locale === 'zh' ? /直线|邮路/ : /straight line|postal route/);
  });

  test('on the page of questions the two guesses come first, and no picture answers its question', () => {
    const html = content(`${folder}lesson/tasks/index.html`);
    const open = wordsOf(html.replaceAll(/<details[^]*?<\/details>/g, ''));
    expect(html.indexOf('#predict-cases')).toBeGreaterThan(0);
    expect(html.indexOf('#predict-known-users')).toBeLessThan(html.search(/(?<![\d.,-])21(?![\d.,%-])|1,170/));
    expect(open).not.toMatch(locale === 'zh' ? /直线|邮路|算不出百分比|没有总人数|所以分开|不相加。/ : /straight line|postal route|no percentage can be|are not added/);
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
      for (const key of ['name', 'description', 'inLanguage', 'learningResourceType', 'educationalLevel', 'typicalAgeRange', 'teaches', 'audience', 'license']) expect(record[key], key).toBeTruthy();
      expect(record['learningResourceType']).toEqual(locale === 'zh' ? ['教案', '幻灯片', '学生单'] : ['lesson plan', 'slides', 'Worksheet']);
      expect(record['educationalLevel']).toHaveLength(plan === '80' ? 2 : 3);
      expect(record['typicalAgeRange']).toBe(plan === '80' ? '15-19' : '12-19');
      expect(record['license']).toMatch(/^https:\/\/creativecommons\.org\/licenses\//);
      // What it teaches is what the page names as its goals.
      const goals = /id="goals"[^]*?<ul>([^]*?)<\/ul>/.exec(read(main, `${folder}lesson/plan/${plan}/index.html`))![1]!;
      expect(record['teaches']).toEqual([...goals.matchAll(/<li>([^]*?)<\/li>/g)].map(([, goal]) => wordsOf(goal!).trim()));
    }
    const onIndex = [...read(main, index).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json!) as Record<string, unknown>);
    expect(onIndex.map((record) => record['timeRequired'])).toEqual(expect.arrayContaining(['PT15M', 'PT40M', 'PT80M']));
  });

  test('each worksheet is there as a PDF of two pages, its key with one more for help and the step further', () => {
    for (const plan of PLANS) {
      for (const key of ['', '-key']) {
        const name = `lesson/pdf/worksheet-${plan}${key}.${locale}.pdf`;
        const pdf = readFileSync(join(main.folder, name));
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
        expect(countPages(pdf), name).toBe(key === '' ? 2 : 3);
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
