import type { Chart } from '../../scenes/chart.ts';
import type { Locale } from '../../data/types.ts';
import type WrittenSlides from '#words/slides.json';
import type { Plan, PlanId, Quantity } from '../content/types.ts';
import type { Film } from './film.ts';

/** Short texts of the player, by key. */
export type SlidesUi = { readonly [Key in keyof typeof WrittenSlides]: string } & {
  /** the tag after which numbers are written */
  readonly numbers: string;
};

/** Words round a guess; `%guess%`, `%answer%`, `%difference%`, `%count%` and `%middle%` are filled in by `fill`. */
export type PredictTexts = Readonly<
  Record<'field' | 'slider' | 'low' | 'high' | 'close' | 'exact' | 'classTitle' | 'classField' | 'classResult', string>
>;

/**
 * What the page hands to the player, as JSON. The words of the slides are not in it: the player takes them from the page
 * itself, where they stand for readers without scripts.
 */
export interface Deck {
  locale: Locale;
  chart: Chart;
  film: Film;
  plans: readonly Plan[];
  ui: SlidesUi;
  planTitles: Readonly<Record<PlanId, string>>;
  predict: Readonly<Record<Quantity, PredictTexts>>;
  /** address of the page that the player is left for */
  exit: string;
}
