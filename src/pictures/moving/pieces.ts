import type { Locale } from '../../data/types.ts';
import { basemap } from '../../geo/map.ts';
import { pathOf } from '../../geo/path.ts';
import type { Chart, Label } from '../../scenes/chart.ts';
import type { Point } from '../../scenes/curve.ts';
import { canvasOf, type Frame } from '../../scenes/frames.ts';
import { layoutMap } from '../../scenes/map/layout.ts';
import type { MapMarks, Spot } from '../../scenes/map/marks.ts';
import { planMap } from '../../scenes/map/plan.ts';
import { SCENE_NAMES, sceneOf } from '../../scenes/registry.ts';
import { UNANSWERED } from '../../scenes/scene.ts';
import { rectPath, toneOf, type Fill, type Identity, type Shape } from '../../scenes/shapes.ts';
import type { Layer, Resolved } from '../../story/resolve.ts';
import { outlineOf } from './outline.ts';
import type { Paint, Painter, Seen } from './paint.ts';
import { boxOf, hatchOf, partsOf, runsOf, short, type Run } from './path.ts';

/** A mark of a picture in plain shapes: what it is, where it lies, and what it is painted with. */
export interface Piece extends Partial<Identity> {
  /** the same in every picture in which the mark is */
  key: string;
  /** path data; a field of marks has one for each mark or row, which come and go one by one */
  parts: readonly string[];
  field: boolean;
  paint: Paint;
  /** 0 to 1 */
  opacity: number;
}

const identityOf = ({ kind, of, from, count }: Partial<Identity>): Partial<Identity> => ({
  ...(kind && { kind }), ...(of !== undefined && { of }), ...(from !== undefined && { from }), ...(count !== undefined && { count }),
});

/** The charts' hatching, and that of the map in its own units: distance of its lines, and how thick each is seen. */
const HATCH = { gap: 5, thick: 1.2 };
const MAP_HATCH = { gap: 13, thick: 2.75 };
/** What fades out is drawn in so many strips. */
const STRIPS = 8;
/** Looks whose shapes are many marks in one. */
const FIELDS = /\b(?:square|emptied|dots|ring-path)\b/;
/** Points of land nearer than this, in canvas units, are one. */
const FINE = 0.5;

const num = (value: number): string => short(value, 100);

/** What a layer's marks need to be painted. */
interface Setting {
  paint: Painter;
  locale: Locale;
  /** of the layer, its name and theme */
  root: Seen;
  scene: string;
  opacity: number;
}

const plain = (key: string, d: string, paint: Paint, opacity: number, from: Partial<Identity> = {}): Piece =>
  ({ ...identityOf(from), key, parts: [d], field: false, paint, opacity });

/** What fades out to the right, as strips. */
function fading(key: string, runs: readonly Run[], colour: string, opacity: number): Piece[] {
  const { x, y, width, height } = boxOf(runs);
  return Array.from({ length: STRIPS }, (_, i) => {
    const from = x + (width * i) / STRIPS;
    return plain(`${key}-soft-${i}`, rectPath(from, y, x + (width * (i + 1)) / STRIPS - from, height),
      { fill: colour, 'fill-opacity': num(1 - (i + 0.5) / STRIPS) }, opacity);
  });
}

/** Signs of a field in a cell one unit wide and high, as they are drawn with a stroke: where each begins, how wide and how high it is. */
const SIGNS: Record<Exclude<Fill, 'hatch' | 'soft'>, { from: number; width: number; height: number }> = {
  dot: { from: 0.5, width: 0, height: 0.74 },
  tick: { from: 0.3, width: 0.4, height: 0.8 },
  sheet: { from: 0.12, width: 0.76, height: 0.8 },
};

/** The part of a field's last mark that is counted. */
function restPath(fill: keyof typeof SIGNS, x: number, y: number, pitch: number, part: number): string {
  const { from, width, height } = SIGNS[fill];
  if (fill !== 'dot') return rectPath(x + from * pitch, y + ((1 - height) / 2) * pitch, Math.min(width, part - from) * pitch, height * pitch);
  const r = height / 2;
  const [across, half] = [part - 0.5, Math.sqrt(Math.max(0, r * r - (part - 0.5) ** 2))];
  if (part <= 0.5 - r || half === 0) return '';
  const [ax, top, bottom] = [x + part * pitch, y + (0.5 - half) * pitch, y + (0.5 + half) * pitch];
  return `M${num(ax)} ${num(top)}A${num(r * pitch)} ${num(r * pitch)} 0 ${across > 0 ? 1 : 0} 0 ${num(ax)} ${num(bottom)}z`;
}

/** A field of marks as rows, each one line whose dashes are the marks: hundreds of marks in a few bytes. */
function fieldPieces(shape: Shape, key: string, fill: keyof typeof SIGNS, colour: string, opacity: number): Piece[] {
  const [, x, y, pitch] = /translate\((\S+) (\S+)\)scale\((\S+)\)/.exec(shape.transform!)!.map(Number) as [number, number, number, number];
  const { from, width, height } = SIGNS[fill];
  const rows: string[] = [];
  const rests: string[] = [];
  for (const run of runsOf(shape.d)) {
    const box = boxOf([run]);
    for (let row = box.y; row < box.y + box.height - 1e-6; row += 1) {
      const whole = Math.floor(box.width + 1e-6);
      const top = y + row * pitch;
      // A mark's width past the last one's beginning, or a dot of none: a dash that begins is drawn.
      if (whole > 0) rows.push(`M${num(x + (box.x + from) * pitch)} ${num(top + pitch / 2)}h${num((whole - 1 + (width || 0.05)) * pitch)}`);
      const rest = restPath(fill, x + (box.x + whole) * pitch, top, pitch, box.width - whole);
      if (box.width - whole > 0.05 && rest) rests.push(rest);
    }
  }
  const stroke: Paint = {
    fill: 'none', stroke: colour, 'stroke-width': num(height * pitch), 'stroke-dasharray': `${num(width * pitch)} ${num((1 - width) * pitch)}`,
    'stroke-linecap': fill === 'dot' ? 'round' : 'butt',
  };
  return [
    { ...identityOf(shape), key, parts: rows, field: true, paint: stroke, opacity },
    ...(rests.length > 0 ? [plain(`${key}-rest`, rests.join(''), { fill: colour }, opacity, shape)] : []),
  ];
}

/** Squares with round corners as squares with a round edge: the same form in a third of the bytes. */
function squared(piece: Piece): Piece {
  const form = /^M(\S+) (\S+)h(\S+)q(\S+) .*z$/;
  const radius = form.exec(piece.parts[0] ?? '')?.[4];
  if (radius === undefined) return piece;
  const parts = piece.parts.map((part) => part.replace(form, (_, x: string, y: string, side: string) => `M${x} ${num(Number(y) + Number(radius))}h${side}v${side}h-${side}z`));
  return { ...piece, parts, paint: { ...piece.paint, stroke: piece.paint.fill!, 'stroke-width': num(2 * Number(radius)), 'stroke-linejoin': 'round' } };
}

/** What a pattern of a tone draws in a shape. */
function patterned(shape: Shape, fill: Fill, tone: string, paint: Painter): Piece[] {
  const { key, opacity = 1 } = shape;
  const worn = (kind: string): Paint => paint([{ tag: 'path', look: `${kind}-${tone}` }]);
  if (fill === 'soft') return fading(key, runsOf(shape.d), worn('s')['stop-color']!, opacity);
  if (fill !== 'hatch') return fieldPieces(shape, key, fill, worn('f').fill!, opacity);
  const d = hatchOf(runsOf(shape.d), HATCH.gap, HATCH.thick);
  return [plain(`${key}-hatch`, d, { fill: 'none', stroke: worn('p').stroke!, 'stroke-width': num(HATCH.thick) }, opacity)];
}

/** A shape's pieces, of which a pattern is drawn out. */
function shapePieces(shape: Shape, { paint, root, scene, opacity: strength }: Setting): Piece[] {
  const key = `${scene}/${shape.key}`;
  const opacity = (shape.opacity ?? 1) * strength;
  const own: Paint = {
    ...(shape.stroke !== undefined && { 'stroke-width': num(shape.stroke) }),
    ...(shape.dash && { 'stroke-dasharray': shape.dash, 'stroke-linecap': 'round' }),
    ...(shape.fill && { fill: 'url()' }),
  };
  const worn = paint([root, { tag: 'path', look: shape.look, paint: own }]);
  if (shape.fill === undefined || worn.fill !== 'url()') {
    const made: Piece = { ...identityOf(shape), key, parts: partsOf(shape.d), field: FIELDS.test(shape.look), paint: worn, opacity };
    return [/\bsquare\b/.test(shape.look) ? squared(made) : made];
  }
  const edge = worn.stroke ? [plain(key, shape.d, { ...worn, fill: 'none' }, opacity, shape)] : [];
  return [...patterned({ ...shape, key, opacity }, shape.fill, toneOf(shape.look), paint), ...edge];
}

/** A word's outline; one with a halo has it twice, for no editor keeps the order in which a word is painted. */
function labelPieces(label: Label, { paint, root, scene, opacity: strength, locale }: Setting): Piece[] {
  const key = `${scene}/word-${label.key}`;
  const opacity = (label.opacity ?? 1) * strength;
  const worn = paint([root, { tag: 'text', look: label.look ?? '' }]);
  const d = outlineOf(label, locale);
  const halo: Paint = { fill: 'none', stroke: worn.stroke!, 'stroke-width': worn['stroke-width']!, 'stroke-linejoin': worn['stroke-linejoin']! };
  return [...(worn.stroke ? [plain(`${key}-halo`, d, halo, opacity)] : []), plain(key, d, { fill: worn.fill! }, opacity)];
}

const circle = (x: number, y: number, r: number): string => `M${num(x - r)} ${num(y)}a${r} ${r} 0 1 0 ${num(2 * r)} 0a${r} ${r} 0 1 0 ${num(-2 * r)} 0z`;

function spotPieces({ key, x, y, look, opacity, ...identity }: Spot, frame: Frame, setting: Setting): Piece[] {
  const worn = setting.paint([setting.root, { tag: 'circle', look, paint: { 'stroke-width': num(frame.stroke) } }]);
  const r = frame.point * Math.SQRT2;
  const d = look === 'port' ? `M${num(x)} ${num(y - r)}l${num(r)} ${num(r)} ${num(-r)} ${num(r)} ${num(-r)} ${num(-r)}z` : circle(x, y, frame.point);
  return [plain(`${setting.scene}/spot-${key}`, d, worn, opacity * setting.opacity, identity)];
}

/** A film sees the same land at every sample. */
const seenPaths = new Map<string, string>();

/** A path of the base map where a camera sees it, with no more points than a phone shows. */
function seenPath(d: string, transform: string): string {
  const key = transform + d;
  const known = seenPaths.get(key);
  if (known !== undefined) return known;
  const [, x, y, k] = /translate\((\S+) (\S+)\)scale\((\S+)\)/.exec(transform)!.map(Number) as [number, number, number, number];
  const runs = runsOf(d).map((run) => run.map(([px, py]): Point => [px * k + x, py * k + y]));
  const lines = runs.map((run) => {
    const closed = run.length > 2 && run[0]![0] === run.at(-1)![0] && run[0]![1] === run.at(-1)![1];
    let last: Point = run[0]!;
    const points = run.filter((point, i) => {
      const kept = i === 0 || i === run.length - 1 || Math.hypot(point[0] - last[0], point[1] - last[1]) >= FINE;
      if (kept) last = point;
      return kept;
    });
    return { points: (closed ? points.slice(0, -1) : points).map(([px, py]): [number, number] => [px, py]), closed };
  });
  const path = pathOf(lines, 10);
  seenPaths.set(key, path);
  return path;
}

/** Land, borders, regions and the inset, where a map has them. */
function landPieces(marks: MapMarks, setting: Setting, zoom: number): Piece[] {
  const { china, island, southSea } = basemap();
  const { paint, root } = setting;
  const areas: Readonly<Record<string, string>> = { ...china.provinces, ...island.counties };
  const one = (key: string, d: string, transform: string, opacity: number, seen: readonly Seen[]): Piece[] =>
    opacity > 0 ? [plain(`${setting.scene}/${key}`, seenPath(d, transform), paint([root, ...seen]), opacity * setting.opacity)] : [];
  const scaleOf = (transform: string): number => Number(/scale\(([^)]+)\)/.exec(transform)![1]);
  const { land, isle, inset } = marks;
  const onLand = (look: string): Seen[] => [{ tag: 'g', look: 'land', paint: { 'stroke-width': num(land.stroke * scaleOf(land.transform)) } }, { tag: 'use', look }];
  const onIsle = (look: string, stroke = 1): Seen[] => [{ tag: 'g', look: 'isle', paint: { 'stroke-width': num(isle.stroke * scaleOf(isle.transform) * stroke) } }, { tag: 'use', look }];
  const hatch = (id: string, look: string): Piece => {
    const d = hatchOf(runsOf(areas[id]!), MAP_HATCH.gap, MAP_HATCH.thick);
    const tone = paint([{ tag: 'path', look: `p-${look}` }]).stroke!;
    return plain(`${setting.scene}/hatch-${id}`, seenPath(d, land.transform),
      { fill: 'none', stroke: tone, 'stroke-width': num(MAP_HATCH.thick * scaleOf(land.transform)) }, setting.opacity);
  };
  return [
    ...one('land', china.land, land.transform, land.opacity, onLand('')),
    ...one('borders', china.borders, land.transform, land.opacity, onLand('borders')),
    ...marks.provinces.flatMap(({ id, look, hatched, opacity }) => [
      ...one(`province-${id}-${look}`, areas[id]!, land.transform, opacity * land.opacity, onLand(`province ${look}`)),
      ...(hatched && opacity * land.opacity > 0 ? [{ ...hatch(id, look), opacity: opacity * land.opacity * setting.opacity }] : []),
    ]),
    ...one('glow', island.glow, isle.transform, isle.glow, onIsle('halo-coast', 9)),
    ...one('coast', island.coast, isle.transform, 1, onIsle('coast')),
    ...marks.counties.flatMap(({ id, look, opacity }) => one(`county-${id}-${look}`, areas[id]!, isle.transform, opacity, onIsle(`county ${look}`))),
    ...one('isle-borders', island.borders, isle.transform, (zoom - 0.4) / 0.6, onIsle('borders')),
    ...one('inset-land', southSea.coast, inset.transform, inset.opacity, [{ tag: 'use', look: 'inset-land' }]),
    ...one('islets', southSea.islets, inset.transform, inset.opacity, [{ tag: 'use', look: 'islets' }]),
    ...one('inset-isle', island.coast, inset.isle, inset.opacity, [{ tag: 'use', look: 'inset-isle' }]),
    ...(inset.opacity > 0
      ? [plain(`${setting.scene}/inset-frame`, rectPath(inset.box.x, inset.box.y, inset.box.width, inset.box.height), paint([root, { tag: 'rect', look: 'inset-frame' }]), inset.opacity * setting.opacity)]
      : []),
  ];
}

function nodePieces({ key, x, y, r, opacity, hatch }: MapMarks['nodes'][number], frame: Frame, setting: Setting): Piece[] {
  const look = hatch ? 'node' : 'node plain';
  const worn = setting.paint([setting.root, { tag: 'circle', look, paint: { 'stroke-width': num(frame.stroke * 0.6), ...(hatch && { fill: 'none' }) } }]);
  const name = `${setting.scene}/node-${key}`;
  const strength = opacity * setting.opacity;
  if (!hatch) return [plain(name, circle(x, y, r), worn, strength)];
  const tone = setting.paint([{ tag: 'path', look: `p-${hatch}` }]).stroke!;
  return [
    plain(`${name}-hatch`, hatchOf(runsOf(circle(x, y, r)), HATCH.gap, HATCH.thick), { fill: 'none', stroke: tone, 'stroke-width': num(HATCH.thick) }, strength),
    plain(name, circle(x, y, r), worn, strength),
  ];
}

function mapPieces(layer: Layer<'map'>, frame: Frame, chart: Chart, setting: Setting): Piece[] {
  const marks = layoutMap(planMap(frame, chart), layer.state);
  const all = { ...setting, opacity: setting.opacity * marks.strength };
  const strokes: Seen = { tag: 'g', look: 'strokes', paint: { fill: 'none', 'stroke-linecap': 'round', 'stroke-width': num(frame.stroke) } };
  const stroke = (key: string, look: string, d: string, opacity: number, paint: Paint, identity: Partial<Identity> = {}): Piece =>
    plain(`${all.scene}/${key}`, d, all.paint([all.root, strokes, { tag: 'path', look, paint }]), opacity * all.opacity, identity);
  const dashes = `${num(frame.stroke * 2)} ${num(frame.stroke * 2.2)}`;
  return [
    ...(chart.geographic ? landPieces(marks, all, layer.state.zoom) : marks.nodes.flatMap((node) => nodePieces(node, frame, all))),
    ...marks.strokes.map(({ key, d, line, width, dash, opacity, ...identity }) =>
      stroke(`stroke-${key}`, line, d, opacity, { 'stroke-width': num(width), ...(dash && { 'stroke-dasharray': dash }) }, identity)),
    ...marks.onward.map(({ key, d, line, opacity }) => stroke(`onward-${key}`, line, d, opacity, { 'stroke-dasharray': dashes, 'stroke-width': num(frame.stroke * 0.7) })),
    ...marks.trips.map(({ key, d, opacity, ...identity }) => stroke(key, 'trip', d, opacity, {}, identity)),
    ...marks.cuts.map(({ key, d, opacity, ...identity }) => stroke(`cut-${key}`, 'cut', d, opacity, {}, identity)),
    ...marks.months.flatMap(({ x, y, size, look, opacity, fill, pitch: _, ...identity }, i) => {
      const [key, d, strength] = [`${all.scene}/month-${i}`, rectPath(x, y, size, size), opacity * all.opacity];
      return fill
        ? patterned({ ...identity, key, d, look: 'outlined', opacity: strength }, fill, look, all.paint)
        : [plain(key, d, all.paint([all.root, { tag: 'rect', look: `month ${look}` }]), strength, identity)];
    }),
    ...marks.spots.flatMap((spot) => spotPieces(spot, frame, all)),
    ...marks.labels.flatMap((label) => labelPieces(label, all)),
  ];
}

/**
 * A picture as pieces, in the order in which they are painted.
 * @param layers from `resolve`
 */
export function piecesOf(layers: Resolved['layers'], canvas: Frame, chart: Chart, locale: Locale, painter: Painter): Piece[] {
  return SCENE_NAMES.flatMap((scene) => {
    const layer = layers[scene];
    if (!layer) return [];
    const frame = canvasOf(canvas, scene, chart);
    const setting: Setting = { paint: painter, locale, scene, opacity: layer.opacity, root: { tag: 'g', look: scene } };
    if (scene === 'map') return mapPieces(layer as Layer<'map'>, frame, chart, setting);
    const { layout } = sceneOf(scene);
    if (layout === 'map') return [];
    const { shapes, labels } = layout(layer.state, frame, chart, UNANSWERED);
    return [...shapes.flatMap((shape) => shapePieces(shape, setting)), ...labels.flatMap((label) => labelPieces(label, setting))];
  }).filter(({ opacity, parts }) => opacity > 0 && parts.some((d) => d !== ''));
}
