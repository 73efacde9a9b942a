import { asset } from '../copy/href.ts';
import { readNoticeWords } from '../copy/notices.ts';
import type { Locale } from '../data/types.ts';
import { absolute, correctionsUrl } from '../layouts/records.ts';
import { CARD, sharePath } from '../pictures/share.ts';
import { settings } from '../settings.ts';
import type { Gone } from '../story/withdrawn.ts';
import { embedPath, type Embed, type EmbedId } from './embeds.ts';
import { heightsOf } from './heights.ts';
import { articleOf, titleOf } from './words.ts';

/** Path of an embed's oEmbed record, from the site's root. */
export const oembedPath = (id: EmbedId, locale: Locale): string => `/oembed/${id}.${locale}.json`;

/** Absolute address of an embed's oEmbed record. */
export const oembedAddress = (id: EmbedId, locale: Locale): string =>
  new URL(asset(oembedPath(id, locale), settings.base), settings.siteUrl).href;

/** The width that a record is made for: a column, px. A record is one file, so `maxwidth` cannot be heeded; the card fits any width. */
const WIDTH = 600;
/** How long a consumer may keep a record, s. */
const DAY = 86_400;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * An embed's oEmbed record (oEmbed 1.0, type `rich`). WordPress fits the height of a frame only behind a `blockquote`, and
 * shows the link in it where scripts are off.
 */
export function oembedRecord(embed: Embed, locale: Locale): Record<string, string | number> {
  const [, height] = heightsOf(embed, locale);
  const picture = sharePath(embed.whole ? locale : `${embed.cover}.${locale}`);
  return recordOf({ id: embed.id, title: titleOf(embed.id, locale), height, link: articleOf(embed, locale), picture }, locale);
}

/** Height of the frame that shows a notice, px: three short paragraphs on a phone. */
const NOTICE_HEIGHT = 320;

/** The record of an embed that is withdrawn: its frame shows the notice. */
export const oembedNotice = ({ id }: Pick<Gone, 'id'>, locale: Locale): Record<string, string | number> =>
  recordOf({ id, title: readNoticeWords(locale).withdrawnTitle, height: NOTICE_HEIGHT, link: correctionsUrl(locale), picture: sharePath(locale) }, locale);

interface Card {
  id: EmbedId;
  title: string;
  height: number;
  link: string;
  /** path of its thumbnail */
  picture: string;
}

function recordOf({ id, title, height, link, picture }: Card, locale: Locale): Record<string, string | number> {
  const frame = `<iframe src="${absolute(embedPath(id), locale)}" title="${escape(title)}" width="${WIDTH}" height="${height}" frameborder="0" marginwidth="0" marginheight="0" scrolling="no"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: settings.publisher[locale],
    provider_name: settings.title[locale],
    provider_url: absolute('/', locale),
    cache_age: DAY,
    width: WIDTH,
    height,
    html: `<blockquote><a href="${link}">${escape(title)}</a></blockquote>${frame}`,
    thumbnail_url: new URL(asset(picture, settings.base), settings.siteUrl).href,
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
  };
}
