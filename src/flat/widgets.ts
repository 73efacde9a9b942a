import { render } from 'svelte/server';
import GuessForm from '../components/GuessForm.svelte';
import MonthsSlider from '../components/MonthsSlider.svelte';
import { fill } from '../copy/fill.ts';
import { heardSign, readUi } from '../copy/ui.ts';
import { derive } from '../data/derive.ts';
import { factById, tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { SCALE_END } from '../scenes/falls/layout.ts';
import { MOST } from '../scroll/guess.ts';
import type { Payload } from '../scroll/story.ts';
import { stepWith } from '../story/steps.ts';

/** What the slider and the guess need besides the reader's answers: as data, for the page's program. */
export function widgetsOf(locale: Locale): Pick<Payload, 'slider' | 'guess'> {
  const ui = readUi(locale);
  const data = tables();
  const ours = derive(data);
  return {
    slider: {
      cases: factById(data, 'qh-cases-2020on').value!,
      min: ours.get('calc-months-min')!.value,
      max: ours.get('calc-months-max')!.value,
      words: { label: ui.sliderLabel, value: ui.sliderValue, result: ui.sliderResult, note: ui.sliderNote, sign: heardSign(locale) },
    },
    guess: {
      target: stepWith('verdict')?.id ?? '',
      answer: -factById(data, 'wn-users-2020on').value!,
      words: {
        question: ui.guessQuestion, field: ui.guessField, slider: ui.guessSlider, value: ui.guessValue, none: ui.guessNone, show: ui.guessShow, private: ui.guessPrivate,
        faults: { digits: ui.guessDigits, invalid: ui.guessInvalid, large: fill(ui.guessLarge, { most: MOST.toLocaleString(locale) }) },
        verdicts: { low: ui.guessLow, high: ui.guessHigh, close: ui.guessClose, exact: ui.guessExact },
      },
    },
  };
}

/** The slider and the guess as they stand before the reader has answered: the markup that the program brings to life. */
export const widgetMarkup = ({ slider, guess, locale }: Pick<Payload, 'slider' | 'guess' | 'locale'>): Record<'slider' | 'guess', string> => ({
  slider: render(MonthsSlider, { props: { reading: { months: slider.max }, ...slider } }).body,
  guess: render(GuessForm, { props: { reading: { guess: null }, locale, answer: guess.answer, max: SCALE_END, target: guess.target, words: guess.words } }).body,
});
