import { currentMode } from '../../scroll/mode.ts';
import type { Plan, Quantity, Slide } from '../content/types.ts';
import { back, forward, PREDICT, shotOf, stagesOf, tasksFrom, type Film, type Place, type Shot } from './film.ts';
import type { Theme } from '../../story/resolve.ts';
import { NOTHING, SIZES, type Kept } from './address.ts';
import type { Action } from './keys.ts';
import { Reel } from './reel.svelte.ts';
import type { SlideWords } from './words.ts';

/** A lesson as it stands on the screen. What it gathers lives here and in the anchor of the address, in no storage. */
export class Show {
  readonly plan: Plan;
  readonly stages: readonly number[];
  readonly reel: Reel;
  place: Place = $state.raw({ slide: 0, stage: 0 });
  /** how many parts the slide's words are turned in, and which is in sight, from 0 */
  parts = $state.raw(1);
  part = $state.raw(0);
  blank = $state.raw(false);
  /** what was uncovered last, for a screen reader */
  said = $state.raw('');
  /** guesses, clock, and how the slides are shown */
  kept: Kept = $state.raw(NOTHING);
  /** keys of the guesses that a camera has taken */
  readonly counted = new Set<string>();
  readonly #reached: number[] = [];

  readonly film: Film;

  /**
   * @param from where the lesson stands; a stage that the slide does not have is its last
   * @param kept what an address has kept of the same lesson
   */
  constructor(film: Film, plan: Plan, words: ReadonlyMap<string, SlideWords>, from: Place, kept: Kept) {
    this.film = film;
    this.plan = plan;
    this.stages = plan.slides.map((each) => stagesOf(each, words.get(each.id)?.hints.length ?? 0));
    this.kept = kept;
    this.place = { ...from, stage: Math.min(from.stage, this.stages[from.slide]! - 1) };
    this.reel = new Reel(this.#shot());
  }

  get slide(): Slide {
    return this.plan.slides[this.place.slide]!;
  }
  /** The ground that the slide stands on. */
  get theme(): Theme {
    return this.kept.light ? 'day' : this.reel.theme;
  }
  get next(): Slide | undefined {
    return this.plan.slides[this.place.slide + 1];
  }
  /** Whether a class's guesses stand in the place of the picture. */
  get dots(): boolean {
    const { slide, place } = this;
    return (
      slide.kind === 'predict' && (place.stage === PREDICT.class || (place.stage === PREDICT.answer && this.kept.all[slide.quantity].length > 0))
    );
  }

  #shot(): Shot {
    const { slide, stage } = this.place;
    return shotOf(this.film, this.slide, stage, this.stages[slide]!, this.dots, tasksFrom(this.plan.slides, slide));
  }

  /** Goes to a place; a slide that the address names begins covered. */
  go(place: Place): void {
    this.place = place;
    [this.parts, this.part] = [1, 0];
    this.said = '';
    this.#reached[place.slide] = Math.max(place.stage, this.#reached[place.slide] ?? 0);
    if (place.slide > 0 && this.kept.since === null) this.restart();
    this.reel.show(this.#shot(), currentMode() === 'scroll');
  }

  /** Whether the next key brings more words of the same slide. */
  get more(): boolean {
    return this.part + 1 < this.parts;
  }

  /** Turns the words of the slide before the slide itself. */
  #turn(by: 1 | -1, otherwise: () => void): void {
    const part = this.part + by;
    if (part >= 0 && part < this.parts) this.part = part;
    else otherwise();
  }

  /** Does what a key asks for; the first key after a blank screen only brings it back. */
  act(action: Action): void {
    if (this.blank) {
      this.blank = false;
      return;
    }
    if (action === 'blank') this.blank = true;
    if (action === 'forward') this.#turn(1, () => this.go(forward(this.place, this.stages)));
    if (action === 'back') this.#turn(-1, () => this.go(back(this.place, this.#reached)));
    if (action === 'first') this.go({ slide: 0, stage: 0 });
    if (action === 'light') this.kept = { ...this.kept, light: !this.kept.light };
    if (action === 'size') this.kept = { ...this.kept, size: (this.kept.size + 1) % SIZES.length };
    if (action === 'size') this.part = 0;
    if (action === 'last') this.go({ slide: this.plan.slides.length - 1, stage: 0 });
  }

  /** The clock begins anew. */
  restart(): void {
    this.kept = { ...this.kept, since: Date.now() };
  }
  guess(quantity: Quantity, guess: number | null): void {
    this.kept = { ...this.kept, own: { ...this.kept.own, [quantity]: guess } };
  }
  collect(quantity: Quantity, guesses: readonly number[]): void {
    this.kept = { ...this.kept, all: { ...this.kept.all, [quantity]: guesses } };
  }
  /** Forgets every guess and the clock; the way the slides are shown stays. */
  clear(): void {
    const { light, size } = this.kept;
    this.counted.clear();
    this.kept = { ...NOTHING, light, size };
  }
}
