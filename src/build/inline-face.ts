import type { Locale } from '../data/types.ts';
import { cutDisplay, displayRule, rangeOf } from './font.ts';

/**
 * The display face of a page that carries its own, as a rule with the font in it; a policy has to allow `font-src data:`.
 * @param text every text of the page that is set in the display face
 * @throws Error that names each character that no face has, and where it stands
 */
export async function inlineFace(locale: Locale, text: string): Promise<string> {
  const cuts = await cutDisplay(locale, text);
  const rules = cuts.map(({ woff2, characters }) => {
    const range = cuts.length > 1 ? `;unicode-range:${rangeOf(characters)}` : '';
    return `@font-face{font-family:"Display ${locale}";src:url(data:font/woff2;base64,${Buffer.from(woff2).toString('base64')}) format("woff2");font-weight:900;font-display:block${range}}`;
  });
  return `${rules.join('')}${displayRule(locale)}`;
}
