import { readChartWords } from '../copy/chart.ts';
import { derive } from '../data/derive.ts';
import { factById, tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { basemap } from '../geo/map.ts';
import type { Chart } from '../scenes/chart.ts';
import { FRAMES, type FrameName } from '../scenes/frames.ts';
import type { Settings } from '../settings.ts';
import { flightTo } from './flight.ts';

/** Facts whose number a picture draws, not only prints. */
const DRAWN_FACTS = [
  'qh-trips-north', 'qh-months', 'qh-arrests-ring', 'qh-seized-ring-g', 'qh-arrests-island', 'qh-seized-island-g', 'qh-users-involved',
  'wn-arrests-ring', 'wn-suspects-outside', 'qh-cases-2019', 'qh-cases-2020on', 'wn-users-2018', 'wn-users-2019', 'wn-users-2020on',
  'qh-venues', 'qh-sweeps', 'qh-venue-visits', 'qh-places-checked', 'qh-venues-closed', 'qh-hotels-found',
  'qh-lectures', 'qh-leaflets', 'qh-audience', 'wn-volunteers', 'wn-experts',
  'wn-released-linked', 'wn-courses', 'wn-trained', 'wn-jobs',
];
const DRAWN_CALCULATIONS = ['calc-months-max'];

/** First month of the time line: January 2020 = 0. */
const FIRST_YEAR = 2020;

const monthIndex = (yearMonth: string): number => {
  const [year, month] = yearMonth.split('-').map(Number);
  return (year! - FIRST_YEAR) * 12 + month! - 1;
};

function drawnNumbers(): Record<string, number> {
  const data = tables();
  const ours = derive(data);
  const target = factById(data, 'wn-target-case').month;
  if (target === null) throw new Error('data/facts.csv: wn-target-case has no month, expected one such as 2020-07');
  return {
    ...Object.fromEntries(DRAWN_FACTS.map((id) => {
      const { value } = factById(data, id);
      if (value === null) throw new Error(`data/facts.csv: ${id} has no value, and a chart draws it`);
      return [id, value];
    })),
    ...Object.fromEntries(DRAWN_CALCULATIONS.map((id) => [id, ours.get(id)!.value])),
    'target-month': monthIndex(target),
  };
}

/**
 * What the scenes need besides a state, in one language.
 * @param frames the canvases that it is for
 */
export function makeChart(locale: Locale, mapMode: Settings['mapMode'], frames: readonly FrameName[] = ['portrait', 'landscape']): Chart {
  const { china, island, southSea, points } = basemap();
  const { scale, x, y, box } = island;
  const islandBox = { x: x + box.x * scale, y: y + box.y * scale, width: box.width * scale, height: box.height * scale };
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    n: drawnNumbers(),
    t: readChartWords(locale),
    map: {
      island: { x: round(islandBox.x), y: round(islandBox.y), width: round(islandBox.width), height: round(islandBox.height) },
      flights: Object.fromEntries(frames.map((name) => [name, flightTo(china.box, islandBox, FRAMES[name])])),
      southSea: southSea.box,
      islandAt: { scale, x, y },
      points: Object.fromEntries(Object.entries(points).map(([id, [px, py]]) => [id, [round(px), round(py)] as const])),
    },
    geographic: mapMode === 'geographic',
  };
}
