/** A plan is named after its length in minutes. */
export type PlanId = '15' | '40' | '80';

/** School levels a plan or a task is meant for: junior secondary, senior secondary, first year of university. */
export type Level = 'junior' | 'senior' | 'university';

/** Questions about the data, each with hints and a worked answer that stay hidden until asked for. */
export type TaskId = 'comparable' | 'adding' | 'percentage' | 'distance';

/** What pupils guess before they see it: cases in Qionghai since 2020, or the fall in Wanning since 2020. */
export type Quantity = 'cases' | 'known-users';

/** A question about the data: whom it is for, and the picture that belongs to it. */
export interface Task {
  id: TaskId;
  levels: readonly Level[];
  step: string;
}

/** A guess: the facts that pupils know, the one that they guess, and the steps whose pictures stand before and after the answer. */
export interface Guess {
  known: readonly string[];
  guessed: string;
  before: string;
  after: string;
}

/** A slide of words alone: the key of its words. */
export type WordsKey = string;

interface Shown {
  /** unique in its plan, the same in both languages; part of the address */
  id: string;
  /** whole minutes, at least 1; the slides of a plan add up to its length */
  minutes: number;
}

export type Slide = Shown &
  (
    | { kind: 'title' }
    | { kind: 'step'; step: string }
    /** the step's picture; its title, labels and takeaway stay out of the page until the teacher reveals them */
    | { kind: 'notice'; step: string }
    | { kind: 'predict'; quantity: Quantity }
    | { kind: 'task'; task: TaskId }
    /** `pupils`: they write or talk while it stands there */
    | { kind: 'words'; words: WordsKey; pupils?: boolean | undefined }
  );

export type SlideKind = Slide['kind'];

/** A row of a plan's minute table: what the class does while one or more slides stand on the screen. */
export interface Phase {
  /** unique in its plan; the key of its words */
  id: string;
  slides: readonly Slide[];
  /** minutes that are left free in it */
  slack: number;
}

export interface Plan {
  id: PlanId;
  minutes: number;
  /** one class hour is 40 minutes; 0 for a part of one */
  classHours: 0 | 1 | 2;
  levels: readonly Level[];
  /** worked through in this order, on the slides and on the worksheet */
  tasks: readonly TaskId[];
  phases: readonly Phase[];
  /** the slides of all phases, in order */
  slides: readonly Slide[];
  /** ids of the slides to skip if time runs out, the first one first */
  late: readonly string[];
}
