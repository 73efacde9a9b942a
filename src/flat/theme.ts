import { tables } from '../data/tables.ts';
import { lineRules, lineTokens } from '../styles/lines.ts';
import chartCss from '../styles/chart.css?raw';
import lineCss from '../styles/line.css?raw';
import tokensCss from '../styles/tokens.css?raw';
import { checkLooks } from '../scenes/looks.ts';
import type { Theme } from '../story/resolve.ts';

checkLooks(chartCss);

/** What the page's own style sheet says of a theme. */
function blockOf(theme: Theme, css: string): string {
  const block = new RegExp(`\\.${theme}\\s*\\{([^}]*)\\}`).exec(css)?.[1];
  if (block === undefined) throw new Error(`src/styles/tokens.css: no block ".${theme}"`);
  return block;
}

/** The colour scheme that a theme's ground is drawn for, in CSS: a page says it, so that no browser darkens what it shows. */
export function schemeOf(theme: Theme): string {
  const scheme = /color-scheme:\s*([^;]+);/.exec(blockOf(theme, tokensCss))?.[1];
  if (scheme === undefined) throw new Error(`src/styles/tokens.css: no color-scheme in ".${theme}"`);
  return scheme;
}

/** Colours of a theme by token, such as `ground` -> `#0b1826`: from the page's own style sheet, and those of the lines. */
export function tokensOf(theme: Theme, css: string = tokensCss): Record<string, string> {
  const block = blockOf(theme, css);
  const own = Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]));
  return { ...own, ...lineTokens([...tables().lines.values()], theme, { ground: own['ground']!, raised: own['raised']!, ink: own['ink']! }) };
}

/**
 * The charts' style sheet with every token replaced by its colour, for a picture outside the page.
 * @param fonts families for text and for display text
 * What a picture does itself or cannot do is left out: italics and the gap between Han and Latin.
 * @throws Error that names a token which the theme does not have
 */
export function chartStyle(theme: Theme, fonts: { sans: string; display: string }): string {
  const tokens: Record<string, string> = { ...tokensOf(theme), ...fonts };
  return `${chartCss}${lineRules(lineCss, [...tables().lines.values()])}`
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => {
      const value = tokens[name];
      if (value === undefined) throw new Error(`src/styles/chart.css: --${name} is not in the theme "${theme}" of src/styles/tokens.css`);
      return value;
    })
    .replaceAll(/\s*(?:text-autospace|font-style):[^;]+;/g, '')
    .replaceAll(/\s+/g, ' ');
}
