import type { Locale } from '../data/types.ts';

/** Height to keep free for a card, px: in a frame narrower than {@link NARROW}, and in a wider one. */
export type Heights = readonly [narrow: number, wider: number];

/** Below this width a card has its text under its picture, px: as in `src/styles/embed.css`. */
export const NARROW = 560;

/** The highest that each card stood, from 320 to 1,024 px, when measured; `tests/browser/embed.spec.ts` measures anew. */
const HEIGHTS: Readonly<Record<string, Readonly<Record<Locale, Heights>>>> = {
  'line-heilongjiang': { zh: [860, 690], en: [960, 710] },
  'line-hubei': { zh: [860, 690], en: [940, 710] },
  'both-lines': { zh: [800, 690], en: [900, 710] },
  'round-ups': { zh: [870, 690], en: [960, 710] },
  cases: { zh: [870, 670], en: [940, 740] },
  'known-users': { zh: [890, 670], en: [980, 710] },
  checks: { zh: [870, 690], en: [940, 710] },
  recovery: { zh: [850, 670], en: [950, 690] },
  story: { zh: [900, 690], en: [980, 750] },
};

/** The height to keep free for an embed's card; for one that has not been measured, that of the highest. */
export function heightsOf(id: string, locale: Locale): Heights {
  const all = Object.values(HEIGHTS).map((of) => of[locale]);
  return HEIGHTS[id]?.[locale] ?? [Math.max(...all.map(([narrow]) => narrow)), Math.max(...all.map(([, wider]) => wider))];
}
