import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type ITableBordersOptions,
  type ParagraphChild,
} from 'docx';
import { fill } from '../data/fill.ts';
import { tables, type Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import type { Inline } from '../copy/inline.ts';
import { readLesson } from '../lesson/content/words.ts';
import { modifiedOf } from '../data/dates.ts';
import { settings } from '../settings.ts';
import { inkOf } from './colours.ts';
import { propertiesLine, sourceLines } from './credit.ts';
import { packParts, unpackParts } from './package.ts';
import type { OfficePicture } from './picture.ts';
import { spansOf, type Span } from './spans.ts';
import { readOffice } from './words.ts';

/** A4 and its margins, in twentieths of a point. */
const PAPER = { width: 11906, height: 16838, side: 1020, top: 740, foot: 960, footer: 400 };
/** Width of what is printed. */
export const ROOM = PAPER.width - 2 * PAPER.side;
/** Pixels of the format for a millimetre: 96 to the inch. */
const PIXELS_A_MM = 96 / 25.4;

/** Curves longer than this stay out: on paper, a map in pixels is as good and a quarter as heavy. Bytes. */
const HEAVY = 40_000;

/** Ids of the styles: a teacher changes a style, and the whole file follows. */
export const STYLE = {
  text: 'PlanText',
  cell: 'CellText',
  head: 'CellHead',
  board: 'BoardText',
  line: 'AnswerLine',
  ask: 'AskText',
  answer: 'AnswerText',
  small: 'SmallText',
} as const;

export type Child = Paragraph | Table;

/** The mark that a pattern such as `%a%：%b%` puts between two texts, with its space. */
export const markIn = (pattern: string): string => /^%a%(.*)%b%$/.exec(pattern)![1]!;

/** What a document is made with: its words and data. */
export interface Maker {
  locale: Locale;
  data: Tables;
  /** spans of a text */
  spans: (nodes: readonly Inline[]) => Span[];
}

export const makerOf = (locale: Locale, data: Tables = tables()): Maker => ({ locale, data, spans: (nodes) => spansOf(nodes, locale, data) });

// A format that is not given must stay away: `bold: false` would take the bold of a heading.
const runOf = ({ text, bold, italics }: Span): TextRun => new TextRun({ text, ...(bold ? { bold } : {}), ...(italics ? { italics } : {}) });

export const runsOf = (spans: readonly Span[]): ParagraphChild[] =>
  spans.map((span) =>
    span.href === undefined
      ? runOf(span)
      : new ExternalHyperlink({ link: span.href, children: [new TextRun({ text: span.text, style: 'Hyperlink' })] }),
  );

export const paragraph = (spans: readonly Span[] | string, style: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ style, ...options, children: typeof spans === 'string' ? [new TextRun(spans)] : runsOf(spans) });

export const heading = (text: string, level: 1 | 2, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    ...options,
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    ...(level === 1 ? { numbering: { reference: 'headings', level: 0 } } : {}),
    children: [new TextRun(text)],
  });

/** A numbered list that begins anew; `list` is unique in its document. */
export const numbered = (items: readonly (readonly Span[])[], list: number): Paragraph[] =>
  items.map((spans) => new Paragraph({ style: STYLE.text, numbering: { reference: 'items', level: 0, instance: list }, children: runsOf(spans) }));

export const bullets = (items: readonly (readonly Span[])[], style: string = STYLE.text): Paragraph[] =>
  items.map((spans) => new Paragraph({ style, numbering: { reference: 'bullets', level: 0 }, children: runsOf(spans) }));

/** Lines to write on: empty paragraphs of a style that draws them, so that they can be added and taken away. */
export const answerLines = (count: number): Paragraph[] => Array.from({ length: count }, () => new Paragraph({ style: STYLE.line, children: [] }));

/** Columns beside each other, without edges. */
export function columns(cells: readonly (readonly Child[])[], widths: readonly number[]): Table {
  return table([{ cells: cells.map((children) => ({ children })) }], widths, BARE);
}

/** A picture on a line of its own. @param mm its width on paper */
export const pictureParagraph = ({ png, svg, width, height, alt }: OfficePicture, mm: number, name: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [
      new ImageRun({
        ...(svg.length > HEAVY
          ? { type: 'png' as const, data: Buffer.from(png) }
          : { type: 'svg' as const, data: Buffer.from(svg), fallback: { type: 'png' as const, data: Buffer.from(png) } }),
        transformation: { width: Math.round(mm * PIXELS_A_MM), height: Math.round((mm * PIXELS_A_MM * height) / width) },
        altText: { name, title: name, description: alt },
      }),
    ],
  });

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: inkOf('rule') };
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE };
const NO_EDGE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BARE = { top: NO_EDGE, bottom: NO_EDGE, left: NO_EDGE, right: NO_EDGE, insideHorizontal: NO_EDGE, insideVertical: NO_EDGE };

/** A cell: paragraphs, and how it stands in its table. */
export interface Cell {
  children: readonly Child[];
  head?: boolean;
  columns?: number;
}
export interface Row {
  cells: readonly Cell[];
  /** repeated on each page that the table runs over; only the first rows of a table are */
  head?: boolean;
  /** least height, twentieths of a point */
  least?: number;
}

export const cell = (content: readonly Span[] | string | readonly Child[], options: Omit<Cell, 'children'> = {}): Cell => {
  const style = options.head ? STYLE.head : STYLE.cell;
  const isChildren = typeof content !== 'string' && content.length > 0 && !('text' in content[0]!);
  return { ...options, children: isChildren ? (content as readonly Child[]) : [paragraph(content as readonly Span[] | string, style)] };
};

/**
 * A table of fixed columns: every cell says its width, which LibreOffice and WPS need.
 * @param widths of the columns, as shares
 */
export function table(rows: readonly Row[], widths: readonly number[], borders: ITableBordersOptions = EDGES): Table {
  const total = widths.reduce((sum, each) => sum + each, 0);
  const sizes = widths.map((share) => Math.round((ROOM * share) / total));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: ROOM, type: WidthType.DXA },
    columnWidths: sizes,
    borders,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: rows.map(({ cells, head, least }) => {
      let at = 0;
      return new TableRow({
        cantSplit: true,
        ...(head ? { tableHeader: true } : {}),
        ...(least ? { height: { value: least, rule: HeightRule.ATLEAST } } : {}),
        children: cells.map(({ children, head: isHead, columns: span = 1 }) => {
          const size = sizes.slice(at, at + span).reduce((sum, each) => sum + each, 0);
          at += span;
          return new TableCell({
            children: [...children],
            width: { size, type: WidthType.DXA },
            ...(span > 1 ? { columnSpan: span } : {}),
            verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
            ...(isHead ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: inkOf('isle') } } : {}),
          });
        }),
      });
    }),
  });
}

/** Space below a table: without a paragraph two tables grow together. */
export const gap = (): Paragraph => new Paragraph({ style: STYLE.small, children: [] });

function stylesOf(locale: Locale): ConstructorParameters<typeof Document>[0]['styles'] {
  const { ui } = readOffice(locale);
  const song = { ascii: ui.faceSerif, hAnsi: ui.faceSerif, cs: ui.faceSerif, eastAsia: ui.faceSong };
  const hei = { ascii: ui.faceLatin, hAnsi: ui.faceLatin, cs: ui.faceLatin, eastAsia: ui.faceHei };
  const own = (id: string, name: string, paragraphFormat: object, run: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    next: id,
    quickFormat: true,
    paragraph: paragraphFormat,
    run,
  });
  return {
    default: {
      document: {
        run: { font: song, size: 21, language: { value: ui.lang, eastAsia: ui.langEast } },
        paragraph: { spacing: { line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font: hei, size: 36, bold: true }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 160 } } },
      heading1: {
        run: { font: hei, size: 26, bold: true, color: inkOf('fallen') },
        paragraph: { spacing: { before: 180, after: 60 }, keepNext: true },
      },
      heading2: { run: { font: hei, size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
      hyperlink: { run: { color: inkOf('accent'), underline: {} } },
    },
    paragraphStyles: [
      own(STYLE.text, ui.styleText, { spacing: { after: 60, line: 320 } }),
      own(STYLE.cell, ui.styleCell, { spacing: { after: 20, line: 280 } }, { size: 19 }),
      own(STYLE.head, ui.styleHead, { spacing: { after: 20 } }, { size: 19, bold: true, font: hei }),
      own(STYLE.board, ui.styleBoard, { spacing: { before: 60, after: 60 }, alignment: AlignmentType.CENTER }, { size: 24, font: hei }),
      own(STYLE.line, ui.styleLine, {
        spacing: { line: 420, lineRule: LineRuleType.EXACT },
        border: {
          bottom: { style: BorderStyle.SINGLE, size: 4, color: inkOf('muted'), space: 1 },
          between: { style: BorderStyle.SINGLE, size: 4, color: inkOf('muted'), space: 1 },
        },
      }),
      own(STYLE.ask, ui.styleAsk, { spacing: { after: 80 }, keepNext: true }, { size: 21 }),
      own(
        STYLE.answer,
        ui.styleAnswer,
        {
          spacing: { after: 40, line: 280 },
          border: { left: { style: BorderStyle.SINGLE, size: 18, color: inkOf('fallen'), space: 8 } },
          indent: { left: 200 },
        },
        { size: 20 },
      ),
      own(STYLE.small, ui.styleSmall, { spacing: { before: 0, after: 0, line: 220 } }, { size: 16, color: inkOf('muted') }),
    ],
  };
}

function numberingOf(locale: Locale): NonNullable<ConstructorParameters<typeof Document>[0]['numbering']> {
  const { ui } = readOffice(locale);
  const hanging = { paragraph: { indent: { left: 420, hanging: 420 } } };
  return {
    config: [
      {
        reference: 'headings',
        levels: [
          {
            level: 0,
            format: ui.numberFormat as (typeof LevelFormat)[keyof typeof LevelFormat],
            text: ui.numberText,
            alignment: AlignmentType.LEFT,
            suffix: ui.numberSuffix as (typeof LevelSuffix)[keyof typeof LevelSuffix],
            style: { paragraph: { indent: { left: 0, hanging: 0 } } },
          },
        ],
      },
      {
        reference: 'items',
        levels: [
          { level: 0, format: LevelFormat.DECIMAL, text: ui.listText, alignment: AlignmentType.LEFT, suffix: LevelSuffix.TAB, style: hanging },
        ],
      },
      {
        reference: 'bullets',
        levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, suffix: LevelSuffix.TAB, style: hanging }],
      },
    ],
  };
}

/** The foot of each page: where it comes from, and its number. */
function footOf(locale: Locale, data: Tables): Footer {
  const [before = '', between = '', after = ''] = fill(readLesson(locale).ui.page, { page: '\0', pages: '\0' }).split('\0');
  const number = new TextRun({ children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] });
  const [source, version] = sourceLines(locale, data);
  return new Footer({
    children: [
      paragraph(source!, STYLE.small),
      new Paragraph({
        style: STYLE.small,
        tabStops: [{ type: TabStopType.RIGHT, position: ROOM }],
        children: [new TextRun(version!), new TextRun({ children: [new Tab()] }), number],
      }),
    ],
  });
}

/** Random ids of a part, each by its place in it: the same words give the same bytes. */
function settled(xml: string, names: Map<string, string>): string {
  const drawings = xml.replaceAll(/(<(?:wp:docPr|pic:cNvPr) id=")[^"]*"/g, `$1`);
  let at = 0;
  const ordered = drawings === xml ? xml : xml.replaceAll(/(<wp:docPr id=")[^"]*"/g, (_, head: string) => `${head}${(at += 1)}"`);
  return ordered.replaceAll(/"(rId[\w-]{15,})"/g, (_, id: string) => {
    if (!names.has(id)) names.set(id, `rIdLink${names.size + 1}`);
    return `"${names.get(id)}"`;
  });
}

/** What the library cannot be told: fixed dates, how Chinese marks are squeezed, the languages of the theme. */
async function finish(document: Document, locale: Locale, data: Tables): Promise<Uint8Array> {
  const { ui } = readOffice(locale);
  const day = modifiedOf(data);
  const parts = unpackParts(new Uint8Array(await Packer.toBuffer(document)));
  const names = new Map<string, string>();
  for (const [path, content] of Object.entries(parts)) {
    if (typeof content === 'string' && path.startsWith('word/')) parts[path] = settled(content, names);
  }
  const edit = (path: string, change: (xml: string) => string): void => {
    parts[path] = change(parts[path] as string);
  };
  edit('docProps/core.xml', (xml) =>
    xml
      .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
      .replace('</cp:coreProperties>', `<dc:language>${ui.lang}</dc:language></cp:coreProperties>`),
  );
  edit('word/settings.xml', (xml) =>
    xml
      .replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>')
      .replace('</w:compat>', `</w:compat><w:themeFontLang w:val="${ui.lang}" w:eastAsia="${ui.langEast}"/>`),
  );
  return packParts(parts, day);
}

/**
 * Writes a Word file.
 * @param title what it is called, on its first page and in its properties
 */
export function writeDocument(title: string, children: readonly Child[], { locale, data }: Maker): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: settings.publisher[locale],
    lastModifiedBy: settings.publisher[locale],
    description: propertiesLine(locale, data),
    styles: stylesOf(locale)!,
    numbering: numberingOf(locale),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAPER.width, height: PAPER.height },
            margin: { top: PAPER.top, bottom: PAPER.foot, left: PAPER.side, right: PAPER.side, footer: PAPER.footer, header: PAPER.footer },
          },
        },
        footers: { default: footOf(locale, data) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...children,
          ...sourceLines(locale, data).slice(2).map((line) => paragraph(line, STYLE.small)),
        ],
      },
    ],
  });
  return finish(document, locale, data);
}
