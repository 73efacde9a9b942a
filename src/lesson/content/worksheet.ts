import { derivedById } from '../../data/derive.ts';
import { formatFact } from '../../data/format.ts';
import { factById, type Tables } from '../../data/tables.ts';
import type { Locale } from '../../data/types.ts';
import type { Inline } from '../../copy/inline.ts';
import type { LessonWords } from './words.ts';
import { blankAxes, type Axes } from './axes.ts';
import { readCourse, type CourseItem } from './course.ts';
import { MONTHS_A_YEAR } from '../../data/months.ts';
import type { Guess, Plan, Quantity, TaskId } from './types.ts';

/** A row of the table of monthly averages, as printed: cases, months, cases a month. */
export interface Rate {
  /** key of its label in the pages' texts */
  label: 'rateYear' | 'rateShort' | 'rateLong';
  cases: string;
  months: string;
  rate: string;
  /** the figure of ours that `rate` prints */
  figure: string;
  /** filled in on the pupils' sheet as an example */
  given: boolean;
}

/** One task of a worksheet. `lines` is how many lines there are to write on. */
export type Item =
  | { kind: 'notice'; step: string; lines: number }
  /** `tall`: it has a page for itself */
  | { kind: 'predict'; quantity: Quantity; axes: Axes; answer: string; tall: boolean }
  | { kind: 'rates'; task: TaskId; rates: readonly Rate[]; lines: number }
  | { kind: 'circles'; task: TaskId; facts: readonly [string, string]; lines: number }
  | { kind: 'chart'; task: TaskId; step: string; lines: number }
  | { kind: 'write'; task: TaskId; lines: number }
  | { kind: 'headline'; lines: number };

/** What the key says of a task beside its answer: help, and a step further, each with its own answer. */
export function moreOf(item: Item, { tasks, ui }: Pick<LessonWords, 'tasks' | 'ui'>): { label: string; ask: Inline[]; answer: Inline[] }[] {
  if (!('task' in item)) return [];
  const { support, supportAnswer, extension, extensionAnswer } = tasks[item.task];
  return [
    { label: ui.supportLabel, ask: support, answer: supportAnswer },
    { label: ui.extensionLabel, ask: extension, answer: extensionAnswer },
  ];
}

/** The pages of a plan's worksheet, at most two of A4. */
export type Sheet = readonly (readonly Item[])[];

/** The guess about cases has the year that is known, and what is said of the time since. */
function rates({ known, guessed }: Guess, tables: Tables, locale: Locale): Rate[] {
  const number = (id: string): string => formatFact(id.startsWith('calc-') ? derivedById(tables, id) : factById(tables, id), locale, 'number');
  const row = (label: Rate['label'], cases: string, months: string, rate: string): Rate => ({
    label,
    cases: number(cases),
    months,
    rate: number(rate),
    figure: rate,
    given: label === 'rateYear',
  });
  return [
    row('rateYear', known[0]!, String(MONTHS_A_YEAR), 'calc-monthly-2019'),
    row('rateShort', guessed, number('calc-months-min'), 'calc-monthly-short'),
    row('rateLong', guessed, number('calc-months-max'), 'calc-monthly-long'),
  ];
}

/**
 * A plan's worksheet: what is asked, in the order of the lesson, with the answers that can be worked out from the tables.
 * Whatever tells what is to be noticed or guessed stands on a later page.
 * @throws Error if a fact that it needs has no number
 */
export function worksheet(plan: Plan, tables: Tables, locale: Locale): Sheet {
  const { plans, guesses } = readCourse();
  const made = (item: CourseItem): Item => {
    switch (item.kind) {
      case 'predict':
        return { ...item, axes: blankAxes(item.quantity, tables), answer: guesses[item.quantity].after, tall: item.tall === true };
      case 'rates':
        return { ...item, task: 'comparable', rates: rates(guesses.cases, tables, locale) };
      default:
        return item;
    }
  };
  return plans.find(({ id }) => id === plan.id)!.sheets.map((page) => page.map(made));
}
