import { formatsOf } from '../data/language.ts';
import { fill } from '../data/fill.ts';
import { noticesAt } from '../copy/notices.ts';
import { plain } from '../copy/plain.ts';
import { readStory } from '../copy/story.ts';
import { versionAndDay } from '../copy/stamp.ts';
import { heardSign, readUi } from '../copy/ui.ts';
import { tables } from '../data/tables.ts';
import type { Line, Locale } from '../data/types.ts';
import { readEmbedWords } from '../embed/words.ts';
import { makeChart } from '../flat/chart.ts';
import { mapNote } from '../flat/map-note.ts';
import { escapeXml, pictureSvg } from '../flat/picture.ts';
import { absolute } from '../layouts/records.ts';
import type { Chart } from '../scenes/chart.ts';
import { strokeOf, strokeSign } from '../scenes/stroke.ts';
import { fitted, wrap } from '../scenes/text.ts';
import { settings, type Settings } from '../settings.ts';
import type { StepId } from '../story/ids.ts';
import { OPENING, positionOf, STEPS, type StoryStep } from '../story/steps.ts';
import { checkLetters, pictureFonts } from './faces.ts';
import { once } from './once.ts';
import { readPictureWords } from './words.ts';

export type MapMode = Settings['mapMode'];

/** One picture of a chart's state. */
export interface Variant {
  step: StepId;
  locale: Locale;
  theme: 'light' | 'dark';
  mapMode: MapMode;
}

/** Width of a chart's picture at single size, px: a wide column, and an official account's. */
export const WIDTH = 1080;
/** Words keep this far from the edges, px: an editor may crop what is outside. */
const SAFE = 56;
const KICKER = { y: 60, size: 19, mark: 46 };
const TITLE = { y: 118, size: 46 };
/** The landscape canvas at the width of the picture; its own margins are the picture's. */
const CANVAS = { x: 12, y: 134, scale: 1.1 };
const CANVAS_END = CANVAS.y + 820 * CANVAS.scale;
const FOOT = { rule: CANVAS_END + 20, first: CANVAS_END + 52, gap: 27, size: 17, below: 46 };

/** Size of the notice in the place of a withdrawn picture, px: that of a picture with a foot of three lines. */
export const NOTICE_SIZE = { width: WIDTH, height: Math.round(FOOT.first + 2 * FOOT.gap + FOOT.below) };

const charts = new Map<string, Chart>();
/** A chart's words and numbers, made once for a language and a kind of map. */
export function chartOf(locale: Locale, mapMode: MapMode): Chart {
  const key = `${locale} ${mapMode}`;
  const chart = charts.get(key) ?? makeChart(locale, mapMode, ['portrait', 'landscape', 'slide']);
  charts.set(key, chart);
  return chart;
}

const stepOf = (step: StepId): StoryStep => STEPS[positionOf(step)]!;

/** Whether a step's picture has a map, so that it has two forms: with land and without. */
export const hasMap = (step: StepId): boolean => stepOf(step).picture.map !== undefined;

/** Whether a map of this kind is seen in a step's picture: behind dots land is a shadow, and without land there is nothing. */
export const showsMap = (step: StepId, mapMode: MapMode): boolean =>
  mapMode === 'geographic' ? hasMap(step) : stepOf(step).picture.map?.strength === 1;

export const titleOfStep = (step: StepId, locale: Locale): string => plain(readStory(locale).steps.get(step)!.title, locale, tables());

/**
 * What a step's picture shows, in words, and what was corrected of it; the words of a map are told apart from a picture without land.
 * @param sign what stands before each figure of ours: words where the text is heard, ƒ where it is seen
 */
export function altOfStep(step: StepId, locale: Locale, mapMode: MapMode, sign = heardSign(locale)): string {
  const alt = plain(readStory(locale).steps.get(step)!.alt, locale, tables(), sign);
  const note = readPictureWords(locale).altNodes;
  const corrected = noticesAt([step], locale).map(({ text }) => text);
  return [alt, ...(mapMode === 'schematic' && showsMap(step, mapMode) ? [note] : []), ...corrected].join(formatsOf(locale).sentences);
}

/** Where a step stands in the article. */
export const addressOfStep = (step: StepId, locale: Locale): string => `${absolute('/', locale)}#${step}`;

/** What every picture says at its foot: source, who drew it, licence, what the map is, the data's version, where corrections stand. */
export function footLines(step: StepId, locale: Locale, mapMode: MapMode): string[] {
  const ui = readUi(locale);
  const words = readPictureWords(locale);
  const parts = [
    fill(readEmbedWords(locale).credit, { publisher: settings.publisher[locale] }),
    settings.licence.name,
    ...(showsMap(step, mapMode) ? [mapNote({ ...settings, mapMode }, ui)] : []),
    versionAndDay(words.version, locale),
  ];
  return [...noticesAt([step], locale).map(({ text }) => text), ui.bylineSpecial, parts.join(' · '), fill(words.address, { url: addressOfStep(step, locale) })];
}

/** Distance of two lines of a sign, px. */
const SIGN_ROWS = 12;

/** The lines that a step's picture is about: all that it draws, if they are more than one; else that of its chapter. */
export function linesOf(step: StepId): Line[] {
  const { line, picture } = stepOf(step);
  const all = [...tables().lines.values()];
  const drawn = all.filter(({ id }) => (picture.map?.lines[id]?.drawn ?? 0) > 0);
  return drawn.length > 1 ? drawn : all.filter(({ id }) => id === line);
}

/** The lines' own sign, each in its stroke; a picture without a line has the colour of what fell. */
export function signOf(step: StepId, x: number, y: number, length: number): string {
  const lines = linesOf(step);
  if (lines.length === 0) return `<path class="months fallen" d="M${x} ${y - 4}h${length}v8h${-length}z"/>`;
  const top = y - ((lines.length - 1) * SIGN_ROWS) / 2;
  return lines.map(({ id, stroke }, i) => strokeSign(id, strokeOf(stroke, 4), x, top + i * SIGN_ROWS, length)).join('');
}

const text = (look: string, x: number, y: number, size: number, words: string): string =>
  `<text class="${look}" x="${x}" y="${y}" font-size="${size}">${escapeXml(words)}</text>`;

/**
 * A chart's state as a picture that stands alone: title, chart, source, credit, note on the map, version of the data.
 * Drawn once a build, for SVG, PNG and outlines are made of the same.
 * @returns SVG without fonts of its own, see `withFaces`
 * @throws Error that names each character which the fonts lack
 */
export const chartPicture = ({ step, locale, theme, mapMode }: Variant): string => drawOnce({ step, locale, theme, mapMode });
const drawOnce = once(draw);

function draw(variant: Variant): string {
  const { step, locale, theme, mapMode } = variant;
  const title = titleOfStep(step, locale);
  const room = WIDTH - 2 * SAFE;
  const foot = footLines(step, locale, mapMode).flatMap((line) => wrap(line, FOOT.size, room));
  const chapter = readStory(locale).chapters.find(({ id }) => id === stepOf(step).chapter)!;
  const kicker = step === OPENING ? settings.publisher[locale] : `${settings.title[locale]} · ${plain(chapter.kicker, locale, tables())}`;
  const around = [
    signOf(step, SAFE, KICKER.y - 6, KICKER.mark),
    text('muted', SAFE + KICKER.mark + 14, KICKER.y, KICKER.size, kicker),
    text('display', SAFE, TITLE.y, fitted(title, TITLE.size, room), title),
    `<path class="hairline" d="M${SAFE} ${FOOT.rule}h${room}" stroke-width="1"/>`,
    ...foot.map((line, i) => text('muted', SAFE, FOOT.first + i * FOOT.gap, FOOT.size, line)),
  ];
  const svg = pictureSvg({
    steps: STEPS,
    position: positionOf(step),
    frame: 'landscape',
    chart: chartOf(locale, mapMode),
    theme: theme === 'light' ? 'day' : 'night',
    fonts: pictureFonts(locale),
    width: WIDTH,
    height: Math.round(FOOT.first + (foot.length - 1) * FOOT.gap + FOOT.below),
    at: CANVAS,
    around: around.join(''),
    title,
    description: altOfStep(step, locale, mapMode),
  });
  checkLetters(svg, locale, `${step}.${locale}`);
  return svg;
}
