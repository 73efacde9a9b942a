import { LOCALES } from '../languages.ts';
import { formatFact } from '../data/format.ts';
import { tables } from '../data/tables.ts';
import type { Figure, Locale } from '../data/types.ts';
import { makeChart } from '../flat/chart.ts';
import { ownersFile } from '../newsroom.ts';
import type { Chart } from '../scenes/chart.ts';
import { FRAMES, type Frame, type FrameName } from '../scenes/frames.ts';
import { drawnIn, type Picture, type SceneName } from '../scenes/registry.ts';
import { STEPS } from '../story/steps.ts';
import { crowded, drawnOn, misplaced, type Excess } from '../flat/excess.ts';
import { SETTINGS } from '../flat/measure.ts';

/** No scene draws more of anything; its limit for a fact is looked for up to here. */
const MOST = 10_000_000;
const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];

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
  const found = drawnOn(scene, state, frame, chart);
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
      drawnOn(place.scene, place.state, place.frame, { ...chart, n: { ...chart.n, [of]: value * Math.sign(chart.n[of]!) } }),
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
