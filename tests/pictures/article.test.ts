import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { readStory } from '../../src/copy/story.ts';
import { tables } from '../../src/data/tables.ts';
import { movingArticle, stillsArticle } from '../../src/pictures/article.ts';
import { htmlOf, textOf } from '../../src/pictures/pasted.ts';
import { ARTICLE_POLICY, articleFile } from '../../src/pictures/article-files.ts';
import { KIT_STEPS, kitName } from '../../src/pictures/kit-names.ts';
import { longFaults } from '../../src/pictures/kit-words.ts';
import { leftOf } from '../../src/pictures/left.ts';
import { MOVING } from '../../src/pictures/moving.ts';

const LOCALES = ['zh', 'en'] as const;
const wordsOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&quot;', '"');

describe.each(LOCALES)('the article to paste, %s', (locale) => {
  const pieces = movingArticle(locale);
  const stills = stillsArticle(locale);

  test('numbers its moving pictures from 1 in reading order, each with words below it for who cannot see it', () => {
    const numbers = pieces.flatMap(({ text }) => (/^(?:图(\d+)：|(\d+)\. )/.exec(text)?.slice(1).find(Boolean) ?? []));
    expect(numbers).toEqual(MOVING.map((_, i) => String(i + 1)));
    expect(pieces.filter(({ text }) => text.startsWith(locale === 'zh' ? '轻点上图' : 'Tap the picture'))).toHaveLength(MOVING.length - 1);
    expect(pieces.filter(({ text }) => text.startsWith(locale === 'zh' ? '图中所画：' : 'In the picture: '))).toHaveLength(MOVING.length);
  });

  test('gives no answer above the picture that asks for a guess, nor in its caption', () => {
    const at = pieces.findIndex(({ moving }) => moving === 'known-users');
    const reveal = plain(readStory(locale).steps.get('reveal')!.title, locale, tables());
    const before = wordsOf(htmlOf(pieces.slice(0, at + 3).filter(({ moving }) => moving === undefined)));
    // The answer of the made-up newsroom, by hand from its table.
    expect(before).not.toMatch(/1,?170/);
    expect(pieces[at + 2]!.text).toMatch(locale === 'zh' ? /^先猜一个数，再轻点上图/ : /^Guess first, then tap/);
    expect(pieces[at + 3]!.text).toBe(reveal);
  });

  test('ends with where each number comes from, how ours are worked out, and the address of corrections', () => {
    const text = textOf(pieces);
    const [sources, corrections] = [text.indexOf(locale === 'zh' ? '每个数的出处' : 'Where each number comes from'), text.indexOf('/data/#corrections')];
    expect(sources).toBeGreaterThan(text.length / 3);
    expect(corrections).toBeGreaterThan(sources);
    expect(text.slice(sources)).toMatch(/ƒ[\d,]+/);
    expect(text).not.toMatch(/<\w|\{|%\w+%|undefined/);
  });

  test('in its form for stills has no picture, and the place of each of the kit’s by its file', () => {
    expect(htmlOf(stills)).not.toContain('<svg');
    const text = textOf(stills);
    const places = KIT_STEPS.map((step) => text.indexOf(kitName(step)));
    expect(places.every((at) => at > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).not.toMatch(/轻点上图|Tap the picture/);
  });

  test('as a file may fetch nothing and run nothing', () => {
    for (const kind of ['whole', 'stills', 'left'] as const) {
      const file = articleFile(kind, locale);
      expect(file).toContain(`content="${ARTICLE_POLICY}"`);
      expect(file).not.toMatch(/<script|\son\w+=|javascript:|<link|<img|@import/);
    }
    expect(ARTICLE_POLICY).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
  });
});

describe('what the strictest editor leaves', () => {
  test('is the drawing and what is on a list; what is only seen in the wild is gone, by name', () => {
    const { html, removed } = leftOf(
      '<p style="color:#000" class="x">a<br>b</p><svg viewBox="0 0 1 1"><rect fill="#000000" width="1"/><animate attributeName="opacity" values="0;1" dur="1s" fill="freeze" begin="click"/></svg>',
    );
    expect(html).toBe('<p style="color:#000">a<br>b</p><svg viewBox="0 0 1 1"><rect fill="#000000" width="1"/><animate attributeName="opacity" dur="1s" begin="click"/></svg>');
    expect(removed).toEqual(['animate fill', 'animate values', 'p class']);
  });

  test('has no element, attribute or link that nobody lists, whatever its name', () => {
    const { html, removed } = leftOf('<script>alert</script><a href="#x" onclick="y">z</a><svg id="a"><use href="#b"/><g constructor="1"/></svg><toString></toString>');
    expect(html).toBe('alertz<svg><g/></svg>');
    expect(removed).toEqual(['<a>', '<script>', '<toString>', '<use>', 'g constructor', 'svg id']);
  });
});

describe('title and summary', () => {
  const both = (text: string) => ({ zh: text, en: text });

  test('of 64 and 120 characters pass, and no longer ones: each is told with file, length and limit', () => {
    expect(longFaults(both('字'.repeat(64)), both('𠮷'.repeat(120)))).toEqual([]);
    const faults = longFaults({ zh: '字'.repeat(65), en: 'a' }, { zh: 'b', en: 'c'.repeat(121) });
    expect(faults.map(({ file, message }) => [file, /has (\d+) characters, expected (\d+) at most/.exec(message)?.slice(1)])).toEqual([
      ['site.config.json', ['65', '64']], ['src/content/en/kit.json', ['121', '120']],
    ]);
    expect(faults[1]!.line).toBe(2);
  });
});
