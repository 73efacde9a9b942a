/**
 * The codes of languages that the compiler is told of: those of the tests (`tests/languages.d.ts`). The program names none, so for it a
 * record by language has a text for each.
 */
export interface Codes {}

/** The code of a language that the settings list. */
export type Locale = keyof Codes;

/** The same words in each language. */
export type Bilingual = Readonly<Record<Locale, string>>;

/**
 * A unit in each language, and for numbers of a plural category its form there: `en` is the English plural, `enOne` the singular. Which
 * categories a language has, `Intl.PluralRules` says.
 */
export type Unit = Bilingual & { readonly [Form in `${Locale}${Capitalize<Exclude<Intl.LDMLPluralRule, 'other'>>}`]?: string };

/** How exactly the source states a number. */
export const QUALIFIERS = ['exact', 'more_than', 'about', 'at_least', 'reported', 'quoted'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/**
 * What a fact is, which says what it can be: a whole number of things, a measured or estimated quantity, a change downwards or upwards,
 * a share in percent, the name of a year, a rank; or no number.
 */
export type Kind = 'count' | 'amount' | 'fall' | 'rise' | 'share' | 'year' | 'rank' | 'month' | 'words';

/**
 * One row of `facts.csv`: a number (`value`), a month (`month`, `YYYY-MM`) or the source's own words (`words`): exactly one of them, or none,
 * where the source does not disclose it.
 */
export interface Fact {
  readonly id: string;
  /** id of a place in `places.csv` */
  readonly place: string;
  readonly topic: string;
  readonly kind: Kind;
  readonly value: number | null;
  readonly month: string | null;
  /** a phrase of the source, without quotation marks, and its translation; always with the qualifier `quoted` */
  readonly words: Bilingual | null;
  readonly qualifier: Qualifier;
  readonly label: Bilingual;
  readonly unit: Unit;
  readonly period: Bilingual;
  /** newspaper page and section, such as `qionghai-A` */
  readonly section: string;
  readonly sourceLines: string;
  readonly note: Bilingual;
  /** a cell of it is no longer what the source prints: `corrections.csv` says which, and why */
  readonly corrected: boolean;
}

/** A figure of ours, computed from facts and places; never in the source. */
export interface Derived {
  readonly id: string;
  /** not rounded; `decimals` says how many decimal places to show, -2 that it is rounded to hundreds */
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
  readonly nameAt: NameAt;
}

type Offset = readonly [x: number | null, y: number | null];

/**
 * Where a place's name stands: which end of it, and its distance from the point in heights of the type, to the right and down;
 * null = not placed by hand.
 */
export interface NameAt {
  readonly anchor: 'start' | 'middle' | 'end' | null;
  /** on the map of China, and on the island's */
  readonly far: Offset;
  readonly near: Offset;
}

/** How a line is drawn, so that it can be told without its colour. Dashes mean something else. */
export const ORIGINS = ['place', 'region'] as const;
export const STROKES = ['solid', 'dots', 'double', 'bold', 'beads'] as const;
export type StrokeKind = (typeof STROKES)[number];

/** A colour on the dark ground and on the light one, as `#rrggbb`. */
export interface Tone {
  readonly night: string;
  readonly day: string;
}

/** The id of a line: the class that all of its marks and words wear. */
export type LineId = `line-${string}`;

/** One row of `lines.csv`, in the order that the row says. */
export interface Line {
  readonly id: LineId;
  readonly order: number;
  /** id of the place where it begins; `region` = only its province is known, which is hatched */
  readonly origin: string;
  readonly originKind: (typeof ORIGINS)[number];
  readonly stroke: StrokeKind;
  readonly tone: Tone;
  /** fill of the regions that it comes from and goes to */
  readonly area: Tone;
  /** `topic` of its facts */
  readonly topic: string;
  /** id of the fact that dates its beginning; null = it is not on the time line */
  readonly datedBy: string | null;
  /** the straight-line distance to the end of its first leg: its id, and what it is not; null = none is printed */
  readonly distance: { readonly id: string; readonly note: Bilingual } | null;
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
  /** how far its drawing bows to the left, as a share of its length; null = it is straight */
  readonly bend: number | null;
  /** of branches whose ends are not named, in degrees: 0 = east, 90 = south; empty = away from where the line came from */
  readonly directions: readonly number[];
}

/** The cells of a fact that `printed.csv` guards and a correction can name. */
export const CORRECTED = ['place', 'value', 'month', 'words', 'qualifier', 'unit', 'period'] as const;
export type CorrectedField = (typeof CORRECTED)[number];

/** One row of `printed.csv`: what the source prints of a fact; words, unit and period in the source's language. */
export interface Printed {
  readonly id: string;
  readonly place: string;
  readonly value: number | null;
  readonly month: string | null;
  readonly words: string | null;
  readonly qualifier: Qualifier;
  readonly unit: string;
  readonly period: string;
}

/** A cell of a fact, or a sentence of a step. */
export type CorrectionField = CorrectedField | 'sentence';

/** One row of `corrections.csv`: a cell of a fact, or a sentence of a step, that was wrong. */
export interface Correction {
  readonly id: string;
  /** `source`: we depart from the source; `correction`: from what we had published; `wording`: no number and no meaning changed */
  readonly kind: 'source' | 'correction' | 'wording';
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** one of the two is null */
  readonly fact: string | null;
  readonly step: string | null;
  readonly field: CorrectionField;
  /** as the table has it: codes are codes; "" = there was none, or there is none any more */
  readonly was: Bilingual;
  readonly is: Bilingual;
  readonly reason: Bilingual;
  readonly found: Bilingual;
}

/** One row of `withdrawals.csv`: what stands nowhere any more. It names an id and says why, never what it was. */
export interface Withdrawal {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly kind: 'name' | 'fact' | 'sentence' | 'step' | 'embed';
  readonly of: string;
  readonly reason: Bilingual;
}
