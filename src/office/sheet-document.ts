import { facesOf } from '../build/faces.ts';
import { fill } from '../data/fill.ts';
import type { Inline } from '../copy/inline.ts';
import { plain } from '../copy/plain.ts';
import type { Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { axesDrawing, waysDrawing } from '../lesson/content/drawings.ts';
import type { Plan } from '../lesson/content/types.ts';
import { TASKS } from '../lesson/content/tasks.ts';
import { readLesson, type LessonWords } from '../lesson/content/words.ts';
import { moreOf, worksheet, type Item } from '../lesson/content/worksheet.ts';
import {
  answerLines,
  cell,
  columns,
  gap,
  heading,
  makerOf,
  paragraph,
  pictureParagraph,
  ROOM,
  STYLE,
  table,
  writeDocument,
  type Child,
  type Maker,
} from './document.ts';
import { altOf, drawn, mapLine, stepPicture, type OfficePicture } from './picture.ts';
import { readOffice } from './words.ts';

/** Widths of pictures on paper, mm. */
const WIDE = 110;
const NARROW = 60;
/** A picture and what stands beside it, as shares of the page. */
const BESIDE = [38, 62];
/** Lines for the reason of a guess that has a page for itself. */
const TALL_LINES = 4;
/** Room to draw the circles in, twentieths of a point. */
const DRAWING_ROOM = 1300;

interface ItemWords {
  title: Inline[];
  ask: Inline[];
  answer: Inline[][];
}

/** What an item asks, and its worked answer. */
export function wordsOfItem(item: Item, { worksheet: sheet, tasks }: Pick<LessonWords, 'worksheet' | 'tasks'>): ItemWords {
  if (item.kind === 'notice' || item.kind === 'headline') return sheet.items[item.kind];
  if (item.kind === 'predict') return sheet.items[`predict-${item.quantity}`];
  return { ...sheet.asks[item.task], answer: tasks[item.task].answer };
}

/** A drawing of the sheet in its own ink, on white, with our fonts. */
function sheetDrawing({ svg, width, height }: { svg: string; width: number; height: number }, alt: string, locale: Locale): Promise<OfficePicture> {
  const rules =
    'text{fill:#000}.axis,circle{fill:none;stroke:#000;stroke-width:2}.grid{fill:none;stroke:#999;stroke-width:.8;stroke-dasharray:2 3}.model{fill:#bbb;stroke:#000}.second{stroke-dasharray:5 4}';
  const families = facesOf(locale).text.map(({ family }) => `'${family}'`).join(',');
  const whole = svg
    .replace(/viewBox="([^"]*)"/, `width="${width}" height="${height}" viewBox="$1" font-family="${families}"`)
    .replace('>', `><style>${rules}</style><rect width="${width}" height="${height}" fill="#fff"/>`);
  return drawn(whole, width, height, alt);
}

/** Two columns with a head each, and lines below. */
const pair = (left: string, right: string, lines: number): Child =>
  table([{ cells: [left, right].map((words) => cell([paragraph(words, STYLE.head), ...answerLines(lines)])) }], [1, 1]);

/** What stands between the question and its answer. */
async function figureOf(item: Item, answered: boolean, maker: Maker, lesson: LessonWords): Promise<Child[]> {
  const { locale, data } = maker;
  const { ui } = readOffice(locale);
  const step = async (id: string, bare: boolean, alt: string, mm: number, asked: Parameters<typeof stepPicture>[3] = {}): Promise<Child[]> => {
    const note = mapLine(id, locale);
    return [
      pictureParagraph(await stepPicture(id, locale, alt, { ...asked, bare }), mm, ui.boxPicture),
      ...(note === undefined ? [] : [paragraph(note, STYLE.small)]),
    ];
  };
  switch (item.kind) {
    case 'notice':
      return step(
        item.step,
        !answered,
        answered ? altOf(item.step, locale) : ui.pictureCovered,
        WIDE,
        answered ? {} : { asked: TASKS.map(({ id }) => id) },
      );
    case 'chart':
      return step(item.step, false, altOf(item.step, locale), NARROW, answered ? {} : { asked: [item.task] });
    case 'predict': {
      const drawing = axesDrawing(item.quantity, item.axes, item.tall, lesson, data, answered);
      return [
        pictureParagraph(
          await sheetDrawing(drawing, fill(ui.axesAlt, { title: drawing.alt }), locale),
          answered && !item.tall ? NARROW : ROOM / 56.7,
          ui.boxPicture,
        ),
      ];
    }
    case 'circles':
      return answered
        ? [pictureParagraph(await sheetDrawing(waysDrawing(item.facts, data), ui.waysAlt, locale), WIDE, ui.boxPicture)]
        : [table([{ cells: [cell([paragraph(lesson.ui.circles, STYLE.small)])], least: DRAWING_ROOM }], [1])];
    case 'rates': {
      const { ui: page } = lesson;
      const heads = [page.ratePeriod, page.rateCases, page.rateMonths, page.rateRate].map((words) => cell(words, { head: true }));
      const rows = item.rates.map(({ label, cases, months, rate, given }) => ({
        cells: [cell(page[label], { head: true }), ...[cases, months, rate].map((words) => cell(given || answered ? words : ''))],
      }));
      return [table([{ cells: heads, head: true }, ...rows], [40, 20, 20, 20])];
    }
    case 'write':
    case 'headline':
      return [];
  }
}

/** Where a pupil writes. */
function roomOf(item: Item, { ui }: LessonWords, locale: Locale): Child[] {
  const fillIn = (words: string): Child => paragraph(fill(readOffice(locale).ui.withColon, { a: words, b: '' }), STYLE.line);
  switch (item.kind) {
    case 'notice':
      return [pair(ui.see, ui.wonder, item.lines)];
    case 'headline':
      return [fillIn(ui.headline), ...answerLines(Math.ceil(item.lines / 2) - 1), fillIn(ui.caveat), ...answerLines(Math.ceil(item.lines / 2) - 1)];
    case 'predict':
      return [fillIn(ui.reason), ...answerLines(item.tall ? TALL_LINES : 0), fillIn(ui.published)];
    case 'rates':
    case 'circles':
    case 'chart':
    case 'write':
      return answerLines(item.lines);
  }
}

/**
 * A plan's worksheet: 学习任务单, or the same with its answers.
 * @param answered for the teacher
 */
export async function sheetDocument(plan: Plan, locale: Locale, data: Tables, answered: boolean): Promise<Uint8Array> {
  const maker = makerOf(locale, data);
  const lesson = readLesson(locale);
  const { ui } = readOffice(locale);
  const title = plain(lesson.plans[plan.id].title, locale, data);
  const pages = worksheet(plan, data, locale);
  const who = answered
    ? []
    : [
        table(
          [{ cells: [lesson.ui.name, lesson.ui.class, lesson.ui.date].flatMap((words) => [cell(words, { head: true }), cell('')]) }],
          [10, 26, 10, 22, 10, 22],
        ),
        gap(),
      ];
  const children: Child[] = [...who];
  for (const [at, items] of pages.entries()) {
    for (const [i, item] of items.entries()) {
      const words = wordsOfItem(item, lesson);
      const figure = await figureOf(item, answered, maker, lesson);
      const below = answered ? words.answer.map((nodes) => paragraph(maker.spans(nodes), STYLE.answer)) : roomOf(item, lesson, locale);
      const beside = item.kind === 'chart' || (answered && item.kind === 'predict' && !item.tall);
      children.push(
        heading(plain(words.title, locale, data), 1, { pageBreakBefore: at > 0 && i === 0 }),
        paragraph(maker.spans(words.ask), STYLE.ask),
        ...(beside ? [columns([figure, below], BESIDE)] : [...figure, ...below]),
      );
    }
    if (!answered && at + 1 < pages.length) children.push(paragraph(lesson.ui.turnOver, STYLE.text));
  }
  if (answered)
    children.push(
      heading(lesson.ui.moreTitle, 1, { pageBreakBefore: true }),
      ...pages
        .flat()
        .flatMap((item) =>
          moreOf(item, lesson).flatMap(({ label, ask, answer }) => [
            heading(fill(ui.withColon, { a: label, b: plain(wordsOfItem(item, lesson).title, locale, data) }), 2),
            paragraph(maker.spans(ask), STYLE.ask),
            paragraph(maker.spans(answer), STYLE.answer),
          ]),
        ),
    );
  return writeDocument(fill(ui.withColon, { a: answered ? ui.key : ui.sheet, b: title }), children, maker);
}
