import { tokensOf } from '../flat/theme.ts';

/** A colour of the day's theme as office files write it: `rrggbb`, in capitals. */
export function inkOf(token: string): string {
  const colour = tokensOf('day')[token];
  if (colour === undefined || !/^#[0-9a-f]{6}$/i.test(colour))
    throw new Error(`src/styles/tokens.css: --${token} of ".day" is ${colour ?? 'missing'}, expected #rrggbb`);
  return colour.slice(1).toUpperCase();
}
