import type { Locale } from '../data/types.ts';
import type { StepId } from '../story/ids.ts';
import type { EmbedId } from './embeds.ts';

/** Path of a step's picture, from the site's root. */
export const picturePath = (id: EmbedId, step: StepId, locale: Locale, theme: 'light' | 'dark', ending: 'svg' | 'png' | '@2x.png'): string =>
  `/pictures/${id}/${step}.${locale}.${theme}${ending.startsWith('@') ? '' : '.'}${ending}`;

/** Path of an embed's package, from the site's root. */
export const packagePath = (id: EmbedId): string => `/packages/${id}.zip`;
