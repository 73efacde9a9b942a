import { aroundSquares } from '../../src/lesson/player/around.ts';
import { describe, expect, test } from 'vitest';
import { makeChart } from '../../src/flat/chart.ts';
import { LOCALES } from '../../src/languages.ts';
import { reviewed } from '../../src/flat/map-note.ts';
import { PICTURES } from '../../src/lesson/content/pictures.ts';
import { asSeen, untold } from '../../src/lesson/player/untold.ts';
import { SETTINGS } from '../../src/flat/measure.ts';
import { FRAMES, type FrameName } from '../../src/scenes/frames.ts';
import type { SceneName } from '../../src/scenes/registry.ts';
import { STEPS } from '../../src/story/steps.ts';
import { faultsOf } from '../scenes/collisions.ts';
import { drawn } from '../scenes/drawn.ts';

const MODES = ['geographic', 'schematic'] as const;
const NUMBER = 'GS(2021)626号';
const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];
/** Canvases with the numbers of their maps. A page's map without one says so in its caption; a slide's has no land then. */
const CAPTIONED = FRAME_NAMES.flatMap((name) => (name === 'slide' ? [NUMBER] : ['', NUMBER]).map((number): [FrameName, string] => [name, number]));
/** Between two steps. */
const SHARES = [0, 0.25, 0.5, 0.75];
/** A reader's and a class's answers, at their ends and where labels change sides. */
const ANSWERS = [
  { months: 18, guess: null, around: null },
  { months: 12, guess: 0, around: aroundSquares(0) },
  { months: 15, guess: 1200, around: aroundSquares(92) },
  { months: 17, guess: 1450, around: aroundSquares(121) },
  { months: 18, guess: 9_999_999, around: aroundSquares(9999) },
] as const;
/** Scenes whose pictures answer the reader. */
const ANSWERING: readonly SceneName[] = ['squares', 'falls'];

describe.each(LOCALES)('%s', (locale) => {
  describe.each(MODES)('%s', (mode) => {
    test.each([[], ['comparable']] as const)('nor on a slide of the lesson, with the questions %j still to come', (...asked) => {
      const chart = untold(makeChart(locale, mode, FRAME_NAMES), asked);
      const found = PICTURES.flatMap(({ id, theme, picture }) => {
        const { labels, marks } = drawn([{ id, theme, picture: asSeen(picture, asked) }], 'slide', chart, { position: 0, ...ANSWERS[0] });
        return SETTINGS[locale].flatMap((setting) => faultsOf(labels, marks, FRAMES.slide, setting).map(({ what, by }) => `${id}, ${setting.name}: ${what} by ${by.toFixed(1)} px`));
      });
      expect(found).toEqual([]);
    });

    test.each(CAPTIONED)('no word stands on another, on a mark or past its panel, at any step or on the way, with any answer, %s, map %j', (name, number) => {
      const chart = reviewed(makeChart(locale, mode, FRAME_NAMES), locale, number);
      const worst = new Map<string, { by: number; at: string; times: number }>();
      for (const [index, step] of STEPS.entries()) {
        const answers = [step, STEPS[index + 1]].some((each) => ANSWERING.some((scene) => each && scene in each.picture)) ? ANSWERS : ANSWERS.slice(0, 1);
        for (const share of index === STEPS.length - 1 ? [0] : SHARES) {
          for (const answer of answers) {
            const { labels, marks } = drawn(STEPS, name, chart, { position: index + share, ...answer, around: name === 'slide' ? answer.around : null });
            for (const setting of SETTINGS[locale]) {
              for (const { what, by } of faultsOf(labels, marks, FRAMES[name], setting)) {
                const before = worst.get(what);
                const times = (before?.times ?? 0) + 1;
                if (before && before.by >= by) before.times = times;
                else worst.set(what, { by, times, at: `${step.id}${share > 0 ? ` + ${share}` : ''}, ${setting.name}` });
              }
            }
          }
        }
      }
      expect([...worst].map(([what, { by, at, times }]) => `${at}: ${what} by ${by.toFixed(1)} px${times > 1 ? ` (${times} pictures)` : ''}`)).toEqual([]);
    });
  });
});
