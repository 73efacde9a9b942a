import { numberOf, wordOf, type Chart, type Label } from '../chart.ts';
import { noteLines, panelTitle, tailOf, tailWidth } from '../count.ts';
import { tenth } from '../curve.ts';
import type { Frame } from '../frames.ts';
import { late, rectPath, visible, type Marks, type Shape } from '../shapes.ts';
import { fitted, numberWidth } from '../text.ts';
import type { FallsState } from './scene.ts';

/** Right end of the scale, in people: round, and well past the answer, so that it gives nothing away. */
export const SCALE_END = 2000;
/** Places as shares of the panel's height: the title, then the top of each bar's label. */
const ROWS = { title: 0.02, first: 0.15, step: 0.245, note: 0.9 };
/** A bar's height as a share of the panel's. */
const BAR = 0.085;
const YEARS = [
  { key: 'users2018', id: 'wn-users-2018' },
  { key: 'users2019', id: 'wn-users-2019' },
] as const;
/** The fall that a reader guesses. */
const ANSWER = 'wn-users-2020on';

/** How many canvas units a fall of `people` takes. */
export const fallWidth = (frame: Frame, people: number): number => (frame.panel.width * 0.97 * people) / SCALE_END;

/** Top of the bar that the reader guesses, and its height, in canvas units. */
export const guessBar = ({ panel, label }: Frame): { y: number; height: number } => ({
  y: panel.y + panel.height * (ROWS.first + 2 * ROWS.step) + label * 0.7,
  height: panel.height * BAR,
});

function known(frame: Frame, chart: Chart, index: number, share: number): Marks {
  const { panel, label, figure } = frame;
  const year = YEARS[index]!;
  const y = panel.y + panel.height * (ROWS.first + index * ROWS.step);
  const height = panel.height * BAR;
  const width = fallWidth(frame, -numberOf(chart, year.id)) * share;
  return {
    shapes: [
      { key: year.key, d: rectPath(panel.x, y + label * 0.7, width, height), look: 'bar', kind: 'amount', of: year.id },
      tailOf(chart, year.id, frame, panel.x + width, y + label * 0.7, height, 'ink', share),
    ],
    labels: [
      { key: year.key, text: wordOf(chart, `${year.key}.period`), x: panel.x, y: tenth(y), size: label, look: 'strong' },
      {
        key: `${year.key}-n`,
        text: wordOf(chart, `${year.key}.number`),
        x: tenth(panel.x + width + tailWidth(chart, year.id, frame) + label * 0.6),
        y: tenth(y + label * 0.7 + height / 2 + figure * 0.34),
        size: figure,
        look: 'display',
      },
    ],
  };
}

function third(frame: Frame, chart: Chart, state: FallsState, guess: number | null): Marks {
  const { panel, label, figure, note } = frame;
  const { y, height } = guessBar(frame);
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
    const isFar = guessed > panel.width * 0.6;
    labels.push({
      key: 'guess',
      text: `${wordOf(chart, 'guess.mark')} −${guess!.toLocaleString('en')}${guess! > SCALE_END ? ' →' : ''}`,
      x: tenth(panel.x + guessed),
      y: tenth(y + height * 1.14 + note * 1.1),
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
  const parts = [known(frame, chart, 0, state.bars), known(frame, chart, 1, state.bars), third(frame, chart, state, guess)];
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
