import { cameraAt, seen, transformOf, type Camera } from '../camera.ts';
import { fadingOf, had, numberOf, wordOf, type Chart, type ChartLine, type Label, type NameSpot } from '../chart.ts';
import { besideNumber, headingOf } from '../count.ts';
import { bow, directionAt, part, pathOf, pointAt, tenth, type Curve, type Point } from '../curve.ts';
import { MOST_MARKS } from '../dots.ts';
import { isWide, type Box, type Frame } from '../frames.ts';
import type { SpotLook, Tone } from '../looks.ts';
import { late, type Identity } from '../shapes.ts';
import { strokeOf } from '../stroke.ts';
import { wrap } from '../text.ts';
import { CORNER_INSET, CUT_BAR, CUT_BEFORE_END, CUT_GAP, CUT_REST, CUT_SHARE, ONWARD_BOW, ONWARD_FAN, ONWARD_LENGTH, TRIPS_FROM, TRIPS_TO } from './config.ts';
import type { LineState, MapState } from './scene.ts';

/** A piece of a line of the story. */
export interface Stroke extends Identity {
  key: string;
  d: string;
  /** its line's id */
  line: string;
  width: number;
  dash: string | undefined;
  opacity: number;
}

/** A place: a ring (`open`) or a small square (`port`). */
export interface Spot extends Identity {
  key: string;
  x: number;
  y: number;
  look: SpotLook;
  opacity: number;
}

/** The facts that are drawn along the map: trips up a line, and months spent on it. */
const TRIPS = 'qh-trips-north';
const MONTHS = 'qh-months';

/** Everything that the map draws. */
export interface MapMarks {
  /** of the whole map, 0 to 1 */
  strength: number;
  land: { transform: string; stroke: number; opacity: number };
  isle: { transform: string; stroke: number; glow: number };
  /** by the code of their outline */
  counties: { id: string; look: string; opacity: number }[];
  provinces: { id: string; look: string; hatched: boolean; opacity: number }[];
  inset: { box: Box; transform: string; isle: string; opacity: number };
  strokes: Stroke[];
  cuts: (Identity & { key: string; d: string; opacity: number })[];
  onward: { key: string; line: string; d: string; opacity: number }[];
  trips: (Partial<Identity> & { key: string; d: string; opacity: number; pitch: number })[];
  /** in the tone of the line that they were spent on */
  months: (Partial<Identity> & { x: number; y: number; size: number; look: Tone; opacity: number; soft: boolean; pitch: number })[];
  spots: Spot[];
  /** regions of the schematic map, which has no land */
  nodes: { key: string; x: number; y: number; r: number; opacity: number; hatch: string | undefined }[];
  labels: Label[];
}

/** A leg of a line in base units. */
interface Leg {
  key: string;
  line: ChartLine;
  /** which of the line's legs it is, from 0 */
  index: number;
  curve: Curve;
  /** of a line's legs the one in the middle, where one pair of bars cuts them all when they are seen from far */
  middle: boolean;
}

/** What does not change with the state: flight of the camera and the lines in base units. */
export interface MapPlan {
  frame: Frame;
  chart: Chart;
  camera: (zoom: number) => Camera;
  legs: Leg[];
  inset: { box: Box; transform: string; isle: string };
}

const point = (chart: Chart, id: string): Point => had(chart.map.points[id], id);

const isleTransform = (camera: Camera, { scale, x, y }: Chart['map']['islandAt']): string =>
  transformOf({ k: camera.k * scale, x: camera.x + x * camera.k, y: camera.y + y * camera.k });

function legsOf(line: ChartLine, chart: Chart): Leg[] {
  const middle = [...line.legs].sort((a, b) => Math.abs(a.bend) - Math.abs(b.bend))[Math.floor(line.legs.length / 2)];
  return line.legs.map((leg, index) => ({
    key: `${line.id}-${leg.to}`, line, index, curve: bow(point(chart, line.origin), point(chart, leg.to), leg.bend), middle: leg === middle,
  }));
}

/** Prepares the map for one canvas. */
export function planMap(frame: Frame, chart: Chart): MapPlan {
  const { southSea } = chart.map;
  const flight = had(chart.map.flights[frame.name], frame.name);
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
    legs: chart.lines.flatMap((line) => legsOf(line, chart)),
    inset: { box, transform: transformOf(insetCamera), isle: isleTransform(insetCamera, chart.map.islandAt) },
  };
}

const onCanvas = (camera: Camera, curve: Curve): Curve => [seen(camera, curve[0]), seen(camera, curve[1]), seen(camera, curve[2])];

const length = ([a, , b]: Curve): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** Where a curve is cut, as a share of it: halfway when seen from far, close to its end when seen from near. */
const cutAt = (curve: Curve, zoom: number, frame: Frame): number =>
  CUT_SHARE + (1 - (CUT_BEFORE_END * frame.label) / length(curve) - CUT_SHARE) * zoom;

/** Two points off a curve to its sides, `by` canvas units apart: near enough to a parallel of a curve as flat as a leg. */
function beside([a, c, b]: Curve, by: number): Curve[] {
  if (by === 0) return [[a, c, b]];
  return [-0.5, 0.5].map((side) => {
    const [dx, dy] = directionAt([a, c, b], 0.5);
    const move = ([x, y]: Point): Point => [x - dy * by * side, y + dx * by * side];
    return [move(a), move(c), move(b)];
  });
}

function strokesOf({ key, line, index }: Leg, curve: Curve, { drawn, cut }: LineState, at: number, frame: Frame): Stroke[] {
  const gap = cut * ((CUT_GAP * frame.stroke) / length(curve));
  const { width, dash, apart } = strokeOf(line.stroke, frame.stroke);
  const piece = (end: string, half: number, from: number, to: number, rest: typeof CUT_REST.before): Stroke => ({
    key: `${key}-${end}`, kind: 'leg', of: line.id, from: index * 2 + half, line: line.id, width: width * (1 - cut * (1 - rest.width)), dash, opacity: 1 - cut * (1 - rest.opacity),
    d: to > from ? beside(part(curve, from, to), apart).map(pathOf).join('') : '',
  });
  return [piece('a', 0, 0, Math.min(drawn, at - gap), CUT_REST.before), piece('b', 1, at + gap, drawn, CUT_REST.behind)].filter((stroke) => stroke.d !== '');
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
function tripMarks(curve: Curve, share: number, chart: Chart, frame: Frame): MapMarks['trips'] {
  const count = numberOf(chart, TRIPS);
  const fading = fadingOf(chart, TRIPS);
  const all = count + fading.length;
  const size = frame.stroke * 3.2;
  const pitch = (length(curve) * (TRIPS_FROM - TRIPS_TO)) / Math.max(1, all - 1);
  return Array.from({ length: Math.min(all, MOST_MARKS) }, (_, i) => {
    const t = TRIPS_FROM + ((TRIPS_TO - TRIPS_FROM) * i) / Math.max(1, all - 1);
    const [x, y] = pointAt(curve, t);
    const [dx, dy] = directionAt(curve, t);
    const wing = (side: number): string => `${tenth(x + dx * size + side * dy * size)} ${tenth(y + dy * size - side * dx * size)}`;
    return { key: `trip-${i}`, ...(i < count ? { kind: 'trip', of: TRIPS, from: i } : {}), pitch, d: `M${wing(1)}L${tenth(x - dx * size * 0.2)} ${tenth(y - dy * size * 0.2)}L${wing(-1)}`, opacity: i < count ? Math.min(1, Math.max(0, share * count - i)) : fading[i - count]! * late(share) };
  });
}

/** Directions of a town's branches, in degrees: the table's, or away from where the line came from. */
function directionsOf(line: ChartLine, town: string, given: readonly number[], chart: Chart): readonly number[] {
  if (given.length > 0) return given;
  const [[ax, ay], [bx, by]] = [point(chart, line.origin), point(chart, town)];
  const on = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  return ONWARD_FAN.map((degrees) => on + degrees);
}

function onwardMarks(camera: Camera, chart: Chart, line: ChartLine, share: number, frame: Frame): MapMarks['onward'] {
  return line.onward.flatMap(({ from, directions: given }) => {
    const directions = directionsOf(line, from, given, chart);
    return directions.map((degrees, i) => {
      const [x, y] = seen(camera, point(chart, from));
      const angle = (degrees * Math.PI) / 180;
      const reach = ONWARD_LENGTH * frame.label * share;
      const bend = directions.length === 1 ? 0 : ONWARD_BOW * (1 - (2 * i) / (directions.length - 1));
      const curve = bow([x, y], [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach], bend);
      return { key: `${from}-${i}`, line: line.id, d: pathOf(part(curve, 0.12, 1)), opacity: share };
    });
  });
}

function monthMarks({ band, label, figure, note }: Frame, share: number, chart: Chart, look: Tone): MapMarks['months'] {
  const count = numberOf(chart, MONTHS);
  const fading = fadingOf(chart, MONTHS);
  const isSoft = fading.length === 1;
  const size = label * 1.15;
  const pitch = size * 1.28;
  return Array.from({ length: Math.min(isSoft ? count : count + fading.length, MOST_MARKS) }, (_, i) => ({
    ...(i < count ? { kind: 'month', of: MONTHS, from: i } : {}), pitch, x: tenth(band.x + i * pitch), y: tenth(band.y + figure * 0.86 + note * 2.2), size: tenth(size),
    look, opacity: i < count ? Math.min(1, Math.max(0, share * count - i)) : fading[i - count]! * late(share), soft: isSoft && i === count - 1,
  }));
}

/** Where a name that no table places stands: beside its point. */
const BESIDE = { far: [0.75, 0.35], near: [0.75, 0.35] } as const;

function name(plan: MapPlan, camera: Camera, id: string, zoom: number, opacity: number, look: SpotLook, fade = id): { label: Label; spot: Spot } {
  const { frame, chart } = plan;
  const [x, y] = seen(camera, point(chart, id));
  const { far, near, anchor }: NameSpot = chart.map.names[id] ?? BESIDE;
  const [dx, dy] = [0, 1].map((axis) => (far[axis]! + (near[axis]! - far[axis]!) * zoom) * frame.label) as [number, number];
  return {
    label: {
      key: id, text: wordOf(chart, `place.${id}`), x: tenth(x + dx), y: tenth(y + dy), size: frame.label, opacity: late(opacity), fade, look: 'strong halo',
      ...(anchor ? { anchor } : {}),
    },
    spot: { key: id, kind: 'place', of: id, x: tenth(x), y: tenth(y), look, opacity },
  };
}

/** Several lines of a note; the first has its base line at `y`. */
export function lines(key: string, text: string, x: number, y: number, size: number, width: number, rest: Partial<Label> = {}): Label[] {
  return wrap(text, size, width).map((line, i) => ({ key: `${key}-${i}`, text: line, x: tenth(x), y: tenth(y + i * size * 1.42), size, ...rest }));
}

const NO_LINE: LineState = { drawn: 0, cut: 0, origin: 0, towns: 0, onward: 0, distance: 0 };
const stateOf = (state: MapState, { id }: ChartLine): LineState => ({ ...NO_LINE, ...state.lines[id] });

/** The number of a fact in the tone of its line. */
const toneOf = (chart: Chart, fact: string): Tone => chart.lineOf[fact] ?? 'ink';

/** Words in the corner of the map of China. They leave before a flight to the island brings a line from that side under them. */
function cornerLabels(plan: MapPlan, state: MapState): Label[] {
  const { frame, chart } = plan;
  const still = Math.max(0, 1 - 4 * state.zoom);
  const { x, y, width } = frame.corner;
  const numeral = frame.numeral * 0.86;
  const counter = (key: string, number: string, noun: string, note: string, opacity: number, tone: Tone): Label[] => [
    ...headingOf({ key, text: number, x, y, size: numeral, opacity, fade: key }, tone, [noun], besideNumber(x, number, numeral, frame), { size: frame.label, leading: 1, look: 'strong' }),
    // Clear of a comma's tail.
    ...lines(`${key}-note`, note, x, y + numeral * 0.14 + frame.note * 1.3, frame.note, width, { opacity, fade: key, look: 'muted' }),
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
    ...(trips > 0 ? counter('trips', wordOf(chart, 'trips.number'), wordOf(chart, 'trips.noun'), wordOf(chart, 'trips.note'), trips, toneOf(chart, TRIPS)) : []),
  ];
}

function bandLabels({ frame, chart }: MapPlan, state: MapState): Label[] {
  const { band } = frame;
  const middle = band.y + band.height * 0.5;
  const top = band.y + frame.figure * 0.86;
  const tests = wordOf(chart, 'tests.number');
  const [months, checked] = [late(state.months), late(state.tests)];
  const size = frame.figure * 1.2;
  const beside = besideNumber(band.x, tests, size, frame);
  return [
    { key: 'months', text: wordOf(chart, 'months.number'), x: band.x, y: tenth(top), size: frame.figure, opacity: months, fade: 'months', look: `display ${toneOf(chart, MONTHS)}` },
    ...lines('months-note', wordOf(chart, 'months.note'), band.x, top + frame.note * 1.5, frame.note, band.width, { opacity: months, fade: 'months', look: 'muted' }),
    { key: 'tests', text: tests, x: band.x, y: middle + frame.figure * 0.36, size, opacity: checked, fade: 'tests', look: 'display' },
    ...lines('tests-note', wordOf(chart, 'tests.note'), beside, middle - frame.note * 0.1, frame.note, band.width * 0.5, { opacity: checked, fade: 'tests', look: 'muted' }),
  ];
}

/** The name of a region from which a line comes, with what is not known of it. */
function hatchedLabels(plan: MapPlan, camera: Camera, state: MapState, line: ChartLine, far: number): Label[] {
  const { frame: { note }, chart } = plan;
  const opacity = late(stateOf(state, line).origin * far);
  const { label } = name(plan, camera, line.origin, 0, 1, 'port');
  const shared = { ...(label.anchor ? { anchor: label.anchor } : {}), opacity, fade: line.origin };
  return [
    { ...label, ...shared, look: `strong ${line.id} halo` },
    { ...shared, key: `${line.origin}-note`, text: wordOf(chart, `${line.id}.origin`), x: label.x, y: tenth(label.y + note * 1.4), size: note, look: 'muted halo' },
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

function regionLabels(plan: MapPlan, camera: Camera, state: MapState): Label[] {
  const { frame: { band, note }, chart } = plan;
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
  const far = Math.max(0, 1 - state.zoom * 2.5);
  const node = (key: string, r: number, opacity: number, hatch: string | undefined, [x, y]: Point): MapMarks['nodes'][number] => ({
    key, x: tenth(x), y: tenth(y), r: tenth(r), opacity, hatch,
  });
  const regions = chart.lines.filter(({ hatched }) => hatched);
  return [
    node('isle', Math.max(frame.label * 0.9, (isle.width / 2) * camera.k), 1, undefined, seen(camera, [isle.x + isle.width / 2, isle.y + isle.height / 2])),
    ...regions.map((line) => node(line.origin, frame.label * 1.6, stateOf(state, line).origin * far, line.id, seen(camera, point(chart, line.origin)))),
  ].filter((each) => each.opacity > 0);
}

/** Names and points of places, in the order in which they are drawn. */
function namesOf(plan: MapPlan, camera: Camera, state: MapState, far: number, near: number): ReturnType<typeof name>[] {
  const { lines: all, map } = plan.chart;
  const at = (id: string, opacity: number, look: SpotLook, fade?: string): ReturnType<typeof name> => name(plan, camera, id, state.zoom, opacity, look, fade);
  // From far, more than two towns would crowd about the end of their line.
  const towns = (line: ChartLine): number => stateOf(state, line).towns * (line.legs.length > 2 ? near : 1);
  const found = [
    ...all.filter(({ hatched }) => !hatched).map((line) => at(line.origin, stateOf(state, line).origin * far, `ring ${line.id}`)),
    ...all.flatMap((line) => line.legs.map(({ to }) => at(to, towns(line), `ring ${line.id}`, `towns-${line.id}`))),
    ...map.ports.map((id) => at(id, state.ports * near, 'port', 'ports')),
  ];
  // A place that two lines go to is named once.
  const strongest = new Map<string, (typeof found)[number]>();
  for (const each of found) {
    const before = strongest.get(each.spot.key);
    if (!before || before.spot.opacity < each.spot.opacity) strongest.set(each.spot.key, each);
  }
  return [...strongest.values()];
}

/** Regions to be filled: those that the lines come from and those that they go to, and those of the ports. */
function filled({ lines: all, map: { within, ports } }: Chart, state: MapState, far: number, near: number): Pick<MapMarks, 'counties' | 'provinces'> {
  return {
    counties: [
      ...all.flatMap((line) => line.legs.map(({ to }) => ({ id: within[to]!, look: line.id, opacity: stateOf(state, line).towns * near }))),
      ...[...new Set(ports.map((id) => within[id]!))].map((id) => ({ id, look: 'plain', opacity: state.ports * near })),
    ],
    provinces: all.map((line) => ({ id: within[line.origin]!, look: line.id, hatched: line.hatched, opacity: stateOf(state, line).origin * far })),
  };
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
  const legs = plan.legs.map((leg) => {
    const curve = onCanvas(camera, leg.curve);
    return { ...leg, seen: curve, at: cutAt(curve, state.zoom, frame), state: stateOf(state, leg.line) };
  });
  const spent = toneOf(chart, MONTHS);
  const tripped = legs.find(({ line }) => line.id === toneOf(chart, TRIPS));
  const names = namesOf(plan, camera, state, far, near);
  return {
    // A shadow of land gives the dots their place; a circle would be one more mark among them.
    strength: chart.geographic ? state.strength : clear,
    land: { transform: transformOf(camera), stroke: tenth(1e3 / camera.k) / 1e3, opacity: state.land },
    isle: { transform: isleTransform(camera, chart.map.islandAt), stroke: Math.round(1e3 / islandScale) / 1e3, glow: state.glow },
    ...filled(chart, state, far, near),
    inset: { ...plan.inset, opacity: state.land * far },
    strokes: clear === 0 ? [] : legs
      .flatMap((leg) => strokesOf(leg, leg.seen, leg.state, leg.at, frame))
      .map((stroke) => ({ ...stroke, opacity: stroke.opacity * clear })),
    cuts: legs
      .filter(({ state: { cut } }) => cut * clear > 0)
      .filter(({ middle }) => state.zoom > 0.5 || middle)
      .map((leg) => ({ key: leg.key, kind: 'cut' as const, of: leg.line.id, from: leg.index, d: cutBars(leg.seen, leg.at, leg.state.cut, frame), opacity: leg.state.cut * clear })),
    onward: chart.lines.flatMap((line) => {
      const { onward } = stateOf(state, line);
      return onward > 0 ? onwardMarks(camera, chart, line, onward * near, frame) : [];
    }),
    trips: state.trips * clear > 0 && tripped ? tripMarks(tripped.seen, state.trips * clear, chart, frame) : [],
    months: state.months * clear > 0 ? monthMarks(frame, state.months * clear, chart, spent) : [],
    nodes: chart.geographic ? [] : nodeMarks(plan, camera, state),
    spots: names.map((each) => each.spot).filter((spot) => spot.opacity > 0),
    labels: [
      ...names.map((each) => each.label),
      ...regionLabels(plan, camera, state),
      ...cornerLabels(plan, state),
      ...(state.months > 0 || state.tests > 0 ? bandLabels(plan, state) : []),
      ...captionLabels(plan, state, far),
    ].filter((label) => (label.opacity ?? 1) > 0),
  };
}
