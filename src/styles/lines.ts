import { readFileSync } from 'node:fs';
import { interpolateRgb, rgb } from 'd3';
import { contrast } from '../data/contrast.ts';
import { tables } from '../data/tables.ts';
import type { Line, StrokeKind } from '../data/types.ts';

/** A line's stroke as the edge of a card, or of a chapter's head. */
export const EDGES: Record<StrokeKind, string> = { solid: '3px solid', dots: '3px dotted', double: '5px double', bold: '6px solid', beads: '6px dotted' };

/** Small words are read from this contrast on (WCAG 2.2, 1.4.3). */
const LEAST_TEXT = 4.5;
const GRAIN = 20;

/** What words of a theme stand on, page and card, and their own colour. */
export interface Ground {
  ground: string;
  raised: string;
  ink: string;
}

/** The nearest colour to a tone, on the way to the ink, in which words can be read. */
function readable(tone: string, { ground, raised, ink }: Ground): string {
  const mixed = interpolateRgb(tone, ink);
  for (let i = 0; i <= GRAIN; i += 1) {
    const colour = rgb(mixed(i / GRAIN)).formatHex();
    if (Math.min(contrast(colour, ground), contrast(colour, raised)) >= LEAST_TEXT) return colour;
  }
  return ink;
}

/**
 * The tokens of the lines in a theme: `LINE` for marks, `LINE-text` for words, `LINE-area` for regions.
 */
export function lineTokens(lines: readonly Line[], name: 'night' | 'day', theme: Ground): Record<string, string> {
  return Object.fromEntries(lines.flatMap(({ id, tone, area }) => [
    [id, tone[name]], [`${id}-text`, readable(tone[name], theme)], [`${id}-area`, area[name]],
  ]));
}

/** The themes of `tokens.css`, without the lines. */
export function themesOf(css: string): Record<'night' | 'day', Ground> {
  const [day, night] = [...css.matchAll(/\{([^{}]*--ground:[^{}]*)\}/g)].map(([, block]) => {
    const token = (name: string): string => new RegExp(`--${name}:\\s*([^;]+);`).exec(block!)![1]!;
    return { ground: token('ground'), raised: token('raised'), ink: token('ink') };
  });
  return { day: day!, night: night! };
}

const declarations = (tokens: Record<string, string>): string => Object.entries(tokens).map(([name, value]) => `--${name}:${value}`).join(';');

/** The rules of one line's classes for each line: `line.css` is written out with their ids and strokes. */
export const lineRules = (template: string, lines: readonly Line[]): string =>
  lines.map(({ id, stroke }) => template.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll('LINE', id).replaceAll('EDGE', EDGES[stroke])).join('');

/**
 * The style sheet of the lines: their colours by night and by day, on paper, in a reader's own few colours, and their classes.
 * @param template `line.css`, @param tokensCss `tokens.css`
 */
export function lineSheet(template: string, tokensCss: string, lines: readonly Line[]): string {
  const themes = themesOf(tokensCss);
  const [day, night] = (['day', 'night'] as const).map((name) => lineTokens(lines, name, themes[name]));
  const forced = Object.fromEntries(Object.keys(day!).map((name) => [name, name.endsWith('-area') ? 'Canvas' : 'CanvasText']));
  return [
    `.night,.day{${declarations(day!)}}`,
    `@media screen{.night{${declarations(night!)}}}`,
    `@media (forced-colors:active){.night,.day{${declarations(forced)}}}`,
    lineRules(template, lines),
  ].join('\n');
}

const read = (name: string): string => readFileSync(`src/styles/${name}`, 'utf8');

/** The style sheet of this build's lines. */
export const LINE_CSS: string = lineSheet(read('line.css'), read('tokens.css'), [...tables().lines.values()]);
