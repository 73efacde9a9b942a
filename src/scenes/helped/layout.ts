import type { Chart } from '../chart.ts';
import { layoutCounts } from '../count.ts';
import type { Frame } from '../frames.ts';
import { visible, type Marks } from '../shapes.ts';
import type { HelpedState } from './scene.ts';

/** People a row, the same in each field, so that fields compare by area. */
const COLUMNS = 77;

/** People in Wanning linked to services, trained, and helped into work; one dot is one person. The counts are not parts of each other. */
export function layoutHelped(state: HelpedState, frame: Frame, chart: Chart): Marks {
  return visible(
    layoutCounts(
      chart,
      frame,
      frame.panel,
      [
        { key: 'linked', field: { of: 'wn-released-linked', kind: 'person', columns: COLUMNS } },
        { key: 'courses', field: { of: 'wn-courses', kind: 'act', columns: 40 }, tone: 'ink' },
        { key: 'trained', field: { of: 'wn-trained', kind: 'person', columns: COLUMNS } },
        { key: 'jobs', field: { of: 'wn-jobs', kind: 'person', columns: COLUMNS } },
      ],
      state.shown,
    ),
  );
}
