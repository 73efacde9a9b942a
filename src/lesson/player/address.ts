import type { Plan, Quantity } from '../content/types.ts';
import type { Place } from './film.ts';

/** What an address asks the player for. `plan` is missing where the address names none. */
export interface Address {
  plan: Plan | undefined;
  /** from 0 */
  slide: number;
  /** the window of the teacher's notes */
  notes: boolean;
  /** a pupil's own device: the guess that it is for */
  pupil: Quantity | undefined;
}

/** What a lesson has gathered, as the address keeps it behind the slide: a reload or a crash loses nothing, and no store is used. */
export interface Kept {
  /** when the lesson left its first slide, ms since 1970 */
  since: number | null;
  /** one's own guesses */
  own: Readonly<Record<Quantity, number | null>>;
  /** the class's */
  all: Readonly<Record<Quantity, readonly number[]>>;
  /** the light ground on every slide */
  light: boolean;
  /** the words' size: 0 as it is, then larger */
  size: number;
}

/** Sizes of the words at 720 px, as the slides' style sheet sets them. */
export const SIZES = [32, 38, 45] as const;
/** A clock older than this is another lesson's, ms. */
const LESSON = 12 * 3_600_000;
/** More guesses than any class has; an address that brings more is a stranger's. */
const CLASS = 999;
const SECOND = 1000;
/** Every guess there can be; a pupil's code says which by its place here. */
export const QUANTITIES: readonly Quantity[] = ['cases', 'known-users'];
const WHOLE = /^\d{1,7}$/;

/** Nothing gathered yet. */
export const NOTHING: Kept = { since: null, own: { cases: null, 'known-users': null }, all: { cases: [], 'known-users': [] }, light: false, size: 0 };

/**
 * Reads the address of a slide, such as `?plan=40#5`; a slide's id stands for its number too. Whatever it does not know is
 * passed over: a slide past the end is the last one.
 */
export function readAddress(plans: readonly Plan[], search: string, hash: string): Address {
  const asked = new URLSearchParams(search);
  const plan = plans.find(({ id }) => id === asked.get('plan'));
  return {
    plan,
    slide: plan ? slideAt(plan, hash) : 0,
    notes: asked.get('notes') === '1',
    pupil: QUANTITIES.find((each) => each === asked.get('guess')),
  };
}

/** The slide that an anchor names, from 0. */
export function slideAt({ slides }: Plan, hash: string): number {
  const name = hash.replace(/^#/, '').split('&', 1)[0]!;
  if (/^\d+$/.test(name)) return Math.min(slides.length, Math.max(1, Number(name))) - 1;
  return Math.max(
    0,
    slides.findIndex(({ id }) => id === name),
  );
}

const wholesIn = (text: string | null): number[] =>
  (text ?? '')
    .split('.')
    .filter((piece) => WHOLE.test(piece))
    .slice(0, CLASS)
    .map(Number);
const eachOf = <Value>(value: (quantity: Quantity) => Value): Record<Quantity, Value> => ({
  cases: value('cases'),
  'known-users': value('known-users'),
});

/** What stands behind the slide in an anchor. */
const keptIn = (hash: string): URLSearchParams => new URLSearchParams(hash.replace(/^#[^&]*&?/, ''));
const wholeIn = (text: string | null, most: number): number => (WHOLE.test(text ?? '') ? Math.min(most, Number(text)) : 0);

/** How much of its slide an anchor shows uncovered, from 0; whoever knows the slide knows the most. */
export const stageAt = (hash: string): number => wholeIn(keptIn(hash).get('stage'), Infinity);

/**
 * Reads what an anchor keeps of a lesson. What is no number, and a time that cannot be, is passed over: the address may be anybody's.
 * @param now ms since 1970
 */
export function readKept(hash: string, now: number): Kept {
  const kept = keptIn(hash);
  const since = /^\d{10}$/.test(kept.get('since') ?? '') ? Number(kept.get('since')) * SECOND : null;
  return {
    since: since !== null && since <= now && now - since < LESSON ? since : null,
    own: eachOf((quantity) => wholesIn(kept.get(`own-${quantity}`))[0] ?? null),
    all: eachOf((quantity) => wholesIn(kept.get(`all-${quantity}`))),
    light: kept.get('light') === '1',
    size: wholeIn(kept.get('size'), SIZES.length - 1),
  };
}

/** The anchor of a slide, with all that its lesson has gathered: `#5&stage=1&since=1764506700&all-cases=30.45`. */
export function hashOf({ slide, stage }: Place, { since, own, all, light, size }: Kept = NOTHING): string {
  const pairs: readonly (readonly [key: string, value: string])[] = [
    ['stage', stage === 0 ? '' : String(stage)],
    ['since', since === null ? '' : String(Math.floor(since / SECOND))],
    ...QUANTITIES.map((quantity) => [`own-${quantity}`, own[quantity] === null ? '' : String(own[quantity])] as const),
    ...QUANTITIES.map((quantity) => [`all-${quantity}`, all[quantity].join('.')] as const),
    ['light', light ? '1' : ''],
    ['size', size === 0 ? '' : String(size)],
  ];
  return `#${slide + 1}${pairs.flatMap(([key, value]) => (value === '' ? [] : [`&${key}=${value}`])).join('')}`;
}
