import { fill } from '../data/fill.ts';
import { stampOf } from '../copy/stamp.ts';
import { readUi } from '../copy/ui.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import { pictureSvg } from '../flat/picture.ts';
import { absolute, correctionsUrl } from '../layouts/records.ts';
import { balanced, fitted, wrap } from '../scenes/text.ts';
import { settings } from '../settings.ts';
import type { StepId } from '../story/ids.ts';
import { positionOf, STEPS, type StoryStep } from '../story/steps.ts';
import { altOfStep, chartOf, signOf, titleOfStep } from './chart.ts';
import { checkLetters, pictureFonts } from './faces.ts';
import { metadataOf } from './files.ts';
import { withTexts } from './png.ts';
import { rasterize } from './raster.ts';
import { kickerOf, words } from './upright.ts';
import { readPictureWords } from './words.ts';

/** Open Graph's size, px. */
export const CARD = { width: 1200, height: 630 };
/** A square for apps that crop a link's picture to one, px. */
export const SQUARE = 800;
const SAFE = 64;
const COLUMN = { width: 384, sign: 104, kicker: 26, title: 54, gap: 68, foot: 604, small: 18, above: 34 };
const STORY = { y: 234, sizes: [92, 76, 60], title: 620, text: 26, gap: 38, width: 520, foot: 604, small: 18 };
const SQUARE_TITLE = { x: 60, y: 150, size: 92, width: 440 };
const SQUARE_FOOT = { x: 32, y: 784, size: 15 };

/** Path of a share picture, from the site's root. */
export const sharePath = (name: string): string => `/share/${name}.png`;
export const squareAlt = (locale: Locale): string => fill(readPictureWords(locale).shareSquareAlt, { title: settings.title[locale] });

/** Height of a row of the foot, of its size. */
const FOOT_ROW = 1.4;

/** Version and day of the data, and where corrections stand, in rows. */
const footRows = (locale: Locale, size: number, width: number): readonly string[] => wrap(stampOf(locale, tables(), correctionsUrl(locale)), size, width);

/** The rows of the foot, the last at `y`; an address that is too long for one is set smaller. */
const foot = (rows: readonly string[], x: number, y: number, size: number, width: number): string =>
  rows.map((row, i) => words('muted', x, y - (rows.length - 1 - i) * size * FOOT_ROW, fitted(row, size, width), row)).join('');

/** A title in rows: it breaks after its comma, and never in a number. */
const rowsOf = (title: string): string[] => title.split(/(?<=[，,])(?!\d)\s*/);

/** The opening of the story, as the ground of a picture for sharing. */
const opening = (locale: Locale) =>
  ({ steps: STEPS, position: 0, frame: 'landscape', chart: chartOf(locale, mapModeOf('card')), theme: 'night', fonts: pictureFonts(locale) }) as const;

/** The picture that travels with a link to the article: the opening, the title, what it is about. */
function storyCard(locale: Locale): string {
  const rowsIn = (size: number): string[] => rowsOf(settings.title[locale]).flatMap((row) => balanced(row, size, STORY.title));
  // In two rows the title leaves room for what is under it, and keeps off the picture.
  const size = STORY.sizes.find((each) => rowsIn(each).length <= 2) ?? STORY.sizes.at(-1)!;
  const rows = rowsIn(size);
  const below = STORY.y + rows.length * size * 1.2;
  const around = [
    ...rows.map((row, i) => words('display', SAFE, STORY.y + i * size * 1.2, fitted(row, size, STORY.title), row)),
    ...wrap(readUi(locale).shareText, STORY.text, STORY.width).map((line, i) => words('muted', SAFE, below + i * STORY.gap, STORY.text, line)),
    foot(footRows(locale, STORY.small, CARD.width - 2 * SAFE), SAFE, STORY.foot, STORY.small, CARD.width - 2 * SAFE),
  ];
  return pictureSvg({ ...opening(locale), ...CARD, at: { x: 470, y: -6, scale: 0.79 }, around: around.join('') });
}

/** The picture that travels with a link to a step: its chart and title. */
function stepCard(step: StepId, locale: Locale): string {
  const { theme } = STEPS[positionOf(step)]!;
  const title = rowsOf(titleOfStep(step, locale)).flatMap((row) => balanced(row, COLUMN.title, COLUMN.width));
  const stamp = footRows(locale, COLUMN.small, COLUMN.width);
  const name = COLUMN.foot - (stamp.length - 1) * COLUMN.small * FOOT_ROW - COLUMN.above;
  const around = [
    signOf(step, SAFE, COLUMN.sign - 9, 62),
    words('muted', SAFE + 78, COLUMN.sign, COLUMN.kicker, kickerOf(step, locale)),
    ...title.map((line, i) => words('display', SAFE, COLUMN.sign + 96 + i * COLUMN.gap, COLUMN.title, line)),
    words('muted', SAFE, name, COLUMN.kicker, settings.title[locale]),
    foot(stamp, SAFE, COLUMN.foot, COLUMN.small, COLUMN.width),
  ];
  return pictureSvg({
    steps: STEPS,
    position: positionOf(step),
    frame: 'slide',
    chart: chartOf(locale, mapModeOf('card')),
    theme,
    fonts: pictureFonts(locale),
    ...CARD,
    at: { x: 446, y: 30, scale: 0.88 },
    around: around.join(''),
  });
}

/** The opening as the story leaves it: by day, and each line cut that a step has cut. */
function ended(): StoryStep {
  const [first] = STEPS as [StoryStep];
  const { map } = first.picture;
  if (map === undefined) return { ...first, theme: 'day' };
  const isCut = (line: string): boolean => STEPS.some(({ picture }) => (picture.map?.lines[line]?.cut ?? 0) > 0);
  const lines = Object.fromEntries(Object.entries(map.lines).map(([id, line]) => [id, isCut(id) ? { ...line, cut: 1 } : line]));
  return { ...first, theme: 'day', picture: { ...first.picture, map: { ...map, lines } } };
}

/** The article in a square: title, and the opening as the story leaves it. It is the last picture on the page, and takes no cut back. */
function square(locale: Locale): string {
  const rows = rowsOf(settings.title[locale]);
  const size = Math.min(...rows.map((row) => fitted(row, SQUARE_TITLE.size, SQUARE_TITLE.width)));
  const around = [
    ...rows.map((row, i) => words('display', SQUARE_TITLE.x, SQUARE_TITLE.y + i * size * 1.2, size, row)),
    foot(footRows(locale, SQUARE_FOOT.size, SQUARE - 2 * SQUARE_FOOT.x), SQUARE_FOOT.x, SQUARE_FOOT.y, SQUARE_FOOT.size, SQUARE - 2 * SQUARE_FOOT.x),
  ];
  return pictureSvg({ ...opening(locale), steps: [ended()], theme: 'day', width: SQUARE, height: SQUARE, at: { x: 10, y: 192, scale: 0.8 }, around: around.join('') });
}

/** One picture for sharing: what it is called, what it shows, where a reader who sees it should go. */
export interface Shared {
  name: string;
  locale: Locale;
  draw: () => string;
  width: number;
  title: string;
  description: string;
}

/** Every picture for sharing in one language. */
export function sharedPictures(locale: Locale): Shared[] {
  const title = settings.title[locale];
  return [
    { name: locale, locale, draw: () => storyCard(locale), width: CARD.width, title, description: readUi(locale).shareAlt },
    { name: `square.${locale}`, locale, draw: () => square(locale), width: SQUARE, title, description: squareAlt(locale) },
    ...STEPS.map(({ id }): Shared => ({
      name: `${id}.${locale}`,
      locale,
      draw: () => stepCard(id, locale),
      width: CARD.width,
      title: titleOfStep(id, locale),
      description: altOfStep(id, locale, mapModeOf('card')),
    })),
  ];
}

export async function sharePng({ name, locale, draw, width, title, description }: Shared): Promise<Uint8Array> {
  const svg = draw();
  checkLetters(svg, locale, `share/${name}`);
  return withTexts(await rasterize(svg, width), metadataOf({ title, description, address: absolute('/', locale), locale }));
}
