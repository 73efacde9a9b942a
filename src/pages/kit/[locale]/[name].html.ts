import type { APIRoute } from 'astro';
import { LOCALES } from '../../../languages.ts';
import type { Locale } from '../../../data/types.ts';
import { htmlResponse } from '../../../pictures/answer.ts';
import { ARTICLE_NAMES, articleFile, type ArticleKind } from '../../../pictures/article-files.ts';

export const getStaticPaths = () =>
  LOCALES.flatMap((locale) =>
    Object.entries(ARTICLE_NAMES).map(([kind, name]) => ({ params: { locale, name: name.replace(/\.html$/, '') }, props: { locale, kind: kind as ArticleKind } })),
  );

export const GET: APIRoute<{ locale: Locale; kind: ArticleKind }> = ({ props: { kind, locale } }) => htmlResponse(articleFile(kind, locale));
