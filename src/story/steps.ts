import type { PictureStep, Theme } from './resolve.ts';
import type { CasesState, ChecksState, KnownUsersState, MapState, Picture, RoundUpsState } from './states.ts';
import { CHAPTERS, type ChapterId, type StepId } from './ids.ts';

const map = (state: Partial<MapState>): MapState => ({
  zoom: 0, land: 1, strength: 1, glow: 0, island: 0,
  mudanjiang: 0, towns1: 0, towns2: 0, hubei: 0, ports: 0,
  line1: 0, line2: 0, cut1: 0, cut2: 0, onward: 0,
  distance: 0, trips: 0, months: 0, tests: 0,
  ...state,
});
const roundUps = (state: Partial<RoundUpsState>): RoundUpsState => ({ ring: 0, island: 0, users: 0, grams: 0, apart: 0, ...state });
const cases = (state: Partial<CasesState>): CasesState => ({ all: 1, emptied: 0, monthly: 0, ...state });
const knownUsers = (state: Partial<KnownUsersState>): KnownUsersState => ({ bars: 1, guess: 0, answer: 0, ...state });
const checks = (state: Partial<ChecksState>): ChecksState => ({ venues: 0, places: 0, ...state });

/** How strongly the map stands behind dots that are the subject. */
const BACKDROP = 0.16;

const PICTURES: Record<StepId, Picture> = {
  opening: { map: map({ glow: 1, island: 1, mudanjiang: 1, hubei: 1, line1: 1, line2: 1 }) },

  lead: { map: map({ glow: 1, island: 1, land: 0.7 }) },
  parcel: { map: map({ glow: 1, mudanjiang: 1, towns1: 1, line1: 1, distance: 1 }) },
  transfer: { map: map({ zoom: 1, land: 0, glow: 1, towns1: 1, line1: 1, onward: 1 }) },
  north: { map: map({ glow: 1, island: 1, mudanjiang: 1, line1: 1, trips: 1, months: 1 }) },
  ring: { map: map({ strength: BACKDROP, line1: 1 }), 'round-ups': roundUps({ ring: 1 }) },
  'island-arrests': { map: map({ strength: BACKDROP, line1: 1 }), 'round-ups': roundUps({ ring: 1, island: 1, users: 1, grams: 1, apart: 1 }) },
  'cut-1': { map: map({ glow: 1, island: 1, mudanjiang: 1, line1: 1, cut1: 1 }) },

  hubei: { map: map({ glow: 0.4, island: 1, hubei: 1 }) },
  'four-places': { map: map({ zoom: 1, land: 0, glow: 1, hubei: 1, towns2: 1, line2: 1 }) },
  'target-case': { map: map({ glow: 1, island: 1, hubei: 1, line2: 1 }), timeline: { case1: 1, case2: 1 } },
  'round-up': { map: map({ zoom: 1, land: 0, glow: 1, hubei: 1, towns2: 1, line2: 1, cut2: 1 }), suspects: { line2: 1, outside: 0 } },
  'both-lines': {
    map: map({ glow: 1, island: 1, mudanjiang: 1, hubei: 1, line1: 1, line2: 1, cut1: 1, cut2: 1 }),
    suspects: { line2: 0, outside: 1 },
  },

  'cases-2019': { cases: cases({}) },
  'cases-since': { cases: cases({ emptied: 1 }) },
  'same-length': { cases: cases({ emptied: 1, monthly: 1 }) },
  guess: { 'known-users': knownUsers({ guess: 1 }) },
  reveal: { 'known-users': knownUsers({ guess: 1, answer: 1 }) },

  venues: { checks: checks({ venues: 1 }) },
  'places-checked': { checks: checks({ places: 1 }) },
  coast: { map: map({ zoom: 1, land: 0, glow: 1, ports: 1, tests: 1 }) },

  prevention: { prevention: { shown: 1 } },
  recovery: { recovery: { shown: 1 } },
};

/** Night until both lines are cut; then the page turns to day. */
const THEMES: Record<ChapterId, Theme> = {
  opening: 'night', 'line-1': 'night', 'line-2': 'night', falling: 'day', checks: 'day', return: 'day', unknown: 'day',
};

/** A step of the story, with its place in it. */
export interface StoryStep extends PictureStep {
  id: StepId;
  chapter: ChapterId;
  /** 1-based number within the chapter, and how many steps the chapter has */
  number: number;
  of: number;
}

/** Every step that has a picture, in reading order. */
export const STEPS: readonly StoryStep[] = CHAPTERS.flatMap((chapter) =>
  chapter.steps.map((id, i) => ({
    id, chapter: chapter.id, number: i + 1, of: chapter.steps.length, theme: THEMES[chapter.id], picture: PICTURES[id],
  })),
);

/** The theme that a chapter's text and still figures stand in. */
export const chapterTheme = (id: ChapterId): Theme => THEMES[id];

/** Position at which a step is exactly reached. */
export const positionOf = (step: StepId): number => STEPS.findIndex(({ id }) => id === step);
