import { interpolateRgb, rgb } from 'd3';
import type { Actor, Film } from './film.ts';
import type { Paint } from './paint.ts';
import { lengthOf, runsOf, short, tenfold } from './path.ts';

/** A picture is written in tenths of the canvas' units. */
export const TENTHS = 10;

const inTenths = (numbers: string): string => numbers.split(' ').map((each) => short(Number(each) * TENTHS)).join(' ');
/** Attributes that are lengths. */
const LENGTHS: readonly string[] = ['stroke-width', 'stroke-dasharray'];

/** Attributes that an element hands down, as they are where nobody says them. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: '#000000', 'fill-opacity': '1', stroke: 'none', 'stroke-width': '1', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter',
  'stroke-dasharray': 'none', 'stroke-dashoffset': '0', 'stroke-opacity': '1', visibility: 'visible',
};
const STROKES = ['stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-opacity'];

/** What an element inherits where it stands; what moves round it has to be said anew. */
type Inherited = Readonly<Record<string, string>>;
const MOVES = '*';

/** A share that differs by less is the same. */
const EVEN = 0.03;
const LEAST = 0.01;

/** Values over time: seconds, and a share from 0 to 1. */
type Track = readonly (readonly [time: number, value: number])[];

/** Marks that are painted alike and move together. */
interface Group {
  paint: Paint;
  actors: Actor[];
  shown: Track;
  drawn: Track;
  stays: boolean;
}

const signatureOf = ({ paint, shown, drawn, stays }: Actor): string => JSON.stringify([paint, stays, shown, drawn.some((value) => value < 1) ? drawn : 0]);

/** Marks in groups, in the order in which they are painted; words lie over all others, so that those alike can stand together. */
function groupsOf({ actors, frames }: Film): Group[] {
  const groups: (Group & { signature: string; key: string })[] = [];
  for (const actor of actors) {
    const signature = signatureOf(actor);
    const isWord = actor.key.includes('/word-');
    const last = groups.at(-1);
    const found = isWord || last?.key === actor.key ? groups.find((group) => group.signature === signature && (isWord ? group.key.includes('/word-') : group.key === actor.key)) : last?.signature === signature ? last : undefined;
    if (found) found.actors.push(actor);
    else {
      const track = (values: readonly number[]): Track => frames.map(([time, j]) => [time, values[j]!]);
      groups.push({ signature, key: actor.key, paint: actor.paint, actors: [actor], shown: track(actor.shown), drawn: track(actor.drawn), stays: actor.stays });
    }
  }
  return groups;
}

/** A track without the points that lie on the way between others. */
function thinned(track: Track): Track {
  if (track.length < 3) return track;
  const [[from, a], [to, b]] = [track[0]!, track.at(-1)!];
  let [far, at] = [EVEN, 0];
  track.forEach(([time, value], i) => {
    const off = Math.abs(value - (a + ((b - a) * (time - from)) / Math.max(1e-9, to - from)));
    if (off > far && i > 0 && i < track.length - 1) [far, at] = [off, i];
  });
  return at === 0 ? [track[0]!, track.at(-1)!] : [...thinned(track.slice(0, at + 1)).slice(0, -1), ...thinned(track.slice(at))];
}

const seconds = (time: number): string => `${short(time, 100)}s`;

/** An animation by a tap, over the whole length of the film, so that a second tap begins all of them anew. */
function animate(attribute: string, track: Track, length: number, value: (share: number) => string): string {
  const [first, ...rest] = thinned(track);
  const points = [[0, first![1]] as const, ...(first![0] > 0 ? [first!] : []), ...rest];
  const ended = points.at(-1)![0] < length ? [...points, [length, points.at(-1)![1]] as const] : points;
  const values = ended.map(([, share]) => value(share)).join(';');
  const times = ended.map(([time]) => short(time / length, 1000)).join(';');
  return `<animate attributeName="${attribute}" values="${values}" keyTimes="${times}" begin="click" dur="${seconds(length)}"/>`;
}

const set = (to: 'visible' | 'hidden', begin: 'click' | '0s', length?: number): string =>
  `<set attributeName="visibility" to="${to}" begin="${begin}"${length === undefined ? '' : ` dur="${seconds(length)}"`}/>`;

/** What has an edge of its own colour is there or is not: no list lets the colour of an edge move. */
const popsUp = ({ fill, stroke }: Paint): boolean => fill !== 'none' && fill === stroke;

/** When a group is first and last seen: seconds; nothing where it is from the beginning, or to the end. */
function span({ shown, drawn, paint }: Pick<Group, 'shown' | 'drawn' | 'paint'>): { from?: number; to?: number } {
  const least = popsUp(paint) ? 0.5 : LEAST;
  const seen = shown.map(([, value], i) => value * drawn[i]![1] > least);
  const [first, last] = [seen.indexOf(true), seen.lastIndexOf(true)];
  return { ...(first > 0 && { from: shown[first - 1]![0] }), ...(last < seen.length - 1 && { to: shown[last + 1]![0] }) };
}

/** A stroke's dashes for its being drawn: its own and then a gap, longer than it is; at the first offset there is nothing but the gap. */
function drawnBy({ actors, paint }: Group): { dashes: string; offset: number } {
  const length = TENTHS * Math.max(...actors.flatMap(({ d }) => runsOf(d).map(lengthOf)));
  const own = paint['stroke-dasharray']?.split(' ').map((each) => Number(each) * TENTHS);
  if (!own) {
    const whole = Math.ceil(length) + 2;
    return { dashes: `${whole} ${whole}`, offset: whole };
  }
  const period = own.reduce((sum, each) => sum + each, 0);
  const count = Math.floor(length / period) + 1;
  const gap = own[1]! + Math.ceil(length) + 2;
  const all = Array.from({ length: count }, (_, i) => `${short(own[0]!)} ${short(i < count - 1 ? own[1]! : gap)}`);
  return { dashes: all.join(' '), offset: count * period };
}

const attributes = (said: Readonly<Record<string, string>>): string => Object.entries(said).map(([name, value]) => ` ${name}="${value}"`).join('');

/** A paint in tenths. */
const enlarged = (paint: Paint): Record<string, string> =>
  Object.fromEntries(Object.entries(paint).map(([name, value]: [string, string]) => [name, LENGTHS.includes(name) ? inTenths(value) : value]));

/** What a group has to say of itself where it stands. */
function saidBy(paint: Readonly<Record<string, string | undefined>>, inherited: Inherited): Record<string, string> {
  const wanted = { fill: paint['fill'] ?? '#000000', ...(paint['fill'] !== 'none' && { 'fill-opacity': paint['fill-opacity'] ?? '1' }), stroke: paint['stroke'] ?? 'none' };
  const strokes = wanted.stroke === 'none' ? {} : Object.fromEntries(STROKES.map((name) => [name, paint[name] ?? INHERITED[name]!]));
  return Object.fromEntries(Object.entries({ ...wanted, ...strokes, visibility: 'visible' }).filter(([name, value]) => inherited[name] !== value));
}

const leaf = ({ d, opacity }: { d: string; opacity: number }, rest = ''): string => `<path${rest} d="${tenfold(d)}"${opacity < 1 ? ` opacity="${short(opacity, 100)}"` : ''}/>`;

/** A group's marks, those of one strength as one path. */
function leaves(actors: readonly Actor[]): string {
  const by = new Map<number, string>();
  for (const { d, opacity } of actors) by.set(opacity, (by.get(opacity) ?? '') + d);
  return [...by].map(([opacity, d]) => leaf({ d, opacity })).join('');
}

/** How a film is shown. */
export interface Showing {
  ground: string;
  /** before the first tap it stands at its beginning, where animations are played */
  waits: boolean;
}

/** The part of a group that moves: what hides and shows it, and what draws it. */
function moves(group: Group, { ground, waits }: Showing, length: number): { outer: string; inner: string; paint: Readonly<Record<string, string>>; moved: string[] } {
  const { from, to } = span(group);
  const waiting = waits && from !== undefined && group.stays ? set('hidden', '0s') + set('visible', 'click') : '';
  const outer = group.stays ? '' : from === undefined && waits ? set('visible', '0s') + set('hidden', 'click') + set('visible', 'click', to ?? length) : set('visible', 'click', to ?? length);
  let inner = from === undefined ? '' : waiting + set('hidden', 'click', from);
  const within = (track: Track): Track => track.filter(([time]) => time >= (from ?? 0) && time <= (to ?? length));
  const moved: string[] = [];
  const paint: Record<string, string> = enlarged(group.paint);
  const add = (attribute: string, track: Track, value: (share: number) => string): void => {
    inner += animate(attribute, track, length, value);
    moved.push(attribute);
  };
  const shown = within(group.shown);
  if (!popsUp(group.paint) && shown.some(([, value]) => Math.abs(value - shown.at(-1)![1]) > EVEN || value < 1 - EVEN)) {
    const { fill = '#000000', stroke = 'none', 'stroke-width': width = '1' } = group.paint;
    if (fill !== 'none' && fill !== ground) add('fill', shown, (share) => rgb(interpolateRgb(ground, fill)(share)).formatHex());
    if (stroke !== 'none') add('stroke-width', shown, (share) => short(Number(width) * share * TENTHS));
  }
  const drawn = within(group.drawn);
  if (drawn.some(([, value]) => value < 1)) {
    const { dashes, offset } = drawnBy(group);
    paint['stroke-dasharray'] = dashes;
    add('stroke-dashoffset', drawn, (share) => short(offset * (1 - share), 1));
  }
  return { outer, inner, paint, moved };
}

/**
 * A film as nested groups: a tap on the innermost reaches all that lie round it, and no element needs a name.
 * @param last what stands inside all of them, given what it inherits
 */
export function written(film: Film, showing: Showing, last: (said: (paint: Paint) => string) => string): string {
  let [svg, ends] = ['', ''];
  let inherited: Inherited = INHERITED;
  for (const group of groupsOf(film)) {
    const { outer, inner, paint, moved } = moves(group, showing, film.length);
    if (outer + inner === '') {
      const said = attributes(saidBy(paint, inherited));
      svg += group.actors.length === 1 ? leaf(group.actors[0]!, said) : `<g${said}>${leaves(group.actors)}</g>`;
      continue;
    }
    if (outer !== '') {
      svg += `<g visibility="hidden">${outer}`;
      ends += '</g>';
      inherited = { ...inherited, visibility: MOVES };
    }
    const { visibility, ...said } = saidBy(paint, inherited);
    const own = outer === '' && visibility ? { ...said, visibility } : said;
    svg += `<g${attributes(own)}>${inner}${leaves(group.actors)}`;
    ends += '</g>';
    inherited = { ...inherited, ...own, ...Object.fromEntries(moved.map((name) => [name, MOVES])), ...(inner.includes('visibility') && { visibility: MOVES }) };
  }
  return svg + last((paint) => attributes(saidBy(enlarged(paint), inherited))) + ends;
}
