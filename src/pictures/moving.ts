import { readUi } from '../copy/ui.ts';
import type { Locale } from '../data/types.ts';
import { EMBEDS, stepsOf, type EmbedId } from '../embed/embeds.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import { mapNote } from '../flat/map-note.ts';
import { FRAMES } from '../scenes/frames.ts';
import { noteLines } from '../scenes/count.ts';
import { settings } from '../settings.ts';
import type { PictureStep } from '../story/resolve.ts';
import { positionOf, STEPS, type StoryStep } from '../story/steps.ts';
import { chartOf } from './chart.ts';
import { filmOf, type Film } from './moving/film.ts';
import { outlineOf } from './moving/outline.ts';
import { groundOf, painterOf, type Paint, type Painter } from './moving/paint.ts';
import { boxOf, runsOf, short, tenfold } from './moving/path.ts';
import { TENTHS, written } from './moving/write.ts';
import { MOST_BYTES } from './moving-rules.ts';
import { measure, SETTINGS } from '../flat/measure.ts';
import { once } from './once.ts';
import { readPictureWords } from './words.ts';

/** The embeds that have a moving picture: all of them, in the order of the gallery. */
export const MOVING: readonly EmbedId[] = EMBEDS.map(({ id }) => id);

/** Name of a moving picture's file among those of a kit. */
export const movingName = (id: EmbedId): string => `${id}.svg`;

const FRAME = FRAMES.portrait;

const scenesOf = ({ picture }: StoryStep): string[] => Object.keys(picture);
const samePlace = (a: StoryStep, b: StoryStep): boolean => (a.picture.map?.zoom ?? 0) === (b.picture.map?.zoom ?? 0);

/**
 * The steps that a moving picture plays, in order; it ends as the last one's picture. That is the last of the embed on whose stage all stands
 * that stands on its cover's, seen from the same place; those before it share a scene with it. Of the whole story it is the cover alone.
 */
function playedBy(id: EmbedId): StoryStep[] {
  const embed = EMBEDS.find((each) => each.id === id)!;
  const cover = STEPS[positionOf(embed.cover)]!;
  if (embed.whole) return [cover];
  const steps = stepsOf(embed).filter((step) => samePlace(step, cover));
  const last = steps.findLast((step) => scenesOf(cover).every((name) => scenesOf(step).includes(name)))!;
  const run = steps.slice(0, steps.indexOf(last) + 1).filter((step) => scenesOf(step).some((name) => scenesOf(last).includes(name)));
  // A step that shows what the one before it shows moves nothing.
  const moving = run.filter((step, i) => i === 0 || JSON.stringify(step.picture) !== JSON.stringify(run[i - 1]!.picture));
  // A question is asked before it is answered: the picture waits at it.
  return moving.slice(Math.max(0, moving.findLastIndex(({ widget }) => widget === 'guess')));
}

export const movingSteps = (id: EmbedId): readonly string[] => playedBy(id).map(({ id: step }) => step);

type State = Readonly<Record<string, unknown>>;
const nothing = (state: State): State => Object.fromEntries(Object.entries(state).map(([name, value]) => [name, typeof value === 'object' ? {} : 0]));

/** Before its first step: the land and the axes of what comes, without its marks. */
function emptied({ picture, ...step }: PictureStep): PictureStep {
  const { map } = picture;
  const view = map && { zoom: map.zoom, land: map.land, strength: map.strength, glow: map.glow };
  const scenes = Object.entries(picture).map(([name, state]) => [name, { ...nothing(state as unknown as State), ...(name === 'map' && view) }]);
  return { ...step, picture: Object.fromEntries(scenes) as PictureStep['picture'] };
}

/** Before a first step whose lines are cut: the lines, whole and alone, so that they are drawn before they are cut. */
function uncut(step: PictureStep): PictureStep[] {
  const { map } = step.picture;
  if (!map || !Object.values(map.lines).some(({ cut = 0 }) => cut > 0)) return [];
  return [{ ...step, picture: { map: { ...map, lines: Object.fromEntries(Object.entries(map.lines).map(([id, line]) => [id, { ...line, cut: 0 }])) } } }];
}

interface Played {
  film: Film;
  painter: Painter;
  waits: boolean;
}

/**
 * An embed's film, as it is drawn and before it is written.
 * @param skipped how many of its first steps it does without
 * @throws Error that names each character which the fonts lack
 */
export function movingFilm(id: EmbedId, locale: Locale, skipped = 0): Played {
  const steps = playedBy(id).slice(skipped);
  const waits = steps.length > 1 && steps[0]!.widget === 'guess';
  const painter = painterOf(steps.at(-1)!.theme);
  const before = uncut(steps[0]!);
  const film = filmOf(waits ? steps : [emptied(before[0] ?? steps[0]!), ...before, ...steps], {
    frame: FRAME, chart: chartOf(locale, mapModeOf('kit')), locale, painter, blank: !waits,
  });
  return { film, painter, waits };
}

/** Air above and below what is drawn, canvas units. */
const AIR = 14;
/** The invitation: a button of words and a sign, and the air below it. */
const INVITATION = { size: 13.5, height: 30, inside: 14, sign: 9, below: 14 };

/** How high and how low a film's marks reach. */
function extentOf({ actors }: Film): [top: number, bottom: number] {
  const { y, height } = boxOf(actors.flatMap(({ d }) => runsOf(d)));
  return [Math.round(y), Math.round(y + height)];
}

/** What is seen only where animations are played, and until the first tap. Its group is left open: the tap has to lie inside. */
function invitation(text: string, y: number, locale: Locale, painter: Painter, said: (paint: Paint) => string): string {
  const { size, height, inside, sign } = INVITATION;
  const { x } = FRAME.panel;
  const ink = painter([{ tag: 'text', look: '' }]).fill!;
  const label = { text, x: x + inside + sign + 9, y: y + height / 2 + size * 0.36, size };
  const width = label.x + measure(text, '', SETTINGS[locale][0]).width * size + inside - x;
  const [r, straight] = [height / 2, width - height];
  const edge = `M${x + r} ${short(y + 0.5)}h${short(straight)}a${r} ${r} 0 0 1 0 ${height}h${short(-straight)}a${r} ${r} 0 0 1 0 ${-height}z`;
  const marks = `M${x + inside} ${short(y + height / 2 - 5)}v11l${sign}-5.5z${outlineOf(label, locale)}`;
  const visible = ' visibility="visible"';
  return [
    '<g visibility="hidden"><set attributeName="visibility" to="visible" begin="0s"/><set attributeName="visibility" to="hidden" begin="click"/>',
    `<path${said({ fill: 'none', stroke: ink, 'stroke-width': '1' }).replace(visible, '')} d="${tenfold(edge)}" opacity=".5"/>`,
    `<path${said({ fill: ink }).replace(visible, '')} d="${tenfold(marks)}"/>`,
  ].join('');
}

function drawn(id: EmbedId, locale: Locale, skipped: number): string {
  const { film, painter, waits } = movingFilm(id, locale, skipped);
  const words = readPictureWords(locale);
  const ground = groundOf(playedBy(id).at(-1)!.theme);
  const [top, end] = extentOf(film);
  const from = Math.max(0, top - AIR);
  const hasLand = film.actors.some(({ key }) => /\/(?:land|coast)$/.test(key));
  const note = hasLand ? mapNote({ ...settings, mapMode: mapModeOf('kit') }, readUi(locale)) : '';
  const notes = noteLines('note', note, FRAME.panel.x, end + FRAME.note * 1.8, FRAME.least, FRAME.panel.width);
  const below = (notes.at(-1)?.y ?? end) + AIR;
  const height = below + INVITATION.height + INVITATION.below - from;
  const box = ` y="${short(from * TENTHS)}" width="${FRAME.width * TENTHS}" height="${short(height * TENTHS)}"`;
  const quiet = painter([{ tag: 'text', look: 'muted' }]).fill!;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[0, from, FRAME.width, height].map((each) => short(each * TENTHS)).join(' ')}" style="display:block;width:100%">`,
    `<rect${box} fill="${ground}"/>`,
    ...notes.map((label) => `<path fill="${quiet}" d="${tenfold(outlineOf(label, locale))}"/>`),
    written(film, { ground, waits }, (said) =>
      `${invitation(waits ? words.movingAnswer : words.movingPlay, below, locale, painter, said)}<rect${said({ fill: ground })}${box} opacity="0"/></g>`),
    '</svg>',
  ].join('');
}

/**
 * An embed's picture as one SVG that plays when it is tapped, for an article in which no script runs. What is drawn without
 * animations is its last step's picture, finished. One that would be too heavy begins at a later step.
 * @returns `<svg …>…</svg>`, 390 units wide in tenths, of which `checkMoving` says nothing
 * @throws Error that names each character which the fonts lack; that a step alone is too heavy
 */
export const movingPicture = once((id: EmbedId, locale: Locale): string => {
  let bytes = 0;
  for (const skipped of movingSteps(id).keys()) {
    const svg = drawn(id, locale, skipped);
    bytes = Buffer.byteLength(svg);
    if (bytes <= MOST_BYTES) return svg;
  }
  throw new Error(`the moving picture ${id} (${locale}) has ${bytes} bytes, expected ${MOST_BYTES} at most: end the embed ${id} of score.yaml in a step with fewer marks or words`);
});
