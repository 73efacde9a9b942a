import { fadingOf, numberOf, wordOf, type Chart } from '../chart.ts';
import { countPeople, noteLines, tailOf } from '../count.ts';
import { tenth } from '../curve.ts';
import { isWide, type Frame } from '../frames.ts';
import type { Tone } from '../looks.ts';
import { late, rectPath, visible, type Marks, type Shape } from '../shapes.ts';
import type { GroupsState } from './scene.ts';

/** Base lines and bars as shares of the panel's height, from the top. */
const TALL_ROWS = { ring: 0.1, ringGrams: 0.255, rule: 0.4, island: 0.64, users: 0.825, islandGrams: 0.955 };
const WIDE_ROWS = { ring: 0.08, ringGrams: 0.235, rule: 0.3, island: 0.57, users: 0.765, islandGrams: 0.955 };
/** Pitch of the dots at most, in label heights: in a wide panel the rows lie closer. */
const PITCH = { tall: 1.75, wide: 1.2 };
/** Dots lie this far below their number, in label heights. */
const BELOW = 0.75;
/** Each group stands in one row, however many it has: more of them stand closer, fewer no further apart than this many would. */
const FEWEST_COLUMNS = 19;
/** Share of the panel's width that the larger amount takes: both amounts are drawn to this one scale. */
const GRAMS_WIDTH = 0.8;

/** An amount as a bar; where the number is not exact, its end fades. */
function grams(frame: Frame, chart: Chart, key: string, of: string, full: number, y: number, opacity: number): Marks {
  const { panel, note, label } = frame;
  const width = full > 0 ? (panel.width * GRAMS_WIDTH * numberOf(chart, of)) / full : 0;
  const height = label * 0.6;
  const shapes: Shape[] = [
    { key: `${key}-bar`, kind: 'amount', of, d: rectPath(panel.x, y, width, height), look: 'amount', opacity },
    tailOf(chart, of, frame, panel.x + width, y, height, 'ink', opacity),
  ];
  return { shapes, labels: [{ key, text: wordOf(chart, key), x: panel.x, y: tenth(y - note * 0.55), size: note, opacity, look: 'muted' }] };
}

/** A line's round-ups: two groups that are never added, and two amounts on one scale. */
export function layoutGroups(state: GroupsState, frame: Frame, chart: Chart): Marks {
  const { panel, label, note, numeral, figure } = frame;
  const wide = isWide(frame);
  const rows = wide ? WIDE_ROWS : TALL_ROWS;
  const at = (share: number): number => panel.y + panel.height * share;
  const most = Math.max(
    FEWEST_COLUMNS,
    ...['qh-arrests-ring', 'qh-arrests-island', 'qh-users-involved'].map((id) => numberOf(chart, id) + fadingOf(chart, id).length),
  );
  const pitch = Math.min(panel.width / most, label * (wide ? PITCH.wide : PITCH.tall));
  const full = Math.max(numberOf(chart, 'qh-seized-ring-g'), numberOf(chart, 'qh-seized-island-g'));
  const people = (key: string, of: string, share: number, row: number, size: number, tone: Tone | 'hollow' = chart.lineOf[of] ?? 'neutral'): Marks =>
    countPeople(
      frame,
      chart,
      panel,
      { size: label, leading: 1.2, look: 'strong' },
      {
        key,
        of,
        shown: share,
        opacity: Math.min(1, share * 4),
        tone,
        y: at(row),
        size,
        columns: Math.floor(panel.width / pitch + 1e-6),
        pitch,
        below: label * BELOW,
      },
    );
  const parts = [
    people('ring', 'qh-arrests-ring', state.ring, rows.ring, numeral * 0.9),
    grams(frame, chart, 'ringGrams', 'qh-seized-ring-g', full, at(rows.ringGrams), state.ring),
    people('islandArrests', 'qh-arrests-island', state.island, rows.island, numeral * 0.9),
    people('users', 'qh-users-involved', state.users, rows.users, figure, 'hollow'),
    grams(frame, chart, 'islandGrams', 'qh-seized-island-g', full, at(rows.islandGrams), late(state.grams)),
  ];
  const rule = at(rows.rule);
  return visible({
    shapes: [
      ...parts.flatMap((part) => part.shapes),
      { key: 'rule', d: `M${panel.x} ${tenth(rule)}h${panel.width}`, look: 'rule', opacity: state.apart },
    ],
    labels: [
      ...parts.flatMap((part) => part.labels),
      ...noteLines('apart', wordOf(chart, 'apart'), panel.x, rule + label * 0.4 + note * 1.1, note, panel.width, { opacity: state.apart }),
    ],
  });
}
