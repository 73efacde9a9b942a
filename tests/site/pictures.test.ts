import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import jsQR from 'jsqr';
import { afterAll, describe, expect, test } from 'vitest';
import { BUILDS, type Build } from '../../scripts/builds.ts';
import { loadTables } from '../../src/data/tables.ts';
import { readChunks } from '../../src/pictures/png.ts';
import { STEP_IDS } from '../../src/story/ids.ts';
import { elements, files, read, site, stepsOf, wordsOf } from './pages.ts';

const main = site('main');
const bytes = (build: Build, file: string): Uint8Array => new Uint8Array(readFileSync(join(build.folder, file)));
const LOCALES = ['zh', 'en'] as const;
const ARTICLES = { zh: 'index.html', en: 'en/index.html' } as const;

interface Png {
  width: number;
  height: number;
  texts: Record<string, string>;
}
function pngOf(png: Uint8Array): Png {
  const chunks = readChunks(png);
  const head = Buffer.from(chunks[0]!.data);
  const texts = chunks.filter(({ type }) => type === 'iTXt').map(({ data }) => Buffer.from(data).toString('utf8').split('\0\0\0\0\0') as [string, string]);
  return { width: head.readUInt32BE(0), height: head.readUInt32BE(4), texts: Object.fromEntries(texts) };
}

/** What a picture of a map adds to the article's words, when it has no land. */
const WITHOUT_LAND = { zh: '这一版不画陆地和边界，只画地点和连线。', en: ' This version shows no land and no boundary, only places and the lines between them.' } as const;

describe.each(['main', 'schematic'] as const)('pictures of the charts, %s', (name) => {
  const build = site(name);
  const pictures = files(build, '').filter((file) => file.startsWith('pictures/') && !/\.(br|gz)$/.test(file));
  const of = (ending: string): string[] => pictures.filter((file) => file.endsWith(ending));

  test('are there for 23 steps in two languages, light and dark, as SVG and as PNG at two sizes', () => {
    expect([of('.svg').length, of('@2x.png').length, of('.png').length, of('.txt').length]).toEqual([92, 92, 184, 46]);
    const wanted = STEP_IDS.flatMap((step) => LOCALES.flatMap((locale) => ['light', 'dark'].map((theme) => `${step}.${locale}.${theme}.svg`)));
    expect(of('.svg').map((file) => file.split('/').at(-1)!).sort()).toEqual(wanted.sort());
  });

  test('are 1080 px wide, and twice that, each as high as its SVG says', () => {
    for (const file of of('.svg')) {
      const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(read(build, file))!;
      expect(Number(width), file).toBe(1080);
      const once = pngOf(bytes(build, file.replace(/svg$/, 'png')));
      const twice = pngOf(bytes(build, file.replace(/\.svg$/, '@2x.png')));
      expect([once.width, once.height, twice.width, twice.height], file).toEqual([1080, Number(height), 2160, 2 * Number(height)]);
    }
  });

  test('carry in PNG, SVG and text file the words for a reader who does not see them, which are the article’s', () => {
    for (const locale of LOCALES) {
      const steps = stepsOf(`${read(build, ARTICLES[locale])}`);
      for (const file of of(`.${locale}.light.png`)) {
        const step = file.split('/').at(-1)!.split('.')[0]!;
        const words = read(build, file.replace('.light.png', '.txt'));
        const { Description, Comment, Copyright } = pngOf(bytes(build, file)).texts;
        expect(`${Description}\n`, file).toBe(words);
        expect(pngOf(bytes(build, file.replace('.light.png', '.dark@2x.png'))).texts['Description'], file).toBe(Description);
        // A file has no sign that is seen and other words that are heard.
        const caption = wordsOf(/<figcaption[^>]*>(.*)$/s.exec(steps.get(step)!)![1]!).replaceAll('ƒ', locale === 'zh' ? '我们的计算 ' : 'our calculation ');
        // While the map has no number no picture has land, and one of a map adds that.
        expect([caption, `${caption}${WITHOUT_LAND[locale]}`], step).toContain(words.trim());
        expect(wordsOf(/<desc>(.*?)<\/desc>/s.exec(read(build, file.replace('.png', '.svg')))![1]!), step).toBe(words.trim());
        expect(Comment, file).toMatch(locale === 'zh' ? /^草稿。数据版本\d+\.\d+\.\d+，\d{4}年\d{1,2}月\d{1,2}日。更正见https:/ : /^Draft\. Data version \d+\.\d+\.\d+, \d{1,2} \w+ \d{4}\. Corrections: https:/);
        expect(Copyright, file).toMatch(/演练编辑部 · CC BY 4\.0$|The Drill desk · CC BY 4\.0$/);
      }
    }
  });

  test('are SVG files with fonts of their own that ask for nothing else', () => {
    for (const file of of('.svg')) {
      const svg = read(build, file);
      expect(svg.match(/@font-face\{/g)?.length, file).toBeGreaterThanOrEqual(2);
      const addresses = [...svg.matchAll(/(?:\b(?:src|href)="|url\(["']?)([^")']*)/g)].map(([, address]) => address!);
      expect(addresses.filter((address) => !/^(#|data:font\/woff2;base64,)/.test(address)), file).toEqual([]);
    }
  });
});

describe('packages', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })));
  const open = (id: string): Map<string, Uint8Array> => {
    const entries = Object.entries(unzipSync(bytes(main, `packages/${id}.zip`)));
    for (const [path] of entries) expect(path.startsWith(`${id}/`), path).toBe(true);
    return new Map(entries.map(([path, content]) => [path.slice(id.length + 1), content]));
  };
  // By hand from the newsroom’s score: steps whose pictures lie in each, and how many of those have a map.
  const PACKAGES = { 'line-heilongjiang': [4, 4], 'line-hubei': [4, 4], 'side-by-side': [1, 1], 'round-ups': [2, 2], cases: [3, 0], 'known-users': [2, 0], checks: [3, 1], 'back-to-work': [2, 0], story: [2, 2] } as const;

  test('are these nine', () => {
    expect(files(main, '.zip').filter((file) => file.startsWith('packages/'))).toEqual(Object.keys(PACKAGES).sort().map((id) => `packages/${id}.zip`));
  });

  test.each(Object.entries(PACKAGES))('%s holds its pictures, its data, and the words that go with them', (id, [steps, maps]) => {
    const found = open(id);
    const names = [...found.keys()];
    // Two languages, two themes, four forms; while the map has no number, without land only.
    expect(names.filter((path) => path.startsWith('pictures/'))).toHaveLength(steps * 16);
    expect(names.filter((path) => /schematic/.test(path))).toEqual([]);
    const tables = ['corrections', 'facts', 'lines', 'places', 'printed', 'routes', 'withdrawals'].flatMap((table) => [`data/${table}.csv`, `data/${table}.utf8.csv`]);
    const hasMap = maps > 0 || id === 'story';
    const texts = ['alt', 'credit', 'licence', ...(hasMap ? ['map-note'] : []), 'readme', 'snippets'].flatMap((text) => [`${text}.en.txt`, `${text}.zh.txt`]);
    expect(names.filter((path) => !path.startsWith('pictures/')).sort()).toEqual([...tables, 'data/datapackage.json', 'data/facts.json', ...texts].sort());
    for (const table of tables) {
      const text = Buffer.from(found.get(table)!).toString('utf8');
      expect(text.startsWith('\uFEFF'), table).toBe(!table.includes('utf8'));
      expect(/\r\n/.test(text), table).toBe(!table.includes('utf8'));
    }
    // The same pictures as on the site.
    const one = names.find((path) => path.endsWith('.zh.light@2x.png'))!;
    expect(Buffer.compare(found.get(one)!, bytes(main, `pictures/${id}/${one.slice('pictures/'.length)}`))).toBe(0);
  });

  test.each(Object.keys(PACKAGES))('%s is a data package with the facts that its words name', (id) => {
    const found = open(id);
    const dir = mkdtempSync(join(tmpdir(), 'unpacked-'));
    folders.push(dir);
    for (const [path, content] of found) if (path.startsWith('data/')) writeFileSync(join(dir, path.slice('data/'.length)), content);
    const { facts } = loadTables(dir);
    expect(facts.size).toBeGreaterThan(0);
    if (id === 'story') expect(facts.size).toBe(46);
    else expect(facts.size).toBeLessThan(20);
  });

  test('the code in a package leads to files that exist', () => {
    for (const id of Object.keys(PACKAGES)) {
      const code = Buffer.from(open(id).get('snippets.zh.txt')!).toString('utf8');
      const [{ src = '', srcset = '' } = {}] = elements(code, 'img');
      for (const address of [src, srcset.split(' ')[0]!]) expect(bytes(main, new URL(address).pathname.slice(1)).length, address).toBeGreaterThan(10_000);
    }
  });
});

describe.each(LOCALES)('the kit for an official account, %s', (locale) => {
  const pngs = files(main, '.png').filter((file) => file.startsWith(`kit/${locale}/`) && !file.endsWith('/tall.png'));
  const canonical = elements(read(main, ARTICLES[locale]), 'link').find(({ rel }) => rel === 'canonical')!['href']!;

  test('has ten pictures at most, 1080 px wide, numbered in reading order', () => {
    expect(pngs.length).toBeGreaterThanOrEqual(5);
    expect(pngs.length).toBeLessThanOrEqual(10);
    expect(pngs.map((file) => Number(/\/(\d\d)-/.exec(file)![1]))).toEqual(pngs.map((_, i) => i + 1));
    for (const file of pngs) expect(pngOf(bytes(main, file)).width, file).toBe(1080);
  });

  test('has one tall picture whose code, read from its pixels, is the article’s address', () => {
    const png = bytes(main, `kit/${locale}/tall.png`);
    const { width, height } = pngOf(png);
    expect(width).toBe(1080);
    const rows = inflateSync(Buffer.concat(readChunks(png).filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
    const last = 1500;
    const pixels = new Uint8ClampedArray(width * last * 4).fill(255);
    for (let y = 0; y < last; y += 1) {
      const from = (height - last + y) * (width * 3 + 1);
      expect(rows[from], 'a row without a filter').toBe(0);
      for (let x = 0; x < width; x += 1) pixels.set(rows.subarray(from + 1 + x * 3, from + 4 + x * 3), (y * width + x) * 4);
    }
    expect(jsQR(pixels, width, last)?.data).toBe(canonical);
  });

  test('has captions as text, one for each picture, and what to credit', () => {
    const captions = read(main, `kit/${locale}/captions.txt`);
    for (const file of pngs) expect(captions).toContain(file.split('/').at(-1)!);
    expect(captions.match(/^ALT: .{10,}$/gm)).toHaveLength(pngs.length);
    expect(captions).toContain(canonical);
    expect(captions).toContain('CC BY 4.0');
    expect(captions).not.toMatch(/[{}%]\w|undefined/);
  });

  test('is one zip of the same files', () => {
    const found = Object.keys(unzipSync(bytes(main, `kit/${locale}.zip`)));
    const articles = ['article.html', 'article-left.html', 'article-stills.html'];
    const moving = files(main, '.svg').filter((file) => file.startsWith(`kit/${locale}/`));
    expect(found.sort()).toEqual([...articles, 'captions.txt', 'tall.png', ...[...moving, ...pngs].map((file) => file.split('/').at(-1)!)].map((file) => `kit-${locale}/${file}`).sort());
  });

  test('has a page that shows and names each of them', () => {
    const page = read(main, locale === 'zh' ? 'kit/index.html' : 'en/kit/index.html');
    const shown = elements(page, 'img').map(({ src }) => src!.slice(1));
    expect(shown).toEqual([`kit/${locale}/tall.png`, ...pngs]);
    for (const { alt, width, height, loading } of elements(page, 'img')) expect([alt!.length > 10, Number(width) > 0, Number(height) > 0, loading]).toEqual([true, true, true, 'lazy']);
    // Whoever passes a step on finds the link that has a card.
    const links = elements(page, 'a').map(({ href }) => href!);
    for (const file of pngs) expect(links).toContain(`/${locale === 'zh' ? '' : 'en/'}s/${/\/\d\d-([\w-]+)\.png$/.exec(file)![1]}/`);
  });
});

describe.each(BUILDS)('cards for shared links, $name', (build) => {
  const root = new URL(elements(read(build, 'index.html'), 'link').find(({ rel }) => rel === 'canonical')!['href']!);
  const property = (html: string, name: string): string | undefined => elements(html, 'meta').find((each) => each['property'] === name)?.['content'];
  const pages = files(build, '.html').filter((page) => property(read(build, page), 'og:image') !== undefined);

  test('every page’s picture is there and as large as it says', () => {
    expect(pages.length).toBeGreaterThanOrEqual(2 * STEP_IDS.length + 6);
    const seen = new Map<string, Png>();
    for (const page of pages) {
      const html = read(build, page);
      const address = property(html, 'og:image')!;
      expect(address.startsWith(root.href), address).toBe(true);
      const png = seen.get(address) ?? pngOf(bytes(build, address.slice(root.href.length)));
      seen.set(address, png);
      expect([png.width, png.height], page).toEqual([1200, 630]);
      expect([property(html, 'og:image:width'), property(html, 'og:image:height')], page).toEqual(['1200', '630']);
    }
    // One for each step and one for the article, in each language.
    expect(seen.size).toBe(2 * (STEP_IDS.length + 1));
  });

  test.each(STEP_IDS)('the link to %s has a card of its own and sends a reader to the step', (step) => {
    for (const [locale, prefix] of [['zh', ''], ['en', 'en/']] as const) {
      const html = read(build, `${prefix}s/${step}/index.html`);
      expect(property(html, 'og:image')).toBe(`${root.href}share/${step}.${locale}.png`);
      expect(property(html, 'og:url')).toBe(`${root.href}${prefix}s/${step}/`);
      const metas = elements(html, 'meta');
      expect(metas.find(({ name }) => name === 'robots')!['content']).toBe('noindex');
      const target = `${root.pathname}${prefix}#${step}`;
      expect(metas.find((each) => each['http-equiv'] === 'refresh')!['content']).toBe(`0; url=${target}`);
      expect(elements(html, 'a').map(({ href }) => href)).toEqual([target]);
      expect(elements(html, 'link').find(({ rel }) => rel === 'canonical')!['href']).toBe(`${root.href}${prefix}`);
      expect(html).not.toMatch(/\sstyle="/);
      expect(metas.some((each) => each['http-equiv'] === 'content-security-policy')).toBe(true);
    }
  });

  test('a search engine is told of no link that only sends on', () => {
    const map = read(build, 'sitemap-0.xml');
    expect(map).toContain(`<loc>${root.href}en/</loc>`);
    expect(map).not.toContain('/s/');
  });

  test.each(Object.entries(ARTICLES))('the first picture of the article is square, large enough for WeChat, and costs the first view nothing, %s', (locale, page) => {
    const html = read(build, page);
    const [first] = elements(html.slice(html.indexOf('<body')), 'img');
    expect(first).toMatchObject({ src: `${root.pathname}share/square.${locale}.png`, width: '800', height: '800', loading: 'lazy' });
    expect(first!['alt']!.length).toBeGreaterThan(10);
    const { width, height } = pngOf(bytes(build, `share/square.${locale}.png`));
    expect([width, height]).toEqual([800, 800]);
  });
});
