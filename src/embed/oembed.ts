import type { Locale } from '../data/types.ts';
import type { EmbedId } from './embeds.ts';

/** Path of an embed's oEmbed record, from the site's root. */
export const oembedPath = (id: EmbedId, locale: Locale): string => `/oembed/${id}.${locale}.json`;
