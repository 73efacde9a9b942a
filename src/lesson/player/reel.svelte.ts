import { settle, type Theme } from '../../story/resolve.ts';
import type { Shot } from './film.ts';

/** How long one picture takes to become the next, ms. */
const WAY = 1100;
/** Where the ground and the words change over: when nothing of either picture is on the stage. */
const HALF = 0.5;

/** Moves from one slide's picture to the next, whichever they are: the story's own transition between two steps. */
export class Reel {
  #from: Shot;
  #to: Shot;
  #share = $state.raw(1);
  #shots: readonly [Shot, Shot];
  #frame = 0;

  constructor(first: Shot) {
    this.#from = $state.raw(first);
    this.#to = $state.raw(first);
    this.#shots = $derived([this.#from, this.#to]);
  }

  /** Shows another picture, at once if nothing of it moves or nothing may. */
  show(next: Shot, moving: boolean): void {
    cancelAnimationFrame(this.#frame);
    const still = !moving || next.picture === this.#to.picture;
    this.#from = still ? next : this.#to;
    this.#to = next;
    this.#share = still ? 1 : 0;
    if (still) return;
    const start = performance.now();
    const turn = (now: number): void => {
      this.#share = Math.min(1, Math.max(0, (now - start) / WAY));
      if (this.#share < 1) this.#frame = requestAnimationFrame(turn);
    };
    this.#frame = requestAnimationFrame(turn);
  }

  /** For `resolve`: two steps, and the place between them. */
  get shots(): readonly [Shot, Shot] {
    return this.#shots;
  }
  get position(): number {
    return settle(this.#share);
  }
  get theme(): Theme {
    return (this.#share < HALF ? this.#from : this.#to).theme;
  }
  get words(): boolean {
    return (this.#share < HALF ? this.#from : this.#to).words;
  }
}
