import type { Locale } from '../data/types.ts';
import { EMBEDS, type EmbedId } from './embeds.ts';
import { pictureAt, sourcesAt, type Ending } from './paths.ts';

/** The part whose package a step's picture lies in: the first that tells the step. The whole story keeps only what no other part has. */
export const homeOf = (step: string): EmbedId => EMBEDS.find(({ steps }) => steps.includes(step))!.id;

/** Path of a step's picture, from the site's root. */
export const picturePath = (step: string, locale: Locale, theme: 'light' | 'dark', ending: Ending): string =>
  pictureAt(homeOf(step), step, locale, theme, ending);

/** A step's picture at single and double size: see `sourcesAt`. */
export const sourcesOf = (root: string, step: string, locale: Locale, theme: 'light' | 'dark'): { src: string; srcset: string } =>
  sourcesAt(root, homeOf(step), step, locale, theme);

/** Path of the alternative text of a step's pictures, from the site's root. */
export const altPath = (step: string, locale: Locale): string => `/pictures/${homeOf(step)}/${step}.${locale}.txt`;

/** Path of an embed's package, from the site's root. */
export const packagePath = (id: EmbedId): string => `/packages/${id}.zip`;
