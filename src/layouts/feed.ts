import { fill } from '../data/fill.ts';
import { folderOf, LANG } from '../languages.ts';
import { noticesOf, readNoticeWords } from '../copy/notices.ts';
import { modifiedOf } from '../data/dates.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { escapeXml } from '../flat/picture.ts';
import { settings } from '../settings.ts';
import { absolute, absoluteAsset } from './records.ts';

/** Path of a language's feed, from the site's root. */
export const feedPath = (locale: Locale): string => `${folderOf(locale)}/corrections.atom`;

/** Anchor of a notice on the data page: an entry leads to it. */
export const noticeAnchor = (id: string): string => `correction-${id}`;

/** A day of the newsroom as Atom writes a moment (RFC 4287, section 3.3): its beginning in Beijing. */
export const momentOf = (day: string): string => `${day}T00:00:00+08:00`;

/** Corrections and withdrawals as an Atom feed (RFC 4287), newest first. The id of an entry stays with its row. */
export function feedText(locale: Locale): string {
  const data = tables();
  const title = fill(readNoticeWords(locale).feedTitle, { title: settings.title[locale] });
  const self = absoluteAsset(feedPath(locale));
  const page = absolute('/data/', locale);
  const entries = noticesOf(locale).map(({ id, date, title: head, text }) => {
    const at = `${page}#${noticeAnchor(id)}`;
    return `<entry><id>${at}</id><title>${escapeXml(head)}</title><updated>${momentOf(date)}</updated><link href="${at}"/><content type="text">${escapeXml(text)}</content></entry>`;
  });
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LANG[locale]}"><id>${self}</id><title>${escapeXml(title)}</title><updated>${momentOf(modifiedOf(data))}</updated>`,
    `<link rel="self" href="${self}"/><link href="${page}#corrections"/><author><name>${escapeXml(settings.publisher[locale])}</name></author>`,
    ...entries,
    '</feed>\n',
  ].join('\n');
}

export const feedOf = (locale: Locale): Response =>
  new Response(new TextEncoder().encode(feedText(locale)), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
