import type { Inline } from '../../copy/inline.ts';
import { plain } from '../../copy/plain.ts';
import { readTextSources } from '../../copy/sources.ts';
import { buildTexts } from '../../copy/texts.ts';
import { perTables, tables } from '../../data/tables.ts';
import type { Locale } from '../../data/types.ts';
import { formatsOf } from '../../data/language.ts';
import { inEach } from '../../languages.ts';
import { makeChart } from '../../flat/chart.ts';
import { mapModeOf } from '../../flat/map-modes.ts';
import { readCourse } from '../content/course.ts';
import { PICTURES } from '../content/pictures.ts';
import { PLANS } from '../content/plans.ts';
import { TASKS } from '../content/tasks.ts';
import type { PlanId, Quantity, Slide } from '../content/types.ts';
import { readLesson } from '../content/words.ts';
import type { Deck, PredictTexts, SlidesUi } from './deck.ts';
import type { Film } from './film.ts';

const built = perTables((data) => {
  const texts = buildTexts('slides', readTextSources('slides'), data) as Record<Locale, Omit<SlidesUi, 'numbers'>>;
  return inEach((locale): SlidesUi => ({ ...texts[locale], numbers: formatsOf(locale).intl }));
});

/** The player's short texts in one language, read once per build; both languages are checked. */
export function readSlidesUi(locale: Locale): SlidesUi {
  return built()[locale];
}

/** What the slides are made of. */
export const filmOf = (): Film => ({
  steps: PICTURES.map(({ id, theme, picture }) => ({ id, theme, picture })),
  tasks: TASKS,
  guesses: readCourse().guesses,
});

const PREDICT_TEXTS = ['field', 'slider', 'low', 'high', 'close', 'exact', 'classTitle', 'classField', 'classResult'] as const;

/**
 * What the page hands to the player.
 * @param exit address of the lesson's page
 */
export function deckOf(locale: Locale, exit: string): Deck {
  const lesson = readLesson(locale);
  const words = (nodes: readonly Inline[]): string => plain(nodes, locale, tables());
  const predict = (quantity: Quantity): PredictTexts =>
    Object.fromEntries(PREDICT_TEXTS.map((key) => [key, words(lesson.predict[quantity][key])])) as PredictTexts;
  return {
    locale,
    film: filmOf(),
    plans: PLANS,
    chart: makeChart(locale, mapModeOf('slides'), ['slide']),
    ui: readSlidesUi(locale),
    planTitles: Object.fromEntries(PLANS.map(({ id }) => [id, words(lesson.plans[id].title)])) as Record<PlanId, string>,
    predict: { cases: predict('cases'), 'known-users': predict('known-users') },
    exit,
  };
}

/** Every slide once, in the order in which the plans first show it, the longest plan first. */
export function allSlides(): Slide[] {
  const slides = [...PLANS].reverse().flatMap((plan) => plan.slides);
  return slides.filter(({ id }, i) => slides.findIndex((other) => other.id === id) === i);
}
