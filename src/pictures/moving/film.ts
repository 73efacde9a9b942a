import type { Locale } from '../../data/types.ts';
import type { Chart } from '../../scenes/chart.ts';
import type { Frame } from '../../scenes/frames.ts';
import type { Identity } from '../../scenes/shapes.ts';
import { resolve, type PictureStep } from '../../story/resolve.ts';
import type { Paint, Painter } from './paint.ts';
import { distanceTo, lengthOf, runsOf } from './path.ts';
import { piecesOf, type Piece } from './pieces.ts';

/** Pictures that are laid out of each way between two steps. */
const SAMPLES = 20;
/** Seconds: before the first way, for a way, for a step between two ways, and after the last one. */
const LEAD = 0.3;
const WAY = 2.6;
const REST = 1.4;
const TAIL = 0.4;
/** A mark that gives way to another fades in so many samples. */
const FADE = 3;
/** Canvas units: what lies nearer is the same. */
const NEAR = 0.7;

/** A mark that a film shows, in one form. */
export interface Actor extends Partial<Identity> {
  key: string;
  d: string;
  paint: Paint;
  /** of the finished picture; of a mark that is not in it, the strongest that it is */
  opacity: number;
  /** at each sample, how much of its opacity is seen, and how much of its length is drawn: 0 to 1 */
  shown: readonly number[];
  drawn: readonly number[];
  /** it is in the finished picture */
  stays: boolean;
}

/** What a moving picture shows, and when. */
export interface Film {
  actors: readonly Actor[];
  /** when each sample is seen: seconds and its number; a step between two ways stands twice */
  frames: readonly (readonly [time: number, sample: number])[];
  /** seconds */
  length: number;
}

/** A form under work: what it shows at each sample. */
interface Draft {
  piece: Piece;
  d: string;
  paint: Paint;
  shown: number[];
  drawn: number[];
}

const formOf = ({ parts, paint }: Pick<Piece, 'parts' | 'paint'>): string => parts.join('') + JSON.stringify(paint);

/** A box that is filled, as a stroke along it: a stroke can be drawn from its beginning, a box cannot where taps have to pass through it. */
function barOf(piece: Piece): { d: string; paint: Paint; x: string; y: string; height: string; width: number } | undefined {
  const [, x, y, width, height] = /^M(\S+) (\S+)h([\d.]+)v([\d.]+)h-\3z$/.exec(piece.parts.join('')) ?? [];
  const { fill, stroke, 'fill-opacity': strength } = piece.paint;
  if (x === undefined || !fill?.startsWith('#') || stroke !== undefined) return undefined;
  const paint: Paint = { fill: 'none', stroke: fill, 'stroke-width': height!, ...(strength && { 'stroke-opacity': strength }) };
  return { d: `M${x} ${Math.round((Number(y) + Number(height) / 2) * 100) / 100}h${width}`, paint, x, y: y!, height: height!, width: Number(width) };
}

/** How much of a mark is drawn in a sample, 0 to 1, where it is drawn from its beginning; nothing where it is not so. */
function grownOf(sample: Piece, whole: Piece): number | undefined {
  const [a, b] = [barOf(sample), barOf(whole)];
  if (a && b) return a.x === b.x && a.y === b.y && a.height === b.height && a.width <= b.width + NEAR ? Math.min(1, a.width / b.width) : undefined;
  if (whole.paint.fill !== 'none' || JSON.stringify(sample.paint) !== JSON.stringify(whole.paint)) return undefined;
  const [short, long] = [runsOf(sample.parts.join('')), runsOf(whole.parts.join(''))];
  if (short.length !== long.length) return undefined;
  const shares = short.map((run, i) => {
    const full = long[i]!;
    const [[ax, ay], [bx, by]] = [run[0]!, full[0]!];
    const share = lengthOf(run) / lengthOf(full);
    return Math.hypot(ax - bx, ay - by) < NEAR && distanceTo(full, run.at(-1)!) < NEAR && share < 1.02 ? Math.min(1, share) : undefined;
  });
  return shares.every((share) => share !== undefined) ? Math.min(...shares) : undefined;
}

/** The samples of one mark, by its key: nothing where it is not there. */
type Row = readonly (Piece | undefined)[];

/** A mark's forms, and when each is seen. */
class Forms {
  readonly drafts = new Map<string, Draft>();
  private readonly row: Row;
  private readonly size: number;

  constructor(row: Row) {
    this.row = row;
    this.size = row.length;
  }

  draft(piece: Piece, d = piece.parts.join(''), paint = piece.paint): Draft {
    const key = d + JSON.stringify(paint);
    const found = this.drafts.get(key);
    if (found) return found;
    const made: Draft = { piece, d, paint, shown: Array<number>(this.size).fill(0), drawn: Array<number>(this.size).fill(1) };
    this.drafts.set(key, made);
    return made;
  }

  show(draft: Draft, j: number, opacity: number): void {
    draft.shown[j] = Math.max(draft.shown[j]!, opacity);
  }

  /** A field's marks come and go one by one, each where it lies. */
  field(): void {
    const rests = this.row.filter((piece, j): piece is Piece => piece !== undefined && j % SAMPLES === 0);
    const places = new Map(rests.flatMap((piece) => piece.parts.map((part) => [part + JSON.stringify(piece.paint), [piece, part]] as const)));
    for (const [key, [piece, part]] of places) {
      const draft = this.draft(piece, part);
      const seen = (j: number): number => (this.row[j] && setOf(this.row[j]).has(key) ? this.row[j].opacity : 0);
      // Those that come in two samples come together, each growing from the one to the other; what has an edge of its own colour cannot.
      const grows = piece.paint.stroke !== piece.paint.fill;
      for (let j = 0; j < this.size; j += 1) this.show(draft, j, j % 2 === 0 ? seen(j) : grows ? (seen(j - 1) + seen(j + 1)) / 2 : seen(j - 1));
    }
  }

  /** One way of a mark from a step to the next. */
  way(from: number, isFirst: boolean): void {
    const range = Array.from({ length: SAMPLES + 1 }, (_, k) => from + k);
    const [before, after] = [this.row[from], this.row[from + SAMPLES]];
    if (before && after && formOf(before) === formOf(after)) {
      for (const j of range) this.show(this.draft(after), j, this.row[j]?.opacity ?? 0);
      return;
    }
    const whole = after ?? before;
    if (whole && this.grows(range, whole)) return;
    this.swap(range, isFirst ? undefined : before, after);
  }

  private grows(range: readonly number[], whole: Piece): boolean {
    const shares = range.map((j) => (this.row[j] ? grownOf(this.row[j], whole) : 0));
    if (shares.includes(undefined) || !shares.some((share) => share! > 0 && share! < 1)) return false;
    const bar = barOf(whole);
    const draft = bar ? this.draft(whole, bar.d, bar.paint) : this.draft(whole);
    range.forEach((j, k) => {
      this.show(draft, j, this.row[j]?.opacity ?? 0);
      draft.drawn[j] = shares[k]!;
    });
    return true;
  }

  /** One form gives way to another: words when they have gone and come, all else at once, so that no line is missing for a moment. */
  private swap(range: readonly number[], before: Piece | undefined, after: Piece | undefined): void {
    const form = (j: number): string => (this.row[j] ? formOf(this.row[j]) : '');
    const isWord = (before ?? after)?.key.includes('/word-') ?? false;
    const left = before ? range.find((j) => form(j) !== formOf(before))! : range.find((j) => this.row[j])!;
    const last = range.at(-1)!;
    const arrived = after ? last - [...range].reverse().findIndex((j) => form(j) !== formOf(after)) + 1 : last;
    const comes = isWord ? Math.min(last, arrived) - FADE : left;
    for (const j of range) {
      if (before) this.show(this.draft(before), j, (this.row[j]?.opacity ?? 0) * share((left + FADE - j) / FADE));
      if (after) this.show(this.draft(after), j, (this.row[j]?.opacity ?? 0) * (isWord || before ? share((j - comes) / FADE) : 1));
    }
  }
}

const share = (value: number): number => Math.min(1, Math.max(0, value));

const sets = new WeakMap<Piece, ReadonlySet<string>>();
/** A field's marks, each with its paint. */
function setOf(piece: Piece): ReadonlySet<string> {
  const paint = JSON.stringify(piece.paint);
  const found = sets.get(piece) ?? new Set(piece.parts.map((part) => part + paint));
  sets.set(piece, found);
  return found;
}

/** A bar is one in every sample once it has grown in any. */
function actorOf({ piece, d, paint, shown, drawn }: Draft): Actor {
  const last = shown.at(-1)!;
  const opacity = last > 0 ? last : Math.max(...shown);
  const { kind, of, from, count } = piece;
  return {
    ...(kind && { kind }), ...(of !== undefined && { of }), ...(from !== undefined && { from }), ...(count !== undefined && { count }),
    key: piece.key, d, paint, opacity, stays: last > 0, drawn, shown: shown.map((value) => share(value / opacity)),
  };
}

/** What is laid out for a film: a surface and a language. */
export interface Stage {
  frame: Frame;
  chart: Chart;
  locale: Locale;
  painter: Painter;
  /** the first picture is only where marks come from, and has none to lose */
  blank: boolean;
}

/**
 * The way through some steps as a film, from the first one's picture to the last one's.
 * @param steps at least two; the marks of all are known by their keys
 */
export function filmOf(steps: readonly PictureStep[], { frame, chart, locale, painter, blank }: Stage): Film {
  const ways = steps.length - 1;
  const samples = Array.from({ length: ways * SAMPLES + 1 }, (_, j) => piecesOf(resolve(steps, j / SAMPLES).layers, frame, chart, locale, painter));
  const rows = new Map<string, (Piece | undefined)[]>();
  // The finished picture is painted in its own order; what has gone by then lies below.
  for (const piece of [...samples.slice(0, -1).flat(), ...samples.at(-1)!]) {
    const row = rows.get(piece.key) ?? Array<Piece | undefined>(samples.length);
    rows.delete(piece.key);
    rows.set(piece.key, row);
  }
  samples.forEach((pieces, j) => pieces.forEach((piece) => { rows.get(piece.key)![j] = piece; }));
  const actors = [...rows.values()].flatMap((row) => {
    const forms = new Forms([...row]);
    if (row.some((piece) => piece?.field)) forms.field();
    else for (let way = 0; way < ways; way += 1) forms.way(way * SAMPLES, blank && way === 0);
    return [...forms.drafts.values()].filter(({ shown }) => Math.max(...shown) > 0).map(actorOf);
  });
  const frames = Array.from({ length: ways }, (_, way) =>
    Array.from({ length: SAMPLES + 1 }, (__, k) => [LEAD + way * (WAY + REST) + (WAY * k) / SAMPLES, way * SAMPLES + k] as const),
  ).flat();
  return { actors, frames: [[0, 0], ...frames], length: frames.at(-1)![0] + TAIL };
}
