import { wordOf, type Chart } from '../../scenes/chart.ts';
import type { TaskId } from '../content/types.ts';

/** The note on a picture that would answer a question. The periods that can be compared or not are no note but the picture itself. */
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
