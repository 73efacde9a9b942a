import { numberOf, type Chart } from '../chart.ts';
import { layoutCounts } from '../count.ts';
import type { Frame } from '../frames.ts';
import { visible, type Marks } from '../shapes.ts';
import type { TestedState } from './scene.ts';

/** As many people as one dot stands for: the largest count of people would be a grey slab on a phone. */
const PER_DOT = 10;
/** Share of the panel's height that is left to a field below its number and above its note. */
const ROOM = 0.76;

/** Share by which all are counted; then the hatching comes. */
const COUNTED = 0.7;

/** One field over the whole panel, in as many columns as let it fill the panel; all of it hatched. */
export function layoutTested({ shown }: TestedState, frame: Frame, chart: Chart): Marks {
  const { panel } = frame;
  const columns = Math.max(1, Math.ceil(Math.sqrt(((numberOf(chart, 'wn-tests') / PER_DOT) * panel.width) / (panel.height * ROOM))));
  const untold = Math.max(0, (shown - COUNTED) / (1 - COUNTED));
  const field = { of: 'wn-tests', kind: 'person', columns, per: PER_DOT, untold } as const;
  return visible(layoutCounts(chart, frame, panel, [{ key: 'tests', field, tone: 'ink' }], Math.min(1, shown / COUNTED)));
}
