import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { readStory } from '../../src/copy/story.ts';
import { tables } from '../../src/data/tables.ts';
import { LOCALES } from '../../src/languages.ts';
import { movingArticle, stillsArticle } from '../../src/pictures/article.ts';
import { htmlOf } from '../../src/pictures/pasted.ts';
import { ARTICLE_ELEMENTS, leftOf } from '../../src/pictures/left.ts';
import { MOVING } from '../../src/pictures/moving.ts';

const withoutPictures = (html: string): string => html.replaceAll(/<svg\b[^]*?<\/svg>/g, '');
const wordsOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const bare = (text: string): string => text.replaceAll(/[ƒ\s]/g, '');

describe.each(LOCALES)('the article to paste, %s', (locale) => {
  const pieces = movingArticle(locale);
  const html = htmlOf(pieces);
  const stills = stillsArticle(locale);

  test('has no class, id, link, program, style sheet or ground that an editor would take out or darken', () => {
    for (const each of [html, htmlOf(stills)]) {
      const around = withoutPictures(each);
      const tags = [...around.matchAll(/<([\w-]+)((?:\s[^>]*)?)>/g)];
      expect(tags.filter(([, name]) => !ARTICLE_ELEMENTS.includes(name!)).map(([tag]) => tag)).toEqual([]);
      expect(tags.filter(([, , attributes]) => !/^(?: style="[^"]*")?$/.test(attributes!)).map(([tag]) => tag)).toEqual([]);
      expect(around).not.toMatch(/background|url\(|position|float/);
    }
  });

  test('says every paragraph of every step whole, in the story’s order, and the last chapter', () => {
    const said = bare(wordsOf(withoutPictures(html)));
    let at = -1;
    for (const step of readStory(locale).steps.values()) {
      for (const paragraph of plain(step.body, locale, tables()).split('\n')) {
        const found = said.indexOf(bare(paragraph), at);
        expect(found, `${step.id}: ${paragraph}`).toBeGreaterThan(at);
        at = found;
      }
    }
    for (const line of plain(readStory(locale).unknown, locale, tables()).split('\n')) expect(said).toContain(bare(line));
  });

  test('has each moving picture once, and where an editor cleans it strictly each drawing stays', () => {
    expect(pieces.flatMap(({ moving }) => moving ?? []).toSorted()).toEqual(MOVING.toSorted());
    const marks = (text: string): number => text.match(/<(?:path|rect|g)\b/g)?.length ?? 0;
    const left = leftOf(html);
    expect(marks(left.html)).toBe(marks(html));
    expect(left.removed.filter((name) => !/^(?:animate|set)/.test(name))).toEqual([]);
    expect(wordsOf(left.html)).toBe(wordsOf(html));
  });
});
