import { LOCALES } from '../languages.ts';
import { legsOf, tables } from '../data/tables.ts';
import { makeChart } from '../flat/chart.ts';
import { reviewed } from '../flat/map-note.ts';
import { ownersFile } from '../newsroom.ts';
import type { Chart, Label } from '../scenes/chart.ts';
import { pointAt, type Curve } from '../scenes/curve.ts';
import { FRAMES, canvasOf, type Box, type Frame, type FrameName } from '../scenes/frames.ts';
import { layoutMap } from '../scenes/map/layout.ts';
import type { MapMarks, Stroke } from '../scenes/map/marks.ts';
import { planMap } from '../scenes/map/plan.ts';
import { sceneOf, type Picture, type SceneName } from '../scenes/registry.ts';
import { UNANSWERED } from '../scenes/scene.ts';
import { STEPS } from '../story/steps.ts';
import { inkOf, SETTINGS, shared, type Setting } from '../flat/measure.ts';

/** Words may be touched by as much as this, in canvas units: a pixel at the size that the canvas is designed for. */
const SLACK = 1;
/** A name with a halo is read across a line that crosses it, but not along one that runs through so many of its heights. */
const ALONG = 1.6;
/** A leg is looked at in this many places. */
const PLACES = 200;
const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];

/** The curves of a stroke, from its path: the one command with which the map draws a leg. */
const curvesOf = ({ d }: Pick<Stroke, 'd'>): Curve[] =>
  [...d.matchAll(/M(\S+) ([^Q]+)Q(\S+) (\S+) (\S+) ([^M]+)/g)].map(([, ...found]) => {
    const [ax, ay, cx, cy, bx, by] = found.map(Number) as [number, number, number, number, number, number];
    return [
      [ax, ay],
      [cx, cy],
      [bx, by],
    ];
  });

/** Whether a stroke may not run where it does for a word, whose ink is in `box`. */
export function crosses(stroke: Pick<Stroke, 'd' | 'width'>, { look = '', size }: Pick<Label, 'look' | 'size'>, box: Box): boolean {
  const points = curvesOf(stroke).flatMap((curve) => Array.from({ length: PLACES + 1 }, (_, i) => pointAt(curve, i / PLACES)));
  const half = stroke.width / 2;
  const inside = points.map(([x, y]) => shared(box, { x: x - half, y: y - half, width: stroke.width, height: stroke.width }) > SLACK);
  if (!look.includes('halo')) return inside.includes(true);
  const length = points.reduce(
    (sum, [x, y], i) => (i > 0 && inside[i] && inside[i - 1] ? sum + Math.hypot(x - points[i - 1]![0], y - points[i - 1]![1]) : sum),
    0,
  );
  return length > ALONG * size;
}

/** The words on a map's picture: its own, and those of the scenes that stand beside it. */
function wordsOn(picture: Picture, { labels }: Pick<MapMarks, 'labels'>, frame: Frame, chart: Chart): Label[] {
  const beside = (Object.entries(picture) as [SceneName, object][]).flatMap(([name, state]) => {
    const { layout } = sceneOf(name);
    return layout === 'map' ? [] : layout(state, frame, chart, UNANSWERED).labels;
  });
  return [...labels, ...beside];
}

/** Legs that run through words at a step, as pairs of the leg's key and the words. */
function crossedAt(picture: Picture, plan: ReturnType<typeof planMap>, readers: Setting): (readonly [leg: string, words: string])[] {
  const marks = layoutMap(plan, picture.map!);
  return wordsOn(picture, marks, plan.frame, plan.chart).flatMap((label) => {
    const box = inkOf(label, readers);
    // A stroke's key is its leg's, and the half of it.
    return marks.strokes.filter((stroke) => crosses(stroke, label, box)).map(({ key }) => [key.replace(/-[ab]$/, ''), label.text] as const);
  });
}

/**
 * Legs of the lines that run through words, at any step, on any canvas, in either language.
 * @returns a fault for each leg and words: where it is written, what it crosses and where, and where to mend it
 */
export function legFaults(): string[] {
  const found = new Map<string, string[]>();
  for (const locale of LOCALES) {
    const chart = makeChart(locale, 'geographic', FRAME_NAMES);
    for (const name of FRAME_NAMES) {
      const plan = planMap(canvasOf(FRAMES[name], 'map', chart), name === 'slide' ? chart : reviewed(chart, locale));
      for (const { id, picture } of STEPS) {
        for (const [leg, words] of picture.map ? crossedAt(picture, plan, SETTINGS[locale][1]) : []) {
          const fault = `${legName(leg)} runs through the words “${words}”`;
          found.set(fault, [...(found.get(fault) ?? []), `${id} (${locale}, ${name})`]);
        }
      }
    }
  }
  return [...found].map(
    ([fault, places]) =>
      `${fault} at the step ${places[0]}${places.length > 1 ? ` and in ${places.length - 1} more pictures` : ''}: ` +
      `expected it clear of all words. Give the leg another bend there, or move the name in ${ownersFile('data/places.csv')} (name_anchor, name_far_x to name_near_y)`,
  );
}

/** @throws Error that lists the faults of all legs */
export function checkLegs(): void {
  const faults = legFaults();
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** A leg as its owner finds it, by the key that the map has for it: `LINE-TOWN`. */
function legName(key: string): string {
  const data = tables();
  const leg = [...data.lines.keys()].flatMap((line) => legsOf(data, line)).find(({ line, to }) => `${line}-${to}` === key);
  return `${ownersFile('data/routes.csv')}: ${leg?.id ?? key} (bend): the leg of ${leg?.line ?? 'a line'} to ${leg?.to ?? 'its end'}`;
}
