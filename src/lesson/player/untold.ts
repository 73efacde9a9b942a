import { wordOf, type Chart } from '../../scenes/chart.ts';
import type { TaskId } from '../content/types.ts';

/** The note on a picture that would answer a question. The periods that can be compared or not are no note but the picture itself. */
const TELLS: Readonly<Partial<Record<TaskId, string>>> = { adding: 'apart', percentage: 'knownUsers.note', distance: 'distance.note' };

/**
 * A chart whose notes leave these questions to the class. The distance keeps its two ends and the sign of our own calculation.
 * @param tasks still to be asked
 */
export function untold(chart: Chart, tasks: readonly TaskId[]): Chart {
  const ends = `${wordOf(chart, 'place.mudanjiang')}–${wordOf(chart, 'place.sanya')} ƒ`;
  const left = tasks.flatMap((task) => (TELLS[task] === undefined ? [] : [[TELLS[task], task === 'distance' ? ends : ''] as const]));
  return { ...chart, t: { ...chart.t, ...Object.fromEntries(left) } };
}
