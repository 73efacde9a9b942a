import type { Chart } from '../chart.ts';
import { layoutCounts } from '../count.ts';
import type { Frame } from '../frames.ts';
import { visible, type Marks } from '../shapes.ts';
import type { ReachedState } from './scene.ts';

/** Leaflets and attendances stand as one mark a thousand. */
const PER_MARK = 1000;

/** Who was reached, and by whom. One dot is one person, one sheet or small dot a thousand, as the rows say. */
export function layoutReached(state: ReachedState, frame: Frame, chart: Chart): Marks {
  return visible(
    layoutCounts(
      chart,
      frame,
      frame.panel,
      [
        { key: 'lectures', field: { of: 'qh-lectures', kind: 'act', columns: 50 } },
        { key: 'leaflets', field: { of: 'qh-leaflets', kind: 'leaflet', columns: 50, per: PER_MARK } },
        { key: 'audience', field: { of: 'qh-audience', kind: 'visit', columns: 60, per: PER_MARK } },
        { key: 'volunteers', field: { of: 'wn-volunteers', kind: 'person', columns: 69 }, tone: 'ink' },
        { key: 'experts', field: { of: 'wn-experts', kind: 'person', columns: 20 }, tone: 'ink' },
      ],
      state.shown,
    ),
  );
}
