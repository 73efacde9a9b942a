import type { Locale } from '../data/types.ts';
import { escapeXml } from '../flat/picture.ts';
import { LANG } from '../languages.ts';
import { settings } from '../settings.ts';
import { movingArticle, stillsArticle } from './article.ts';
import { leftOf } from './left.ts';
import { htmlOf } from './pasted.ts';

/** The files of the article to paste, by name: as it is copied, with places for stills, and as the strictest editor leaves it. */
export const ARTICLE_NAMES = { whole: 'article.html', stills: 'article-stills.html', left: 'article-left.html' } as const;
export type ArticleKind = keyof typeof ARTICLE_NAMES;

/**
 * What such a file may do: nothing but wear the styles of its own tags. They are what is pasted, so they cannot be named by a hash;
 * nothing is fetched, and no program runs.
 */
export const ARTICLE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The article's HTML as it is pasted. */
export const articleHtml = (kind: ArticleKind, locale: Locale): string =>
  kind === 'stills' ? htmlOf(stillsArticle(locale)) : kind === 'whole' ? htmlOf(movingArticle(locale)) : leftOf(htmlOf(movingArticle(locale))).html;

/** The article as a file that opens by itself: as wide as a phone's article, at most as wide as a computer's. Its `main` is the file's, not the article's: it is not copied. */
export const articleFile = (kind: ArticleKind, locale: Locale): string => `<!DOCTYPE html>
<html lang="${LANG[locale]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ARTICLE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeXml(settings.title[locale])}</title>
</head>
<body style="max-width:677px;margin:0 auto;padding:20px 16px 48px;background:#fff;font-family:system-ui,-apple-system,sans-serif;overflow-wrap:break-word">
<main>
${articleHtml(kind, locale)}
</main>
</body>
</html>
`;
