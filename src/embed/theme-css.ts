import { schemeOf, tokensOf } from '../flat/theme.ts';
import type { Theme } from '../story/resolve.ts';

const block = (selector: string, theme: Theme): string =>
  `${selector}{${Object.entries(tokensOf(theme)).map(([name, value]) => `--${name}:${value}`).join(';')};color-scheme:${schemeOf(theme)}}`;

/** Both grounds of a page that is told its theme, and the page itself. */
const within = (theme: string): string => `:root[data-theme="${theme}"],:root[data-theme="${theme}"] :is(.night,.day)`;

/**
 * Rules that give the whole embed one theme, whatever the story's own: the same tokens under another name, so that pictures,
 * patterns and text change together and nothing is drawn anew. `auto` follows the reader's system.
 */
export const THEME_CSS = [
  block(within('light'), 'day'),
  block(within('dark'), 'night'),
  block(within('auto'), 'day'),
  `@media (prefers-color-scheme:dark){${block(within('auto'), 'night')}}`,
].join('');
