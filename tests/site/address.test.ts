import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SITES, type Build } from '../../scripts/builds.ts';
import { elements, files, read, served, settingsOf, site, wordsOf } from './pages.ts';

const main = site('main');
const { title } = settingsOf(main);
const host = (build: Build): string => new URL(settingsOf(build).siteUrl).origin;
const PAIRS = [['index.html', 'en/index.html', '', 'en/'], ['data/index.html', 'en/data/index.html', 'data/', 'en/data/']] as const;

describe.each(SITES)('$name', (build) => {
  const root = `${host(build)}${build.base}`;
  const pages = files(build, '.html');

  test('every address inside the site begins with its base and leads to a file and an anchor', () => {
    const faults: string[] = [];
    for (const page of pages) {
      const html = read(build, page);
      const here = `${build.base}${page.replace(/index\.html$/, '')}`;
      const addresses = ['a', 'link', 'script', 'img', 'iframe', 'use', 'source'].flatMap((name) => elements(html, name).flatMap((each) => [each['href'], each['src']]));
      for (const address of addresses) {
        if (!address || /^(mailto:|data:)/.test(address) || (/^https?:/.test(address) && !address.startsWith(root))) continue;
        const { pathname, hash } = new URL(address, `${host(build)}${here}`);
        if (!pathname.startsWith(build.base)) faults.push(`${page}: ${address} leaves the base`);
        const path = pathname.slice(build.base.length);
        if (!served(build, path)) faults.push(`${page}: ${address} is no file`);
        else if (hash.length > 1) {
          const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
          if (!target.endsWith('.html')) faults.push(`${page}: ${address} has an anchor in a file that is no page`);
          else if (!new RegExp(`\\sid="${decodeURIComponent(hash.slice(1))}"`).test(read(build, target))) faults.push(`${page}: ${address} has no such anchor`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(pages).toEqual(expect.arrayContaining(['404.html', 'data/index.html', 'en/data/index.html', 'en/index.html', 'index.html']));
  });

  test('nothing is loaded from another host', () => {
    for (const page of pages) {
      const html = read(build, page);
      const loaded = [
        ...['script', 'img', 'iframe', 'source', 'use'].flatMap((name) => elements(html, name).flatMap((each) => each['src'] ?? (name === 'use' ? each['href'] : undefined) ?? [])),
        ...elements(html, 'link').filter(({ rel = '' }) => !/\b(canonical|alternate)\b/.test(rel)).map(({ href }) => href ?? ''),
      ];
      expect(loaded.filter((address) => /^(https?:)?\/\//.test(address)), page).toEqual([]);
    }
    for (const file of files(build, '.css')) expect(read(build, file), file).not.toMatch(/url\(["']?(https?:)?\/\/|@import/);
  });

  test.each(PAIRS)('%s and %s name each other, and themselves', (zhFile, enFile, zhPath, enPath) => {
    for (const [file, path] of [[zhFile, zhPath], [enFile, enPath]] as const) {
      const links = elements(read(build, file), 'link');
      const alternates = Object.fromEntries(links.filter(({ rel, hreflang }) => rel === 'alternate' && hreflang !== undefined).map(({ hreflang, href }) => [hreflang, href]));
      expect(links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href)).toEqual([`${root}${path}`]);
      expect(alternates).toEqual({ 'zh-Hans-CN': `${root}${zhPath}`, en: `${root}${enPath}`, 'x-default': `${root}${zhPath}` });
      expect(read(build, file)).toContain(`<html lang="${file.startsWith('en/') ? 'en' : 'zh-Hans-CN'}"`);
    }
  });

  test.each(['zh', 'en'])('the %s picture for shared links is a PNG of 1200 by 630', (locale) => {
    const png = readFileSync(join(build.folder, `share/${locale}.png`));
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeGreaterThan(20_000); // not an empty ground
    const html = read(build, locale === 'en' ? 'en/index.html' : 'index.html');
    expect(elements(html, 'meta').find(({ property }) => property === 'og:image')?.['content']).toBe(`${root}share/${locale}.png`);
  });

  test('the sitemap lists each page in both languages, with its other language', () => {
    const index = read(build, 'sitemap-index.xml');
    expect(index).toContain(`<loc>${root}sitemap-0.xml</loc>`);
    const map = read(build, 'sitemap-0.xml');
    for (const [, , zhPath, enPath] of PAIRS) {
      for (const path of [zhPath, enPath]) {
        const entry = new RegExp(`<url><loc>${root}${path}</loc>(.*?)</url>`).exec(map)?.[1] ?? '';
        expect(entry, path).toContain(`hreflang="zh-Hans-CN" href="${root}${zhPath}"`);
        expect(entry, path).toContain(`hreflang="en" href="${root}${enPath}"`);
      }
    }
    expect(map).not.toContain('404');
  });
});

describe('what search engines and social networks read', () => {
  test.each([['index.html', ['NewsArticle', 'Dataset']], ['en/index.html', ['NewsArticle', 'Dataset']], ['data/index.html', ['Dataset']], ['en/data/index.html', ['Dataset']]])('%s: %j', (file, types) => {
    const html = read(main, file);
    const records = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json!) as Record<string, unknown>);
    expect(records.map((record) => record['@type'])).toEqual(types);
    for (const record of records) {
      expect(record['@context']).toBe('https://schema.org');
      expect(record['inLanguage']).toBe(file.startsWith('en/') ? 'en' : 'zh-Hans-CN');
      expect(record['license']).toMatch(/^https:/);
    }
    const description = elements(html, 'meta').find(({ name }) => name === 'description')?.['content'] ?? '';
    expect(description.length).toBeGreaterThan(20);
    expect(/<title>([^<]+)<\/title>/.exec(html)?.[1]).toContain(title[file.startsWith('en/') ? 'en' : 'zh']);
  });

  test('the data set’s files are where its record says', () => {
    const [, json] = [...read(main, 'data/index.html').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)][0]!;
    const { distribution } = JSON.parse(json!) as { distribution: { contentUrl: string }[] };
    expect(distribution.length).toBeGreaterThanOrEqual(3);
    for (const { contentUrl } of distribution) expect(served(main, new URL(contentUrl).pathname.slice(1)), contentUrl).toBe(true);
  });
});

describe('files of the site', () => {
  test('the page that is not found speaks both languages and is not indexed', () => {
    const html = read(main, '404.html');
    expect(wordsOf(html)).toMatch(/这里没有线.*No line leads here/);
    expect(elements(html, 'meta').find(({ name }) => name === 'robots')?.['content']).toBe('noindex');
    expect(elements(html, 'a').map(({ href }) => href)).toEqual(['/', '/en/']);
  });

  test('there is a favicon, drawn', () => {
    expect(read(main, 'favicon.svg')).toMatch(/^<svg[^>]*xmlns=/);
  });

  test('facts.csv opens rightly in a Chinese Excel: byte order mark, CRLF; its twin has neither', () => {
    const [excel, plain] = ['data/facts.csv', 'data/facts.utf8.csv'].map((file) => readFileSync(join(main.folder, file)));
    expect(excel!.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(excel!.toString('utf8').split('\r\n').length).toBeGreaterThanOrEqual(47);
    expect(excel!.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(plain!.toString('utf8')).toBe(excel!.toString('utf8').slice(1).replaceAll('\r\n', '\n'));
  });
});
