import { formatsOf } from '../data/language.ts';
import { readChartWords } from '../copy/chart.ts';
import { readLineWords } from '../copy/lines.ts';
import { OURS } from '../copy/ours.ts';
import { derive, figuresOf } from '../data/derive.ts';
import { formatFact, isDisclosed } from '../data/format.ts';
import { MONTHS_A_YEAR, monthNumber } from '../data/months.ts';
import { factById, legsOf, placeById, tables, type Tables } from '../data/tables.ts';
import type { Line, Locale, NameAt } from '../data/types.ts';
import { basemap, isleOf } from '../geo/map.ts';
import type { Chart, ChartLine, NameSpot } from '../scenes/chart.ts';
import { FRAMES, type FrameName } from '../scenes/frames.ts';
import { countedBy, SCENES, type SceneName } from '../scenes/registry.ts';
import type { Settings } from '../settings.ts';
import { STEPS } from '../story/steps.ts';
import { typeOf } from './type.ts';
import { ENDINGS } from './ending.ts';
import { flightTo } from './flight.ts';

/** The first month of the time line, and how many it covers: from January of the year in which the first line begins to publication. */
function axisOf(data: Tables): { first: number; months: number } {
  const dates = [...data.lines.values()].flatMap(({ datedBy }) => (datedBy === null ? [] : (dateOf(data, datedBy) ?? [])));
  const published = monthNumber(data.package.sources[0]!.published) + 1;
  const first = Math.floor(Math.min(published - MONTHS_A_YEAR, ...dates.map(monthNumber)) / MONTHS_A_YEAR) * MONTHS_A_YEAR;
  return { first, months: published - first };
}

/** A fact's month, or its year; nothing where it is not disclosed. */
function dateOf(data: Tables, id: string): string | undefined {
  const { month, value } = factById(data, id);
  return month ?? (value === null ? undefined : String(value));
}

/** When a line begins on the time line: in a month, somewhere in a year, or somewhere on the whole of it. */
function termOf(data: Tables, datedBy: string): NonNullable<ChartLine['dated']> {
  const { first, months } = axisOf(data);
  const date = dateOf(data, datedBy);
  if (date === undefined) return { from: 0, until: months };
  const from = monthNumber(date) - first;
  return date.includes('-') ? { from } : { from, until: from + MONTHS_A_YEAR };
}

function chartLine(data: Tables, line: Line): ChartLine {
  const { id, stroke, origin, originKind, datedBy } = line;
  return {
    id,
    stroke,
    origin,
    hatched: originKind === 'region',
    east: placeById(data, origin).lon >= isleOf(data).lon,
    legs: legsOf(data, id).map(({ to, bend }) => ({ to, bend: bend ?? 0 })),
    onward: [...data.routes.values()]
      .filter((leg) => leg.line === id && leg.kind === 'onward')
      .map(({ from: town, directions }) => ({ from: town, directions })),
    dated: datedBy === null ? null : termOf(data, datedBy),
  };
}

/** Where a name stands that no table places: beside its point, in heights of the type. */
const BESIDE = 0.75;
const BELOW = 0.35;

function nameSpot({ anchor, far, near }: NameAt): NameSpot {
  const side = anchor === 'end' ? -BESIDE : BESIDE;
  const close = [near[0] ?? side, near[1] ?? BELOW] as const;
  return { ...(anchor === null || anchor === 'start' ? {} : { anchor }), far: [far[0] ?? close[0], far[1] ?? close[1]], near: close };
}

/** Facts that a step's records name; their words are `FACT.noun`. */
const COUNTED: readonly string[] = [
  ...new Set(STEPS.flatMap(({ picture }) => (Object.entries(picture) as [SceneName, object][]).flatMap(([name, state]) => countedBy(name, state)))),
];

/** Facts and figures of ours whose number a picture draws, not only prints. */
const DRAWN: readonly string[] = [...Object.values(SCENES).flatMap(({ facts }) => facts), ...COUNTED];

/** The words of the lines and the names of places, beside those of the charts. */
function wordsOf(data: Tables, locale: Locale): Record<string, string> {
  const lines = Object.entries(readLineWords(locale)).filter(([key]) => !key.endsWith('.key'));
  const distances = [...data.lines.values()].flatMap(({ id, distance }) =>
    distance === null ? [] : [[`${id}.distanceNumber`, `${OURS}${formatFact(derive(data).get(distance.id)!, locale, 'number')}`] as const],
  );
  const places = [...data.places.values()].map(({ id, name }) => [`place.${id}`, name[locale]] as const);
  const counts = COUNTED.map((id) => [`${id}.number`, formatFact(factById(data, id), locale, 'number')] as const);
  // Numbers that the browser works out are written as the language's others.
  return { numbers: formatsOf(locale).intl, ...Object.fromEntries([...places, ...lines, ...distances, ...counts]), ...readChartWords(locale) };
}

/** The numbers that pictures draw. A story may lack a fact that no step of it draws: a picture that does asks for it in vain, by its id. */
function drawnNumbers(data: Tables): Record<string, number> {
  const figures = figuresOf(data);
  return Object.fromEntries(
    DRAWN.filter((id) => figures.has(id)).map((id) => {
      const figure = figures.get(id)!;
      if (figure.value === null && isDisclosed(figure)) throw new Error(`data/facts.csv: ${id} has no number, and a chart draws it`);
      return [id, figure.value ?? 0];
    }),
  );
}

/**
 * What the scenes need besides a state, in one language.
 * @param frames the canvases that it is for
 */
export function makeChart(locale: Locale, mapMode: Settings['mapMode'], frames: readonly FrameName[] = ['portrait', 'landscape']): Chart {
  const { china, island, southSea, points } = basemap();
  const data = tables();
  const places = [...data.places.values()];
  const topics = new Map([...data.lines.values()].map(({ id, topic }) => [topic, id]));
  const { scale, x, y, box } = island;
  const islandBox = { x: x + box.x * scale, y: y + box.y * scale, width: box.width * scale, height: box.height * scale };
  const round = (value: number): number => Math.round(value * 100) / 100;
  const chart: Chart = {
    n: drawnNumbers(data),
    t: wordsOf(data, locale),
    lines: [...data.lines.values()].map((line) => chartLine(data, line)),
    lineOf: Object.fromEntries(
      DRAWN.flatMap((id) => {
        const line = topics.get(data.facts.get(id)?.topic ?? '');
        return line === undefined ? [] : [[id, line]];
      }),
    ),
    ends: Object.fromEntries(
      DRAWN.flatMap((id): [string, readonly number[] | null][] => {
        const fact = data.facts.get(id);
        if (fact && !isDisclosed(fact)) return [[id, null]];
        const fading = ENDINGS[fact?.qualifier ?? 'exact'];
        return fading.length === 0 ? [] : [[id, fading]];
      }),
    ),
    months: axisOf(data).months,
    map: {
      island: { x: round(islandBox.x), y: round(islandBox.y), width: round(islandBox.width), height: round(islandBox.height) },
      flights: Object.fromEntries(frames.map((name) => [name, flightTo(china.box, islandBox, FRAMES[name])])),
      southSea: southSea.box,
      islandAt: { scale, x, y },
      points: Object.fromEntries(Object.entries(points).map(([id, [px, py]]) => [id, [round(px), round(py)] as const])),
      names: Object.fromEntries(places.map(({ id, nameAt }) => [id, nameSpot(nameAt)])),
      within: Object.fromEntries(places.map(({ id, within }) => [id, within])),
      ports: places.filter(({ kind }) => kind === 'port').map(({ id }) => id),
      isle: isleOf(data).id,
    },
    geographic: mapMode === 'geographic',
  };
  const type = typeOf(chart, locale, frames);
  return Object.keys(type).length === 0 ? chart : { ...chart, type };
}
