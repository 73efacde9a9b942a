/** Height to keep free for a card, px: in a frame narrower than {@link NARROW}, and in a wider one. */
export type Heights = readonly [narrow: number, wider: number];

/** Below this width a card has its text under its picture, px: as in `src/styles/embed.css`. */
export const NARROW = 560;

/** As wide as a card becomes, px: as in `src/styles/embed.css`. What shrinks to its content shrinks to no less, if there is room. */
export const WIDEST = 1088;

/** A card's height as a length in CSS, where 100% is the width of its column. */
export const heightByWidth = ([narrow, wider]: Heights): string => `clamp(${wider}px,(${NARROW}px - 100%)*999,${narrow}px)`;
