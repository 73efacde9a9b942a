import { Resvg } from '@resvg/resvg-js';
import type { Inline } from '../copy/inline.ts';
import { plain } from '../copy/plain.ts';
import { readStory } from '../copy/story.ts';
import { readUi } from '../copy/ui.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import { canvasSvg, definitionsFor, rootSvg } from '../flat/picture.ts';
import { chartStyle, tokensOf } from '../flat/theme.ts';
import { absolute } from '../layouts/records.ts';
import { fitted, wrap } from '../scenes/text.ts';
import { settings } from '../settings.ts';
import type { StepId } from '../story/ids.ts';
import type { Theme } from '../story/resolve.ts';
import { readScore } from '../story/score.ts';
import { OPENING, positionOf, STEPS } from '../story/steps.ts';
import { chartOf, showsMap, signOf, titleOfStep } from './chart.ts';
import { checkLetters, pictureFonts } from './faces.ts';
import { once } from './once.ts';
import { qrCode } from './qr.ts';
import { fontOptions } from './raster.ts';
import { CANVAS, credits, kickerOf, ROOM, SAFE, WIDTH, words } from './upright.ts';
import { readPictureWords } from './words.ts';

/** The charts of the tall picture, below its head. */
export const TALL_STEPS: readonly StepId[] = readScore().tall;
const HEAD = { sign: 150, kicker: 32, title: 168, first: 340, text: 44, gap: 68 };
const SECTION = { above: 112, kicker: 32, mark: 76, title: 68, text: 38, gap: 60 };
/** From the night of the lines to the day of the counts. */
const DAWN = 360;
const BULLET = { size: 34, indent: 58 };
const CARD = { height: 400, inside: 50, code: 300, title: 62, text: 36 };
const FOOT = { size: 29, gap: 44, below: 90 };
/** Air above and below a chart, canvas units. */
const AIR = 12;

/** A piece of the picture, and where the next one begins. */
interface Piece {
  svg: string;
  end: number;
}

const grounded = (theme: Theme, inside: string): string => `<g class="${theme}"><g class="canvas">${inside}</g></g>`;

/** A style sheet for a part of a picture that has two: every rule only holds below the theme's own class. */
const styleWithin = (theme: Theme, locale: Locale): string =>
  chartStyle(theme, pictureFonts(locale)).replaceAll(/([^{}]+)(?=\{)/g, (selectors: string) =>
    selectors
      .split(',')
      .map((selector) => `.${theme} ${selector.trim()}`)
      .join(','),
  );

/** Lines of text, one below the other. */
const paragraph = (text: string, look: string, y: number, size: number, gap: number, x = SAFE): Piece => {
  const lines = wrap(text, size, WIDTH - SAFE - x);
  return { svg: lines.map((line, i) => words(look, x, y + i * gap, size, line)).join(''), end: y + lines.length * gap };
};

/** A step's chart for a phone without the empty bands above and below it. */
function chartPiece(step: StepId, locale: Locale, y: number): Piece {
  const { theme } = STEPS[positionOf(step)]!;
  const still = { steps: STEPS, position: positionOf(step), frame: 'portrait', chart: chartOf(locale, mapModeOf('kit')) } as const;
  const alone = canvasSvg(still, { x: 0, y: 0, scale: 1 });
  const box = new Resvg(rootSvg(390, 500, `<style>${chartStyle(theme, pictureFonts(locale))}</style>${definitionsFor(alone, [theme])}${alone}`), {
    font: fontOptions(),
  }).innerBBox();
  const top = Math.max(0, (box?.y ?? 0) - AIR);
  const bottom = Math.min(500, box ? box.y + box.height + AIR : 500);
  return { svg: `<g class="${theme}">${canvasSvg(still, { ...CANVAS, y: y - top * CANVAS.scale })}</g>`, end: y + (bottom - top) * CANVAS.scale };
}

function headPiece(locale: Locale): Piece {
  const rows = settings.title[locale].split(/(?<=[，,])\s*/);
  const size = Math.min(...rows.map((row) => fitted(row, HEAD.title, ROOM)));
  const below = HEAD.first + (rows.length - 1) * size * 1.16;
  const lead = paragraph(readUi(locale).standfirst, '', below + 110, HEAD.text, HEAD.gap);
  const text = [
    signOf(OPENING, SAFE, HEAD.sign - 11, SECTION.mark),
    words('muted', SAFE + SECTION.mark + 22, HEAD.sign, HEAD.kicker, settings.publisher[locale]),
    ...rows.map((row, i) => words('display', SAFE, HEAD.first + i * size * 1.16, size, row)),
    lead.svg,
  ];
  const chart = chartPiece(OPENING, locale, lead.end);
  return { svg: grounded('night', text.join('')) + chart.svg, end: chart.end };
}

/** What a step says in its first paragraph. */
export const captionOf = (step: StepId, locale: Locale): string => plain(readStory(locale).steps.get(step)!.body, locale, tables()).split('\n')[0]!;

function stepPiece(step: StepId, locale: Locale, from: number): Piece {
  const { theme } = STEPS[positionOf(step)]!;
  const y = from + SECTION.above;
  const title = titleOfStep(step, locale);
  const caption = paragraph(captionOf(step, locale), '', y + 164, SECTION.text, SECTION.gap);
  const text = [
    signOf(step, SAFE, y - 11, SECTION.mark),
    words('muted', SAFE + SECTION.mark + 22, y, SECTION.kicker, kickerOf(step, locale)),
    words('display', SAFE, y + 92, fitted(title, SECTION.title, ROOM), title),
    caption.svg,
  ];
  const chart = chartPiece(step, locale, caption.end + 22);
  return { svg: grounded(theme, text.join('')) + chart.svg, end: chart.end };
}

/** What is not known: the head of the last chapter, and the words in bold with which each of its points begins. */
function unknownPiece(locale: Locale, from: number): Piece {
  const { chapters, unknown } = readStory(locale);
  const chapter = chapters.at(-1)!;
  const say = (nodes: readonly Inline[]): string => plain(nodes, locale, tables());
  const y = from + SECTION.above;
  const intro = paragraph(say(chapter.intro), '', y + 164, SECTION.text, SECTION.gap);
  let end = intro.end + 26;
  const points = unknown
    .flatMap((block) => (block.type === 'list' ? block.items : []))
    .map((item) => {
      const at = end;
      const piece = paragraph(say(item.slice(0, 1)), '', at, SECTION.text, SECTION.gap, SAFE + BULLET.indent);
      end = piece.end + 14;
      return `<rect class="bullet" x="${SAFE}" y="${at - BULLET.size + 4}" width="${BULLET.size}" height="${BULLET.size}" fill="url(#hatch-ink-day)"/>${piece.svg}`;
    });
  return {
    svg: grounded(
      'day',
      words('muted', SAFE, y, SECTION.kicker, say(chapter.kicker)) +
        words('display', SAFE, y + 92, SECTION.title, say(chapter.title)) +
        intro.svg +
        points.join(''),
    ),
    end,
  };
}

/** Where the story is: a code to scan and an address to type. */
function cardPiece(locale: Locale, from: number): Piece {
  const own = readPictureWords(locale);
  const url = absolute('/', locale);
  const y = from + 80;
  const x = SAFE + CARD.inside * 2 + CARD.code;
  const room = WIDTH - SAFE - CARD.inside - x;
  const top = y + CARD.inside;
  const title = wrap(own.scan, CARD.title, room);
  const below = top + CARD.title + title.length * CARD.title * 1.2;
  const text = [
    ...title.map((line, i) => words('display', x, top + CARD.title + i * CARD.title * 1.2, CARD.title, line)),
    words('', x, below, fitted(own.scanNote, CARD.text, room), own.scanNote),
    words('muted', x, below + CARD.text * 1.7, fitted(url, CARD.text, room), url),
  ];
  const ground = `<rect x="${SAFE}" y="${y}" width="${ROOM}" height="${CARD.height}" rx="10" fill="${tokensOf('day')['raised']}"/>`;
  return { svg: ground + qrCode(url, SAFE + CARD.inside, top, CARD.code) + grounded('day', text.join('')), end: y + CARD.height };
}

function footPiece(locale: Locale, from: number): Piece {
  let end = from + 100;
  const lines = [
    readUi(locale).methodSuspects,
    ...credits(
      locale,
      TALL_STEPS.some((step) => showsMap(step, mapModeOf('kit'))),
      TALL_STEPS,
    ),
  ].map((text) => {
    const piece = paragraph(text, 'muted', end, FOOT.size, FOOT.gap);
    end = piece.end + 6;
    return piece.svg;
  });
  return { svg: grounded('day', lines.join('')), end: end - FOOT.gap + FOOT.below };
}

/** The ground: night, a dawn, then day. */
function ground(height: number, dawn: number): string {
  const [night, day] = [tokensOf('night'), tokensOf('day')];
  const stops = [
    [0, night['ground']],
    [0.3, night['hairline']],
    [0.66, day['rule']],
    [1, day['ground']],
  ].map(([offset, colour]) => `<stop offset="${offset}" stop-color="${colour}"/>`);
  return [
    `<defs><linearGradient id="dawn" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient></defs>`,
    `<rect width="${WIDTH}" height="${dawn + 1}" fill="${night['ground']}"/>`,
    `<rect y="${dawn + DAWN - 1}" width="${WIDTH}" height="${height - dawn - DAWN + 1}" fill="${day['ground']}"/>`,
    `<rect y="${dawn}" width="${WIDTH}" height="${DAWN}" fill="url(#dawn)"/>`,
  ].join('');
}

/**
 * The story as one tall picture for a phone: head, charts with a caption each, what is not known, a code that leads back.
 * @returns SVG without fonts of its own, 1080 units wide
 * @throws Error that names each character which the fonts lack
 */
export const tallPicture = once((locale: Locale): string => {
  const pieces: Piece[] = [headPiece(locale)];
  let dawn = 0;
  const next = (make: (from: number) => Piece, from = pieces.at(-1)!.end): void => void pieces.push(make(from));
  for (const step of TALL_STEPS) {
    const end = pieces.at(-1)!.end;
    const breaks = dawn === 0 && STEPS[positionOf(step)]!.theme === 'day';
    if (breaks) dawn = end;
    next((from) => stepPiece(step, locale, from), breaks ? end + DAWN - SECTION.above / 2 : end);
  }
  next((from) => unknownPiece(locale, from));
  next((from) => cardPiece(locale, from));
  next((from) => footPiece(locale, from));
  const height = Math.ceil(pieces.at(-1)!.end);
  const drawing = pieces.map(({ svg }) => svg).join('');
  const style = `<style>${styleWithin('night', locale)}${styleWithin('day', locale)}.bullet{stroke:${tokensOf('day')['muted']};stroke-width:2px}</style>`;
  const svg = rootSvg(WIDTH, height, `${style}${definitionsFor(drawing, ['night', 'day'])}${ground(height, dawn)}${drawing}`);
  checkLetters(svg, locale, `kit/${locale}/tall`);
  return svg;
});
