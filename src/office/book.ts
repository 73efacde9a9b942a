import { isHan } from '../languages.ts';
import { OURS } from '../copy/ours.ts';
import { Workbook, type Cell, type Worksheet } from '@cj-tech-master/excelts';
import { calculateFormulas } from '@cj-tech-master/excelts/formula';
import { fill } from '../data/fill.ts';
import { plain } from '../copy/plain.ts';
import { derive } from '../data/derive.ts';
import { formatFact, qualifierWord, sectionTitle } from '../data/format.ts';
import { factById, placeById, type Tables } from '../data/tables.ts';
import type { Derived, Fact, Locale } from '../data/types.ts';
import { readCourse } from '../lesson/content/course.ts';
import { MONTHS_A_YEAR } from '../data/months.ts';
import { monthsOf } from '../lesson/content/pupils.ts';
import type { Plan, Quantity } from '../lesson/content/types.ts';
import { readLesson } from '../lesson/content/words.ts';
import { modifiedOf } from '../data/dates.ts';
import { settings } from '../settings.ts';
import { inkOf } from './colours.ts';
import { propertiesLine, sourceLines } from './credit.ts';
import { readOffice, type OfficeUi } from './words.ts';

/** A column: its head, and how wide it is in characters. */
interface Column {
  head: string;
  width: number;
}
type Value = string | number | null;

/** Height of a line of type, pt, and how much wider words are set than measured. */
const LINE = 16;
const SPREAD = 1.08;
/** Fill of the cells that may be changed. */
const INPUT = 'FFFFF2A8';

/** Width of a text in a cell: a Han character takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef“”‘’…—]/.test(letter) ? 2 : 1), 0);
/** Rows do not grow by themselves in every program: height for the cell with the most lines, pt. */
const heightFor = (cells: readonly Value[], columns: readonly Column[]): number =>
  LINE *
  Math.max(
    1,
    ...cells.map((cell, i) =>
      String(cell ?? '')
        .split('\n')
        .reduce((lines, text) => lines + Math.max(1, Math.ceil((widthOf(text) * SPREAD) / (columns[i]!.width - 1.5))), 0),
    ),
  );

/** How a number is written: a year is a name, no thousands; a count has commas; what was measured keeps its decimals. */
const formatOf = (value: number, isYear: boolean): string =>
  isYear ? '0' : Number.isInteger(value) ? '#,##0' : `0.${'0'.repeat(String(value).split('.')[1]!.length)}`;

const LEFT = { vertical: 'top', horizontal: 'left', wrapText: true } as const;
const FONT = (ui: OfficeUi, bold = false) => ({ name: ui.faceBody, size: 11, bold, family: 2 });

function styleHead(cell: Cell, ui: OfficeUi): void {
  cell.font = { ...FONT(ui, true), color: { argb: `FF${inkOf('ground')}` } };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${inkOf('fallen')}` } };
  cell.alignment = { ...LEFT, vertical: 'middle' };
}

/** A sheet of rows below a head that stays in sight and is printed on each page. */
function tableSheet(
  book: Workbook,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Value[])[],
  ui: OfficeUi,
  locale: Locale,
): Worksheet {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const head = sheet.getRow(1);
  columns.forEach((column, i) => {
    head.getCell(i + 1).value = column.head;
    styleHead(head.getCell(i + 1), ui);
  });
  rows.forEach((cells, at) => {
    const row = sheet.getRow(at + 2);
    cells.forEach((value, i) => {
      const cell = row.getCell(i + 1);
      cell.value = value;
      cell.font = FONT(ui);
      cell.alignment = typeof value === 'number' ? { vertical: 'top', horizontal: 'right', indent: 1 } : LEFT;
    });
    row.height = heightFor(cells, columns);
  });
  const last = sheet.getRow(1).getCell(columns.length).address.replace(/\d+$/, '');
  sheet.autoFilter = `A1:${last}${rows.length + 1}`;
  setPaper(sheet, locale, `A1:${last}${rows.length + 1}`, '1:1');
  return sheet;
}

function setPaper(sheet: Worksheet, locale: Locale, printArea: string, printTitlesRow?: string): void {
  // 9 is A4.
  Object.assign(
    sheet.pageSetup,
    { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printArea },
    printTitlesRow === undefined ? {} : { printTitlesRow },
  );
  sheet.headerFooter.oddFooter = `&L&8${settings.title[locale]} · ${settings.publisher[locale]} · ${settings.licence.name}&R&8${fill(readLesson(locale).ui.page, { page: '&P', pages: '&N' })}`;
}

/** Facts that a plan's classes may see: junior secondary gets none of the supply lines, as its plans say. */
export function factsFor(plan: Plan, data: Tables): Fact[] {
  const topics = new Set([...data.lines.values()].map(({ topic }) => topic));
  return [...data.facts.values()].filter(({ topic }) => !plan.levels.includes('junior') || !topics.has(topic));
}

/** Our own figures that a plan's classes may see. */
export function figuresFor(plan: Plan, data: Tables): Derived[] {
  const distances = new Set([...data.lines.values()].flatMap(({ distance }) => distance?.id ?? []));
  return [...derive(data).values()].filter(({ id }) => !plan.levels.includes('junior') || !distances.has(id));
}

function addFacts(book: Workbook, facts: readonly Fact[], data: Tables, ui: OfficeUi, locale: Locale): void {
  const columns: Column[] = [
    { head: ui.factsId, width: 20 },
    { head: ui.factsPlace, width: 11 },
    { head: ui.factsWhat, width: 34 },
    { head: ui.factsQualifier, width: 16 },
    { head: ui.factsValue, width: 12 },
    { head: ui.factsUnit, width: 13 },
    { head: ui.factsPeriod, width: 26 },
    { head: ui.factsSection, width: 18 },
    { head: ui.factsNote, width: 52 },
  ];
  const rows = facts.map((fact): Value[] => [
    fact.id,
    placeById(data, fact.place).name[locale],
    fact.label[locale],
    qualifierWord(fact, locale),
    fact.value ?? formatFact(fact, locale),
    fact.unit[locale],
    fact.period[locale],
    sectionTitle(fact.section, locale, data),
    fact.note[locale],
  ]);
  const sheet = tableSheet(book, ui.sheetFacts, columns, rows, ui, locale);
  facts.forEach(({ value, kind }, i) => {
    if (value !== null) sheet.getCell(`E${i + 2}`).numFmt = formatOf(value, kind === 'year');
  });
}

/** A figure that is printed in tens or hundreds is written so: a cell's format cannot say it. */
const asRounded = (value: number, decimals: number): number => (decimals < 0 ? Math.round(value * 10 ** decimals) * 10 ** -decimals : value);

function addOurs(book: Workbook, figures: readonly Derived[], ui: OfficeUi, locale: Locale): void {
  const columns: Column[] = [
    { head: ui.factsId, width: 22 },
    { head: ui.factsWhat, width: 44 },
    { head: ui.factsValue, width: 14 },
    { head: ui.factsUnit, width: 16 },
    { head: ui.oursMethod, width: 76 },
  ];
  const sheet = tableSheet(
    book,
    ui.sheetOurs,
    columns,
    figures.map(({ id, label, value, decimals, unit, method }) => [
      id,
      `${OURS} ${label[locale]}`,
      asRounded(value, decimals),
      unit[locale],
      method[locale],
    ]),
    ui,
    locale,
  );
  figures.forEach(({ decimals }, i) => {
    sheet.getCell(`C${i + 2}`).numFmt = decimals <= 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
    for (const column of ['B', 'C']) sheet.getCell(`${column}${i + 2}`).font = { ...FONT(ui), italic: true };
  });
}

/** A quantity on the sheet of averages: where its cells stand, for the tests that work them out again. */
export interface MonthsBlock {
  quantity: Quantity;
  /** address of the cell to be changed */
  input: string;
  /** row of each reading, by its kind */
  rows: { known: number[]; chosen: number; shortest: number | null; longest: number };
}

const PERIOD_WIDTH = 46;
const MONTHS_COLUMNS = [PERIOD_WIDTH, 16, 12, 14, 24];

/** The sheet of averages: each city's months stand in a cell of their own, all else is worked out from them. */
function addMonths(book: Workbook, facts: readonly Fact[], data: Tables, ui: OfficeUi, locale: Locale): MonthsBlock[] {
  const sheet = book.addWorksheet(ui.sheetMonths);
  sheet.columns = MONTHS_COLUMNS.map((width) => ({ width }));
  const ours = derive(data);
  const [least, most] = ['calc-months-min', 'calc-months-max'].map((id) => ours.get(id)!.value) as [number, number];
  let at = 0;
  const line = (value: string, bold = false, size = 11): void => {
    at += 1;
    sheet.mergeCells(`A${at}:E${at}`);
    const cell = sheet.getCell(`A${at}`);
    cell.value = value;
    cell.font = { ...FONT(ui, bold), size };
    cell.alignment = { ...LEFT, vertical: 'middle' };
    sheet.getRow(at).height = Math.max(size * 1.6, heightFor([value], [{ head: '', width: MONTHS_COLUMNS.reduce((sum, each) => sum + each, 0) }]));
  };
  line(ui.monthsTitle, true, 16);
  line(fill(ui.monthsHow, { least, most }));
  const blocks = (Object.entries(readCourse().guesses) as [Quantity, { known: readonly string[]; guessed: string }][]).map(
    ([quantity, { known, guessed }]): MonthsBlock => {
      at += 1;
      line(ui[`months.${quantity}`], true, 13);
      return { quantity, ...addBlock(sheet, known, guessed) };
    },
  );
  at += 1;
  line(ui.monthsCaveat);
  setPaper(sheet, locale, `A1:E${at}`);
  return blocks;

  function addBlock(target: Worksheet, known: readonly string[], guessed: string): Omit<MonthsBlock, 'quantity'> {
    const [from, to] = monthsOf(data, guessed);
    // A period of which the source only lets it be said that it is more than a year.
    const [shortest, longest] = [from === '' ? MONTHS_A_YEAR + 1 : from, to === '' ? most : to];
    at += 1;
    const input = `B${at}`;
    inputCell(
      target,
      at,
      fill(ui.monthsInput, { place: placeById(data, factById(data, guessed).place).name[locale] }),
      from === '' ? longest : shortest,
      shortest,
      longest,
    );
    at += 1;
    const first = at + 1;
    const heads = [
      ui.monthsPeriod,
      ui.monthsCount,
      ui.monthsMonths,
      ui.monthsRate,
      fill(ui.monthsAgainst, { period: factById(data, known[0]!).period[locale] }),
    ];
    heads.forEach((head, i) => {
      target.getRow(at).getCell(i + 1).value = head;
      styleHead(target.getRow(at).getCell(i + 1), ui);
      if (i > 0) target.getRow(at).getCell(i + 1).alignment = { vertical: 'middle', horizontal: 'right', wrapText: true };
    });
    target.getRow(at).height = heightFor(
      heads,
      MONTHS_COLUMNS.map((width) => ({ head: '', width })),
    );
    const row = (id: string, words: string, months: number | string): number => {
      at += 1;
      const { unit } = factById(data, id);
      const cells: [string | { formula: string }, string][] = [
        [words, '@'],
        [
          { formula: `ABS('${ui.sheetFacts}'!E${facts.findIndex((fact) => fact.id === id) + 2})` },
          `#,##0"${isHan(locale) ? '' : ' '}${unit[locale]}"`,
        ],
        [typeof months === 'number' ? (months as unknown as string) : { formula: months }, '0'],
        [{ formula: `B${at}/C${at}` }, '0.0'],
        [{ formula: `D${at}/D$${first}-1` }, '+0.0%;-0.0%;0.0%'],
      ];
      cells.forEach(([value, format], i) => {
        const cell = target.getRow(at).getCell(i + 1);
        cell.value = value as never;
        cell.numFmt = format;
        cell.font = FONT(ui);
        cell.alignment = i === 0 ? LEFT : { vertical: 'top', horizontal: 'right' };
        cell.border = { bottom: { style: 'hair', color: { argb: `FF${inkOf('rule')}` } } };
      });
      target.getRow(at).height = heightFor([words], [{ head: '', width: PERIOD_WIDTH }]);
      return at;
    };
    const period = (id: string): string => factById(data, id).period[locale];
    const knownRows = known.map((id) => row(id, period(id), MONTHS_A_YEAR));
    const chosen = row(guessed, `${period(guessed)} · ${ui.monthsChosen}`, `$${input.replace(/\d/, '$$$&')}`);
    const least12 = from === '' ? null : row(guessed, `${period(guessed)} · ${ui.monthsShort}`, shortest);
    const most18 = row(guessed, `${period(guessed)} · ${ui.monthsLong}`, longest);
    at += 1;
    target.mergeCells(`A${at}:C${at}`);
    target.getCell(`A${at}`).value = fill(ui.monthsVerdict, { period: period(known[0]!) });
    target.getCell(`D${at}`).value = {
      formula: `IF(D${chosen}<D${first},"${ui.monthsLower}",IF(D${chosen}>D${first},"${ui.monthsHigher}","${ui.monthsSame}"))`,
    };
    for (const column of ['A', 'D']) target.getCell(`${column}${at}`).font = FONT(ui, true);
    target.getCell(`D${at}`).alignment = { horizontal: 'right' };
    return { input, rows: { known: knownRows, chosen, shortest: least12, longest: most18 } };
  }

  function inputCell(target: Worksheet, row: number, words: string, value: number, from: number, to: number): void {
    target.getCell(`A${row}`).value = words;
    target.getCell(`A${row}`).font = FONT(ui, true);
    const cell = target.getCell(`B${row}`);
    cell.value = value;
    cell.numFmt = ui.monthsUnit
      .split('%months%')
      .map((words) => (words === '' ? '' : `"${words}"`))
      .join('0');
    cell.font = FONT(ui, true);
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INPUT } };
    cell.border = Object.fromEntries(
      ['top', 'bottom', 'left', 'right'].map((side) => [side, { style: 'thin', color: { argb: `FF${inkOf('ink')}` } }]),
    );
    cell.protection = { locked: false };
    cell.dataValidation = {
      type: 'whole',
      operator: 'between',
      allowBlank: false,
      formulae: [from, to],
      showInputMessage: true,
      showErrorMessage: true,
      promptTitle: ui.monthsMonths,
      prompt: fill(ui.monthsPrompt, { least: from, most: to }),
      errorTitle: ui.monthsMonths,
      error: fill(ui.monthsError, { least: from, most: to }),
      errorStyle: 'stop',
    };
  }
}

function addQuestions(book: Workbook, plan: Plan, data: Tables, ui: OfficeUi, locale: Locale): void {
  const { tasks } = readLesson(locale);
  const columns: Column[] = [
    { head: ui.questionsTitle, width: 28 },
    { head: ui.questionsAsk, width: 66 },
    { head: ui.questionsAnswer, width: 56 },
  ];
  const words = (nodes: Parameters<typeof plain>[0]): string => plain(nodes, locale, data, OURS);
  const rows = plan.tasks.map((id): Value[] => [words(tasks[id].title), tasks[id].question.map(words).join('\n'), null]);
  const sheet = tableSheet(book, ui.sheetQuestions, columns, rows, ui, locale);
  rows.forEach((_, i) => {
    const row = sheet.getRow(i + 2);
    row.height = Math.max(row.height ?? 0, LINE * 5);
    row.getCell(3).border = Object.fromEntries(
      ['top', 'bottom', 'left', 'right'].map((side) => [side, { style: 'thin', color: { argb: `FF${inkOf('rule')}` } }]),
    );
    row.getCell(3).alignment = LEFT;
    row.getCell(3).font = FONT(ui);
  });
  const at = rows.length + 3;
  const lines = sourceLines(locale, data);
  sheet.mergeCells(`A${at}:C${at}`);
  const foot = sheet.getCell(`A${at}`);
  foot.value = lines.join('\n');
  foot.font = { ...FONT(ui), size: 9 };
  foot.alignment = LEFT;
  sheet.getRow(at).height = LINE * lines.length;
  setPaper(sheet, locale, `A1:C${at}`, '1:1');
}

/** A plan's workbook, and where on its sheet of averages each cell stands. */
export async function bookWithBlocks(plan: Plan, locale: Locale, data: Tables): Promise<{ bytes: Uint8Array; blocks: MonthsBlock[] }> {
  const { ui } = readOffice(locale);
  const book = new Workbook();
  book.creator = book.lastModifiedBy = settings.publisher[locale];
  book.title = `${settings.title[locale]} · ${ui.book}`;
  book.description = propertiesLine(locale, data);
  book.created = book.modified = new Date(`${modifiedOf(data)}T00:00:00Z`);
  const facts = factsFor(plan, data);
  addFacts(book, facts, data, ui, locale);
  const blocks = addMonths(book, facts, data, ui, locale);
  addQuestions(book, plan, data, ui, locale);
  addOurs(book, figuresFor(plan, data), ui, locale);
  // Viewers that do not calculate show what was worked out here.
  // Its types and the book's differ in what may be left out, and in nothing else.
  calculateFormulas(book as unknown as Parameters<typeof calculateFormulas>[0]);
  await book.getWorksheet(ui.sheetMonths)!.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true });
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()), blocks };
}

/** A plan's workbook: facts, averages that work themselves out, questions, our own figures. */
export const bookOf = async (plan: Plan, locale: Locale, data: Tables): Promise<Uint8Array> => (await bookWithBlocks(plan, locale, data)).bytes;
