import { describe, expect, test } from 'vitest';
import { BUILDS, type Build } from '../../scripts/builds.ts';
import { EMBEDS } from '../../src/embed/embeds.ts';
import { STEP_IDS } from '../../src/story/ids.ts';
import { elements, read, served, settingsOf, wordsOf } from './pages.ts';

const addressOfSite = (build: Build): string => `${new URL(settingsOf(build).siteUrl).origin}${build.base}`;
const LANGUAGES = [['zh', ''], ['en', 'en/']] as const;
/** Text of an element by its id, as a reader copies it. */
const textOf = (html: string, id: string): string => wordsOf(new RegExp(`<(p|pre)\\b[^>]*\\sid="${id}"[^>]*>([^]*?)</\\1>`).exec(html)?.[2] ?? '').trim();

describe.each(BUILDS.flatMap((build) => LANGUAGES.map(([locale, path]) => ({ build, name: build.name, locale, path }))))('the gallery of $name in $locale', ({ build, locale, path }) => {
  const html = read(build, `${path}embed/index.html`);
  const root = addressOfSite(build);

  test('every file that it offers is there, and every picture of the story is offered once', () => {
    const offered = elements(html, 'a').filter((link) => 'download' in link).map(({ href }) => href!.slice(build.base.length));
    expect(offered.filter((file) => !served(build, file))).toEqual([]);
    const pictures = STEP_IDS.flatMap((step) => ['light', 'dark'].flatMap((theme) => ['.svg', '.png', '@2x.png'].map((ending) => `${step}.${locale}.${theme}${ending}`)));
    expect(offered.filter((file) => file.startsWith('pictures/') && !file.endsWith('.txt')).map((file) => file.split('/').at(-1)!).sort()).toEqual(pictures.sort());
    expect(offered.filter((file) => file.endsWith('.txt'))).toHaveLength(STEP_IDS.length);
    expect(offered.filter((file) => file.endsWith('.zip'))).toEqual(EMBEDS.map(({ id }) => `packages/${id}.zip`));
  });

  test.each(EMBEDS)('$id: its code has whole addresses that lead somewhere, and sizes in whole pixels', ({ id }) => {
    const codes = { frame: textOf(html, `${id}-frame`), loader: textOf(html, `${id}-loader`), picture: textOf(html, `${id}-picture`) };
    const addresses = Object.values(codes).flatMap((code) => ['iframe', 'script', 'img', 'a'].flatMap((name) => elements(code, name).flatMap(({ src, href, srcset }) => [src, href, srcset?.replace(/ 2x$/, '')]))).filter((each) => each !== undefined);
    expect(addresses).toHaveLength(7);
    for (const address of addresses) {
      expect(address.startsWith(root), address).toBe(true);
      expect(served(build, address.slice(root.length).replace(/#.*$/, '')), address).toBe(true);
    }
    expect(elements(codes.frame, 'iframe')[0]!['src']).toBe(`${root}${path}embed/${id}/`);
    expect(elements(codes.frame, 'iframe')[0]!['height']).toMatch(/^\d{3,4}$/);
    expect(elements(codes.loader, 'div')[0]!['data-heights']).toMatch(/^\d{3,4} \d{3,4}$/);
    expect(elements(codes.picture, 'img')[0]!['alt']!.length).toBeGreaterThan(20);
    expect(textOf(html, `${id}-credit`)).toContain(root);
  });

  test('reads without a script: the words of each picture to select, and a picture that leads to the card', () => {
    for (const embed of EMBEDS) {
      const section = html.slice(html.indexOf(`<section class="piece${embed.lines.length > 0 ? ` tone-${embed.lines[0]}` : ''}" id="${embed.id}"`)).split('</section>')[0]!;
      const plain = /<noscript>([^]*?)<\/noscript>/.exec(section)![1]!;
      expect(elements(plain, 'a')[0]!['href']).toBe(`${build.base}${path}embed/${embed.id}/`);
      expect(served(build, elements(plain, 'img')[0]!['src']!.slice(build.base.length))).toBe(true);
    }
    for (const { id, steps } of EMBEDS.filter((embed) => embed.id !== 'story')) for (const step of steps) expect(textOf(html, `${id}-${step}-alt`).length, step).toBeGreaterThan(20);
    // What needs a script says so, and is hidden without one.
    for (const name of ['button', 'select', 'input']) {
      const alone = html.replaceAll(/<div class="settings needs-js">[^]*?<\/fieldset>\s*<\/div>/g, '').replaceAll(/<p class="begins needs-js">[^]*?<\/p>/g, '');
      expect(elements(alone, name).filter((each) => !each['class']?.includes('needs-js'))).toEqual([]);
    }
  });

  test('is listed in the sitemap; the cards, whose canonical page is the article, are not', () => {
    const map = read(build, 'sitemap-0.xml');
    expect(map).toContain(`<loc>${root}${path}embed/</loc>`);
    expect(map).not.toMatch(/<loc>[^<]*\/embed\/[\w-]+\//);
  });

  test('names the headers that another site needs, with our own address in them', () => {
    const { origin } = new URL(root);
    expect(textOf(html, 'headers-frame')).toBe(`Content-Security-Policy: frame-src ${origin}`);
    expect(textOf(html, 'headers-loader')).toBe(`Content-Security-Policy: script-src ${origin}; frame-src ${origin}`);
    expect(textOf(html, 'headers-picture')).toBe(`Content-Security-Policy: img-src ${origin}`);
  });

  test('offers the map without land only where there is one with', () => {
    expect(elements(html, 'input').filter(({ name }) => name === 'map').map(({ value }) => value)).toEqual(build.name === 'schematic' ? [] : ['', 'schematic']);
  });
});
