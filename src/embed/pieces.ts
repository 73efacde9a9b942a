import { asset } from '../copy/href.ts';
import type { Locale } from '../data/types.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import { absolute } from '../layouts/records.ts';
import { altOfStep, WIDTH } from '../pictures/chart.ts';
import { settings } from '../settings.ts';
import { homeOf, sourcesOf } from './downloads.ts';
import { embedPath, type Embed } from './embeds.ts';
import type { Part } from './gallery.ts';
import { heightsOf } from './heights.ts';
import type { Picture, Piece } from './snippets.ts';
import { articleOf, creditOf, titleOf } from './words.ts';

/** Absolute address of the site, ends with `/`. */
export const siteRoot = (): string => new URL(asset('/', settings.base), settings.siteUrl).href;

/** What the snippets of an embed say in one language. */
export const pieceOf = (embed: Embed, locale: Locale): Piece => ({
  id: embed.id,
  lang: locale,
  title: titleOf(embed.id, locale),
  frame: absolute(embedPath(embed.id), locale),
  loader: `${siteRoot()}embed.js`,
  article: articleOf(embed, locale),
  heights: heightsOf(embed, locale),
});

/** What the picture of an embed's cover says in one language. */
export const pictureOf = (embed: Embed, locale: Locale, theme: 'light' | 'dark'): Picture => ({
  ...sourcesOf(siteRoot(), embed.cover, locale, theme),
  width: WIDTH,
  alt: altOfStep(embed.cover, locale, mapModeOf('picture')),
  article: articleOf(embed, locale),
  credit: creditOf(embed, locale),
});

/** All that the gallery's code is made of, for an embed in one language. */
export const partOf = (embed: Embed, locale: Locale): Part => ({
  piece: pieceOf(embed, locale),
  cover: embed.cover,
  homes: Object.fromEntries(embed.steps.map((step) => [step, homeOf(step)])),
  width: WIDTH,
  alts: Object.fromEntries(embed.steps.map((step) => [step, altOfStep(step, locale, mapModeOf('picture'))])),
  credit: creditOf(embed, locale),
});
