import type { Chart } from './chart.ts';
import type { Block } from './dots.ts';
import type { Frame } from './frames.ts';
import type { Marks } from './shapes.ts';

/** Draws something round a block of squares. */
export type Around = (block: Block, frame: Frame, chart: Chart, opacity: number) => Marks;

/** What readers and classes have answered: a picture is drawn with it. */
export interface Answers {
  /** how long “since 2020” is taken to be, 12 to 18 months */
  months: number;
  /** a guess for the fall of people known to use drugs; null = none */
  guess: number | null;
  /** what a class draws round the squares: only its pages bring it, and the article is spared the program for it */
  around: Around | null;
}

/** What a picture is drawn with before anybody has answered. */
export const UNANSWERED: Answers = { months: 18, guess: null, around: null };

/** A field of a state that holds a record: by the id of a line or of a fact; `each` names the shares of one, if it has more than one. */
export interface Keyed {
  by: 'line' | 'fact';
  each?: readonly string[];
}

/** A scene: all that the program knows of it. Whatever it leaves out does not compile. */
export interface Scene<State extends object> {
  /** what it shows, in a sentence: editors' tools say it beside its name in the score */
  description: string;
  /** its state where a step says nothing of it: shares from 0 (not there) to 1 (wholly there), so that half a step is half a state */
  rest: State;
  /** fields of its state that are records */
  keyed?: { readonly [Field in keyof State]?: Keyed };
  /** facts and figures of ours whose numbers it draws; those that a record names come by themselves */
  facts: readonly string[];
  /** how much it can show: its marks stand this far apart or further, in canvas units; closer, they are a grey slab that nobody counts */
  finest: number;
  /** whether all of it grows from nothing when it comes onto the stage, or it comes `whole` */
  entrance: 'grows' | 'whole';
  /** shares, at any depth, that have moved by the middle of a way */
  early?: readonly string[];
  /** shares that say how strongly it stands behind other scenes: they have fallen when those come, and rise when those have gone */
  behind?: readonly string[];
  /**
   * Shares that move at the end of it, so that a mark stands before anything befalls it, each with the share beside it that it befalls:
   * where a way begins or ends without that one, the late share is all the while as it is at the other end.
   */
  late?: Readonly<Record<string, string>>;
  /** its marks, below or instead of the map; `map` = it is the map */
  layout: ((state: State, frame: Frame, chart: Chart, answers: Answers) => Marks) | 'map';
}
