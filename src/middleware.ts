import { defineMiddleware } from 'astro:middleware';
import { spoken } from './copy/spoken.ts';
import { heardSign } from './copy/ui.ts';

/** Every page, on its way out, is made fit to be heard. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const locale = /<html[^>]* lang="en"/.test(html) ? 'en' : 'zh';
  return new Response(spoken(html, locale, heardSign(locale)), response);
});
