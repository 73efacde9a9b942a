import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// WCAG 2.2, 1.4.3 and 1.4.11.
const TEXT = 4.5;
const MARK = 3;

const tokensCss = readFileSync('src/styles/tokens.css', 'utf8');
const chartCss = readFileSync('src/styles/chart.css', 'utf8');

type Theme = Readonly<Record<string, string>>;
const [day, night] = [...tokensCss.matchAll(/\{([^{}]*--ground:[^{}]*)\}/g)].map(([, body]): Theme => Object.fromEntries([...body!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!])));
const THEMES = { day: day!, night: night! };

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

  test.each(['ink', 'muted', 'line1', 'line2', 'fallen'])('text in --%s on the page, on cards and on land', (name) => {
    for (const ground of ['ground', 'raised', 'land', 'isle']) {
      // The names of the two lines stand on land only with a halo of the ground.
      if (/^line/.test(name) && /land|isle/.test(ground)) continue;
      expect(contrast(colour(name), colour(ground)), ground).toBeGreaterThanOrEqual(TEXT);
    }
  });

  test('text on bars', () => {
    expect(contrast(colour('on-fallen'), colour('fallen'))).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(['ink', 'muted', 'line1', 'line2', 'fallen'])('marks in --%s on the page and on land', (name) => {
    for (const ground of ['ground', 'raised', 'land', 'isle', 'county1', 'county2']) expect(contrast(colour(name), colour(ground)), ground).toBeGreaterThanOrEqual(MARK);
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
