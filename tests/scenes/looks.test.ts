import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkLooks, LABEL_LOOKS, SHAPE_LOOKS, SPOT_LOOKS } from '../../src/scenes/looks.ts';
import type { Label } from '../../src/scenes/chart.ts';
import type { Scene } from '../../src/scenes/scene.ts';
import type { Shape } from '../../src/scenes/shapes.ts';
import { messageOf } from '../data/fixture.ts';

const CSS = readFileSync('src/styles/chart.css', 'utf8');

describe('a look without a rule stops the build', () => {
  test('all have one', () => expect(() => checkLooks(CSS)).not.toThrow());
  test.each([...SHAPE_LOOKS, ...LABEL_LOOKS, ...SPOT_LOOKS])('without the rules for “%s” it is named', (look) => {
    const without = CSS.replaceAll(new RegExp(`\\.${look}(?![\\w-])`, 'g'), '.other');
    expect(messageOf(() => checkLooks(without))).toMatch(new RegExp(`^src/styles/chart\\.css:\\n.*the (shape|word|place) look "${look}" has no rule, expected one for \\.canvas \\.${look}`, 's'));
  });
});

// That these do not compile is the test: the type checker complains about a directive without an error.
test('a look that is not listed, and a scene that leaves something out, do not compile', () => {
  // @ts-expect-error no such look
  const shape: Shape = { key: 'a', d: '', look: 'sqare' };
  // @ts-expect-error a look of shapes is none of words
  const label: Label = { key: 'a', text: '', x: 0, y: 0, size: 1, look: 'square' };
  // @ts-expect-error no entrance
  const scene: Scene<{ shown: number }> = { description: '', rest: { shown: 0 }, facts: [], finest: 1, layout: () => ({ shapes: [], labels: [] }) };
  // @ts-expect-error nothing says how much it can show
  const endless: Scene<{ shown: number }> = { description: '', rest: { shown: 0 }, facts: [], entrance: 'grows', layout: () => ({ shapes: [], labels: [] }) };
  // @ts-expect-error a record that is no field of the state
  const keyed: Scene<{ shown: number }> = { description: '', rest: { shown: 0 }, keyed: { others: { by: 'fact' } }, facts: [], finest: 1, entrance: 'grows', layout: () => ({ shapes: [], labels: [] }) };
  expect([shape, label, scene, endless, keyed]).toHaveLength(5);
});
