import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tables } from '../../src/data/tables.ts';
import { CUT_REST } from '../../src/scenes/map/config.ts';
import { lineTokens } from '../../src/styles/lines.ts';

// WCAG 2.2, 1.4.3 and 1.4.11.
const TEXT = 4.5;
const MARK = 3;

const tokensCss = readFileSync('src/styles/tokens.css', 'utf8');
const chartCss = readFileSync('src/styles/chart.css', 'utf8');

type Theme = Readonly<Record<string, string>>;
const [day, night] = [...tokensCss.matchAll(/\{([^{}]*--ground:[^{}]*)\}/g)].map(([, body]): Theme => Object.fromEntries([...body!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!])));
const LINES = [...tables().lines.values()];
const withLines = (name: 'day' | 'night', own: Theme): Theme => ({ ...own, ...lineTokens(LINES, name, { ground: own['ground']!, raised: own['raised']!, ink: own['ink']! }) });
const THEMES = { day: withLines('day', day!), night: withLines('night', night!) };
const IDS = LINES.map(({ id }) => id);
const AREA = (id: string): string => `${id}-area`;
/** The first two lines, which the story tells side by side; others are told apart by their strokes as well. */
const PAIRS: (readonly [string, string])[] = IDS.length < 2 ? [] : [[IDS[0]!, IDS[1]!], [AREA(IDS[0]!), AREA(IDS[1]!)]];

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
/** Relative luminance as WCAG 2 defines it; channels 0 to 255. */
function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(front: string, back: string, opacity = 1): number {
  const under = channels(back);
  const [a, b] = [luminance(channels(front).map((value, i) => value * opacity + under[i]! * (1 - opacity))), luminance(under)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

test('the ratio is worked out as WCAG has it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  // The grey that just misses 4.5 on white, from WCAG's own examples.
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

describe.each(Object.entries(THEMES))('%s', (_, theme) => {
  const colour = (name: string): string => {
    const found = theme[name];
    if (found === undefined) throw new Error(`src/styles/tokens.css has no --${name}`);
    return found;
  };

  test.each(['ink', 'muted', 'accent', 'fallen', ...IDS.map((id) => `${id}-text`)])('text in --%s on the page, on cards and on land', (name) => {
    for (const ground of ['ground', 'raised', 'land', 'isle']) {
      // The names of the lines stand on land only with a halo of the ground.
      if (/^line/.test(name) && /land|isle/.test(ground)) continue;
      expect(contrast(colour(name), colour(ground)), ground).toBeGreaterThanOrEqual(TEXT);
    }
  });

  test('text on bars', () => {
    expect(contrast(colour('on-fallen'), colour('fallen'))).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(['ink', 'muted', 'fallen'])('marks in --%s on the page and on land', (name) => {
    for (const ground of ['ground', 'raised', 'land', 'isle', ...IDS.map(AREA)]) expect(contrast(colour(name), colour(ground)), `${ground} (an area’s tone stands in data/lines.csv)`).toBeGreaterThanOrEqual(MARK);
  });

  test.each(IDS)('%s stays seen on every ground once it is cut, before the cut and behind it', (id) => {
    for (const { opacity } of Object.values(CUT_REST)) {
      for (const ground of ['ground', 'land', 'isle', ...IDS.map(AREA)]) expect(contrast(colour(id), colour(ground), opacity), ground).toBeGreaterThanOrEqual(MARK);
    }
  });

  test('marks that are drawn half transparent', () => {
    const thin = [...chartCss.matchAll(/\.canvas ([^{]+) \{ fill: var\(--(\w+)\); fill-opacity: ([\d.]+); \}/g)];
    expect(thin.map(([, selector]) => selector)).toEqual(['path.bar']);
    for (const [, selector, name, opacity] of thin) expect(contrast(colour(name!), colour('ground'), Number(opacity)), selector).toBeGreaterThanOrEqual(MARK);
  });
});

test('no mark that stands for a number is drawn in the faint colours of grids and borders', () => {
  const faint = [...chartCss.matchAll(/^(\.canvas [^{]+) \{[^}]*(?:fill|stroke): var\(--(?:rule|hairline)\)/gm)].map(([, selector]) => selector!.replaceAll('.canvas ', ''));
  expect(faint.sort()).toEqual(['.county.plain', '.inset-frame', '.isle .borders', '.land .borders', 'path.hairline, path.axis', 'path.rule']);
});

/**
 * Linear RGB as three kinds of colour blindness see it, whole: Machado, Oliveira and Fernandes, A Physiologically-based Model for
 * Simulation of Color Vision Deficiency, 2009, table 1, severity 1.
 */
const BLINDNESS = {
  none: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} as const;
/** Two fields of colour that are further apart than this in CIELAB are told apart at a glance, side by side or not. */
const APART = 25;

/** CIELAB, of a colour as a reader sees it; D65. */
function lab(colour: string, seen: readonly (readonly number[])[]): number[] {
  const linear = channels(colour).map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  const [r, g, b] = seen.map((row) => Math.min(1, Math.max(0, row.reduce((sum, factor, i) => sum + factor * linear[i]!, 0)))) as [number, number, number];
  const [x, y, z] = [(0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047, 0.2126729 * r + 0.7151522 * g + 0.072175 * b, (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883]
    .map((value) => (value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116)) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(Object.entries(BLINDNESS))('with %s', (_, seen) => {
  test.each<readonly [string, string]>([...PAIRS, ['late', 'fallen']])('--%s and --%s are told apart, day and night', (a, b) => {
    for (const theme of Object.values(THEMES)) {
      const [first, second] = [lab(theme[a]!, seen), lab(theme[b]!, seen)];
      expect(Math.hypot(...first.map((value, i) => value - second[i]!))).toBeGreaterThan(APART);
    }
  });
});

test('the distance is that of CIELAB', () => {
  // White is 100, 0, 0; sRGB's red is 53.24, 80.09, 67.20.
  for (const [colour, expected] of [['#ffffff', [100, 0, 0]], ['#ff0000', [53.24, 80.09, 67.2]]] as const) {
    lab(colour, BLINDNESS.none).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 1));
  }
});
