import type { Locale } from '../data/types.ts';
import type { StepId } from '../story/ids.ts';
import { EMBEDS, type EmbedId } from './embeds.ts';

/** The part whose package a step's picture lies in: the first that tells the step. The whole story keeps only what no other part has. */
export const homeOf = (step: StepId): EmbedId => EMBEDS.find(({ steps }) => steps.includes(step))!.id;

/** Path of a step's picture, from the site's root. */
export const picturePath = (step: StepId, locale: Locale, theme: 'light' | 'dark', ending: 'svg' | 'png' | '@2x.png'): string =>
  `/pictures/${homeOf(step)}/${step}.${locale}.${theme}${ending.startsWith('@') ? '' : '.'}${ending}`;

/**
 * A step's picture at single and double size, as an image names them.
 * @param root absolute address of the site, ends with `/`
 */
export function sourcesOf(root: string, step: StepId, locale: Locale, theme: 'light' | 'dark'): { src: string; srcset: string } {
  const [once, twice] = (['png', '@2x.png'] as const).map((ending) => `${root}${picturePath(step, locale, theme, ending).slice(1)}`);
  return { src: once!, srcset: `${twice!} 2x` };
}

/** Path of the alternative text of a step's pictures, from the site's root. */
export const altPath = (step: StepId, locale: Locale): string => `/pictures/${homeOf(step)}/${step}.${locale}.txt`;

/** Path of an embed's package, from the site's root. */
export const packagePath = (id: EmbedId): string => `/packages/${id}.zip`;
