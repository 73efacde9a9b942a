import { expect, test } from 'vitest';
import { headlineText } from '../../src/copy/headlines.ts';
import { LOCALES } from '../../src/languages.ts';
import { subsetDisplayFont } from '../../src/build/font.ts';

const KB = 1024;

/** Most bytes of a language's headlines: Han needs a drawing for each sign. */
const LIMITS: Readonly<Record<string, number>> = { zh: 60 * KB, en: 25 * KB };

test.each(LOCALES.map((locale) => [locale, LIMITS[locale] ?? LIMITS['en']!] as const))('the %s headlines can all be drawn, and their face weighs at most %d bytes', async (locale, limit) => {
  const text = headlineText(locale);
  expect(text.length).toBeGreaterThan(100);
  const { cuts, missing } = await subsetDisplayFont(locale, text);
  expect(missing).toEqual([]);
  expect(cuts.reduce((sum, { woff2 }) => sum + woff2.length, 0)).toBeLessThanOrEqual(limit);
});
