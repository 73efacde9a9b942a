import { inside } from '../copy/href.ts';
import { plain } from '../copy/plain.ts';
import { readStory } from '../copy/story.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { absolute } from '../layouts/records.ts';
import { settings } from '../settings.ts';
import type { StepId } from '../story/ids.ts';
import { sourcesOf } from './downloads.ts';
import { embedPath, type Embed } from './embeds.ts';
import { HEIGHTS } from './heights.ts';
import { articleOf } from './oembed.ts';
import type { Picture, Piece } from './snippets.ts';
import { creditOf, titleOf } from './words.ts';

/** Absolute address of the site, ends with `/`. */
export const siteRoot = (): string => new URL(inside('/', 'zh', settings.base), settings.siteUrl).href;

/** What the snippets of an embed say in one language. */
export const pieceOf = (embed: Embed, locale: Locale): Piece => ({
  id: embed.id,
  lang: locale,
  title: titleOf(embed.id, locale),
  frame: absolute(embedPath(embed.id), locale),
  loader: `${siteRoot()}embed.js`,
  article: articleOf(embed, locale),
  heights: HEIGHTS[embed.id][locale],
});

/** What a step's picture shows, in words. */
export const altOf = (step: StepId, locale: Locale): string => plain(readStory(locale).steps.get(step)!.alt, locale, tables());

/** What the picture of an embed's cover says in one language. */
export const pictureOf = (embed: Embed, locale: Locale, theme: 'light' | 'dark'): Picture => ({
  ...sourcesOf(siteRoot(), embed.cover, locale, theme),
  alt: altOf(embed.cover, locale),
  article: articleOf(embed, locale),
  credit: creditOf(embed, locale),
});
