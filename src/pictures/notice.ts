import { readNoticeWords, withdrawalNotice } from '../copy/notices.ts';
import { stampOf } from '../copy/stamp.ts';
import { tables } from '../data/tables.ts';
import type { Locale, Withdrawal } from '../data/types.ts';
import { escapeXml, rootSvg } from '../flat/picture.ts';
import { tokensOf } from '../flat/theme.ts';
import { correctionsUrl } from '../layouts/records.ts';
import { wrap } from '../scenes/text.ts';
import { checkLetters, pictureFonts } from './faces.ts';
import { metadataOf } from './files.ts';
import { withTexts } from './png.ts';
import { rasterize } from './raster.ts';

const SAFE = 56;
const SIZES = { title: 46, text: 26, small: 19 } as const;

/** What an address says whose content is withdrawn, a paragraph each. */
export const noticeTexts = (row: Withdrawal, locale: Locale): string[] => [
  readNoticeWords(locale).withdrawnTitle,
  withdrawalNotice(row, locale).text,
  stampOf(locale, tables(), correctionsUrl(locale)),
];

/**
 * The notice that stands in the place of a withdrawn picture, at its size, so that a page which shows it does not move.
 * @returns SVG without fonts of its own
 */
export function noticePicture(row: Withdrawal, locale: Locale, theme: 'light' | 'dark', width: number, height: number): string {
  const tokens = tokensOf(theme === 'light' ? 'day' : 'night');
  const fonts = pictureFonts(locale);
  const [title, ...texts] = noticeTexts(row, locale);
  let y = SAFE + SIZES.title;
  const rows = [
    ...wrap(title!, SIZES.title, width - 2 * SAFE).map((line) => ({ line, size: SIZES.title, family: fonts.display, look: 'display' })),
    ...texts.flatMap((text, i) => wrap(text, i === 0 ? SIZES.text : SIZES.small, width - 2 * SAFE).map((line) => ({ line, size: i === 0 ? SIZES.text : SIZES.small, family: fonts.sans, look: 'muted' }))),
  ].map(({ line, size, family, look }) => {
    const row = `<text class="${look}" x="${SAFE}" y="${y}" font-size="${size}" style="font-family:${escapeXml(family).replaceAll('&quot;', "'")}" fill="${tokens['ink']}">${escapeXml(line)}</text>`;
    y += size * 1.6;
    return row;
  });
  const svg = rootSvg(width, height, `<rect width="${width}" height="${height}" fill="${tokens['ground']}"/>${rows.join('')}`, { title: title!, description: texts.join(' ') });
  checkLetters(svg, locale, `withdrawal/${row.id}`);
  return svg;
}

export async function noticePng(row: Withdrawal, locale: Locale, theme: 'light' | 'dark', size: { width: number; height: number }, scale = 1): Promise<Uint8Array> {
  const [title, ...texts] = noticeTexts(row, locale);
  const svg = noticePicture(row, locale, theme, size.width, size.height);
  return withTexts(await rasterize(svg, size.width * scale), metadataOf({ title: title!, description: texts.join(' '), address: correctionsUrl(locale), locale }));
}
