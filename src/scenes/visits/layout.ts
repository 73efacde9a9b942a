import type { Chart } from '../chart.ts';
import { layoutCounts, type Row } from '../count.ts';
import type { Frame } from '../frames.ts';
import { late, visible, type Marks } from '../shapes.ts';
import type { VisitsState } from './scene.ts';

/** Venues a row, so that a small screen still tells them apart. */
const VENUES = 20;

/** Fields are to count; deployments and fines are numbers only, for they count another thing. */
const AT_VENUES: readonly Row[] = [
  { key: 'venues', field: { of: 'qh-venues', kind: 'venue', columns: VENUES } },
  { key: 'sweeps', field: { of: 'qh-sweeps', kind: 'act', columns: 60 } },
  { key: 'visits', field: { of: 'qh-venue-visits', kind: 'visit', columns: 106 } },
  { key: 'officers', tone: 'ink' },
  { key: 'vehicles', tone: 'ink' },
];
const AT_PLACES: readonly Row[] = [
  { key: 'places', field: { of: 'qh-places-checked', kind: 'visit', columns: 100 } },
  { key: 'closed', field: { of: 'qh-venues-closed', kind: 'venue', columns: VENUES }, tone: 'ink' },
  { key: 'hotel', field: { of: 'qh-hotels-found', kind: 'venue', columns: VENUES }, tone: 'ink' },
  { key: 'fineVenues', tone: 'ink' },
  { key: 'finePersons', tone: 'ink' },
];

function rowsOf(frame: Frame, chart: Chart, rows: readonly Row[], share: number): Marks {
  const { shapes, labels } = layoutCounts(chart, frame, frame.panel, rows, share);
  const fade = <Part extends { key: string; opacity?: number }>(part: Part): Part => ({ ...part, opacity: (part.opacity ?? 1) * share });
  return { shapes: shapes.map(fade), labels: labels.map(fade) };
}

/** Checks on venues, then on other places. */
export function layoutVisits({ venues, places }: VisitsState, frame: Frame, chart: Chart): Marks {
  const parts = [rowsOf(frame, chart, AT_VENUES, late(venues)), rowsOf(frame, chart, AT_PLACES, late(places))];
  return visible({ shapes: parts.flatMap(({ shapes }) => shapes), labels: parts.flatMap(({ labels }) => labels) });
}
