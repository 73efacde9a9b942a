import type { Locale } from '../data/types.ts';
import { describeMissing, displayRule, subsetDisplayFont } from './font.ts';

/**
 * The display face of a page that carries its own, as a rule with the font in it; a policy has to allow `font-src data:`.
 * @param text every text of the page that is set in the display face
 * @throws Error that names each character the font lacks
 */
export async function inlineFace(locale: Locale, text: string): Promise<string> {
  const { woff2, missing } = await subsetDisplayFont(text);
  if (missing.length > 0) throw new Error(describeMissing(locale, text, missing));
  const data = Buffer.from(woff2).toString('base64');
  return `@font-face{font-family:"Display ${locale}";src:url(data:font/woff2;base64,${data}) format("woff2");font-weight:900;font-display:block}${displayRule(locale)}`;
}
