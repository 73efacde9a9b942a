import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { expect, test } from 'vitest';
import { LANG, LANGUAGE_NAMES, LOCALES, othersOf } from '../../src/languages.ts';

// Excludes a page from which a language cannot be reached, and a bar so full of links that a phone shows no menu beside them.
test.each(LOCALES)('%s: each other language is one link away, in its own words; more than one of them lie in a list that opens', async (locale) => {
  const container = await AstroContainer.create();
  // Named by a variable: the type checker of modules does not read pages.
  const file = '../../src/components/Languages.astro';
  const { default: Languages } = (await import(/* @vite-ignore */ file)) as { default: Parameters<AstroContainer['renderToString']>[0] };
  const markup = await container.renderToString(Languages, { props: { locale, path: '/data/' } });
  const links = [...markup.matchAll(/<a [^>]*hreflang="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, lang, words]) => [lang, words]);
  expect(links).toEqual(othersOf(locale).map((other) => [LANG[other], LANGUAGE_NAMES[other]]));
  expect(markup.includes('<details')).toBe(LOCALES.length > 2);
});
