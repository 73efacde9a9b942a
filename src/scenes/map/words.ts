import type { Camera } from '../camera.ts';
import { wordOf, type ChartLine, type Label } from '../chart.ts';
import { besideNumber, headingOf, noteLines } from '../count.ts';
import { tenth } from '../curve.ts';
import { isWide } from '../frames.ts';
import type { Tone } from '../looks.ts';
import { late } from '../shapes.ts';
import { widthOf } from '../text.ts';
import { CORNER_INSET } from './config.ts';
import { MONTHS, TRIPS } from './counts.ts';
import { name } from './names.ts';
import { clearOf, point, stateOf, toneOf, type MapPlan } from './plan.ts';
import type { MapState } from './scene.ts';

/** Words in the corner of the map of China. They leave before a flight to the island brings a line from that side under them. */
export function cornerLabels(plan: MapPlan, state: MapState): Label[] {
  const { frame, chart } = plan;
  const still = Math.max(0, 1 - 4 * state.zoom);
  const { x, y, width } = frame.corner;
  const numeral = frame.numeral * 0.86;
  const counter = (key: string, number: string, noun: string, note: string, opacity: number, tone: Tone): Label[] => [
    ...headingOf({ key, text: number, x, y, size: numeral, opacity, fade: key }, tone, [noun], besideNumber(x, number, numeral, frame), {
      size: frame.label,
      leading: 1,
      look: 'strong',
    }),
    // Clear of a comma's tail.
    ...noteLines(`${key}-note`, note, x, y + numeral * 0.14 + frame.note * 1.3, frame.note, width, { opacity, fade: key }),
  ];
  const distances = chart.lines.flatMap((line) => {
    const share = late(stateOf(state, line).distance) * still;
    if (share === 0) return [];
    const word = (key: string): string => wordOf(chart, `${line.id}.${key}`);
    return counter(`distance-${line.id}`, word('distanceNumber'), wordOf(chart, 'distance.noun'), word('distance'), share, line.id);
  });
  const trips = late(state.trips) * still;
  return [
    ...distances,
    ...(trips > 0
      ? counter('trips', wordOf(chart, 'trips.number'), wordOf(chart, 'trips.noun'), wordOf(chart, 'trips.note'), trips, toneOf(chart, TRIPS))
      : []),
  ];
}

/** Words below the map: months spent, people tested. */
export function bandLabels({ frame, chart }: MapPlan, state: MapState): Label[] {
  const { band } = frame;
  const middle = band.y + band.height * 0.5;
  const top = band.y + frame.figure * 0.86;
  const tests = wordOf(chart, 'tests.number');
  const [months, checked] = [late(state.months), late(state.tests)];
  const size = frame.figure * 1.2;
  const beside = besideNumber(band.x, tests, size, frame);
  return [
    {
      key: 'months',
      text: wordOf(chart, 'months.number'),
      x: band.x,
      y: tenth(top),
      size: frame.figure,
      opacity: months,
      fade: 'months',
      look: `display ${toneOf(chart, MONTHS)}`,
    },
    ...noteLines('months-note', wordOf(chart, 'months.note'), band.x, top + frame.note * 1.5, frame.note, band.width, {
      opacity: months,
      fade: 'months',
      look: 'muted',
    }),
    { key: 'tests', text: tests, x: band.x, y: middle + frame.figure * 0.36, size, opacity: checked, fade: 'tests', look: 'display' },
    ...noteLines('tests-note', wordOf(chart, 'tests.noun'), beside, middle - frame.note * 0.1, frame.note, band.width * 0.5, {
      opacity: checked,
      fade: 'tests',
      look: 'muted',
    }),
  ];
}

/** The name of a region from which a line comes, with what is not known of it. */
function hatchedLabels(plan: MapPlan, camera: Camera, state: MapState, line: ChartLine, far: number): Label[] {
  const {
    frame: { note },
    chart,
  } = plan;
  const opacity = late(stateOf(state, line).origin * far);
  const { label } = name(plan, camera, line.origin, 0, 1, 'port');
  const shared = { ...(label.anchor ? { anchor: label.anchor } : {}), opacity, fade: line.origin };
  return [
    { ...label, ...shared, look: `strong ${line.id} halo` },
    {
      ...shared,
      key: `${line.origin}-note`,
      text: wordOf(chart, `${line.id}.origin`),
      x: label.x,
      y: tenth(label.y + note * 1.4),
      size: note,
      look: 'muted halo',
    },
  ];
}

/** Where the lines on the island come from, at the edge that they come over; one at a time. */
function fromLabels({ frame, chart }: MapPlan, state: MapState, near: number): Label[] {
  const { map, note } = frame;
  // Above the map, but not above the canvas.
  const y = Math.max(note, map.y - note * 0.6);
  const left = { east: 1, west: 1 };
  return chart.lines.map((line) => {
    const side = line.east ? 'east' : 'west';
    const { drawn } = stateOf(state, line);
    const opacity = late(drawn * near * left[side]);
    left[side] *= 1 - drawn;
    const [[ox, oy], [ix, iy]] = [point(chart, line.origin), point(chart, chart.map.isle)];
    // A line that comes over the corner of a wide map would run through the words there.
    const inset = 4 + (isWide(frame) && Math.abs(ox - ix) > Math.abs(oy - iy) / 3 ? frame.label * CORNER_INSET : 0);
    const place = line.east ? { x: map.x + map.width - inset, anchor: 'end' as const } : { x: map.x + inset };
    return { key: `from-${line.id}`, text: wordOf(chart, `${line.id}.from`), ...place, y, size: note, opacity, look: line.id };
  });
}

/** What regions, the island and the branches on it are called. */
export function regionLabels(plan: MapPlan, camera: Camera, state: MapState): Label[] {
  const {
    frame: { band, note },
    chart,
  } = plan;
  const far = Math.max(0, 1 - state.zoom * 2.5);
  const near = Math.max(0, state.zoom * 2.5 - 1.5);
  const onward = Math.max(0, ...chart.lines.map((line) => stateOf(state, line).onward));
  const { label } = name(plan, camera, chart.map.isle, 0, 1, 'port');
  return [
    ...chart.lines.filter(({ hatched }) => hatched).flatMap((line) => hatchedLabels(plan, camera, state, line, far)),
    { ...label, key: 'island', opacity: late(state.island * far) },
    ...fromLabels(plan, state, near),
    { key: 'onward', text: wordOf(chart, 'onward.note'), x: band.x, y: band.y + note * 1.2, size: note, opacity: late(onward * near), look: 'muted' },
  ];
}

/** What the map says of itself. */
export function captionLabels({ frame, chart, inset }: MapPlan, state: MapState, far: number): Label[] {
  const { map, note } = frame;
  const clear = clearOf(state);
  const captions: Label[] = [
    {
      key: 'caption',
      text: wordOf(chart, !chart.geographic ? 'caption.nodes' : state.zoom < 0.5 ? 'caption.china' : 'caption.island'),
      x: map.x + 4,
      y: tenth(map.y + map.height + note * 0.2),
      size: Math.max(frame.least, note * 0.92),
      opacity: Math.abs(1 - 2 * state.zoom) * clear,
      look: 'muted',
    },
  ];
  if (!chart.geographic) return captions;
  const [name, small] = [wordOf(chart, 'southSea'), Math.max(frame.least, note * 0.86)];
  // A wide map's band begins below two lines.
  const islands = noteLines(
    'south-sea',
    name,
    inset.box.x + inset.box.width,
    inset.box.y + inset.box.height + note * 1.1,
    small,
    isWide(frame) ? Math.max(note * 7, widthOf(name, small) * 0.6) : note * 7,
    { anchor: 'end', opacity: far * clear, fade: 'south-sea', look: 'muted' },
  );
  return [...captions, ...islands.map((label, i) => ({ ...label, y: tenth(inset.box.y + inset.box.height + note * (1.05 + i)) }))];
}
