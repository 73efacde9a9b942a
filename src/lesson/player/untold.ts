import { wordOf, type Chart } from '../../scenes/chart.ts';
import type { Picture } from '../../scenes/registry.ts';
import type { TaskId } from '../content/types.ts';

/** The note on a picture that would answer a question. */
const TELLS: Readonly<Partial<Record<TaskId, string>>> = { adding: 'apart', percentage: 'knownUsers.note' };

/**
 * A chart whose notes leave these questions to the class. The distance keeps its two ends and the sign of our own calculation.
 * @param tasks still to be asked
 */
export function untold(chart: Chart, tasks: readonly TaskId[]): Chart {
  const place = (id: string): string => wordOf(chart, `place.${id}`);
  const ends = chart.lines
    .filter(({ id }) => chart.t[`${id}.distance`] !== undefined)
    .map(({ id, origin, legs }): readonly [string, string] => [`${id}.distance`, `${place(origin)}–${place(legs[0]!.to)} ƒ`]);
  const left = tasks.flatMap((task): (readonly [string, string])[] => {
    const told = TELLS[task];
    return task === 'distance' ? ends : told === undefined ? [] : [[told, '']];
  });
  return { ...chart, t: { ...chart.t, ...Object.fromEntries(left) } };
}

/** Pictures as a class sees them, by the picture that they are made of: the same again is no new one to move to. */
const SEEN = new WeakMap<Picture, Map<boolean, Picture>>();

/**
 * A picture as a class sees it. The months of both periods wait until it has been asked whether they are equally long; after that an
 * average month stands there on both readings, not on the more striking one alone.
 * @param tasks still to be asked
 */
export function asSeen(picture: Picture, tasks: readonly TaskId[]): Picture {
  if (picture.squares === undefined) return picture;
  const isAsked = tasks.includes('comparable');
  const known = SEEN.get(picture) ?? new Map<boolean, Picture>();
  SEEN.set(picture, known);
  const seen = known.get(isAsked) ?? { ...picture, squares: { ...picture.squares, strip: isAsked ? 0 : 1, both: 1 } };
  known.set(isAsked, seen);
  return seen;
}
