import { MONTHS_A_YEAR } from '../../data/months.ts';
import { OURS } from '../../copy/ours.ts';
import { fadingOf, numberOf, wordOf, type Chart, type Label } from '../chart.ts';
import { noteLines, numberLook, panelTitle } from '../count.ts';
import { tenth } from '../curve.ts';
import { squaresPath, type Block } from '../dots.ts';
import { isWide, type Frame } from '../frames.ts';
import type { Tone } from '../looks.ts';
import { late, rectPath, visible, type Marks, type Shape } from '../shapes.ts';
import type { Around } from '../scene.ts';
import type { SquaresState } from './scene.ts';

const COLUMNS = 12;
/** A wide panel holds low rows: squares in twenties, which a class counts by eye. */
export const WIDE_COLUMNS = 20;
/** A square's side as a share of the pitch; its corner as a share of the side. */
const SIDE = 0.82;
const CORNER = 0.1;
/** Places as shares of the panel's height. */
const TALL_ROWS = { title: 0.02, numbers: 0.155, grid: 0.275, before: 0.34, since: 0.565, strip: 0.835 };
const WIDE_ROWS = { title: 0.035, numbers: 0.175, grid: 0.3, before: 0.37, since: 0.585, strip: 0.775 };
/** Distance of the rows where an average month has three. */
const THREE_ROWS = 0.15;
const rowsOf = (frame: Frame): typeof TALL_ROWS => (isWide(frame) ? WIDE_ROWS : TALL_ROWS);
/** Free height between the grid and the strip below it, as a share of the panel's. */
const ABOVE_STRIP = 0.05;
/** Columns of the headline numbers as shares of the panel's width. */
const COLUMN = { before: 0, since: 0.34 };
/** The facts that it counts with: the cases of the year before, and those since. */
export const BEFORE = 'qh-cases-2019';
const SINCE = 'qh-cases-2020on';

function header(frame: Frame, chart: Chart, state: SquaresState): Label[] {
  const { panel, note, numeral, figure } = frame;
  const rows = rowsOf(frame);
  const y = tenth(panel.y + panel.height * rows.numbers);
  const column = (key: string, share: number, opacity: number, look: Tone): Label[] => {
    const x = tenth(panel.x + panel.width * share);
    return [
      { key, text: wordOf(chart, `${key}.number`), x, y, size: numeral, opacity, look: `display ${look}` },
      { key: `${key}-period`, text: wordOf(chart, `${key}.period`), x, y: tenth(y + note * 1.6), size: note, opacity, look: 'muted' },
    ];
  };
  const right = panel.x + panel.width;
  return [
    panelTitle(frame, wordOf(chart, 'cases.title'), rows.title),
    ...column('before', COLUMN.before, 1, 'ink'),
    ...column('since', COLUMN.since, state.emptied, 'fallen'),
    {
      key: 'change',
      text: wordOf(chart, 'change.number'),
      x: right,
      y,
      size: figure,
      anchor: 'end',
      opacity: late(state.emptied),
      look: 'display fallen',
    },
    {
      key: 'change-note',
      text: wordOf(chart, 'change.note'),
      x: right,
      y: tenth(y + note * 1.6),
      size: note,
      anchor: 'end',
      opacity: late(state.emptied),
      look: 'muted',
    },
  ];
}

/** Where the squares lie, row by row. */
export function squaresOf(frame: Frame, chart: Chart): Block {
  const { panel } = frame;
  const rows = rowsOf(frame);
  const columns = isWide(frame) ? WIDE_COLUMNS : COLUMNS;
  const height = panel.height * (rows.strip - rows.grid - ABOVE_STRIP);
  const pitch = Math.min(
    panel.width / columns,
    height / Math.ceil(Math.max(numberOf(chart, BEFORE), numberOf(chart, SINCE)) / columns + fadingOf(chart, BEFORE).length / columns),
  );
  return { x: panel.x, y: panel.y + panel.height * rows.grid, columns, pitch };
}

function grid(block: Block, chart: Chart, state: SquaresState): Shape[] {
  const all = numberOf(chart, BEFORE);
  const left = numberOf(chart, SINCE);
  const { pitch } = block;
  const side = tenth(pitch * SIDE);
  const corner = tenth(side * CORNER);
  const shown = all * state.all;
  // Where there are more of them since, they join those of the year before, which stay full.
  const full = Math.min(shown, all - (all - left) * state.emptied) + Math.max(0, left - all) * state.emptied;
  const opacity = 1 - Math.min(1, state.monthly * 2);
  const ends = (of: string, from: number, share: number): Shape[] =>
    fadingOf(chart, of).map((strength, i) => ({
      key: `${of}-end-${i}`,
      d: squaresPath(block, side, corner, from + i, from + i + 1),
      look: 'square',
      opacity: strength * share,
    }));
  return [
    {
      key: 'emptied',
      d: squaresPath(block, side - 1, corner, Math.floor(full), shown),
      look: 'emptied',
      opacity,
      kind: 'case',
      of: BEFORE,
      from: Math.floor(full),
      count: shown - Math.floor(full),
      pitch,
    },
    {
      key: 'last',
      d: squaresPath(block, side, corner, Math.floor(full), Math.floor(full) + 1),
      look: 'square',
      opacity: (full - Math.floor(full)) * opacity,
    },
    {
      key: 'full',
      d: squaresPath(block, side, corner, 0, Math.floor(full)),
      look: 'square',
      opacity,
      kind: 'case',
      of: BEFORE,
      count: Math.min(all, Math.floor(full)),
      pitch,
    },
    // Beyond the last square where the number is not exact: of the year before behind the grid, of those since behind the full ones.
    ...ends(BEFORE, Math.max(all, left), opacity * state.all),
    ...ends(SINCE, left, opacity * state.emptied),
  ];
}

/** Cases of an average month as squares, the last one in part. */
function monthRow(
  frame: Frame,
  key: string,
  rate: number,
  y: number,
  text: string,
  number: string,
  opacity: number,
  tone: 'fallen' | undefined,
  size: number,
): Marks {
  const { panel, note, label, figure } = frame;
  const pitch = Math.min(panel.width / 11, label * size);
  const side = tenth(pitch * SIDE);
  const corner = tenth(side * CORNER);
  const block: Block = { x: panel.x, y, columns: COLUMNS, pitch };
  const whole = Math.floor(rate);
  const x = panel.x + whole * pitch + (pitch - side) / 2;
  const top = y + (pitch - side) / 2;
  // Letters are taken to be wide: a line that is over by a little fits.
  const lines = noteLines(`${key}-text`, text, panel.x, y - note * 0.7, note, panel.width * 1.07, { opacity });
  return {
    shapes: [
      { key: `${key}-whole`, d: squaresPath(block, side, corner, 0, whole), look: tone ? `square ${tone}` : 'square', opacity },
      { key: `${key}-edge`, d: rectPath(x, top, side, side), look: 'emptied', opacity },
      { key: `${key}-part`, d: rectPath(x, top, side * (rate - whole), side), look: tone ? `square ${tone}` : 'square', opacity },
    ],
    labels: [
      ...lines.map((line) => ({ ...line, y: line.y - (lines.length - 1) * note * 1.4 })),
      {
        key: `${key}-rate`,
        text: number,
        x: tenth(x + side + label * 0.7),
        y: tenth(y + pitch * 0.5 + figure * 0.34),
        size: figure,
        opacity,
        look: numberLook(number, tone ?? 'ink'),
      },
    ],
  };
}

/** Both periods as months, to one scale: the second one is open between 12 and 18 months. */
function strip(frame: Frame, chart: Chart, state: SquaresState, months: number): Marks {
  const { panel, note } = frame;
  const longest = numberOf(chart, 'calc-months-max');
  const labelWidth = note * 6.4;
  const pitch = (panel.width - labelWidth) / longest;
  const x = panel.x + labelWidth;
  const height = note * 0.95;
  const y = (row: number): number => panel.y + panel.height * rowsOf(frame).strip + row * note * 1.75;
  const cells = (count: number, row: number): string =>
    Array.from({ length: count }, (_, i) => rectPath(x + i * pitch, y(row), pitch * 0.84, height)).join('');
  const word = (key: string, row: number, opacity: number): Label => ({
    key: `strip-${key}`,
    text: wordOf(chart, `strip.${key}`),
    x: panel.x,
    y: tenth(y(row) + height * 0.86),
    size: note,
    opacity,
    look: 'muted',
  });
  // Up to here the period runs as the reader takes it; all beyond the first year is a guess, and hatched as such.
  const end = longest + (months - longest) * state.monthly;
  const rest = (from: number, to: number): string => rectPath(x + from * pitch, y(1), (to - from) * pitch, height);
  return {
    shapes: [
      { key: 'months-before', d: cells(MONTHS_A_YEAR, 0), look: 'months' },
      { key: 'months-beyond', d: rest(end, longest), look: 'emptied', opacity: state.emptied },
      { key: 'months-open', d: rest(MONTHS_A_YEAR, end), look: 'outlined', fill: 'hatch', opacity: state.emptied },
      { key: 'months-since', d: cells(MONTHS_A_YEAR, 1), look: 'months fallen', opacity: state.emptied },
    ],
    labels: [
      word('before', 0, 1),
      word('since', 1, state.emptied),
      ...noteLines('strip-note', wordOf(chart, 'strip.note'), panel.x, y(2) + note * 0.75, note, panel.width, { opacity: state.emptied }),
    ],
  };
}

/**
 * Qionghai's cases.
 * @param months how long “since 2020” is taken to be, 12 to 18
 * @param around what a class draws round the squares, or null
 */
export function layoutSquares(state: SquaresState, frame: Frame, chart: Chart, months: number, around: Around | null = null): Marks {
  const { panel } = frame;
  const at = (share: number): number => panel.y + panel.height * share;
  const opacity = late(state.monthly);
  const { before, since: below } = rowsOf(frame);
  const block = squaresOf(frame, chart);
  const readings = state.both ? [MONTHS_A_YEAR, months] : [months];
  const step = state.both ? THREE_ROWS : below - before;
  const size = state.both ? 1.8 : 2.9;
  const rows = [
    monthRow(
      frame,
      'month-before',
      numberOf(chart, BEFORE) / MONTHS_A_YEAR,
      at(before),
      wordOf(chart, 'monthly.before'),
      wordOf(chart, 'monthly.beforeRate'),
      opacity,
      undefined,
      size,
    ),
    ...readings.map((each, i) => {
      const since = numberOf(chart, SINCE) / each;
      return monthRow(
        frame,
        `month-since${i || ''}`,
        since,
        at(before + (i + 1) * step),
        wordOf(chart, 'monthly.since').replace('%months%', String(each)),
        `${OURS}${since.toFixed(1)}`,
        opacity,
        'fallen',
        size,
      );
    }),
  ];
  const none: Marks = { shapes: [], labels: [] };
  const mark = around?.(block, frame, chart, 1 - Math.min(1, state.monthly * 2)) ?? none;
  // What is drawn round the squares takes the room of the months.
  const periods = state.strip && !around ? strip(frame, chart, state, months) : none;
  return visible({
    shapes: [...grid(block, chart, state), ...mark.shapes, ...rows.flatMap((row) => row.shapes), ...periods.shapes],
    labels: [...header(frame, chart, state), ...mark.labels, ...rows.flatMap((row) => row.labels), ...periods.labels],
  });
}
