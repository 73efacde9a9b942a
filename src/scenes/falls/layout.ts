import { numberOf, wordOf, type Chart, type Label } from '../chart.ts';
import { noteLines, panelTitle, tailOf, tailWidth } from '../count.ts';
import { tenth } from '../curve.ts';
import type { Frame } from '../frames.ts';
import { late, rectPath, visible, type Marks, type Shape } from '../shapes.ts';
import { fitted, numberWidth, widthOf } from '../text.ts';
import type { FallsState } from './scene.ts';

/** Right end of the scale, in people: round, and well past the answer, so that it gives nothing away. */
export const SCALE_END = 2000;
/** Places as shares of the panel's height: the title, then the top of each bar's label. */
const ROWS = { title: 0.02, first: 0.15, step: 0.245, note: 0.9 };
/** A bar's height as a share of the panel's. */
const BAR = 0.085;
/** Each fall, and what it is a month: on the reading that gives least, and on the one that gives most. */
const PERIODS = [
  { key: 'users2018', id: 'wn-users-2018', rates: ['calc-users-monthly-2018', 'calc-users-monthly-2018'] },
  { key: 'users2019', id: 'wn-users-2019', rates: ['calc-users-monthly-2019', 'calc-users-monthly-2019'] },
  { key: 'users2020on', id: 'wn-users-2020on', rates: ['calc-users-monthly-long', 'calc-users-monthly-short'] },
] as const;
/** The fall that a reader guesses. */
const [, , { id: ANSWER }] = PERIODS;
/** The longest bar of a monthly average, as a share of the panel's width: its number stands behind it. */
const RATES = 0.45;

/** How many canvas units a fall of `people` takes. */
export const fallWidth = (frame: Frame, people: number): number => (frame.panel.width * 0.97 * people) / SCALE_END;

/** Top of a bar, and its height, in canvas units. */
const barOf = ({ panel, label }: Frame, index: number): { y: number; height: number } => ({
  y: panel.y + panel.height * (ROWS.first + index * ROWS.step) + label * 0.7,
  height: panel.height * BAR,
});

/** What the falls are a month, as thin bars on a scale of their own; what lies between two readings is hatched. */
function monthly(frame: Frame, chart: Chart, opacity: number): Marks {
  const { panel, note } = frame;
  const all = PERIODS.map(({ rates }) => rates.map((id) => numberOf(chart, id)));
  const unit = (panel.width * RATES) / Math.max(...all.flat());
  const rows = PERIODS.map(({ key }, i): { shapes: Shape[]; label: Label } => {
    const [least, most] = all[i]!.map((rate) => rate * unit) as [number, number];
    const { y: top, height } = barOf(frame, i);
    const y = top + height + note * 0.65;
    const thin = note * 0.7;
    return {
      shapes: [
        { key: `${key}-rate`, d: rectPath(panel.x, y, least, thin), look: 'bar fallen', opacity },
        { key: `${key}-between`, d: rectPath(panel.x + least, y, most - least, thin), look: 'outlined fallen', fill: 'hatch', opacity },
      ],
      label: {
        key: `${key}-rate`,
        text: wordOf(chart, `${key}.rate`),
        x: tenth(panel.x + most + note * 0.5),
        y: tenth(y + note * 0.8),
        size: note,
        opacity,
        look: 'calc',
      },
    };
  });
  return { shapes: rows.flatMap(({ shapes }) => shapes), labels: rows.map(({ label }) => label) };
}

function known(frame: Frame, chart: Chart, index: number, share: number): Marks {
  const { panel, label, figure } = frame;
  const year = PERIODS[index]!;
  const { y, height } = barOf(frame, index);
  const width = fallWidth(frame, -numberOf(chart, year.id)) * share;
  return {
    shapes: [
      { key: year.key, d: rectPath(panel.x, y, width, height), look: 'bar', kind: 'amount', of: year.id },
      tailOf(chart, year.id, frame, panel.x + width, y, height, 'ink', share),
    ],
    labels: [
      { key: year.key, text: wordOf(chart, `${year.key}.period`), x: panel.x, y: tenth(y - label * 0.7), size: label, look: 'strong' },
      {
        key: `${year.key}-n`,
        text: wordOf(chart, `${year.key}.number`),
        x: tenth(panel.x + width + tailWidth(chart, year.id, frame) + label * 0.6),
        y: tenth(y + height / 2 + figure * 0.34),
        size: figure,
        look: 'display',
      },
    ],
  };
}

function third(frame: Frame, chart: Chart, state: FallsState, guess: number | null): Marks {
  const { panel, label, figure, note } = frame;
  const { y, height } = barOf(frame, 2);
  const width = fallWidth(frame, -numberOf(chart, ANSWER)) * state.answer;
  const guessed = guess === null ? null : fallWidth(frame, Math.min(guess, SCALE_END));
  const middle = tenth(y + height / 2 + figure * 0.34);
  const number = wordOf(chart, 'users2020on.number');
  // A bar too short for its number has it behind its end. A guess that would cut the number on a bar sends it to its other side.
  const holds = fallWidth(frame, -numberOf(chart, ANSWER)) > numberWidth(number, figure) + label * 1.2;
  const end = guessed !== null && guessed < width && guessed > width - label - numberWidth(number, figure) ? guessed : width;
  const shapes: Shape[] = [
    { key: 'room', d: rectPath(panel.x, y, fallWidth(frame, SCALE_END), height), look: 'emptied', opacity: state.guess },
    { key: 'answer', d: rectPath(panel.x, y, width, height), look: 'bar fallen', kind: 'amount', of: ANSWER },
    tailOf(chart, ANSWER, frame, panel.x + width, y, height, 'fallen', late(state.answer)),
  ];
  const labels: Label[] = [
    {
      key: 'third',
      text: wordOf(chart, 'users2020on.period'),
      x: panel.x,
      y: tenth(y - label * 0.7),
      size: fitted(wordOf(chart, 'users2020on.period'), label, panel.width),
      opacity: state.guess,
      look: 'strong',
    },
    {
      key: 'unknown',
      text: '?',
      x: tenth(panel.x + width + label),
      y: middle,
      size: figure,
      opacity: guess === null ? state.guess * (1 - Math.min(1, state.answer * 2)) : 0,
      look: 'display muted',
    },
    {
      key: 'answer',
      text: number,
      y: middle,
      size: figure,
      opacity: late(state.answer),
      ...(holds
        ? { x: tenth(panel.x + end - label * 0.6), anchor: 'end', look: 'display on-bar' }
        : { x: tenth(panel.x + width + tailWidth(chart, ANSWER, frame) + label * 0.6), look: 'display' }),
    },
  ];
  if (guessed !== null) {
    shapes.push({
      key: 'guess',
      d: `M${tenth(panel.x + guessed)} ${tenth(y - height * 0.14)}v${tenth(height * 1.28)}`,
      look: 'guess',
      stroke: frame.stroke,
      opacity: state.guess,
    });
    const text = `${wordOf(chart, 'guess.mark')} −${guess!.toLocaleString(chart.t['numbers'])}${guess! > SCALE_END ? ' →' : ''}`;
    const isFar = guessed > Math.min(panel.width * 0.6, panel.width - widthOf(text, note));
    labels.push({
      key: 'guess',
      text,
      x: tenth(panel.x + guessed),
      // Below the monthly average by the time that it comes.
      y: tenth(y + height * 1.14 + note * (1.1 + 1.4 * Math.min(1, state.monthly * 2))),
      size: note,
      opacity: state.guess,
      look: 'strong',
      ...(isFar ? { anchor: 'end' as const } : {}),
    });
  }
  return { shapes, labels };
}

/**
 * Falls in Wanning.
 * @param guess the reader's guess for the third fall, as people (positive), or null
 */
export function layoutFalls(state: FallsState, frame: Frame, chart: Chart, guess: number | null): Marks {
  const { panel, note } = frame;
  const parts = [
    known(frame, chart, 0, state.bars),
    known(frame, chart, 1, state.bars),
    third(frame, chart, state, guess),
    monthly(frame, chart, late(state.monthly)),
  ];
  return visible({
    shapes: [
      ...parts.flatMap((part) => part.shapes),
      {
        key: 'zero',
        d: `M${panel.x} ${tenth(panel.y + panel.height * (ROWS.first - 0.02))}V${tenth(panel.y + panel.height * ROWS.note - note * 2.4)}`,
        look: 'axis',
        stroke: 1,
      },
    ],
    labels: [
      panelTitle(frame, wordOf(chart, 'knownUsers.title'), ROWS.title),
      ...parts.flatMap((part) => part.labels),
      ...noteLines('note', wordOf(chart, 'knownUsers.note'), panel.x, panel.y + panel.height * ROWS.note + note * 1.1, note, panel.width, {
        opacity: late(state.answer),
      }),
    ],
  });
}
