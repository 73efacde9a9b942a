import { inside } from '../copy/href.ts';
import { plain } from '../copy/plain.ts';
import { readStory } from '../copy/story.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { absolute } from '../layouts/records.ts';
import { settings } from '../settings.ts';
import { picturePath } from './downloads.ts';
import { embedPath, type Embed } from './embeds.ts';
import { HEIGHTS } from './heights.ts';
import { articleOf } from './oembed.ts';
import type { Piece, pictureSnippet } from './snippets.ts';
import { creditOf, titleOf } from './words.ts';

const file = (path: string): string => new URL(inside(path, 'zh', settings.base), settings.siteUrl).href;

/** What the snippets of an embed say in one language. */
export const pieceOf = (embed: Embed, locale: Locale): Piece => ({
  id: embed.id,
  lang: locale,
  title: titleOf(embed.id, locale),
  frame: absolute(embedPath(embed.id), locale),
  loader: file('/embed.js'),
  article: articleOf(embed, locale),
  heights: HEIGHTS[embed.id][locale],
});

/** What the picture of an embed's cover says in one language. */
export function pictureOf(embed: Embed, locale: Locale, theme: 'light' | 'dark'): Parameters<typeof pictureSnippet>[0] {
  const [once, twice] = [file(picturePath(embed.id, embed.cover, locale, theme, 'png')), file(picturePath(embed.id, embed.cover, locale, theme, '@2x.png'))];
  return {
    src: once,
    srcset: `${twice} 2x`,
    alt: plain(readStory(locale).steps.get(embed.cover)!.alt, locale, tables()),
    article: articleOf(embed, locale),
    credit: creditOf(embed, locale),
  };
}
