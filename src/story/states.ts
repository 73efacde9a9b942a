/**
 * What each scene can show, as plain numbers. Every field is a share from 0 (not there) to 1 (wholly there),
 * so that half a step is half a state and no fact's number is typed here.
 */

/** The two lines, on China (zoom 0) or on the island (zoom 1). */
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
  /** names and points: Mudanjiang; the towns of line 1; the towns of line 2; Hubei's hatching and name; the ports */
  mudanjiang: number;
  towns1: number;
  towns2: number;
  hubei: number;
  ports: number;
  /** how far each line is drawn from its origin, and how far it is cut */
  line1: number;
  line2: number;
  cut1: number;
  cut2: number;
  /** branches from the transfer towns to buyers who are not named */
  onward: number;
  /** the straight-line distance of line 1 */
  distance: number;
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

/** Line 2's suspects, and those from elsewhere, one dot a person. */
export interface SuspectsState {
  line2: number;
  outside: number;
}

/** Both cases on one time axis. */
export interface TimelineState {
  case1: number;
  case2: number;
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
  suspects: SuspectsState;
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

/** Where a scene grows from when it comes onto the stage; a scene that is not listed comes whole. */
export const ENTRANCES: Picture = {
  cases: { all: 0, emptied: 0, monthly: 0 },
  'known-users': { bars: 0, guess: 0, answer: 0 },
  'round-ups': { ring: 0, island: 0, users: 0, grams: 0, apart: 0 },
  timeline: { case1: 0, case2: 0 },
  prevention: { shown: 0 },
  recovery: { shown: 0 },
};
