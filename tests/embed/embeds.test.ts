import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/languages.ts';
import { EMBEDS, stepsOf } from '../../src/embed/embeds.ts';
import { heightsOf } from '../../src/embed/heights.ts';
import { oembedRecord } from '../../src/embed/oembed.ts';
import { frameSnippet, loaderSnippet, pictureSnippet, type Choice, type Piece } from '../../src/embed/snippets.ts';
import { THEME_CSS } from '../../src/embed/theme-css.ts';
import { titleOf } from '../../src/embed/words.ts';
import { settings } from '../../src/settings.ts';
import { STEP_IDS } from '../../src/story/ids.ts';

describe('the embeds', () => {
  test('are the nine of the agreement, with their steps in reading order', () => {
    expect(EMBEDS.map(({ id }) => id)).toEqual(['line-heilongjiang', 'line-hubei', 'side-by-side', 'round-ups', 'cases', 'known-users', 'checks', 'back-to-work', 'story']);
    for (const embed of EMBEDS) {
      expect(stepsOf(embed).map(({ id }) => id), embed.id).toEqual(embed.steps);
      expect(embed.steps, embed.id).toContain(embed.cover);
    }
    expect(EMBEDS.at(-1)!.steps).toEqual(STEP_IDS);
  });

  test('leave no chart of the story out, but for those that only open it', () => {
    const told = new Set(EMBEDS.filter(({ id }) => id !== 'story').flatMap(({ steps }) => steps));
    expect(STEP_IDS.filter((id) => !told.has(id))).toEqual(['opening', 'lead']);
  });

  test('have a title each, no two the same', () => {
    for (const locale of LOCALES) {
      const titles = EMBEDS.map(({ id }) => titleOf(id, locale));
      expect(new Set(titles).size, locale).toBe(EMBEDS.length);
      for (const title of titles) expect(title?.length, locale).toBeGreaterThan(3);
    }
  });
});

describe.each(LOCALES)('oEmbed record, %s', (locale) => {
  test.each(EMBEDS)('$id', (embed) => {
    const record = oembedRecord(embed, locale);
    expect([record['version'], record['type']]).toEqual(['1.0', 'rich']);
    for (const side of ['width', 'height', 'thumbnail_width', 'thumbnail_height', 'cache_age']) expect(Number.isInteger(record[side]), side).toBe(true);
    expect(record['height']).toBe(heightsOf(embed, locale)[1]);
    // What WordPress looks for before it fits a height: the expression of its wp_filter_oembed_result().
    const found = /(<blockquote.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(record['html'] as string)!;
    expect(found[1]).toMatch(/^<blockquote><a href="https:\/\/[^"<>]+">[^<>]+<\/a><\/blockquote>$/);
    expect(found[2]).toContain(` src="${new URL(`${settings.base}${locale === 'en' ? 'en/' : ''}embed/${embed.id}/`, settings.siteUrl).href}"`);
    expect(found[2]).toContain(` title="${titleOf(embed.id, locale)}"`);
    expect(found[2]).toContain(` width="600" height="${String(record['height'])}"`);
  });
});

describe('snippets', () => {
  const piece: Piece = {
    id: 'cases', lang: 'en', title: 'A "title" & <more>', frame: 'https://a.example/en/embed/cases/', loader: 'https://a.example/embed.js', article: 'https://a.example/en/#cases-2019', heights: [900, 700],
  };
  const plainly: Choice = { theme: '', map: '', strict: false };

  test('a frame without a script says what it is, waits, and keeps its height by style and by attribute', () => {
    expect(frameSnippet(piece, plainly)).toBe(
      [
        '<div style="display:grid!important;grid-template-columns:minmax(0,1fr)!important">',
        '<span style="display:block!important;grid-area:1/1!important;padding:0 0 clamp(700px,(560px - 100%)*999,900px)!important"></span>',
        '<iframe src="https://a.example/en/embed/cases/" title="A &quot;title&quot; &amp; &lt;more&gt;" width="320" height="900" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" ' +
          'style="grid-area:1/1!important;width:1088px!important;min-width:100%!important;max-width:100%!important;height:100%!important;min-height:700px!important;max-height:none!important;aspect-ratio:auto!important;margin:0!important;border:0!important;padding:0!important"></iframe>',
        '<p><a href="https://a.example/en/#cases-2019">A &quot;title&quot; &amp; &lt;more&gt;</a></p>',
        '</div>',
      ].join('\n'),
    );
  });

  test('what an editor chose goes into the address, and the strict sandbox opens no window', () => {
    const snippet = frameSnippet(piece, { theme: 'dark', map: 'schematic', strict: true });
    expect(snippet).toContain('src="https://a.example/en/embed/cases/?theme=dark&amp;map=schematic"');
    expect(snippet).toContain('sandbox="allow-scripts"');
  });

  test('the loader’s place carries a link that stands without a script', () => {
    expect(loaderSnippet(piece, { theme: 'light', map: '', strict: true })).toBe(
      '<div data-scroll-story="cases" data-lang="en" data-theme="light" data-strict data-heights="900 700"><a href="https://a.example/en/#cases-2019">A &quot;title&quot; &amp; &lt;more&gt;</a></div>\n<script async src="https://a.example/embed.js"></script>',
    );
  });

  test('a picture carries its words and its link', () => {
    const snippet = pictureSnippet({ src: 'https://a.example/p.png', srcset: 'https://a.example/p@2x.png 2x', width: 1080, alt: '“92” & 22', article: 'https://a.example/', credit: 'Chart: us' });
    expect(snippet).toContain('<a href="https://a.example/"><img src="https://a.example/p.png" srcset="https://a.example/p@2x.png 2x" alt="“92” &amp; 22" width="320" loading="lazy" style="width:1080px!important;max-width:100%!important;height:auto!important"></a>');
    expect(snippet).toContain('<figcaption>Chart: us</figcaption>');
  });
});

describe('a theme of its own', () => {
  test('turns both grounds of the story into the one asked for, with the tokens of the page', () => {
    const rule = (theme: string): string => new RegExp(`:root\\[data-theme="${theme}"\\] :is\\(\\.night,\\.day\\)\\{([^}]*)\\}`).exec(THEME_CSS)![1]!;
    const [light, dark] = [rule('light'), rule('dark')];
    expect(light).toContain('--ground:#f5f1ea');
    expect(dark).toContain('--ground:#0b1826');
    expect(light.match(/--[\w-]+(?=:)/g)).toEqual(dark.match(/--[\w-]+(?=:)/g));
    expect(rule('auto')).toBe(light);
  });
});
