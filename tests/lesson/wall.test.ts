import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tables } from '../../src/data/tables.ts';
import { tokensOf } from '../../src/flat/theme.ts';

const CSS = readFileSync('src/styles/slides.css', 'utf8');
/** What a rule of the slides says. */
function rule(selector: string): string {
  const at = CSS.indexOf(`${selector} {`);
  if (at < 0) throw new Error(`src/styles/slides.css: no rule ${selector}`);
  return CSS.slice(at, CSS.indexOf('}', at));
}
const token = (selector: string, property: string): string => new RegExp(`[ ;]${property}: var\\(--([\\w-]+)\\)`).exec(rule(selector))![1]!;
const share = (selector: string): number => Number(/fill-opacity: ([.\d]+)/.exec(rule(selector))![1]);

type Colour = readonly [number, number, number];
const channels = (hex: string): Colour => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
const over = (top: Colour, below: Colour, part: number): Colour => top.map((each, i) => each * part + below[i]! * (1 - part)) as unknown as Colour;
/** Light of a bright room on the screen: a veil of white over all of it. */
const VEIL = 0.2;
/** Relative luminance (WCAG 2.2) of a colour under the veil. */
function luminance(colour: Colour): number {
  const [r, g, b] = over([255, 255, 255], colour, VEIL).map((each) => (each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Colour;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const ratio = (a: Colour, b: Colour): number => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

test('the veil is counted: black and white under it are 12.7 to 1, and no longer 21', () => {
  expect(ratio([0, 0, 0], [255, 255, 255])).toBeCloseTo(12.65, 1);
});

describe.each(['day', 'night'] as const)('with 20 % of white over the whole slide, %s', (theme) => {
  const tokens = tokensOf(theme);
  const of = (name: string): Colour => channels(tokens[name]!);
  const lines = [...tables().lines.values()].map(({ id }) => id);
  const [ground, land, isle] = [of('ground'), of('land'), of('isle')];
  const area = share('.player .canvas :is(.province, .county)');
  const bar = share('.player .canvas path.bar:not(.fallen)');
  const edge = of(token('.player .canvas [href="#china-land"]', 'stroke'));

  test('the edge of the land holds 3 to 1 against the sea and the land, on the map and in the inset', () => {
    expect(Math.min(ratio(edge, ground), ratio(edge, land))).toBeGreaterThanOrEqual(3);
    expect(token('.player .canvas .inset-land', 'stroke')).toBe(token('.player .canvas [href="#china-land"]', 'stroke'));
    // The island's coast, in the colour of what fell.
    expect(Math.min(ratio(of('fallen'), ground), ratio(of('fallen'), isle))).toBeGreaterThanOrEqual(3);
  });
  test.each(lines)('the marks of %s hold 3 to 1 on sea, land, island and on its own region', (line) => {
    const region = over(of(`${line}-area`), land, area);
    const county = over(of(`${line}-area`), isle, area);
    for (const [where, below] of Object.entries({ ground, land, isle, region, county })) expect(ratio(of(line), below), where).toBeGreaterThanOrEqual(3);
  });
  test('squares, people, months, bars, axes and guesses hold 3 to 1', () => {
    const marks = { fallen: of('fallen'), ink: of('ink'), muted: of('muted'), accent: of('accent'), bar: over(of('fallen'), ground, bar), axis: of(token('.player .canvas path:is(.axis, .rule), .player .canvas .inset-frame', 'stroke')) };
    for (const [name, mark] of Object.entries(marks)) expect(ratio(mark, ground), name).toBeGreaterThanOrEqual(3);
  });
  test('words hold 3 to 1 on the slide and on a button', () => {
    for (const [text, below] of [['ink', 'ground'], ['muted', 'ground'], ['on-fallen', 'fallen'], ['ink', 'raised'], ...lines.map((line) => [`${line}-text`, 'ground'])] as [string, string][]) {
      expect(ratio(of(text), of(below)), `${text} on ${below}`).toBeGreaterThanOrEqual(3);
    }
  });
});
