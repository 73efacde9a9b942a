import { fill } from '../data/fill.ts';
import type { Inline } from '../copy/inline.ts';
import { LANG } from '../languages.ts';
import { plain } from '../copy/plain.ts';
import type { Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { minutesOfPhase } from '../lesson/content/minutes.ts';
import { slideTitle } from '../lesson/content/titles.ts';
import { levelNames } from '../lesson/content/levels.ts';
import type { Plan } from '../lesson/content/types.ts';
import { readLesson } from '../lesson/content/words.ts';
import {
  bullets,
  cell,
  gap,
  heading,
  makerOf,
  markIn,
  numbered,
  paragraph,
  STYLE,
  table,
  writeDocument,
  answerLines,
  type Child,
  type Maker,
  type Row,
} from './document.ts';
import type { Span } from './spans.ts';
import { readOffice } from './words.ts';

/** Lines left for the notes after class. */
const REFLECTION_LINES = 8;
const SCHOOLS = ['junior', 'senior'] as const;

type Nodes = readonly Inline[];

const labelled = (label: string, spans: readonly Span[], locale: Locale): Span[] => [
  { text: `${label}${markIn(readOffice(locale).ui.withColon)}`, bold: true },
  ...spans,
];

/** The head of the plan: what is known of the lesson, and what the teacher fills in. */
function headTable(plan: Plan, title: string, locale: Locale): Child {
  const { ui } = readOffice(locale);
  const lesson = readLesson(locale);
  const hours = [lesson.ui.hoursPart, lesson.ui.hoursOne, lesson.ui.hoursTwo][plan.classHours]!;
  const pair = (label: string, value: string, columns = 1) => [cell(label, { head: true }), cell(value, { columns })];
  return table(
    [
      { cells: pair(ui.topic, title, 3) },
      {
        cells: [
          ...pair(ui.levels, new Intl.ListFormat(LANG[locale]).format(levelNames(plan.levels, lesson))),
          ...pair(ui.hours, fill(ui.withComma, { a: hours, b: fill(lesson.ui.minutesCount, { minutes: plan.minutes }) })),
        ],
      },
      { cells: [...pair(ui.teacher, ''), ...pair(ui.class, '')] },
      { cells: pair(ui.date, '', 3) },
    ],
    [14, 36, 14, 36],
  );
}

/** What the curriculum asks of the plan's levels. */
function standards(plan: Plan, { spans, locale }: Maker): Child[] {
  const { school, ui } = readLesson(locale);
  const space = { text: ' ' };
  const { outline } = school;
  const names = { junior: ui.levelJunior, senior: ui.levelSenior } as const;
  const rows = SCHOOLS.filter((level) => plan.levels.includes(level)).map((level) => {
    const { drug, standard, maths } = school[level];
    return labelled(names[level], [...spans(drug), space, ...spans(maths), space, ...spans(outline), space, ...spans(standard)], locale);
  });
  const university = plan.levels.includes('university') ? [labelled(ui.levelUniversity, spans(school.university), locale)] : [];
  return bullets([...rows, ...university]);
}

/** The course of the lesson, phase by phase; the head of the table stands on each page. */
function processTable(plan: Plan, { spans, locale }: Maker): Child {
  const { ui, plans } = readOffice(locale);
  const lesson = readLesson(locale);
  const words = lesson.plans[plan.id].phases as Readonly<Record<string, Record<'title' | 'teacher' | 'pupils', Nodes>>>;
  const intents = plans[plan.id].intents as Readonly<Record<string, Nodes>>;
  const rows = plan.phases.map((phase): Row => {
    const { id, slides, slack } = phase;
    const { title, teacher, pupils } = words[id]!;
    return {
      cells: [
        cell([
          paragraph([...spans(title).map((span) => ({ ...span, bold: true }))], STYLE.cell),
          paragraph(fill(lesson.ui.minutesCount, { minutes: minutesOfPhase(phase) }), STYLE.cell),
          ...slides.map((slide) => paragraph(slideTitle(slide, lesson), STYLE.small)),
          ...(slack > 0 ? [paragraph(fill(lesson.ui.slack, { minutes: slack }), STYLE.small)] : []),
        ]),
        cell(spans(teacher)),
        cell(spans(pupils)),
        cell(spans(intents[id]!)),
      ],
    };
  });
  const head = [ui.columnPhase, ui.columnTeacher, ui.columnPupils, ui.columnIntent].map((words) => cell(words, { head: true }));
  const total = fill(lesson.ui.minutesCount, { minutes: plan.phases.reduce((sum, phase) => sum + minutesOfPhase(phase), 0) });
  return table(
    [{ cells: head, head: true }, ...rows, { cells: [cell(fill(ui.withColon, { a: lesson.ui.total, b: total }), { head: true, columns: 4 })] }],
    [20, 32, 26, 22],
  );
}

/** What to skip if time runs out, and how much that gives back. */
function lateLine({ late, slides }: Plan, locale: Locale): Child[] {
  if (late.length === 0) return [];
  const lesson = readLesson(locale);
  const skipped = late
    .map((id) => slides.find((slide) => slide.id === id)!)
    .map((slide) => fill(lesson.ui.lateSlide, { title: slideTitle(slide, lesson), minutes: slide.minutes }));
  return [paragraph(fill(lesson.ui.late, { slides: new Intl.ListFormat(LANG[locale]).format(skipped) }), STYLE.text)];
}

/** A table with a head that is repeated. */
const listTable = (heads: readonly string[], rows: readonly (readonly (readonly Span[])[])[], widths: readonly number[]): Child =>
  table(
    [
      { cells: heads.map((words) => cell(words, { head: true })), head: true },
      ...rows.map((cells): Row => ({ cells: cells.map((spans) => cell(spans)) })),
    ],
    widths,
  );

/** A plan as schools hand it in: 教学设计, or a lesson plan in English. */
export function planDocument(plan: Plan, locale: Locale, data: Tables): Promise<Uint8Array> {
  const maker = makerOf(locale, data);
  const { spans } = maker;
  const { ui, plans } = readOffice(locale);
  const lesson = readLesson(locale);
  const [own, more] = [lesson.plans[plan.id], plans[plan.id]];
  const title = plain(own.title, locale, data);
  const all = (texts: readonly Nodes[]): Span[][] => texts.map(spans);
  const tier = (label: string, texts: readonly Nodes[]): Child[] => [heading(label, 2), ...bullets(all(texts))];
  return writeDocument(
    fill(ui.planTitle, { title }),
    [
      headTable(plan, title, locale),
      heading(ui.standards, 1),
      ...standards(plan, maker),
      ...own.place.map((nodes) => paragraph(spans(nodes), STYLE.text)),
      heading(ui.learners, 1),
      ...more.learners.map((nodes) => paragraph(spans(nodes), STYLE.text)),
      heading(ui.goals, 1),
      ...numbered(all(own.goals), 1),
      heading(ui.literacies, 1),
      ...bullets(all(more.literacies)),
      heading(ui.focusAndDifficulty, 1),
      ...bullets([labelled(ui.focus, spans(more.focus), locale), labelled(ui.difficulty, spans(more.difficulty), locale)]),
      heading(ui.materials, 1),
      ...bullets(all(own.materials)),
      heading(ui.process, 1),
      processTable(plan, maker),
      ...lateLine(plan, locale),
      heading(ui.board, 1),
      table([{ cells: [cell(own.board.map((nodes) => paragraph(spans(nodes), STYLE.board)))] }], [1]),
      heading(ui.wrong, 1),
      listTable(
        [ui.columnAnswer, ui.columnReply],
        own.wrong.map(({ answer, reply }) => [spans(answer), spans(reply)]),
        [40, 60],
      ),
      heading(ui.differentiation, 1),
      ...tier(ui.support, own.support),
      heading(ui.extension, 2),
      ...bullets(own.extension.flatMap(({ ask, answer }) => [spans(ask), labelled(lesson.ui.answerLabel, spans(answer), locale)])),
      heading(ui.homework, 1),
      ...tier(ui.basic, more.homework.basic),
      ...tier(ui.more, more.homework.more),
      ...tier(ui.beyond, more.homework.beyond),
      heading(ui.rubric, 1),
      listTable(
        [ui.columnWhat, ui.columnGood, ui.columnEnough, ui.columnNotYet],
        more.rubric.map(({ what, good, enough, notYet }) => [what, good, enough, notYet].map(spans)),
        [18, 30, 26, 26],
      ),
      heading(ui.reflection, 1),
      ...bullets(all(more.reflection)),
      paragraph(ui.reflectionRoom, STYLE.text),
      ...answerLines(REFLECTION_LINES),
      gap(),
    ],
    maker,
  );
}
