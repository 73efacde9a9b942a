import { MONTHS_A_YEAR } from '../../data/months.ts';
import { wordOf, type Chart, type ChartLine, type Label } from '../chart.ts';
import { tenth } from '../curve.ts';
import type { Frame } from '../frames.ts';
import { rectPath, visible, type Marks, type Shape } from '../shapes.ts';
import { levelPath, strokeOf } from '../stroke.ts';
import { widthOf } from '../text.ts';
import type { TimelineState } from './scene.ts';

/** The special prints “recently” for a round-up: a soft mark of this many months before publication. */
const RECENT_MONTHS = 1.6;
/** Marks are not thicker than this share of the strip allows: on a slide, whose type is large, words stand close above and below them. */
const BAR_SHARE = 0.156;
/** Shares of the band's height: the axis, the first row, and the height that all rows share. */
const AXIS = 0.84;
const FIRST = 0.19;
const ROWS = 0.78;
/** How far above a stroke its words stand, and how much further where they reach over the mark at its beginning. */
const ABOVE = 0.11;
const RAISED = 0.03;

/** A line's row: a hatched year where no more is known, else its stroke from the month on, with a mark at either end. */
function row({ band, note, stroke }: Frame, chart: Chart, line: ChartLine, share: number, y: number): Marks {
  const x = (month: number): number => tenth(band.x + (band.width * month) / chart.months);
  const at = (part: number): number => tenth(band.y + band.height * part);
  const thick = Math.min(note, band.height * BAR_SHARE) * 0.62;
  const { from, until } = line.dated!;
  const end = x(chart.months);
  const word = (key: string, part: number, rest: Partial<Label>): Label => ({
    key: `${key}-${line.id}`,
    text: wordOf(chart, `${line.id}.${key}`),
    x: end,
    y: at(part),
    size: note,
    anchor: 'end',
    opacity: share,
    look: line.id,
    ...rest,
  });
  if (until !== undefined) {
    // A year late on the axis has its words before its end.
    const { anchor: _, ...label } = word('timeline', y - 0.06, { x: x(from) });
    const words = from * 2 > chart.months ? word('timeline', y - 0.06, {}) : label;
    return {
      shapes: [
        {
          key: `year-${line.id}`,
          kind: 'term',
          of: line.id,
          d: rectPath(x(from), at(y), (Math.min(end, x(until)) - x(from)) * share, thick),
          look: `outlined ${line.id}`,
          fill: 'hatch',
          opacity: share,
        },
      ],
      labels: [words],
    };
  }
  const look = strokeOf(line.stroke, stroke, 7);
  const recent = chart.t[`${line.id}.recent`] !== undefined;
  const middle = at(y);
  const recentMark: Shape = {
    key: `recent-${line.id}`,
    d: rectPath(x(chart.months - RECENT_MONTHS), tenth(middle - thick / 2), (band.width * RECENT_MONTHS) / chart.months, thick),
    look: `${line.id} solid`,
    opacity: share,
  };
  return {
    shapes: [
      {
        key: `run-${line.id}`,
        kind: 'term',
        of: line.id,
        d: levelPath({ ...look, dash: undefined }, x(from), middle, (end - x(from)) * share),
        look: line.id,
        stroke,
        dash: look.dash,
        opacity: share,
      },
      {
        key: `begin-${line.id}`,
        d: `M${x(from)} ${tenth(middle - thick * 0.8)}l${thick * 0.8} ${thick * 0.8}l${-thick * 0.8} ${thick * 0.8}l${-thick * 0.8} ${-thick * 0.8}z`,
        look: `${line.id} solid`,
        opacity: share,
      },
      ...(recent ? [recentMark] : []),
    ],
    labels: [
      word('timeline', y - ABOVE - (widthOf(wordOf(chart, `${line.id}.timeline`), note) > end - x(from) ? RAISED : 0), {}),
      ...(recent ? [word('recent', y + 0.2, { size: note * 0.92 })] : []),
    ],
  };
}

/** The lines on one axis of months, in the strip below the map: a row for each that is dated. */
export function layoutTimeline({ lines }: TimelineState, frame: Frame, chart: Chart): Marks {
  const { band, note } = frame;
  const x = (month: number): number => tenth(band.x + (band.width * month) / chart.months);
  const y = (share: number): number => tenth(band.y + band.height * share);
  const tick = (month: number): string => `M${x(month)} ${y(AXIS)}v${tenth(note * 0.4)}`;
  const dated = chart.lines.filter((line) => line.dated !== null && (lines[line.id] ?? 0) > 0);
  // The rows share the height as they are there: where one more comes, the others make room for it.
  const shares = dated.map((line) => lines[line.id]!);
  const sum = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0);
  const rows = dated.map((line, i) => row(frame, chart, line, shares[i]!, FIRST + (ROWS * sum(shares.slice(0, i))) / sum(shares)));
  return visible({
    shapes: [
      { key: 'axis', d: `M${x(0)} ${y(AXIS)}H${x(chart.months)}${tick(0)}${tick(MONTHS_A_YEAR)}${tick(chart.months)}`, look: 'hairline' },
      ...rows.flatMap((each) => each.shapes),
    ],
    labels: [
      ...rows.flatMap((each) => each.labels),
      { key: 'year-1', text: wordOf(chart, 'timeline.year1'), x: x(0), y: y(1.03), size: note * 0.92, look: 'muted' },
      {
        key: 'year-2',
        text: wordOf(chart, 'timeline.year2'),
        x: tenth(x(MONTHS_A_YEAR) - note * 0.6),
        y: y(1.03),
        size: note * 0.92,
        look: 'muted',
        anchor: 'middle',
      },
      {
        key: 'published',
        text: wordOf(chart, 'timeline.published'),
        x: x(chart.months),
        y: y(1.03),
        size: note * 0.92,
        look: 'muted',
        anchor: 'end',
      },
    ],
  });
}
