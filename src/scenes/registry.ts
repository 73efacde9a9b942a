import type { SceneName, SceneStates } from '../story/states.ts';
import { layoutCases } from './cases/layout.ts';
import { layoutChecks } from './checks/layout.ts';
import { layoutKnownUsers } from './known-users/layout.ts';
import { layoutPeople } from './people/layout.ts';
import { layoutPrevention } from './prevention/layout.ts';
import { layoutRecovery } from './recovery/layout.ts';
import { layoutRoundUps } from './round-ups/layout.ts';
import type { Keyed, Scene } from './scene.ts';
import { layoutTimeline } from './timeline/layout.ts';

type PerScene<Value> = { readonly [Name in SceneName]: Value };

/**
 * Every scene, in the order in which they lie on the stage, the lowest first. Stage, stills, embeds, the score's reader, the numbers
 * that a page is given and the tests take their lists from here. A scene is a row in each table: one without a rest, an entrance,
 * facts or a layout does not compile. The stage's table stands alone, for it is all that a browser needs.
 */
export const SCENES: { readonly [Name in SceneName]: Scene<SceneStates[Name]> } = {
  map: { entrance: 'whole', layout: 'map' },
  'round-ups': { entrance: 'grows', layout: layoutRoundUps },
  people: { entrance: 'whole', layout: layoutPeople },
  timeline: { entrance: 'grows', layout: layoutTimeline },
  cases: { entrance: 'grows', layout: (state, frame, chart, { months, guessedCases }) => layoutCases(state, frame, chart, months, guessedCases) },
  'known-users': { entrance: 'grows', layout: (state, frame, chart, { guess }) => layoutKnownUsers(state, frame, chart, guess) },
  checks: { entrance: 'whole', layout: layoutChecks },
  prevention: { entrance: 'grows', layout: layoutPrevention },
  recovery: { entrance: 'grows', layout: layoutRecovery },
};

/** The state of each scene of which a step says only what differs: shares from 0 to 1, records empty. */
export const RESTS: SceneStates = {
  map: { zoom: 0, land: 1, strength: 1, glow: 0, island: 0, lines: {}, ports: 0, trips: 0, months: 0, tests: 0 },
  'round-ups': { ring: 0, island: 0, users: 0, grams: 0, apart: 0 },
  people: { suspects: {}, others: {} },
  timeline: { lines: {} },
  cases: { all: 1, emptied: 0, monthly: 0 },
  'known-users': { bars: 1, guess: 0, answer: 0 },
  checks: { venues: 0, places: 0 },
  prevention: { shown: 0 },
  recovery: { shown: 0 },
};

/** Fields of a state that are records. */
export const KEYED: PerScene<Readonly<Record<string, Keyed>>> = {
  map: { lines: { by: 'line', each: ['drawn', 'cut', 'origin', 'towns', 'onward', 'distance'] } },
  'round-ups': {},
  people: { suspects: { by: 'fact' }, others: { by: 'fact' } },
  timeline: { lines: { by: 'line' } },
  cases: {},
  'known-users': {},
  checks: {},
  prevention: {},
  recovery: {},
};

/** Facts and figures of ours whose numbers each scene draws; those that a record names come by themselves. */
export const FACTS: PerScene<readonly string[]> = {
  map: ['qh-trips-north', 'qh-months'],
  'round-ups': ['qh-arrests-ring', 'qh-seized-ring-g', 'qh-arrests-island', 'qh-seized-island-g', 'qh-users-involved'],
  people: [],
  timeline: [],
  cases: ['qh-cases-2019', 'qh-cases-2020on', 'calc-months-max'],
  'known-users': ['wn-users-2018', 'wn-users-2019', 'wn-users-2020on'],
  checks: ['qh-venues', 'qh-sweeps', 'qh-venue-visits', 'qh-places-checked', 'qh-venues-closed', 'qh-hotels-found'],
  prevention: ['qh-lectures', 'qh-leaflets', 'qh-audience', 'wn-volunteers', 'wn-experts'],
  recovery: ['wn-released-linked', 'wn-courses', 'wn-trained', 'wn-jobs'],
};
