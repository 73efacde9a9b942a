import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BUILDS, type Build } from '../../scripts/builds.ts';
import { EMBEDS } from '../../src/embed/embeds.ts';
import { titleOf } from '../../src/embed/words.ts';
import { elements, files, read, served, settingsOf, site, withoutCode, wordsOf } from './pages.ts';

// An embed's program, and the loader, as they are sent: brotli.
const SCRIPT_BYTES = 30_000;
const LOADER_BYTES = 2_048;
/** WordPress looks for a discovery link no further than this. */
const DISCOVERY_BYTES = 150_000;

const rootOf = (build: Build): string => `${new URL(settingsOf(build).siteUrl).origin}${build.base}`;
const PAGES = EMBEDS.flatMap((embed) => (['zh', 'en'] as const).map((locale) => ({ embed, locale, page: `${locale === 'en' ? 'en/' : ''}embed/${embed.id}/index.html` })));
const main = site('main');
const { publisher, licence } = settingsOf(main);

/** Every embed has the same program: it is weighed once. */
const weights = new Map<string, number>();
const weigh = (text: string): number => {
  if (!weights.has(text)) weights.set(text, brotliCompressSync(text).length);
  return weights.get(text)!;
};
const programs = (html: string): string[] => [...html.matchAll(/<script(?![^>]*\btype="application)[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text!);

describe.each(PAGES)('$page', ({ embed, locale, page }) => {
  const html = read(main, page);

  test('is one file: nothing is fetched for it', () => {
    expect(elements(html, 'script').map(({ src }) => src).filter(Boolean)).toEqual([]);
    expect(elements(html, 'link').filter(({ rel }) => rel !== 'canonical' && rel !== 'alternate').map(({ href }) => href)).toEqual(['data:,']);
    expect(elements(html, 'img')).toEqual([]);
    expect([...html.matchAll(/url\((?!#|data:)[^)]*\)|@import|\bimport\(/g)].map(([found]) => found)).toEqual([]);
  });

  test('its policy allows its own code and nothing else', () => {
    const policy = elements(html, 'meta').find((meta) => meta['http-equiv'] === 'content-security-policy')!['content']!;
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/font-src [^;]*data:/);
    expect(policy).not.toMatch(/unsafe-|\*/);
    expect(programs(html)).toHaveLength(2);
    for (const text of programs(html)) expect(policy).toContain(hash(text));
    const styles = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, text]) => text!);
    expect(styles).toHaveLength(1);
    expect(policy).toContain(hash(styles[0]!));
    expect(withoutCode(html)).not.toMatch(/<[a-z][^>]*\s(style|on[a-z]+)="/);
  });

  test(`has a program of at most ${SCRIPT_BYTES} bytes, which asks nobody for anything and keeps nothing`, () => {
    const [, program] = programs(html);
    expect(weigh(program!)).toBeGreaterThan(10_000); // the program is found at all
    expect(weigh(program!)).toBeLessThanOrEqual(SCRIPT_BYTES);
    expect(program).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket/);
    // What a strict sandbox refuses is not tried.
    expect(program).not.toMatch(/\.clipboard\b|execCommand|window\.open|\bopen\(|alert\(|\.download\b/);
  });

  test('no scrolling drives it: there is none to see in a frame', () => {
    const css = /<style[^>]*>([^]*?)<\/style>/.exec(html)![1]!;
    expect(programs(html).join('\n')).not.toMatch(/IntersectionObserver|rootMargin|scrollama|["'`]scroll["'`]|onscroll|scrollY|scrollTop/);
    expect(css).not.toMatch(/position:\s*sticky|scroll-timeline|animation-timeline/);
  });

  test('has a title, buttons where there are steps, source, credit, licence and the way to the article', () => {
    expect(wordsOf(/<h1[^>]*>([^]*?)<\/h1>/.exec(html)![1]!).trim()).toBe(titleOf(embed.id, locale));
    expect(elements(withoutCode(html), 'button').filter((button) => 'data-turn' in button).map((button) => button['data-turn'])).toEqual(embed.steps.length > 1 ? ['-1', '1'] : []);
    const foot = /<footer[^>]*>([^]*?)<\/footer>/.exec(html)![1]!;
    expect(elements(foot, 'a').map(({ href }) => href)).toEqual([`${rootOf(main)}${locale === 'en' ? 'en/' : ''}${embed.id === 'story' ? '' : `#${embed.steps[0]}`}`]);
    for (const words of [{ zh: '2021年“6·26”国际禁毒日', en: 'International Day against Drug Abuse' }[locale], publisher[locale], licence.name]) expect(wordsOf(foot)).toContain(words);
  });

  test('names the article as the page to list, and its oEmbed record early', () => {
    const root = `${rootOf(main)}${locale === 'en' ? 'en/' : ''}`;
    expect(elements(html, 'link').find(({ rel }) => rel === 'canonical')?.['href']).toBe(root);
    expect(elements(html, 'meta').find(({ name }) => name === 'robots')?.['content']).toBe('noindex');
    const found = html.indexOf('type="application/json+oembed"');
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(Math.min(DISCOVERY_BYTES / 4, html.indexOf('</head>')));
    const link = elements(html, 'link').find(({ type }) => type === 'application/json+oembed')!;
    expect(link['href']).toBe(`${rootOf(main)}oembed/${embed.id}.${locale}.json`);
  });

  test('reads without a script: each step’s words and picture', () => {
    const sections = html.split(/<section [^>]*data-step/).slice(1);
    expect(sections).toHaveLength(embed.steps.length);
    for (const [i, section] of sections.entries()) {
      expect(wordsOf(section.split('class="still"')[0]!).length, embed.steps[i]).toBeGreaterThan(40);
      if (embed.steps.length > 1) expect(section, embed.steps[i]).toMatch(/class="still"[^>]*><svg [^>]*viewBox="0 0 390 500"/);
    }
    expect(html).toMatch(/canvas-holder portrait"><!--.*?<svg/s);
    expect(html).toMatch(/canvas-holder landscape"><!--.*?<svg/s);
    const shown = wordsOf(html);
    expect(shown.includes(locale === 'zh' ? '国际禁毒日' : 'International Day against Drug Abuse'), 'the source').toBe(true);
    expect(shown.match(/瘾君子|毒贩|罪犯|\b(?:addicts?|junkies?|criminals|dealers?)\b/i), 'a label for people').toBeNull();
  });

  test('whatever a picture refers to is in the page', () => {
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));
    const wanted = [...withoutCode(html).matchAll(/="url\(#([\w-]+)\)"|<use href="#([\w-]+)"/g)].map(([, a, b]) => (a ?? b)!);
    expect([...new Set(wanted)].filter((id) => !ids.has(id))).toEqual([]);
  });
});

test.each(BUILDS)('each oEmbed record of $name leads to its page and to a step of the article', (build) => {
  const root = rootOf(build);
  for (const { embed, locale } of PAGES) {
    const record = JSON.parse(read(build, `oembed/${embed.id}.${locale}.json`)) as { html: string; thumbnail_url: string; thumbnail_width: number; thumbnail_height: number };
    const frame = elements(record.html, 'iframe')[0]!['src']!;
    const link = new URL(elements(record.html, 'a')[0]!['href']!);
    expect(frame.startsWith(root) && served(build, frame.slice(root.length)), frame).toBe(true);
    expect(link.href.startsWith(root), link.href).toBe(true);
    const article = read(build, `${locale === 'en' ? 'en/' : ''}index.html`);
    if (link.hash) expect(article, link.hash).toContain(` id="${link.hash.slice(1)}"`);
    expect(record.thumbnail_url).toBe(`${root}share/${embed.id === 'story' ? '' : `${embed.cover}.`}${locale}.png`);
    const png = readFileSync(join(build.folder, record.thumbnail_url.slice(root.length)));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], record.thumbnail_url).toEqual([record.thumbnail_width, record.thumbnail_height]);
  }
});

test.each(['zh', 'en'])('the article in %s names the whole story’s record in its head', (locale) => {
  const html = read(main, locale === 'en' ? 'en/index.html' : 'index.html');
  const at = html.indexOf(`oembed/story.${locale}.json`);
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThan(Math.min(DISCOVERY_BYTES / 4, html.indexOf('</head>')));
});

test.each(BUILDS)(`the loader of $name is one small classic script`, (build) => {
  const loader = readFileSync(join(build.folder, 'embed.js'));
  expect(loader.length).toBeGreaterThan(500);
  expect(brotliCompressSync(loader).length).toBeLessThanOrEqual(LOADER_BYTES);
  expect(loader.toString('utf8')).not.toMatch(/^\s*(import|export)\b|https?:\/\//m);
});

test('without an approved map no embed holds any land', () => {
  const schematic = site('schematic');
  const pages = files(schematic, '.html').filter((page) => /embed\/[\w-]+\/index/.test(page));
  expect(pages).toHaveLength(PAGES.length);
  for (const page of pages) expect(withoutCode(read(schematic, page)), page).not.toMatch(/china-(land|borders|hubei|heilongjiang)|isle-(coast|borders)|south-sea-islets/);
});
