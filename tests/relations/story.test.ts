import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { LOCALES } from '../../src/languages.ts';
import { readStory } from '../../src/copy/story.ts';
import { tables } from '../../src/data/tables.ts';
import { EMBEDS } from '../../src/embed/embeds.ts';
import { titleOf } from '../../src/embed/words.ts';
import { makeChart } from '../../src/flat/chart.ts';
import { stillMarkup } from '../../src/flat/still.ts';
import { PLANS } from '../../src/lesson/content/plans.ts';
import { readLesson } from '../../src/lesson/content/words.ts';
import { worksheet } from '../../src/lesson/content/worksheet.ts';
import { FRAMES, type FrameName } from '../../src/scenes/frames.ts';
import { STEP_IDS } from '../../src/story/ids.ts';
import { STEPS } from '../../src/story/steps.ts';

const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];
const MODES = ['geographic', 'schematic'] as const;
/** On a phone a card holds about 18 Han characters or 38 letters a line, and 3 to 7 lines; a language with long words takes up to 11. */
const LONGEST: Readonly<Record<string, number>> = { zh: 126, en: 330 };
const LONG = 440;

describe.each(LOCALES)('%s', (locale) => {
  test.each(STEP_IDS)('the text of “%s” fits a card on a phone', (id) => {
    const { length } = plain(readStory(locale).steps.get(id)?.body ?? [], locale, tables());
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(LONGEST[locale] ?? LONG);
  });

  test('no two embeds have one title', () => {
    const titles = EMBEDS.map(({ id }) => titleOf(id, locale));
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });

  test('each sheet of each plan has something to do on it', () => {
    readLesson(locale);
    expect(PLANS.flatMap((plan) => worksheet(plan, tables(), locale)).filter((items) => items.length === 0)).toEqual([]);
  });

  test('on every picture a figure of ours has its sign and leans, and nothing else does', () => {
    const chart = makeChart(locale, 'geographic', FRAME_NAMES);
    const numbers = STEPS.flatMap((_, position) => [...stillMarkup({ steps: STEPS, position, frame: 'landscape', chart }).matchAll(/<text class="([^"]*\bdisplay\b[^"]*)"[^>]*>([^<]*)</g)]);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.filter(([, look, text]) => /\bcalc\b/.test(look!) !== text!.startsWith('ƒ')).map(([, , text]) => text)).toEqual([]);
  });

  test.each(MODES)('no picture at a step or between two holds a NaN, an infinity or an undefined, %s', (mode) => {
    const chart = makeChart(locale, mode, FRAME_NAMES);
    for (const frame of FRAME_NAMES) {
      for (let position = 0; position <= STEPS.length - 1; position += 0.25) {
        expect(stillMarkup({ steps: STEPS, position, frame, chart }), `${frame} ${position}`).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });
});
