import { numberOf, wordOf, type Chart, type Label } from '../chart.ts';
import { tenth } from '../curve.ts';
import { dotsPath, type Block } from '../dots.ts';
import { isWide, type Frame } from '../frames.ts';
import { late, rectPath, visible, type Marks, type Shape } from '../shapes.ts';
import { widthOf, wrap } from '../text.ts';
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
/** A dot's diameter as a share of the pitch. */
const DOT = 0.66;
/** Canvas share of the panel's width that 30 g takes: both amounts are drawn to this one scale. */
const GRAMS_WIDTH = 0.8;

interface Group {
  key: string;
  count: number;
  share: number;
  y: number;
  look: string;
  size: number;
}

function group({ panel, label, note }: Frame, chart: Chart, { key, count, share, y, look, size }: Group, pitch: number): Marks {
  const number = wordOf(chart, `${key}.number`);
  const x = panel.x + widthOf(number, size) * 1.02 + label * 0.5;
  const block: Block = { x: panel.x, y: y + label * BELOW, columns: Math.floor(panel.width / pitch + 1e-6), pitch };
  const opacity = Math.min(1, share * 4);
  const noun = wrap(wordOf(chart, `${key}.noun`), label, panel.x + panel.width - x);
  const words = chart.t[`${key}.note`];
  const labels: Label[] = [
    { key, text: number, x: panel.x, y: tenth(y), size, opacity, look: `display ${look}` },
    ...noun.map((text, i) => ({ key: `${key}-noun-${i}`, text, x: tenth(x), y: tenth(y - (words ? note * 1.35 : 0) - (noun.length - 1 - i) * label * 1.2), size: label, opacity, look: 'strong' })),
    ...(words ? [{ key: `${key}-note`, text: words, x: tenth(x), y: tenth(y), size: note, opacity, look: 'muted' }] : []),
  ];
  const stroke = pitch * DOT;
  return {
    labels,
    shapes: look.includes('hollow')
      ? [{ key: `${key}-rings`, d: dotsPath(block, 0, count * share).replaceAll('h0', `m${-stroke / 2} 0a${stroke / 2} ${stroke / 2} 0 1 0 ${stroke} 0a${stroke / 2} ${stroke / 2} 0 1 0 ${-stroke} 0`), look: 'ring-path', stroke: stroke * 0.22 }]
      : [{ key: `${key}-dots`, d: dotsPath(block, 0, count * share), look: `dots ${look}`, stroke }],
  };
}

function grams({ panel, note, label }: Frame, chart: Chart, key: string, value: number, full: number, open: boolean, y: number, opacity: number): Marks {
  const width = (panel.width * GRAMS_WIDTH * value) / full;
  const height = label * 0.6;
  const tail = label * 1.6;
  const shapes: Shape[] = [{ key: `${key}-bar`, d: rectPath(panel.x, y, width, height), look: 'amount', opacity }];
  if (open) shapes.push({ key: `${key}-open`, d: rectPath(panel.x + width, y, tail, height), look: 'ink', fill: 'soft', opacity });
  return { shapes, labels: [{ key, text: wordOf(chart, key), x: panel.x, y: tenth(y - note * 0.55), size: note, opacity, look: 'muted' }] };
}

/** A line's round-ups: two groups that are never added, and two amounts on one scale. */
export function layoutGroups(state: GroupsState, frame: Frame, chart: Chart): Marks {
  const { panel, label, note } = frame;
  const wide = isWide(frame);
  const rows = wide ? WIDE_ROWS : TALL_ROWS;
  const at = (share: number): number => panel.y + panel.height * share;
  const most = Math.max(FEWEST_COLUMNS, ...['qh-arrests-ring', 'qh-arrests-island', 'qh-users-involved'].map((id) => numberOf(chart, id)));
  const pitch = Math.min(panel.width / most, label * (wide ? PITCH.wide : PITCH.tall));
  const full = numberOf(chart, 'qh-seized-ring-g');
  const toneOf = (fact: string): string => chart.lineOf[fact] ?? 'neutral';
  const parts = [
    group(frame, chart, { key: 'ring', count: numberOf(chart, 'qh-arrests-ring'), share: state.ring, y: at(rows.ring), look: toneOf('qh-arrests-ring'), size: frame.numeral * 0.9 }, pitch),
    grams(frame, chart, 'ringGrams', full, full, true, at(rows.ringGrams), state.ring),
    group(frame, chart, { key: 'islandArrests', count: numberOf(chart, 'qh-arrests-island'), share: state.island, y: at(rows.island), look: toneOf('qh-arrests-island'), size: frame.numeral * 0.9 }, pitch),
    group(frame, chart, { key: 'users', count: numberOf(chart, 'qh-users-involved'), share: state.users, y: at(rows.users), look: 'hollow', size: frame.figure }, pitch),
    grams(frame, chart, 'islandGrams', numberOf(chart, 'qh-seized-island-g'), full, false, at(rows.islandGrams), late(state.grams)),
  ];
  const rule = at(rows.rule);
  return visible({
    shapes: [...parts.flatMap((part) => part.shapes), { key: 'rule', d: `M${panel.x} ${tenth(rule)}h${panel.width}`, look: 'rule', opacity: state.apart }],
    labels: [
      ...parts.flatMap((part) => part.labels),
      ...wrap(wordOf(chart, 'apart'), note, panel.width).map((text, i) => ({ key: `apart-${i}`, text, x: panel.x, y: tenth(rule + label * 0.4 + note * (1.1 + i * 1.4)), size: note, opacity: state.apart, look: 'muted' })),
    ],
  });
}
