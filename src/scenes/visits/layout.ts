import { numberOf, type Chart } from '../chart.ts';
import type { Frame } from '../frames.ts';
import { late, visible, type Marks } from '../shapes.ts';
import { layoutTallies } from '../tally.ts';
import type { VisitsState } from './scene.ts';

const fade = (marks: Marks, opacity: number): Marks => ({
  shapes: marks.shapes.map((shape) => ({ ...shape, opacity: (shape.opacity ?? 1) * opacity })),
  labels: marks.labels.map((label) => ({ ...label, opacity: (label.opacity ?? 1) * opacity })),
});

/** Marks a row, so that a small screen still tells them apart. */
const COLUMNS = { venues: 20, sweeps: 60, visits: 106, places: 100 };

/** Checks on venues, then on other places. Fields are to count; deployments are numbers only, for they count another thing. */
export function layoutVisits(state: VisitsState, frame: Frame, chart: Chart): Marks {
  const venues = layoutTallies(chart, frame, frame.panel, [
    { key: 'venues', count: numberOf(chart, 'qh-venues'), columns: COLUMNS.venues, mark: 'sheet' },
    { key: 'sweeps', count: numberOf(chart, 'qh-sweeps'), columns: COLUMNS.sweeps, mark: 'tick' },
    { key: 'visits', count: numberOf(chart, 'qh-venue-visits'), columns: COLUMNS.visits, mark: 'dot' },
    { key: 'officers', count: 0, columns: 1, mark: 'dot', look: 'ink' },
    { key: 'vehicles', count: 0, columns: 1, mark: 'dot', look: 'ink' },
  ], late(state.venues));
  const places = layoutTallies(chart, frame, frame.panel, [
    { key: 'places', count: numberOf(chart, 'qh-places-checked'), columns: COLUMNS.places, mark: 'dot', open: true },
    { key: 'closed', count: numberOf(chart, 'qh-venues-closed'), columns: COLUMNS.venues, mark: 'sheet', look: 'ink' },
    { key: 'hotel', count: numberOf(chart, 'qh-hotels-found'), columns: COLUMNS.venues, mark: 'sheet', look: 'ink' },
    { key: 'fineVenues', count: 0, columns: 1, mark: 'dot', look: 'ink' },
    { key: 'finePersons', count: 0, columns: 1, mark: 'dot', look: 'ink' },
  ], late(state.places));
  const [a, b] = [fade(venues, late(state.venues)), fade(places, late(state.places))];
  return visible({ shapes: [...a.shapes, ...b.shapes], labels: [...a.labels, ...b.labels].map((label, i) => ({ ...label, key: `${i}-${label.key}` })) });
}
