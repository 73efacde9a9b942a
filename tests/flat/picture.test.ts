import { describe, expect, test } from 'vitest';
import { makeChart } from '../../src/flat/chart.ts';
import { mapDefs, patternDefs } from '../../src/flat/defs.ts';
import { escapeXml, pictureSvg } from '../../src/flat/picture.ts';
import { chartStyle, tokensOf } from '../../src/flat/theme.ts';
import { basemap } from '../../src/geo/map.ts';
import { STEPS } from '../../src/story/steps.ts';

const fonts = { sans: 'Sans', display: 'Serif' };
const picture = (position: number, theme: 'night' | 'day', mode: 'geographic' | 'schematic' = 'geographic'): string =>
  pictureSvg({
    steps: STEPS, position, frame: 'landscape', chart: makeChart('zh', mode), theme, fonts,
    width: 1200, height: 630, at: { x: 0, y: 0, scale: 0.7 }, around: '<text x="10" y="20">19</text>',
  });

describe('colours', () => {
  test('night is dark and day is light, by the page’s own style sheet', () => {
    expect(tokensOf('night')).toMatchObject({ ground: '#0b1826', 'line-1': '#6ec1e4', 'line-2': '#f4a742', 'line-1-text': '#6ec1e4' });
    expect(tokensOf('day')).toMatchObject({ ground: '#f5f1ea', fallen: '#1c5d59' });
    expect(Object.keys(tokensOf('night')).sort()).toEqual(Object.keys(tokensOf('day')).sort());
  });
  test('a token that a theme lacks is named', () => {
    expect(() => tokensOf('day', '.night { --ground: #000; }')).toThrow(/no block "\.day"/);
    expect(() => chartStyle('day', { sans: 'Sans' } as unknown as typeof fonts)).toThrow(/--display is not in the theme "day"/);
  });
});

describe('a picture as one file', () => {
  test.each([[0, 'night'], [6, 'night'], [14, 'day'], [17, 'day'], [22, 'day']] as const)('at step %d, %s, needs no page around it', (position, theme) => {
    const svg = picture(position, theme);
    const ids = new Set([...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));
    const wanted = [...svg.matchAll(/url\(#([\w-]+)\)|href="#([\w-]+)"/g)].map(([, a, b]) => (a ?? b)!);
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    expect(svg).not.toMatch(/var\(--|<!--|undefined|NaN/);
    expect(svg).toContain(`fill="${theme === 'night' ? '#0b1826' : '#f5f1ea'}"`);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  });
  test('shows the same picture in the other theme where an embed asks for it', () => {
    expect(picture(0, 'day')).toContain('url(#hatch-map-line-2-day)');
    expect(picture(0, 'day')).not.toContain('url(#hatch-map-line-2-night)');
  });
  test('without an approved map holds no land', () => {
    expect(picture(0, 'night', 'schematic')).not.toMatch(/china-|isle-|area-/);
  });
  test('words are escaped', () => expect(escapeXml('<19 & "15">')).toBe('&lt;19 &amp; &quot;15&quot;&gt;'));
});

describe('definitions', () => {
  test('each pattern stands once for each theme, hatching at 45 degrees', () => {
    const both = patternDefs('night') + patternDefs('day');
    const ids = [...both.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ['hatch-map-line-2-night', 'hatch-line-1-night', 'hatch-ink-day', 'soft-ink-night', 'dot-fallen-day']) expect(ids).toContain(id);
    expect(both.match(/<pattern id="hatch[^>]*>/g)!.every((pattern) => pattern.includes('rotate(45)'))).toBe(true);
  });
  test('the map’s paths stand once', () => {
    const ids = [...mapDefs(basemap()).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['china-land', 'area-420000', 'isle-coast', 'area-469002', 'area-469006', 'south-sea-islets']));
  });
});
