/**
 * What each scene can show, as plain numbers. Every field is a share from 0 (not there) to 1 (wholly there),
 * so that half a step is half a state and no fact's number is typed here.
 */

/** A line on the map. */
export interface LineState {
  /** how far it is drawn from its origin, and how far it is cut */
  drawn: number;
  cut: number;
  /** name and point of its origin, or the hatching of its region; names and points of the towns it goes to */
  origin: number;
  towns: number;
  /** branches from its towns to buyers who are not named */
  onward: number;
  /** the straight-line distance to its first town */
  distance: number;
}

/** The lines, on China (zoom 0) or on the island (zoom 1). */
export interface MapState {
  /** 0 = China fills the chart, 1 = the island does */
  zoom: number;
  /** the mainland's land */
  land: number;
  /** how strongly the whole map stands behind other marks: 1 = fully, 0 = gone */
  strength: number;
  /** the island's glow, and its name at zoom 0 */
  glow: number;
  island: number;
  /** the lines by id; what is left out is not there */
  lines: Readonly<Record<string, Partial<LineState>>>;
  /** names and points of the ports */
  ports: number;
  /** trips north, and months of joint investigation */
  trips: number;
  months: number;
  /** drug tests in Wanning, as a number */
  tests: number;
}

/** Suspects and people who used drugs in line 1's round-ups, one dot a person. */
export interface RoundUpsState {
  ring: number;
  island: number;
  users: number;
  /** the two amounts seized, to one scale */
  grams: number;
  /** the rule between the two groups, and why they are not added */
  apart: number;
}

/** People below the map, one dot a person, by the id of the fact that counts them. */
export interface PeopleState {
  /** suspects of a line, in its tone */
  suspects: Readonly<Record<string, number>>;
  /** people who belong to no line */
  others: Readonly<Record<string, number>>;
}

/** The cases on one time axis, by line. */
export interface TimelineState {
  lines: Readonly<Record<string, number>>;
}

/** Qionghai's cases, one square a case. */
export interface CasesState {
  /** squares of 2019 shown */
  all: number;
  /** squares that have emptied out since */
  emptied: number;
  /** from the counts (0) to the cases of an average month (1) */
  monthly: number;
}

/** Falls in Wanning's count of people known to use drugs. */
export interface KnownUsersState {
  bars: number;
  /** room for the reader's guess */
  guess: number;
  answer: number;
}

/** Checks on venues and places in Qionghai. */
export interface ChecksState {
  venues: number;
  places: number;
}

/** Lectures, leaflets and those who give them. */
export interface PreventionState {
  shown: number;
}

/** Services, training and work in Wanning. */
export interface RecoveryState {
  shown: number;
}

/** Scene name -> its state. */
export interface SceneStates {
  map: MapState;
  'round-ups': RoundUpsState;
  people: PeopleState;
  timeline: TimelineState;
  cases: CasesState;
  'known-users': KnownUsersState;
  checks: ChecksState;
  prevention: PreventionState;
  recovery: RecoveryState;
}

export type SceneName = keyof SceneStates;

/** What stands on the stage: one or more scenes, each with its state. */
export type Picture = { [K in SceneName]?: SceneStates[K] };
