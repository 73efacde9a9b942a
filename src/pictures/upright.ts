import { fill } from '../data/fill.ts';
import { noticesAt } from '../copy/notices.ts';
import { plain } from '../copy/plain.ts';
import { readStory } from '../copy/story.ts';
import { versionAndDay } from '../copy/stamp.ts';
import { readUi } from '../copy/ui.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { readEmbedWords } from '../embed/words.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import { mapNote } from '../flat/map-note.ts';
import { escapeXml, pictureSvg } from '../flat/picture.ts';
import { absolute } from '../layouts/records.ts';
import { fitted, wrap } from '../scenes/text.ts';
import { settings } from '../settings.ts';
import type { StepId } from '../story/ids.ts';
import { OPENING, positionOf, STEPS } from '../story/steps.ts';
import { chartOf, showsMap, signOf, titleOfStep } from './chart.ts';
import { checkLetters, pictureFonts } from './faces.ts';
import { once } from './once.ts';
import { readPictureWords } from './words.ts';

/** Width of an official account's pictures, px; a phone shows it three times smaller. */
export const WIDTH = 1080;
/** Where words begin and how wide they run. */
export const SAFE = 84;
export const ROOM = WIDTH - 2 * SAFE;
/** The phone's canvas at nearly the full width. */
export const CANVAS = { x: 33, scale: 2.6 };
export const CANVAS_HEIGHT = 500 * CANVAS.scale;
const KICKER = { y: 104, size: 32, mark: 76 };
const TITLE = { y: 204, size: 72 };
const TOP = 248;
const FOOT = { rule: TOP + CANVAS_HEIGHT + 26, first: TOP + CANVAS_HEIGHT + 82, gap: 44, size: 29, below: 72 };

export const words = (look: string, x: number, y: number, size: number, text: string, anchor = ''): string =>
  `<text class="${look}" x="${x}" y="${y}" font-size="${size}"${anchor && ` text-anchor="${anchor}"`}>${escapeXml(text)}</text>`;

/** Corrections of what some steps tell, source, credit, licence, map note, version, address: one text each. */
export function credits(locale: Locale, withMap: boolean, steps: readonly StepId[]): string[] {
  const ui = readUi(locale);
  const own = readPictureWords(locale);
  return [
    ...noticesAt(steps, locale).map(({ text }) => text),
    ui.bylineSpecial,
    [
      fill(readEmbedWords(locale).credit, { publisher: settings.publisher[locale] }),
      settings.licence.name,
      ...(withMap ? [mapNote({ ...settings, mapMode: mapModeOf('kit') }, ui)] : []),
      versionAndDay(own.version, locale),
    ].join(' · '),
    fill(own.address, { url: absolute('/', locale) }),
  ];
}

export function kickerOf(step: StepId, locale: Locale): string {
  const { chapter } = STEPS[positionOf(step)]!;
  return step === OPENING ? settings.publisher[locale] : plain(readStory(locale).chapters.find(({ id }) => id === chapter)!.kicker, locale, tables());
}

/**
 * A step as a picture for a phone, in the story's own colours.
 * @returns SVG without fonts of its own
 * @throws Error that names each character which the fonts lack
 */
export const uprightPicture = once((step: StepId, locale: Locale): string => {
  const { theme } = STEPS[positionOf(step)]!;
  const title = titleOfStep(step, locale);
  const foot = credits(locale, showsMap(step, mapModeOf('kit')), [step]).flatMap((line) => wrap(line, FOOT.size, ROOM));
  const around = [
    signOf(step, SAFE, KICKER.y - 11, KICKER.mark),
    words(
      'muted',
      SAFE + KICKER.mark + 22,
      KICKER.y,
      KICKER.size,
      step === OPENING ? kickerOf(step, locale) : `${settings.title[locale]} · ${kickerOf(step, locale)}`,
    ),
    words('display', SAFE, TITLE.y, fitted(title, TITLE.size, ROOM), title),
    `<path class="hairline" d="M${SAFE} ${FOOT.rule}h${ROOM}" stroke-width="2"/>`,
    ...foot.map((line, i) => words('muted', SAFE, FOOT.first + i * FOOT.gap, FOOT.size, line)),
  ];
  const svg = pictureSvg({
    steps: STEPS,
    position: positionOf(step),
    frame: 'portrait',
    chart: chartOf(locale, mapModeOf('kit')),
    theme,
    fonts: pictureFonts(locale),
    width: WIDTH,
    height: FOOT.first + (foot.length - 1) * FOOT.gap + FOOT.below,
    at: { ...CANVAS, y: TOP },
    around: around.join(''),
  });
  checkLetters(svg, locale, `kit/${locale}/${step}`);
  return svg;
});
