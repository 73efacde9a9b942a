import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { files, read, site, wordsOf } from './pages.ts';

const READABLE = /\.(?:html|txt|json|csv|atom|svg|js|xml)$/;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#34;': '"' };
/** A file as text: what its attributes and programs say stays in it. */
const whole = (text: string): string =>
  text
    .replaceAll(/<style[^>]*>[^]*?<\/style>/g, '')
    .replaceAll(/<[a-z!/?][^>]*>/g, (tag) => [...tag.matchAll(/="([^"]*)"/g)].map(([, value]) => ` ${value} `).join(''))
    .replaceAll(/&(?:amp|lt|gt|quot|#39|#34);/g, (entity) => ENTITIES[entity]!);

/** Without its spaces, for where a line breaks they come and go, and with whole characters where a PDF writes a radical (⾼ for 高). */
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');
/** What is printed in each PDF of a site. */
const printed = (build: ReturnType<typeof site>): Promise<[file: string, text: string][]> =>
  Promise.all(files(build, '.pdf').map(async (file): Promise<[string, string]> => [
    file, bare((await extractText(new Uint8Array(readFileSync(join(build.folder, file))), { mergePages: true })).text),
  ]));

describe('a site with a correction of each field', () => {
  const build = site('published');
  const all = files(build, '').filter((file) => READABLE.test(file));
  /** A dated note, of a correction or of a departure from the source, in either language. */
  const NOTE = /\d{4}年\d+月\d+日(?:更正|，与原文所印不同)[^]*?指出者：[^。]*。|(?:Corrected )?\d+ July 2021(?:, not as the source prints it|, in “[^”]*”)?: [^]*?Found by: [^.]*\./g;
  // These say what was, as rows: the ledger of the source, the corrections, and their table on the data page.
  const PAST = ['data/printed.csv', 'data/corrections.csv'];
  const TABLE = /<table(?:(?!<table)[^])*?data-head="(?:依据|Reason)"[^]*?<\/table>/g;

  // By hand, from tests/newsroom/published/edition.yaml: what each was, what it is, and how its notes begin.
  const FIELDS = [
    ['value', ['480辆', '480 vehicle'], ['493辆', '493 vehicle'], ['2021年7月2日更正', 'Corrected 2 July 2021']],
    ['qualifier', ['超过300场次', 'more than 300 lectures', '300+'], ['约300场次', 'about 300 lectures'], ['2021年7月3日更正', 'Corrected 3 July 2021']],
    ['unit', ['14次', '14 training sessions'], ['14期', '14 training terms'], ['2021年7月4日更正', 'Corrected 4 July 2021']],
    ['period', ['2021年，发稿前不久', '2021, shortly before publication'], ['2021年6月，发稿前几天', 'June 2021, days before publication'], ['2021年7月5日更正', 'Corrected 5 July 2021']],
    ['month', ['2020年5月', 'May 2020', '2020-05'], ['2020年6月', 'June 2020'], ['2021年7月7日更正', 'Corrected 7 July 2021']],
    ['sentence', ['没有发现的、没有报案的，不在格子里', 'has no square'], ['没有发现、没有报案的案件，这里看不到', 'cannot be seen here'], ['2021年7月8日更正', 'Corrected 8 July 2021']],
  ] as const;

  test.each(FIELDS)('%s: the old form stands nowhere outside a dated note, in no file', (_, old) => {
    for (const file of all.filter((each) => !PAST.includes(each))) {
      const left = whole(read(build, file).replaceAll(TABLE, '')).replaceAll(NOTE, '');
      for (const form of old) expect(left, `“${form}” in ${file}`).not.toContain(form);
    }
  });

  test('nor on a printed worksheet, and each says of which day it is', async () => {
    const sheets = await printed(build);
    expect(sheets).toHaveLength(12);
    const notes = new RegExp(NOTE.source.replaceAll(' ', ''), 'g');
    for (const [file, text] of sheets) {
      expect(text, file).toMatch(/·2021-07-08/);
      for (const [, old] of FIELDS) for (const form of old) expect(text.replaceAll(notes, ''), `“${form}” in ${file}`).not.toContain(bare(form));
    }
  });

  test.each(FIELDS)('%s: wherever the new form is read, its dated note is read too', (_, __, now, note) => {
    const pages = all.filter((file) => /\.(?:html|txt)$/.test(file));
    const [zh, en] = [0, 1].map((i) => pages.filter((file) => wordsOf(read(build, file)).replaceAll(NOTE, '').includes(now[i]!)));
    expect(zh!.length).toBeGreaterThan(1);
    expect(en!.length).toBeGreaterThan(1);
    for (const [i, found] of [zh!, en!].entries()) for (const file of found) expect(whole(read(build, file)), file).toContain(note[i]!);
  });

  test('place: the fact has its new place, and the note wherever the fact is told', () => {
    expect(read(build, 'data/facts.utf8.csv')).toMatch(/^wn-suspects-outside,haikou,/m);
    for (const [page, note] of [['', '2021年7月6日更正'], ['en/', 'Corrected 6 July 2021']] as const) {
      for (const file of [`${page}index.html`, `${page}data/index.html`, `${page}corrections.atom`]) expect(whole(read(build, file)), file).toContain(note);
    }
  });

  // Excludes a reader's app, an archive and a tool for references that find no date, or the day of the build.
  test.each(['', 'en/'] as const)('publication and last change stand in the records and in what Zotero and readers’ apps read, /%s', (page) => {
    const html = read(build, `${page}index.html`);
    const meta = new Map([...html.matchAll(/<meta (?:property|name)="([^"]*)" content="([^"]*)"/g)].map(([, name, content]) => [name!, content!]));
    expect(meta.get('article:published_time')).toBe('2021-07-01T00:00:00+08:00');
    expect(meta.get('article:modified_time')).toBe('2021-07-08T00:00:00+08:00');
    expect(meta.get('citation_publication_date')).toBe('2021/07/01');
    expect(meta.get('citation_online_date')).toBe('2021/07/08');
    expect(meta.get('citation_title')).toBe(page === '' ? '两股绳，一片滩' : 'Two Ropes, One Shore');
    expect(meta.get('citation_author')).toBe(page === '' ? '演练编辑部' : 'The Drill desk');
    const records = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(([, text]) => JSON.parse(text!) as Record<string, unknown>);
    expect(records.map((record) => record['@type'])).toEqual(['NewsArticle', 'Dataset']);
    for (const record of records) {
      expect(record).toMatchObject({ datePublished: '2021-07-01', dateModified: '2021-07-08' });
      expect((record['correction'] as { '@type': string; datePublished: string }[]).map((each) => [each['@type'], each.datePublished])).toContainEqual(['CorrectionComment', '2021-07-02']);
    }
    // Only the article is cited; its neighbours are of the same days.
    const data = read(build, `${page}data/index.html`);
    expect(data).toContain('<meta property="article:modified_time" content="2021-07-08T00:00:00+08:00"');
    expect(data).not.toContain('citation_title');
  });

  test('of a draft there is no day to cite, and it says that it is one', () => {
    const html = read(site('main'), 'index.html');
    expect(html).not.toMatch(/citation_|article:published_time|"datePublished"/);
    expect(html).toContain('"creativeWorkStatus":"Draft"');
    expect(wordsOf(html)).toContain('草稿，尚未发布');
  });
});

describe('a site with one withdrawal of each kind', () => {
  const build = site('withdrawn');
  const all = files(build, '').filter((file) => READABLE.test(file));

  // By hand, from the made-up newsroom: forms of the name, label and note of the fact and the reason of its earlier correction, the sentence,
  // title and words of the step, title of the embed.
  const WITHDRAWN = [
    ['name', ['丁某', 'Ding']],
    ['fact', ['每个派出所的例行巡查', 'Routine patrols', '全市总数算不出来', 'the stations’ schedule', '派出所的日程']],
    ['sentence', ['没有发现的、没有报案的，不在格子里', 'has no square']],
    ['step', ['两个港口，昼夜有人']],
    ['embed', ['两条线，警方说都断了', 'Two lines, both cut']],
  ] as const;
  test.each(WITHDRAWN)('%s: it stands nowhere at all, in words, markup, records, feed, tables or addresses', (_, traces) => {
    for (const file of all) for (const trace of traces) expect(read(build, file), `“${trace}” in ${file}`).not.toContain(trace);
  });

  test('nor on a printed worksheet', async () => {
    const sheets = await printed(build);
    expect(sheets).toHaveLength(12);
    for (const [file, text] of sheets) {
      expect(text, file).toContain('高远行');
      for (const [, traces] of WITHDRAWN) for (const trace of traces) expect(text, `“${trace}” in ${file}`).not.toContain(bare(trace));
    }
  });

  test.each([
    ['the step', 's/coast/index.html', '2021年7月5日撤回一段。理由：当事人的请求。'],
    ['the step in English', 'en/s/coast/index.html', '5 July 2021: a part was withdrawn. Reason: at the request of those concerned.'],
    ['the embed', 'embed/side-by-side/index.html', '2021年7月6日撤回一个嵌入块。理由：图会误导。'],
    ['the embed in English', 'en/embed/side-by-side/index.html', '6 July 2021: an embedded piece was withdrawn. Reason: the picture misleads.'],
    ['the step’s place in the article', 'index.html', '2021年7月5日撤回一段'],
  ])('the address of %s answers with the notice', (_, file, notice) => expect(wordsOf(read(build, file))).toContain(notice));

  test('the day of the last withdrawal is that of the last change', () => {
    expect(read(build, 'index.html')).toContain('<meta property="article:modified_time" content="2021-07-06T00:00:00+08:00"');
  });
});
