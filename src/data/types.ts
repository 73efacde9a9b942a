/** The two languages of the piece: `zh` is served at `/`, `en` at `/en/`. */
export type Locale = 'zh' | 'en';

/** The same words in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A unit: Chinese measure word, English plural, and the English singular for a value of 1. */
export interface Unit extends Bilingual {
  readonly enOne: string;
}

/** How exactly the source states a number. */
export type Qualifier = 'exact' | 'more_than' | 'about' | 'at_least' | 'reported';

/** One row of `facts.csv`: a number (`value`) or a month (`month`, `YYYY-MM`), never both. */
export interface Fact {
  readonly id: string;
  /** id of a place in `places.csv` */
  readonly place: string;
  readonly topic: string;
  readonly value: number | null;
  readonly month: string | null;
  readonly qualifier: Qualifier;
  readonly label: Bilingual;
  readonly unit: Unit;
  readonly period: Bilingual;
  /** newspaper page and section, such as `qionghai-A` */
  readonly section: string;
  readonly sourceLines: string;
  readonly note: Bilingual;
}

/** A figure of ours, computed from facts and places; never in the source. */
export interface Derived {
  readonly id: string;
  /** not rounded; `decimals` says how many decimal places to show */
  readonly value: number;
  readonly decimals: number;
  readonly label: Bilingual;
  readonly unit: Unit;
  /** how it was worked out, with the numbers that went in */
  readonly method: Bilingual;
  /** ids of the facts and places it is worked out from */
  readonly from: readonly string[];
}

/** Any number that prose or a picture can show. */
export type Figure = Fact | Derived;

/** One row of `places.csv`; `lon` and `lat` in degrees, WGS 84. */
export interface Place {
  readonly id: string;
  readonly name: Bilingual;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  readonly within: string;
  readonly precision: string;
  readonly source: string;
  readonly sourceId: string;
  readonly note: Bilingual;
}

/** One row of `routes.csv`: a leg of a line between two places. */
export interface Route {
  readonly id: string;
  readonly line: string;
  readonly from: string;
  /** null = not disclosed */
  readonly to: string | null;
  readonly kind: string;
  readonly disclosed: string;
  /** how the goods travelled; null = not disclosed */
  readonly mode: Bilingual | null;
  readonly sourceLines: string;
  readonly note: Bilingual;
}

/** One row of `corrections.csv`: a published value of a fact that was wrong. */
export interface Correction {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly fact: string;
  readonly oldValue: string;
  readonly newValue: string;
  readonly source: Bilingual;
}
