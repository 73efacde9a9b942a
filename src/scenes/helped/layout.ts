import { numberOf, type Chart } from '../chart.ts';
import type { Frame } from '../frames.ts';
import { visible, type Marks } from '../shapes.ts';
import { layoutTallies } from '../tally.ts';
import type { HelpedState } from './scene.ts';

/** People a row, the same in each field, so that fields compare by area. */
const COLUMNS = 77;
const COURSE_COLUMNS = 40;

/** People in Wanning linked to services, trained, and helped into work; one dot is one person. The counts are not parts of each other. */
export function layoutHelped(state: HelpedState, frame: Frame, chart: Chart): Marks {
  return visible(layoutTallies(chart, frame, frame.panel, [
    { key: 'linked', count: numberOf(chart, 'wn-released-linked'), columns: COLUMNS, mark: 'dot' },
    { key: 'courses', count: numberOf(chart, 'wn-courses'), columns: COURSE_COLUMNS, mark: 'tick', look: 'ink' },
    { key: 'trained', count: numberOf(chart, 'wn-trained'), columns: COLUMNS, mark: 'dot' },
    { key: 'jobs', count: numberOf(chart, 'wn-jobs'), columns: COLUMNS, mark: 'dot' },
  ], state.shown));
}
