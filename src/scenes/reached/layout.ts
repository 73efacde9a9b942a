import { numberOf, type Chart } from '../chart.ts';
import type { Frame } from '../frames.ts';
import { visible, type Marks } from '../shapes.ts';
import { layoutTallies } from '../tally.ts';
import type { ReachedState } from './scene.ts';

/** Leaflets and attendances stand as one mark a thousand. */
const PER_MARK = 1000;
const COLUMNS = { lectures: 50, leaflets: 50, audience: 60, volunteers: 69, experts: 20 };

/** Who was reached, and by whom. One dot is one person, one sheet or small dot a thousand, as the rows say. */
export function layoutReached(state: ReachedState, frame: Frame, chart: Chart): Marks {
  return visible(layoutTallies(chart, frame, frame.panel, [
    { key: 'lectures', count: numberOf(chart, 'qh-lectures'), columns: COLUMNS.lectures, mark: 'tick', open: true },
    { key: 'leaflets', count: numberOf(chart, 'qh-leaflets') / PER_MARK, columns: COLUMNS.leaflets, mark: 'sheet', open: true },
    { key: 'audience', count: numberOf(chart, 'qh-audience') / PER_MARK, columns: COLUMNS.audience, mark: 'dot' },
    { key: 'volunteers', count: numberOf(chart, 'wn-volunteers'), columns: COLUMNS.volunteers, mark: 'dot', look: 'ink' },
    { key: 'experts', count: numberOf(chart, 'wn-experts'), columns: COLUMNS.experts, mark: 'dot', look: 'ink' },
  ], state.shown));
}
