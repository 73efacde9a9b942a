import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/languages.ts';
import { EMBEDS } from '../../src/embed/embeds.ts';
import { codesOf, type Part } from '../../src/embed/gallery.ts';
import { partOf, siteRoot } from '../../src/embed/pieces.ts';
import type { Choice } from '../../src/embed/snippets.ts';
import { elements } from '../site/pages.ts';

const ROOT = 'https://a.example/';
const PLAINLY: Choice = { theme: '', map: '', strict: false };
const part: Part = {
  piece: { id: 'cases', lang: 'en', title: 'Fewer cases', frame: `${ROOT}en/embed/cases/`, loader: `${ROOT}embed.js`, article: `${ROOT}en/#cases-2019`, heights: [900, 700] },
  cover: 'cases-since', width: 1080, alts: { 'cases-2019': 'Ninety-two squares.', 'cases-since': 'Twenty-two squares.' }, homes: { 'cases-2019': 'cases', 'cases-since': 'cases' }, credit: 'Chart: us',
};

describe('the code that the gallery shows', () => {
  test('as nothing was chosen: the cover’s picture in light, the card as it is', () => {
    const codes = codesOf(part, PLAINLY, ROOT);
    expect(elements(codes.frame, 'iframe')[0]).toMatchObject({ src: `${ROOT}en/embed/cases/`, height: '900', loading: 'lazy' });
    expect(elements(codes.picture, 'img')[0]).toMatchObject({
      src: `${ROOT}pictures/cases/cases-since.en.light.png`, srcset: `${ROOT}pictures/cases/cases-since.en.light@2x.png 2x`, alt: 'Twenty-two squares.',
    });
    expect(elements(codes.picture, 'a')[0]).toEqual({ href: `${ROOT}en/#cases-2019` });
    expect(codes.credit).toBe('Chart: us');
  });

  test('card, picture, words and link all follow the step, the ground and the map that an editor chose', () => {
    const codes = codesOf(part, { theme: 'dark', map: 'schematic', strict: true, step: 'cases-2019' }, ROOT);
    expect(elements(codes.frame, 'iframe')[0]).toMatchObject({ src: `${ROOT}en/embed/cases/?theme=dark&step=cases-2019&map=schematic`, sandbox: 'allow-scripts' });
    expect(elements(codes.loader, 'div')[0]).toMatchObject({ 'data-scroll-story': 'cases', 'data-lang': 'en', 'data-theme': 'dark', 'data-step': 'cases-2019', 'data-map': 'schematic', 'data-strict': '' });
    expect(elements(codes.picture, 'img')[0]).toMatchObject({ src: `${ROOT}pictures/cases/cases-2019.en.dark.png`, alt: 'Ninety-two squares.' });
    for (const code of [codes.frame, codes.loader, codes.picture]) expect(elements(code, 'a').map(({ href }) => href)).toEqual([`${ROOT}en/#cases-2019`]);
  });

  test('words with quotes and markup stay words, and come back out as they were', () => {
    const evil = '"><script>alert(1)</script>&amp;\' onerror="x';
    const codes = codesOf({ ...part, piece: { ...part.piece, title: evil }, alts: { 'cases-since': evil }, credit: evil }, PLAINLY, ROOT);
    expect(elements(codes.frame, 'iframe').map(({ title }) => title)).toEqual([evil]);
    expect(elements(codes.picture, 'img').map(({ alt }) => alt)).toEqual([evil]);
    // The loader's own script is the only one.
    expect(Object.values(codes).slice(0, 3).map((code) => elements(code, 'script').length)).toEqual([0, 1, 0]);
  });

  // The frame's styles are its reserved height; the rest are all the rules that our own pages keep.
  const rules = new HtmlValidate({ root: true, extends: ['html-validate:recommended', 'html-validate:a11y'], rules: { 'no-inline-style': 'off' } });
  test.each(EMBEDS)('is valid HTML in both languages: $id', async (embed) => {
    for (const locale of LOCALES) {
      const codes = codesOf(partOf(embed, locale), { ...PLAINLY, theme: 'auto', step: embed.steps[0]! }, siteRoot());
      for (const kind of ['frame', 'loader', 'picture'] as const) {
        const { results } = await rules.validateString(codes[kind]);
        expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${kind}: ${ruleId}: ${message}`))).toEqual([]);
      }
    }
  });
});
