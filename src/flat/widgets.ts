import { render } from 'svelte/server';
import GuessForm from '../components/GuessForm.svelte';
import MonthsSlider from '../components/MonthsSlider.svelte';
import { fill } from '../data/fill.ts';
import { heardSign, readUi } from '../copy/ui.ts';
import { derive } from '../data/derive.ts';
import { factById, tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { SCALE_END } from '../scenes/falls/layout.ts';
import { MOST } from '../scroll/guess.ts';
import type { Payload } from '../scroll/story.ts';
import { stepWith } from '../story/steps.ts';

/** What the slider and the guess need besides the reader's answers, as data for the page's program; nothing of one that no step has. */
export function widgetsOf(locale: Locale): Pick<Payload, 'slider' | 'guess'> {
  const [months, guess, verdict] = [stepWith('months'), stepWith('guess'), stepWith('verdict')];
  return {
    ...(months ? { slider: sliderOf(months.asks!, locale) } : {}),
    ...(guess && verdict ? { guess: guessOf(guess.asks!, verdict.id, locale) } : {}),
  };
}

function sliderOf(fact: string, locale: Locale): NonNullable<Payload['slider']> {
  const ui = readUi(locale);
  const data = tables();
  const ours = derive(data);
  return {
    cases: valueOf(fact),
    min: ours.get('calc-months-min')!.value,
    max: ours.get('calc-months-max')!.value,
    words: { label: ui.sliderLabel, value: ui.sliderValue, result: ui.sliderResult, note: ui.sliderNote, sign: heardSign(locale) },
  };
}

/** The guess of a fall: what is asked for is its size. */
function guessOf(fact: string, target: string, locale: Locale): NonNullable<Payload['guess']> {
  const ui = readUi(locale);
  return {
    target,
    answer: Math.abs(valueOf(fact)),
    words: {
      question: ui.guessQuestion,
      field: ui.guessField,
      slider: ui.guessSlider,
      value: ui.guessValue,
      none: ui.guessNone,
      show: ui.guessShow,
      private: ui.guessPrivate,
      faults: { digits: ui.guessDigits, invalid: ui.guessInvalid, large: fill(ui.guessLarge, { most: MOST.toLocaleString(locale) }) },
      verdicts: { low: ui.guessLow, high: ui.guessHigh, close: ui.guessClose, exact: ui.guessExact },
    },
  };
}

/** A fact's number. Throws where it has none: nobody could be asked about it. */
function valueOf(id: string): number {
  const { value } = factById(tables(), id);
  if (value === null) throw new Error(`data/facts.csv: ${id} has no value, and a widget asks about it`);
  return value;
}

/** The slider and the guess as they stand before the reader has answered: the markup that the program brings to life. */
export const widgetMarkup = ({ slider, guess, locale }: Pick<Payload, 'slider' | 'guess' | 'locale'>): Record<'slider' | 'guess', string> => ({
  slider: slider ? render(MonthsSlider, { props: { reading: { months: slider.max }, ...slider } }).body : '',
  guess: guess
    ? render(GuessForm, {
        props: { reading: { guess: null }, locale, answer: guess.answer, max: SCALE_END, target: guess.target, words: guess.words },
      }).body
    : '',
});
