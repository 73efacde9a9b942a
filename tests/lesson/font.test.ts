import { expect, test } from 'vitest';
import { lessonFontCss, subsetDisplayFont } from '../../src/build/font.ts';
import { headlineText } from '../../src/copy/headlines.ts';
import { lessonHeadlines } from '../../src/lesson/content/headlines.ts';

test.each(['zh', 'en'] as const)('the %s headings of the lesson can all be drawn', async (locale) => {
  const text = lessonHeadlines(locale);
  expect(text).toContain(locale === 'zh' ? '有多少时间？' : 'How long have you got?');
  expect((await subsetDisplayFont(locale, text)).missing).toEqual([]);
});

test('no English heading has a quotation mark or apostrophe, which the display face draws as wide as a Han character', () => {
  expect(lessonHeadlines('en').split('\n').filter((line) => /[‘’“”]/.test(line))).toEqual([]);
});

test('the article’s face does not carry the lesson’s characters', () => {
  expect(headlineText('zh')).not.toContain('词');
  expect(lessonHeadlines('zh')).toContain('词');
});

test('the lesson’s face is only for its own characters, and a language that needs none has none', () => {
  const css = lessonFontCss({ zh: [['师', '课']], en: [] });
  expect(css).toContain('unicode-range: U+5e08, U+8bfe;');
  expect(css).toContain("font-family: 'Display zh'");
  expect(css).not.toContain('Display en');
});
