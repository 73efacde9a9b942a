import type { Locale } from '../data/types.ts';
import type { Chart } from '../scenes/chart.ts';
import { FRAMES, type Frame, type FrameName } from '../scenes/frames.ts';
import type { Picture, SceneName } from '../scenes/registry.ts';
import { STEPS } from '../story/steps.ts';
import { collide, drawnOn, misplaced } from './excess.ts';
import { SETTINGS } from './measure.ts';

/** Factors by which words are tried, from as they are down to the smallest that is still read: 10 units of a phone's canvas, 19 px of a slide. */
const TRIED = [1, 0.96, 0.92, 0.88, 0.84, 0.8] as const;

/** The pictures in which each scene stands. */
const PICTURES = Map.groupBy(STEPS.flatMap(({ picture }) => (Object.keys(picture) as SceneName[]).map((scene) => ({ scene, picture: picture as Picture }))), ({ scene }) => scene);

/** Whether the words of a scene stand clear of one another and of the map's, and inside their panel, at every step, in the faces of pictures and in a reader's own. */
const holds = (scene: SceneName, frame: Frame, chart: Chart, locale: Locale): boolean =>
  PICTURES.get(scene)!.every(({ picture }) => {
    const drawn = drawnOn(scene, picture[scene]!, frame, chart);
    const below = scene === 'map' || !picture.map ? [] : drawnOn('map', picture.map, frame, chart).labels;
    return SETTINGS[locale].every((setting) => misplaced(scene, drawn, frame, setting, () => undefined).length === 0 && !collide(drawn.labels, below, setting));
  });

const known = new Map<string, Readonly<Record<string, number>>>();

/**
 * By how much the words of a language are set smaller, by scene and canvas, so that long ones hold: no more than they need, and nothing where they fit
 * as they are. What holds at no size is left as it is: a build refuses it by name (`capacity.ts`).
 */
export function typeOf(chart: Chart, locale: Locale, frames: readonly FrameName[]): Readonly<Record<string, number>> {
  const key = JSON.stringify([locale, frames, chart]);
  const found = known.get(key) ?? Object.fromEntries(
    frames.flatMap((name) => [...PICTURES.keys()].flatMap((scene): [string, number][] => {
      const frame = FRAMES[name];
      const by = TRIED.find((each) => holds(scene, frame, { ...chart, type: { [`${scene}-${name}`]: each } }, locale));
      return by === undefined || by === 1 ? [] : [[`${scene}-${name}`, by]];
    })),
  );
  known.set(key, found);
  return found;
}
