import { defineMiddleware } from 'astro:middleware';
import { spoken } from './copy/spoken.ts';
import { heardSign } from './copy/ui.ts';
import { DEFAULT_LOCALE, LANG, LOCALES } from './languages.ts';

/** Files to be handed on as they are: the article that is pasted elsewhere has no class, and no words that only a style sheet of ours would hide. */
const HANDED_ON = '/kit/[locale]/';

/** Every page, on its way out, is made fit to be heard. */
export const onRequest = defineMiddleware(async ({ routePattern }, next) => {
  const response = await next();
  if (routePattern.startsWith(HANDED_ON) || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const lang = /<html[^>]* lang="([^"]*)"/.exec(html)?.[1];
  const locale = LOCALES.find((each) => LANG[each] === lang) ?? DEFAULT_LOCALE;
  return new Response(spoken(html, locale, heardSign(locale)), response);
});
