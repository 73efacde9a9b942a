import { currentMode } from '../../scroll/mode.ts';
import type { Plan, Quantity, Slide } from '../content/types.ts';
import { back, forward, PREDICT, shotOf, stagesOf, tasksFrom, type Film, type Place, type Shot } from './film.ts';
import type { Action } from './keys.ts';
import { Reel } from './reel.svelte.ts';
import type { SlideWords } from './words.ts';

/** A lesson as it stands on the screen. Guesses live here and nowhere else: not in the address, not in any storage. */
export class Show {
  readonly plan: Plan;
  readonly stages: readonly number[];
  readonly reel: Reel;
  place: Place = $state.raw({ slide: 0, stage: 0 });
  blank = $state.raw(false);
  /** what was uncovered last, for a screen reader */
  said = $state.raw('');
  /** when the lesson left its first slide, ms since 1970 */
  since: number | null = $state.raw(null);
  /** one pupil's guess */
  own: Readonly<Record<Quantity, number | null>> = $state.raw({ cases: null, 'known-users': null });
  /** the class's */
  all: Readonly<Record<Quantity, readonly number[]>> = $state.raw({ cases: [], 'known-users': [] });
  readonly #reached: number[] = [];

  readonly film: Film;

  constructor(film: Film, plan: Plan, words: ReadonlyMap<string, SlideWords>, slide: number) {
    this.film = film;
    this.plan = plan;
    this.stages = plan.slides.map((each) => stagesOf(each, words.get(each.id)?.hints.length ?? 0));
    this.place = { slide, stage: 0 };
    this.reel = new Reel(this.#shot());
  }

  get slide(): Slide {
    return this.plan.slides[this.place.slide]!;
  }
  get next(): Slide | undefined {
    return this.plan.slides[this.place.slide + 1];
  }
  /** Whether a class's guesses stand in the place of the picture. */
  get dots(): boolean {
    const { slide, place } = this;
    return slide.kind === 'predict' && (place.stage === PREDICT.class || (place.stage === PREDICT.answer && this.all[slide.quantity].length > 0));
  }

  #shot(): Shot {
    const { slide, stage } = this.place;
    return shotOf(this.film, this.slide, stage, this.stages[slide]!, this.dots, tasksFrom(this.plan.slides, slide));
  }

  /** Goes to a place; a slide that the address names begins covered. */
  go(place: Place): void {
    this.place = place;
    this.said = '';
    this.#reached[place.slide] = Math.max(place.stage, this.#reached[place.slide] ?? 0);
    if (place.slide > 0) this.since ??= Date.now();
    this.reel.show(this.#shot(), currentMode() === 'scroll');
  }

  /** Does what a key asks for; the first key after a blank screen only brings it back. */
  act(action: Action): void {
    if (this.blank) {
      this.blank = false;
      return;
    }
    if (action === 'blank') this.blank = true;
    if (action === 'forward') this.go(forward(this.place, this.stages));
    if (action === 'back') this.go(back(this.place, this.#reached));
    if (action === 'first') this.go({ slide: 0, stage: 0 });
    if (action === 'last') this.go({ slide: this.plan.slides.length - 1, stage: 0 });
  }

  guess(quantity: Quantity, guess: number | null): void {
    this.own = { ...this.own, [quantity]: guess };
  }
  collect(quantity: Quantity, guesses: readonly number[]): void {
    this.all = { ...this.all, [quantity]: guesses };
  }
}
