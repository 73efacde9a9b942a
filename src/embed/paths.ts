import type { Locale } from '../data/types.ts';

export type Ending = 'svg' | 'png' | '@2x.png';

/**
 * Path of a step's picture, from the site's root.
 * @param home id of the part whose package it lies in
 */
export const pictureAt = (home: string, step: string, locale: Locale, theme: 'light' | 'dark', ending: Ending): string =>
  `/pictures/${home}/${step}.${locale}.${theme}${ending.startsWith('@') ? '' : '.'}${ending}`;

/**
 * A step's picture at single and double size, as an image names them.
 * @param root absolute address of the site, ends with `/`
 * @param home id of the part whose package it lies in
 */
export function sourcesAt(root: string, home: string, step: string, locale: Locale, theme: 'light' | 'dark'): { src: string; srcset: string } {
  const [once, twice] = (['png', '@2x.png'] as const).map((ending) => `${root}${pictureAt(home, step, locale, theme, ending).slice(1)}`);
  return { src: once!, srcset: `${twice!} 2x` };
}
