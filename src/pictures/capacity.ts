import { LOCALES } from '../languages.ts';
import { formatFact } from '../data/format.ts';
import { tables } from '../data/tables.ts';
import type { Figure, Locale } from '../data/types.ts';
import { makeChart } from '../flat/chart.ts';
import { ownersFile } from '../newsroom.ts';
import type { Chart, Label } from '../scenes/chart.ts';
import { FRAMES, type Box, type Frame, type FrameName } from '../scenes/frames.ts';
import { layoutMap } from '../scenes/map/layout.ts';
import { planMap } from '../scenes/map/plan.ts';
import { drawnIn, sceneOf, type Picture, type SceneName } from '../scenes/registry.ts';
import { UNANSWERED } from '../scenes/scene.ts';
import type { Shape } from '../scenes/shapes.ts';
import { STEPS } from '../story/steps.ts';
import { extentOf } from './extent.ts';
import { inkOf, SETTINGS, shared, type Setting } from './measure.ts';

/** Words and marks may touch or pass an edge by as much as this, in canvas units: a pixel at the size that the canvas is designed for. */
const SLACK = 1;
/** No scene draws more of anything; its limit for a fact is looked for up to here. */
const MOST = 10_000_000;
const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];

type Mark = Pick<Shape, 'key' | 'd' | 'pitch' | 'transform'> & { of?: string | undefined };

/** What a scene draws, as words and marks in canvas units. */
interface Drawn {
  marks: Mark[];
  labels: readonly Label[];
}

/** A scene as it stands at a step. The map hands over what it counts; its land may lie past the canvas. */
function drawn(name: SceneName, state: object, frame: Frame, chart: Chart): Drawn {
  const { layout } = sceneOf(name);
  if (layout !== 'map') {
    const { shapes, labels } = layout(state, frame, chart, UNANSWERED);
    return { marks: shapes, labels };
  }
  const { trips, months, labels } = layoutMap(planMap(frame, chart), state as Parameters<typeof layoutMap>[1]);
  const boxes = months.map(({ of, x, y, size, pitch }, i): Mark => ({ key: `month-${i}`, of, pitch, d: `M${x} ${y}h${size}v${size}` }));
  return { marks: [...trips, ...boxes], labels };
}

const boxOf = ({ d, transform }: Mark): Box => {
  const [, tx = 0, ty = 0, scale = 1] = (/translate\(([-\d.]+) ([-\d.]+)\)scale\((-?[\d.]+)\)/.exec(transform ?? '') ?? []).map(Number);
  const { x, y, width, height } = extentOf(d);
  return { x: x * scale + tx, y: y * scale + ty, width: width * scale, height: height * scale };
};

/** Whether a box leaves its room: the map's is the canvas, that of all others lies between the edges of their panel. */
function leaves({ x, y, width, height }: Box, scene: SceneName, frame: Frame): boolean {
  const { x: left, width: wide } = sceneOf(scene).layout === 'map' ? { x: 0, width: frame.width } : frame.panel;
  return Math.max(left - x, -y, x + width - left - wide, y + height - frame.height) > SLACK;
}

/** What is too much for a picture: the fact, if it is known, and what would be seen. */
interface Excess {
  of: string | undefined;
  what: string;
}

/** Marks that nobody could count, or that would lie outside. */
function crowded(name: SceneName, { marks }: Drawn, frame: Frame): Excess[] {
  const least = sceneOf(name).finest;
  return marks.flatMap((mark): Excess[] => {
    if (mark.pitch !== undefined && mark.pitch < least)
      return [{ of: mark.of, what: `its marks would stand ${mark.pitch.toFixed(1)} apart, expected ${least.toFixed(1)} at least` }];
    return leaves(boxOf(mark), name, frame) ? [{ of: mark.of, what: `its mark "${mark.key}" would lie outside its panel` }] : [];
  });
}

/** Words that would lie outside, or on each other. */
function misplaced(name: SceneName, { labels }: Drawn, frame: Frame, readers: Setting, factOf: (text: string) => string | undefined): Excess[] {
  const words = labels.map((label) => ({ label, box: inkOf(label, readers) }));
  return words.flatMap(({ label, box }, i): Excess[] => {
    const under = words.slice(i + 1).find((other) => shared(box, other.box) > SLACK);
    const of = factOf(label.text) ?? (under ? factOf(under.label.text) : undefined);
    if (leaves(box, name, frame)) return [{ of, what: `the words “${label.text}” would lie outside their panel` }];
    return under ? [{ of, what: `the words “${label.text}” and “${under.label.text}” would stand on each other` }] : [];
  });
}

/** A step's scene on one canvas in one language. */
interface Place {
  step: string;
  scene: SceneName;
  state: object;
  frame: Frame;
  locale: Locale;
}

/** All that is too much at a place. */
function excessAt({ scene, state, frame, locale }: Place, chart: Chart, figures: ReadonlyMap<string, Figure>): Excess[] {
  const found = drawn(scene, state, frame, chart);
  const facts = drawnIn({ [scene]: state });
  const factOf = (text: string): string | undefined =>
    facts.find((id) => {
      const figure = figures.get(id);
      return figure !== undefined && formatFact(figure, locale, 'number') === text;
    });
  return [...crowded(scene, found, frame), ...misplaced(scene, found, frame, SETTINGS[locale][1], factOf)];
}

/** The largest number of a fact that a scene can draw at a place, whatever its words; nothing if not even none of it fits. */
function limitOf(place: Place, chart: Chart, of: string): number | undefined {
  const fits = (value: number): boolean =>
    crowded(
      place.scene,
      drawn(place.scene, place.state, place.frame, { ...chart, n: { ...chart.n, [of]: value * Math.sign(chart.n[of]!) } }),
      place.frame,
    ).length === 0;
  if (!fits(0)) return undefined;
  let [fit, over] = [0, MOST];
  if (fits(over)) return undefined;
  while (over - fit > 1) {
    const middle = Math.floor((fit + over) / 2);
    if (fits(middle)) fit = middle;
    else over = middle;
  }
  return fit;
}

function faultOf(place: Place, chart: Chart, { of, what }: Excess): string {
  const where = `the scene "${place.scene}" at the step "${place.step}" (${place.frame.name}, ${place.locale})`;
  const value = of === undefined ? undefined : chart.n[of];
  if (of === undefined || value === undefined)
    return `${ownersFile('src/content/score.yaml')}: ${where}: ${what}. Expected shorter words in ${ownersFile('src/content/CODE/chart.json')}, or fewer of them`;
  const limit = limitOf(place, chart, of);
  return (
    `${ownersFile('data/facts.csv')}: ${of} (value): ${value} is more than ${where} can show: ${what}` +
    `${limit === undefined || limit >= Math.abs(value) ? '' : `; ${limit} at most`}. Give the step another scene in ${ownersFile('src/content/score.yaml')}, or say the number in words alone`
  );
}

/** The scenes of every step, on every canvas, in every language. */
const placesOf = (steps: readonly { id: string; picture: Picture }[], locale: Locale): Place[] =>
  steps.flatMap(({ id: step, picture }) =>
    (Object.entries(picture) as [SceneName, object][]).flatMap(([scene, state]) =>
      FRAME_NAMES.map((name): Place => ({ step, scene, state, frame: FRAMES[name], locale })),
    ),
  );

/**
 * Numbers that are too large for the scene that a step gives them: no picture is drawn that nobody could count.
 * @param chartOf the chart in a language: its numbers and their words
 * @param figures facts and figures of ours by id, as the chart's words print them
 * @returns a fault for each fact and step, with what was found, what the scene can show, and where to mend it
 */
export function capacityFaults(
  chartOf: (locale: Locale) => Chart,
  figures: ReadonlyMap<string, Figure>,
  steps = STEPS as readonly { id: string; picture: Picture }[],
): string[] {
  const found = new Map<string, string>();
  for (const locale of LOCALES) {
    const chart = chartOf(locale);
    for (const place of placesOf(steps, locale)) {
      for (const excess of excessAt(place, chart, figures)) {
        const key = `${place.step} ${place.scene} ${excess.of ?? excess.what}`;
        if (!found.has(key)) found.set(key, faultOf(place, chart, excess));
      }
    }
  }
  return [...found.values()];
}

/** @throws Error that lists every number that is too large for its scene */
export function checkCapacity(): void {
  const faults = capacityFaults((locale) => makeChart(locale, 'geographic', FRAME_NAMES), tables().facts);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
