import { SCENES, type Picture, type SceneName, type SceneStates } from '../scenes/registry.ts';
import type { Scene } from '../scenes/scene.ts';

/** A step as the stage needs it. */
export interface PictureStep {
  id: string;
  theme: Theme;
  picture: Picture;
}

export type Theme = 'night' | 'day';

/** One scene of the resolved picture. `opacity` is 0 to 1. */
export type Layer<K extends SceneName = SceneName> = { state: SceneStates[K]; opacity: number; theme: Theme };

/** What to draw at a position. */
export interface Resolved {
  layers: { [K in SceneName]?: Layer<K> };
}

/**
 * Share of the way between two steps during which the picture rests at each end, so that a step
 * still looks finished while its text is being read.
 */
const REST = 0.16;

/** A scene that leaves is gone by here, a scene that comes begins here: two scenes' labels never share the stage. */
const SWITCH = 0.5;
/** Share of the way that a fade takes: short, so that the stage is hardly ever empty. */
const FADE = 0.2;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Smooth, symmetric, and flat at both ends. Takes and gives 0 to 1. */
export const ease = (t: number): number => {
  const u = clamp((t - REST) / (1 - 2 * REST));
  return u * u * (3 - 2 * u);
};

/** Steps of a transition that an eye can tell apart: less is the same picture, and costs nothing. */
const GRAIN = 400;

/**
 * Where the picture stands while the reader is at `position`: it rests round each step and moves smoothly in between.
 * Pure, continuous but for its fine grain, never decreasing, and the same at both ends of a way.
 */
export function settle(position: number): number {
  const index = Math.floor(position);
  return index + Math.round(ease(position - index) * GRAIN) / GRAIN;
}

/** A state: shares from 0 to 1, or records of them by id. What is not there counts as 0. */
type State = { readonly [key: string]: number | State };

/** When the shares of a scene move: see `Scene`. */
type Pace = Pick<Scene<object>, 'early' | 'behind' | 'late'>;

/**
 * Shares of a way between which what stands behind others comes back, when little is left of those, so that the stage is not empty
 * and no word is crossed. Only then does what befalls it begin.
 */
const [LEFT, BACK] = [0.42, 0.7];

/** How far the share of that name has come from one state to another at `t` of the way. */
function paced({ early, behind, late }: Pace, name: string, a: State, b: State, t: number): number {
  const befallen = late?.[name];
  if (befallen !== undefined) return !a[befallen] ? 1 : !b[befallen] ? 0 : clamp((t - BACK) / (1 - BACK));
  const isBehind = behind?.includes(name);
  if (isBehind && (b[name] ?? 0) > (a[name] ?? 0)) return clamp((t - LEFT) / (BACK - LEFT));
  return isBehind ? clamp(t / (1 - LEFT)) : early?.includes(name) ? clamp(t / SWITCH) : t;
}

/**
 * The state between two states of one scene, field by field and record by record; `a` itself where they do not differ, so that
 * nothing is drawn anew. `t` is 0 to 1.
 */
export function between<T extends object>(a: T, b: T, t: number, pace: Pace): T {
  if (t === 0) return a;
  if (t === 1) return b;
  const mixed: Record<string, number | State> = {};
  let differs = false;
  for (const key in { ...a, ...b }) {
    const [from, to] = [(a as State)[key] ?? 0, (b as State)[key] ?? 0];
    const value =
      typeof from === 'object' || typeof to === 'object' ? between((from || {}) as State, (to || {}) as State, t, pace) : from + (to - from) * paced(pace, key, a as State, b as State, t);
    mixed[key] = value;
    differs ||= value !== from;
  }
  return differs ? (mixed as T) : a;
}

function layer<K extends SceneName>(name: K, from: PictureStep, to: PictureStep, t: number): Layer<K> | undefined {
  const a = from.picture[name] as SceneStates[K] | undefined;
  const b = to.picture[name] as SceneStates[K] | undefined;
  if (a && b) return { state: between(a, b, t, SCENES[name] as Pace), opacity: 1, theme: t < SWITCH ? from.theme : to.theme };
  if (a && t < SWITCH) return { state: a, opacity: clamp((SWITCH - t) / FADE), theme: from.theme };
  if (b && t > SWITCH) {
    const state = SCENES[name].entrance === 'whole' ? b : between({} as SceneStates[K], b, (t - SWITCH) / (1 - SWITCH), SCENES[name] as Pace);
    return { state, opacity: clamp((t - SWITCH) / FADE), theme: to.theme };
  }
  return undefined;
}

/**
 * The picture at a position of the story. Pure, total, continuous, and the same whichever way the reader came.
 * @param steps in reading order, at least one
 * @param position 0 = first step; 2.5 = halfway between the third and the fourth; anything else is clamped, NaN reads as 0
 */
export function resolve(steps: readonly PictureStep[], position: number): Resolved {
  const last = steps.length - 1;
  const p = Math.min(last, Math.max(0, position || 0));
  const index = Math.min(Math.floor(p), Math.max(0, last - 1));
  const from = steps[index]!;
  const to = steps[Math.min(index + 1, last)]!;
  const t = p - index;
  const layers: Resolved['layers'] = {};
  for (const name of new Set([...Object.keys(from.picture), ...Object.keys(to.picture)]) as Set<SceneName>) {
    const found = layer(name, from, to, t);
    if (found) (layers as Record<SceneName, Layer>)[name] = found;
  }
  return { layers };
}
