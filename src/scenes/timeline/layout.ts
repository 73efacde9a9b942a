import type { TimelineState } from '../../story/states.ts';
import { numberOf, wordOf, type Chart } from '../chart.ts';
import { tenth } from '../curve.ts';
import type { Frame } from '../frames.ts';
import { rectPath, visible, type Marks } from '../shapes.ts';

/** Months from January 2020 that the axis covers: to the end of June 2021, when the special was published. */
const AXIS_MONTHS = 18;
const MONTHS_A_YEAR = 12;
/** The special prints “recently” for the round-up: a soft mark of this many months before publication. */
const RECENT_MONTHS = 1.6;
/** Marks are not thicker than this share of the strip allows: on a slide, whose type is large, words stand close above and below them. */
const BAR_SHARE = 0.156;

/** Both cases on one axis of months, in the strip below the map. `targetMonth` counts from January 2020 = 0. */
export function layoutTimeline(state: TimelineState, frame: Frame, chart: Chart): Marks {
  const { band, note, stroke } = frame;
  const x = (month: number): number => tenth(band.x + (band.width * month) / AXIS_MONTHS);
  const y = (share: number): number => tenth(band.y + band.height * share);
  const target = numberOf(chart, 'target-month');
  const thick = Math.min(note, band.height * BAR_SHARE) * 0.62;
  const tick = (month: number): string => `M${x(month)} ${y(0.84)}v${tenth(note * 0.4)}`;
  return visible({
    shapes: [
      { key: 'axis', d: `M${x(0)} ${y(0.84)}H${x(AXIS_MONTHS)}${tick(0)}${tick(MONTHS_A_YEAR)}${tick(AXIS_MONTHS)}`, look: 'hairline' },
      { key: 'case-1', d: rectPath(x(0), y(0.19), (x(MONTHS_A_YEAR) - x(0)) * state.case1, thick), look: 'outlined line1', fill: 'hatch', opacity: state.case1 },
      { key: 'case-2', d: `M${x(target)} ${y(0.58)}H${tenth(x(target) + (x(AXIS_MONTHS) - x(target)) * state.case2)}`, look: 'line2 dotted', stroke, opacity: state.case2 },
      { key: 'target', d: `M${x(target)} ${tenth(y(0.58) - thick * 0.8)}l${thick * 0.8} ${thick * 0.8}l${-thick * 0.8} ${thick * 0.8}l${-thick * 0.8} ${-thick * 0.8}z`, look: 'line2 solid', opacity: state.case2 },
      { key: 'recent', d: rectPath(x(AXIS_MONTHS - RECENT_MONTHS), tenth(y(0.58) - thick / 2), (band.width * RECENT_MONTHS) / AXIS_MONTHS, thick), look: 'line2 solid', opacity: state.case2 },
    ],
    labels: [
      { key: 'case-1', text: wordOf(chart, 'timeline.case1'), x: x(0), y: y(0.13), size: note, opacity: state.case1, look: 'line1' },
      { key: 'target', text: wordOf(chart, 'timeline.target'), x: x(AXIS_MONTHS), y: y(0.47), size: note, anchor: 'end', opacity: state.case2, look: 'line2' },
      { key: 'recent', text: wordOf(chart, 'timeline.recent'), x: x(AXIS_MONTHS), y: y(0.78), size: note * 0.92, anchor: 'end', opacity: state.case2, look: 'line2' },
      { key: 'year-1', text: wordOf(chart, 'timeline.year1'), x: x(0), y: y(1.03), size: note * 0.92, look: 'muted' },
      { key: 'year-2', text: wordOf(chart, 'timeline.year2'), x: tenth(x(MONTHS_A_YEAR) - note * 0.6), y: y(1.03), size: note * 0.92, look: 'muted', anchor: 'middle' },
      { key: 'published', text: wordOf(chart, 'timeline.published'), x: x(AXIS_MONTHS), y: y(1.03), size: note * 0.92, look: 'muted', anchor: 'end' },
    ],
  });
}
