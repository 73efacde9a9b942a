import type { MapState } from '../../story/states.ts';
import { cameraAt, seen, transformOf, type Camera } from '../camera.ts';
import { numberOf, wordOf, type Chart, type Label } from '../chart.ts';
import { bow, directionAt, part, pathOf, pointAt, tenth, type Curve, type Point } from '../curve.ts';
import { isWide, type Box, type Frame } from '../frames.ts';
import { late } from '../shapes.ts';
import { widthOf, wrap } from '../text.ts';
import {
  BENDS, CUT_BAR, CUT_BEFORE_END, CUT_GAP, CUT_REST, CUT_SHARE, NAME_OFFSETS, ONWARD, ONWARD_LENGTH,
  PORTS, TOWNS_1, TOWNS_2, TRIPS_FROM, TRIPS_TO,
} from './config.ts';

/** A piece of a line of the story. */
export interface Stroke {
  key: string;
  d: string;
  line: 1 | 2;
  opacity: number;
}

/** A place: a ring (`open`) or a small square (`port`). */
export interface Spot {
  key: string;
  x: number;
  y: number;
  look: string;
  opacity: number;
}

/** Everything that the map draws. */
export interface MapMarks {
  /** of the whole map, 0 to 1 */
  strength: number;
  land: { transform: string; stroke: number; opacity: number };
  isle: { transform: string; stroke: number; glow: number };
  counties: { id: string; look: string; opacity: number }[];
  provinces: { id: 'heilongjiang' | 'hubei'; opacity: number }[];
  inset: { box: Box; transform: string; isle: string; opacity: number };
  strokes: Stroke[];
  cuts: { key: string; d: string; line: 1 | 2; opacity: number }[];
  onward: { key: string; d: string; opacity: number }[];
  trips: { key: string; d: string; opacity: number }[];
  months: { x: number; y: number; size: number; opacity: number; soft: boolean }[];
  spots: Spot[];
  /** regions of the schematic map, which has no land */
  nodes: { key: string; x: number; y: number; r: number; opacity: number; hatched: boolean }[];
  labels: Label[];
}

/** What does not change with the state: flight of the camera and the lines in base units. */
export interface MapPlan {
  frame: Frame;
  chart: Chart;
  camera: (zoom: number) => Camera;
  lines: { key: string; line: 1 | 2; town: string; curve: Curve }[];
  inset: { box: Box; transform: string; isle: string };
}

const point = (chart: Chart, id: string): Point => {
  const found = chart.map.points[id];
  if (!found) throw new Error(`chart: no point "${id}"`);
  return found;
};

const isleTransform = (camera: Camera, { scale, x, y }: Chart['map']['islandAt']): string =>
  transformOf({ k: camera.k * scale, x: camera.x + x * camera.k, y: camera.y + y * camera.k });

/** Prepares the map for one canvas. */
export function planMap(frame: Frame, chart: Chart): MapPlan {
  const { southSea } = chart.map;
  const line = (from: string, bends: Record<string, number>, number: 1 | 2): MapPlan['lines'] =>
    Object.entries(bends).map(([town, bend]) => ({
      key: `${from}-${town}`, line: number, town, curve: bow(point(chart, from), point(chart, town), bend),
    }));
  const flight = chart.map.flights[frame.name];
  if (!flight) throw new Error(`chart: no flight for the canvas "${frame.name}"`);
  const height = frame.label * 5.2;
  const width = (height * southSea.width) / southSea.height;
  const box = {
    x: tenth(frame.map.x + frame.map.width - width), y: tenth(frame.map.y + frame.map.height - height - frame.note * 2.1), width: tenth(width), height: tenth(height),
  };
  const insetCamera = { k: height / southSea.height, x: box.x, y: box.y };
  insetCamera.x -= southSea.x * insetCamera.k;
  insetCamera.y -= southSea.y * insetCamera.k;
  return {
    frame,
    chart,
    camera: (zoom) => cameraAt(flight, zoom, frame.map),
    lines: [...line('mudanjiang', BENDS.line1, 1), ...line('hubei', BENDS.line2, 2)],
    inset: { box, transform: transformOf(insetCamera), isle: isleTransform(insetCamera, chart.map.islandAt) },
  };
}

const onCanvas = (camera: Camera, curve: Curve): Curve => [seen(camera, curve[0]), seen(camera, curve[1]), seen(camera, curve[2])];

const length = ([a, , b]: Curve): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** Where a curve is cut, as a share of it: halfway when seen from far, close to its end when seen from near. */
const cutAt = (curve: Curve, zoom: number, frame: Frame): number =>
  CUT_SHARE + (1 - (CUT_BEFORE_END * frame.label) / length(curve) - CUT_SHARE) * zoom;

function strokesOf(curve: Curve, key: string, line: 1 | 2, drawn: number, cut: number, at: number, frame: Frame): Stroke[] {
  const gap = cut * ((CUT_GAP * frame.stroke) / length(curve));
  const before = Math.min(drawn, at - gap);
  return [
    { key: `${key}-a`, d: pathOf(part(curve, 0, before)), line, opacity: 1 - cut * (1 - CUT_REST.before) },
    { key: `${key}-b`, d: drawn > at + gap ? pathOf(part(curve, at + gap, drawn)) : '', line, opacity: 1 - cut * (1 - CUT_REST.behind) },
  ].filter((stroke) => stroke.d !== '');
}

/** Two short bars across the line, one on each side of the gap. */
function cutBars(curve: Curve, at: number, cut: number, frame: Frame): string {
  const gap = (CUT_GAP * frame.stroke * cut) / length(curve);
  const half = CUT_BAR * frame.stroke * cut;
  return [at - gap, at + gap]
    .map((t) => {
      const [x, y] = pointAt(curve, t);
      const [dx, dy] = directionAt(curve, t);
      return `M${tenth(x - dy * half)} ${tenth(y + dx * half)}L${tenth(x + dy * half)} ${tenth(y - dx * half)}`;
    })
    .join('');
}

/** Trip marks: arrow heads that point up the line, away from the island; each stands for one trip. */
function tripMarks(curve: Curve, share: number, count: number, frame: Frame): MapMarks['trips'] {
  const size = frame.stroke * 3.2;
  return Array.from({ length: count }, (_, i) => {
    const t = TRIPS_FROM + ((TRIPS_TO - TRIPS_FROM) * i) / Math.max(1, count - 1);
    const [x, y] = pointAt(curve, t);
    const [dx, dy] = directionAt(curve, t);
    const wing = (side: number): string => `${tenth(x + dx * size + side * dy * size)} ${tenth(y + dy * size - side * dx * size)}`;
    return { key: `trip-${i}`, d: `M${wing(1)}L${tenth(x - dx * size * 0.2)} ${tenth(y - dy * size * 0.2)}L${wing(-1)}`, opacity: Math.min(1, Math.max(0, share * count - i)) };
  });
}

function onwardMarks(camera: Camera, chart: Chart, share: number, frame: Frame): MapMarks['onward'] {
  return Object.entries(ONWARD).flatMap(([town, angles]) =>
    angles.map((degrees, i) => {
      const [x, y] = seen(camera, point(chart, town));
      const angle = (degrees * Math.PI) / 180;
      const reach = ONWARD_LENGTH * frame.label * share;
      const curve = bow([x, y], [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach], i === 1 ? 0 : i === 0 ? 0.08 : -0.08);
      return { key: `${town}-${i}`, d: pathOf(part(curve, 0.12, 1)), opacity: share };
    }),
  );
}

function monthMarks({ band, label, figure, note }: Frame, share: number, count: number): MapMarks['months'] {
  const size = label * 1.15;
  const pitch = size * 1.28;
  return Array.from({ length: count }, (_, i) => ({
    x: tenth(band.x + i * pitch), y: tenth(band.y + figure * 0.86 + note * 2.2), size: tenth(size),
    opacity: Math.min(1, Math.max(0, share * count - i)), soft: i === count - 1,
  }));
}

function name(plan: MapPlan, camera: Camera, id: string, zoom: number, opacity: number, look: string, fade = id): { label: Label; spot: Spot } {
  const { frame, chart } = plan;
  const [x, y] = seen(camera, point(chart, id));
  const offset = NAME_OFFSETS[id];
  if (!offset) throw new Error(`map: no offset for the name of "${id}" in map/config.ts`);
  const [dx, dy] = [0, 1].map((axis) => (offset.far[axis]! + (offset.near[axis]! - offset.far[axis]!) * zoom) * frame.label) as [number, number];
  return {
    label: {
      key: id, text: wordOf(chart, `place.${id}`), x: tenth(x + dx), y: tenth(y + dy), size: frame.label, opacity: late(opacity), fade, look: 'strong halo',
      ...(offset.anchor ? { anchor: offset.anchor } : {}),
    },
    spot: { key: id, x: tenth(x), y: tenth(y), look, opacity },
  };
}

/** Several lines of a note; the first has its base line at `y`. */
export function lines(key: string, text: string, x: number, y: number, size: number, width: number, rest: Partial<Label> = {}): Label[] {
  return wrap(text, size, width).map((line, i) => ({ key: `${key}-${i}`, text: line, x: tenth(x), y: tenth(y + i * size * 1.42), size, ...rest }));
}

function cornerLabels(plan: MapPlan, state: MapState): Label[] {
  const { frame, chart } = plan;
  const { x, y, width } = frame.corner;
  const numeral = frame.numeral * 0.86;
  const counter = (key: string, number: string, noun: string, note: string, opacity: number, look: string): Label[] => [
    { key, text: number, x, y, size: numeral, opacity, fade: key, look: `display ${look}` },
    { key: `${key}-noun`, text: noun, x: tenth(x + widthOf(number, numeral) * 1.02 + frame.label * 0.5), y, size: frame.label, opacity, fade: key, look: 'strong' },
    // Clear of a comma's tail.
    ...lines(`${key}-note`, note, x, y + numeral * 0.14 + frame.note * 1.3, frame.note, width, { opacity, fade: key, look: 'muted' }),
  ];
  return [
    ...counter('distance', wordOf(chart, 'distance.number'), wordOf(chart, 'distance.noun'), wordOf(chart, 'distance.note'), late(state.distance), 'line1 calc'),
    ...counter('trips', wordOf(chart, 'trips.number'), wordOf(chart, 'trips.noun'), wordOf(chart, 'trips.note'), late(state.trips), 'line1'),
  ];
}

function bandLabels({ frame, chart }: MapPlan, state: MapState): Label[] {
  const { band } = frame;
  const middle = band.y + band.height * 0.5;
  const top = band.y + frame.figure * 0.86;
  const tests = wordOf(chart, 'tests.number');
  const [months, checked] = [late(state.months), late(state.tests)];
  return [
    { key: 'months', text: wordOf(chart, 'months.number'), x: band.x, y: tenth(top), size: frame.figure, opacity: months, fade: 'months', look: 'display line1' },
    ...lines('months-note', wordOf(chart, 'months.note'), band.x, top + frame.note * 1.5, frame.note, band.width, { opacity: months, fade: 'months', look: 'muted' }),
    { key: 'tests', text: tests, x: band.x, y: middle + frame.figure * 0.36, size: frame.figure * 1.2, opacity: checked, fade: 'tests', look: 'display' },
    ...lines('tests-note', wordOf(chart, 'tests.note'), band.x + widthOf(tests, frame.figure * 1.2) * 1.02 + frame.note, middle - frame.note * 0.1, frame.note, band.width * 0.5, { opacity: checked, fade: 'tests', look: 'muted' }),
  ];
}

function regionLabels(plan: MapPlan, camera: Camera, state: MapState): Label[] {
  const { frame, chart } = plan;
  const far = Math.max(0, 1 - state.zoom * 2.5);
  const near = Math.max(0, state.zoom * 2.5 - 1.5);
  const [hx, hy] = seen(camera, point(chart, 'hubei'));
  const [ix, iy] = seen(camera, point(chart, 'hainan'));
  const hubeiX = hx - frame.label * 2.5;
  const islandX = ix - frame.label * 1.15;
  const { map, note } = frame;
  // Above the map, but not above the canvas.
  const above = Math.max(note, map.y - note * 0.6);
  return [
    { key: 'hubei', text: wordOf(chart, 'place.hubei'), x: tenth(hubeiX), y: tenth(hy), size: frame.label, anchor: 'end', opacity: late(state.hubei * far), fade: 'hubei', look: 'strong line2 halo' },
    { key: 'hubei-note', text: wordOf(chart, 'hubei.note'), x: tenth(hubeiX), y: tenth(hy + note * 1.4), size: note, anchor: 'end', opacity: late(state.hubei * far), fade: 'hubei', look: 'muted halo' },
    { key: 'island', text: wordOf(chart, 'place.hainan'), x: tenth(islandX), y: tenth(iy + frame.label * 0.6), size: frame.label, anchor: 'end', opacity: late(state.island * far), look: 'strong halo' },
    { key: 'from-1', text: wordOf(chart, 'from.mudanjiang'), x: map.x + map.width - 4 - (isWide(frame) ? frame.label * 2.75 : 0), y: above, size: note, anchor: 'end', opacity: late(state.line1 * near), look: 'line1' },
    { key: 'from-2', text: wordOf(chart, 'from.hubei'), x: map.x + map.width - 4, y: above, size: note, anchor: 'end', opacity: late(state.line2 * near * (1 - state.line1)), look: 'line2' },
    { key: 'onward', text: wordOf(chart, 'onward.note'), x: frame.band.x, y: frame.band.y + note * 1.2, size: note, opacity: late(state.onward * near), look: 'muted' },
  ];
}

/** Behind dots the map is a shadow, without marks or words, on which words could stand: these are gone once the map is half as strong. */
const clearOf = ({ strength }: MapState): number => Math.max(0, 2 * strength - 1);

function captionLabels({ frame, chart, inset }: MapPlan, state: MapState, far: number): Label[] {
  const { map, note } = frame;
  const clear = clearOf(state);
  const captions: Label[] = [
    { key: 'caption', text: wordOf(chart, !chart.geographic ? 'caption.nodes' : state.zoom < 0.5 ? 'caption.china' : 'caption.island'), x: map.x + 4, y: tenth(map.y + map.height + note * 0.2), size: Math.max(frame.least, note * 0.92), opacity: Math.abs(1 - 2 * state.zoom) * clear, look: 'muted' },
  ];
  if (!chart.geographic) return captions;
  const islands = lines('south-sea', wordOf(chart, 'southSea'), inset.box.x + inset.box.width, inset.box.y + inset.box.height + note * 1.1, Math.max(frame.least, note * 0.86), note * 7, {
    anchor: 'end', opacity: far * clear, fade: 'south-sea', look: 'muted',
  });
  return [...captions, ...islands.map((label, i) => ({ ...label, y: tenth(inset.box.y + inset.box.height + note * (1.05 + i)) }))];
}

/** Regions as circles, for a newsroom without a reviewed map. */
function nodeMarks({ frame, chart }: MapPlan, camera: Camera, state: MapState): MapMarks['nodes'] {
  const isle = chart.map.island;
  const node = (key: string, r: number, opacity: number, hatched: boolean, [x, y]: Point): MapMarks['nodes'][number] => ({
    key, x: tenth(x), y: tenth(y), r: tenth(r), opacity, hatched,
  });
  return [
    node('hainan', Math.max(frame.label * 0.9, (isle.width / 2) * camera.k), 1, false, seen(camera, [isle.x + isle.width / 2, isle.y + isle.height / 2])),
    node('hubei', frame.label * 1.6, state.hubei * Math.max(0, 1 - state.zoom * 2.5), true, seen(camera, point(chart, 'hubei'))),
  ].filter((each) => each.opacity > 0);
}

/**
 * The map's marks in a state. Words come and go in the half of a way in which their share is above one half, so that
 * those that leave and those that come, or that a flight of the camera crowds together, never stand on each other.
 * @param plan from `planMap`, for one canvas
 */
export function layoutMap(plan: MapPlan, state: MapState): MapMarks {
  const { frame, chart } = plan;
  const camera = plan.camera(state.zoom);
  const far = Math.max(0, 1 - state.zoom * 2.5);
  const near = Math.max(0, state.zoom * 2.5 - 1.5);
  const islandScale = camera.k * chart.map.islandAt.scale;
  const clear = clearOf(state);
  const curves = plan.lines.map((line) => ({ ...line, curve: onCanvas(camera, line.curve) }));
  const drawn = (line: 1 | 2): number => (line === 1 ? state.line1 : state.line2);
  const cut = (line: 1 | 2): number => (line === 1 ? state.cut1 : state.cut2);
  const names = [
    name(plan, camera, 'mudanjiang', state.zoom, state.mudanjiang * far, 'ring line1'),
    ...TOWNS_1.map((id) => name(plan, camera, id, state.zoom, state.towns1, 'ring line1', 'towns-1')),
    ...TOWNS_2.map((id) => name(plan, camera, id, state.zoom, state.towns2 * near, 'ring line2', 'towns-2')),
    ...PORTS.map((id) => name(plan, camera, id, state.zoom, state.ports * near, 'port', 'ports')),
  ];
  return {
    // A shadow of land gives the dots their place; a circle would be one more mark among them.
    strength: chart.geographic ? state.strength : clear,
    land: { transform: transformOf(camera), stroke: tenth(1e3 / camera.k) / 1e3, opacity: state.land },
    isle: { transform: isleTransform(camera, chart.map.islandAt), stroke: Math.round(1e3 / islandScale) / 1e3, glow: state.glow },
    counties: [
      ...TOWNS_1.map((id) => ({ id, look: 'line1', opacity: state.towns1 * near })),
      ...TOWNS_2.map((id) => ({ id, look: 'line2', opacity: state.towns2 * near })),
      { id: 'wanning', look: 'plain', opacity: state.ports * near },
    ],
    provinces: [
      { id: 'heilongjiang', opacity: state.mudanjiang * far },
      { id: 'hubei', opacity: state.hubei * far },
    ],
    inset: { ...plan.inset, opacity: state.land * far },
    strokes: clear === 0 ? [] : curves
      .flatMap(({ curve, key, line }) => strokesOf(curve, key, line, drawn(line), cut(line), cutAt(curve, state.zoom, frame), frame))
      .map((stroke) => ({ ...stroke, opacity: stroke.opacity * clear })),
    cuts: curves
      .filter(({ line }) => cut(line) * clear > 0)
      .filter(({ town }) => state.zoom > 0.5 || town === 'sanya' || town === 'chengmai')
      .map(({ curve, key, line }) => ({ key, d: cutBars(curve, cutAt(curve, state.zoom, frame), cut(line), frame), line, opacity: cut(line) * clear })),
    onward: state.onward > 0 ? onwardMarks(camera, chart, state.onward * near, frame) : [],
    trips: state.trips * clear > 0 ? tripMarks(curves[0]!.curve, state.trips * clear, numberOf(chart, 'qh-trips-north'), frame) : [],
    months: state.months * clear > 0 ? monthMarks(frame, state.months * clear, numberOf(chart, 'qh-months')) : [],
    nodes: chart.geographic ? [] : nodeMarks(plan, camera, state),
    spots: names.map((each) => each.spot).filter((spot) => spot.opacity > 0),
    labels: [
      ...names.map((each) => each.label),
      ...regionLabels(plan, camera, state),
      ...(state.distance > 0 || state.trips > 0 ? cornerLabels(plan, state) : []),
      ...(state.months > 0 || state.tests > 0 ? bandLabels(plan, state) : []),
      ...captionLabels(plan, state, far),
    ].filter((label) => (label.opacity ?? 1) > 0),
  };
}
