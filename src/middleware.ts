import { defineMiddleware } from 'astro:middleware';
import { spoken } from './copy/spoken.ts';
import { heardSign } from './copy/ui.ts';
import { DEFAULT_LOCALE, LANG, LOCALES } from './languages.ts';

/** Every page, on its way out, is made fit to be heard. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const lang = /<html[^>]* lang="([^"]*)"/.exec(html)?.[1];
  const locale = LOCALES.find((each) => LANG[each] === lang) ?? DEFAULT_LOCALE;
  return new Response(spoken(html, locale, heardSign(locale)), response);
});
