import { OURS } from '../copy/ours.ts';
import { fadingOf, isUnknown, numberOf, wordOf, type Chart, type Label } from './chart.ts';
import { tenth } from './curve.ts';
import { dotsPath } from './dots.ts';
import type { Box, Frame } from './frames.ts';
import type { LabelLook, Tone } from './looks.ts';
import { fieldPath, late, rectPath, type Fill, type Kind, type Marks, type Shape } from './shapes.ts';
import { fitted, numberWidth, wrap } from './text.ts';

/** How a noun is set: `leading` is the height of a line, of its size. */
interface NounStyle {
  size: number;
  leading: number;
  look: LabelLook;
}

/** Whether a number is one of our own: its words say so, as they do in prose. */
const isOurs = (number: string): boolean => number.startsWith(OURS);

/** How a large number is set: one of our own leans. */
export const numberLook = (number: string, tone: Tone): LabelLook => (isOurs(number) ? `display calc ${tone}` : `display ${tone}`);

/**
 * A number with its noun beside it.
 * @param noun in lines, the last on the number's base line, or `lift` above it
 * @param label the number's place, size, tone and opacity
 */
export const headingOf = (
  label: Omit<Label, 'look'>,
  tone: Tone,
  noun: readonly string[],
  nounX: number,
  { size, leading, look }: NounStyle,
  lift = 0,
): Label[] => [
  { ...label, y: tenth(label.y), look: numberLook(label.text, tone) },
  ...noun.map((text, i) => ({
    ...label,
    key: `${label.key}-noun-${i}`,
    text,
    x: tenth(nounX),
    y: tenth(label.y - lift - (noun.length - 1 - i) * size * leading),
    size,
    look,
  })),
];

/** How far the head of a number that leans, one of our own, stands past its foot, in its size. */
const LEAN = 0.19;

/** Height of a line of a note, of its size. */
const NOTE_LINE = 1.4;

/** A note in as many lines as it takes; the first has its base line at `y`. */
export const noteLines = (key: string, text: string, x: number, y: number, size: number, width: number, rest: Partial<Label> = {}): Label[] =>
  wrap(text, size, width).map((line, i) => ({
    key: `${key}-${i}`,
    text: line,
    x: tenth(x),
    y: tenth(y + i * size * NOTE_LINE),
    size,
    look: 'muted',
    ...rest,
  }));

/** The title of a panel, on one line, at a share of the panel's height. */
export const panelTitle = ({ panel, label }: Frame, text: string, share: number): Label => ({
  key: 'title',
  text,
  x: panel.x,
  y: tenth(panel.y + panel.height * share),
  size: fitted(text, label, panel.width),
  look: 'strong',
});

/** Where a noun begins beside a large number. */
export const besideNumber = (x: number, number: string, size: number, { label }: Frame): number =>
  x + numberWidth(number, size) + (isOurs(number) ? LEAN * size : 0) + label * 0.45;

/** How long the end of a bar is for each strip of it that fades, in label heights. */
const STRIP = 0.53;

/** How long a mark is that stands for what is not disclosed, in label heights. */
const UNKNOWN = 6;

/** How far a bar's end goes on behind it, in canvas units: where its number is not exact it fades, where it is not disclosed it is all that there is. */
export const tailWidth = (chart: Chart, of: string, { label }: Frame): number =>
  label * (isUnknown(chart, of) ? UNKNOWN : STRIP * fadingOf(chart, of).length);

/** Stands for a number that is not disclosed: hatched, and as long as any other of its kind. Nothing where it is. */
export const unknownMark = (chart: Chart, of: string, { label }: Frame, x: number, y: number, height: number, opacity: number): Shape[] =>
  isUnknown(chart, of)
    ? [{ key: `${of}-unknown`, d: rectPath(x, y, label * UNKNOWN, height), look: 'outlined', fill: 'hatch', opacity }]
    : [];

/** What stands behind the end of a bar at `x`: it fades out, or is hatched. */
export const tailOf = (chart: Chart, of: string, frame: Frame, x: number, y: number, height: number, look: Tone, opacity: number): Shape => ({
  key: `${of}-end`,
  d: rectPath(x, y, tailWidth(chart, of, frame), height),
  look: isUnknown(chart, of) ? 'outlined' : look,
  fill: isUnknown(chart, of) ? 'hatch' : 'soft',
  opacity,
});

/** People as they are counted in one place: suspects and others as dots, people who used drugs as rings. */
interface Counted {
  /** of its words: `KEY.number`, `KEY.noun` and, where there is one, `KEY.note` */
  key: string;
  /** the fact that counts them */
  of: string;
  /** 0 to 1: how many of them are there */
  shown: number;
  opacity: number;
  tone: Tone | 'hollow';
  /** base line and size of the number */
  y: number;
  size: number;
  columns: number;
  pitch: number;
  /** how far the dots lie below the number */
  below: number;
}

/** A dot's diameter as a share of the pitch, and a ring's width as a share of its diameter. */
const DOT = 0.66;
const RING = 0.22;

/** A count of people: number, noun, note, and one dot or ring for each. */
export function countPeople(
  frame: Frame,
  chart: Chart,
  { x, width }: Box,
  style: NounStyle,
  { key, of, shown, opacity, tone, y, size, columns, pitch, below }: Counted,
): Marks {
  const { note } = frame;
  const text = wordOf(chart, `${key}.number`);
  const nounX = besideNumber(x, text, size, frame);
  const noun = wrap(wordOf(chart, `${key}.noun`), style.size, x + width - nounX);
  const words = chart.t[`${key}.note`];
  const count = numberOf(chart, of);
  const block = { x, y: y + below, columns, pitch };
  const hollow = tone === 'hollow';
  const stroke = pitch * DOT;
  const drawn = (from: number, to: number): Pick<Shape, 'd' | 'look' | 'stroke'> => {
    const dots = dotsPath(block, from, to);
    return hollow ? { d: ringsPath(dots, stroke), look: 'ring-path', stroke: stroke * RING } : { d: dots, look: `dots ${tone}`, stroke };
  };
  return {
    labels: [
      ...headingOf({ key, text, x, y, size, opacity }, hollow ? 'ink' : tone, noun, nounX, style, words ? note * 1.35 : 0),
      ...(words ? [{ key: `${key}-note`, text: words, x: tenth(nounX), y: tenth(y), size: note, opacity, look: 'muted' } satisfies Label] : []),
    ],
    shapes: [
      { key: `${key}-${hollow ? 'rings' : 'dots'}`, kind: 'person', of, count, pitch, ...drawn(0, count * shown) },
      ...unknownMark(chart, of, frame, x, y + below, pitch, opacity),
      ...fadingOf(chart, of).map((strength, i) => ({ key: `${key}-end-${i}`, opacity: strength * late(shown), ...drawn(count + i, count + i + 1) })),
    ],
  };
}

/** Rings in place of dots. */
const ringsPath = (dots: string, size: number): string => {
  const r = size / 2;
  return dots.replaceAll('h0', `m${-r} 0a${r} ${r} 0 1 0 ${size} 0a${r} ${r} 0 1 0 ${-size} 0`);
};

/** A row of a list of counts: a number, what it counts, and a field of marks, one for each or for as many as `per` says. */
export interface Row {
  /** of its words: `KEY.number`, `KEY.noun` and, where there is one, `KEY.note` */
  key: string;
  /** the fact that counts its marks, if it has any; where the number is not exact, the field goes on, fading, past its last mark; how far the hatching over all of it is there, where what came of them is `untold`, 0 to 1 */
  field?: { of: string; kind: Extract<Kind, keyof typeof MARKS>; columns: number; per?: number; untold?: number };
  tone?: Tone;
}

/** The sign of a kind in a field. */
const MARKS = { person: 'dot', visit: 'dot', act: 'tick', venue: 'sheet', leaflet: 'sheet' } as const satisfies { readonly [Name in Kind]?: Fill };

/** Columns of each strip of marks that fades out behind the end of a low field. */
const FADING_COLUMNS = 2;
const WIDEST_PITCH = 18;
/** How much paler marks are below hatching. */
const PALER = 0.45;

/** A row's field as it is drawn: how many marks, and how they lie. */
interface Field {
  of: string;
  kind: Kind;
  fill: Fill;
  count: number;
  columns: number;
  untold: number;
  /** strengths of what fades out behind its end */
  fading: readonly number[];
  /** its end fades downwards; that of a low field fades to the right */
  down: boolean;
  /** rows of marks, with those that fade */
  rows: number;
  /** the widest pitch at which a row's marks fit, in canvas units */
  pitch: number;
}

function fieldOf(chart: Chart, { field }: Row, width: number): Field | undefined {
  if (!field) return undefined;
  const { of, kind, columns, per = 1, untold = 0 } = field;
  const count = numberOf(chart, of) / per;
  const fading = fadingOf(chart, of);
  const down = count / columns > fading.length;
  return {
    of,
    kind,
    fill: MARKS[field.kind],
    count,
    columns,
    untold,
    fading,
    down,
    rows: Math.max(+isUnknown(chart, of), Math.ceil(count / columns)) + (down ? fading.length : 0),
    pitch: Math.min(width / (columns + (fading.length > 0 ? FADING_COLUMNS * fading.length + 1 : 0)), WIDEST_PITCH),
  };
}

function fieldShapes(
  { of, kind, fill, count, columns, untold, fading, down }: Field,
  key: string,
  look: Tone,
  transform: string,
  pitch: number,
  shown: number,
): Shape[] {
  const rows = Math.floor(count / columns);
  const ends: Shape[] = fading.map((opacity, i) => ({
    key: `${key}-end-${i}`,
    look,
    fill,
    transform,
    opacity: opacity * shown,
    d: down
      ? `M0 ${rows + i}h${columns}v1h${-columns}z`
      : `M${columns + i * FADING_COLUMNS} 0h${FADING_COLUMNS}v${Math.max(1, rows)}h${-FADING_COLUMNS}z`,
  }));
  // Whole marks come one by one; what is counted in part is drawn in part once all are there.
  const drawn = shown < 1 ? Math.floor(count * shown) : count;
  // Hatching over full ink is a grey slab in which neither is seen.
  const opacity = 1 - untold * PALER;
  return [{ key, kind, of, count, pitch, d: fieldPath(drawn, columns), look, fill, transform, opacity }, ...ends];
}

/** The hatching over a field's marks, as far as there are marks. */
function untoldShape({ count, columns, untold }: Field, key: string, x: number, y: number, pitch: number): Shape {
  const whole = Math.floor(count / columns);
  const [full, last] = [columns * pitch, (count - whole * columns) * pitch];
  const d = `M${tenth(x)} ${tenth(y)}h${tenth(full)}v${tenth(whole * pitch)}h${tenth(last - full)}v${tenth(pitch)}h${tenth(-last)}z`;
  return { key: `${key}-untold`, d, look: 'outlined', fill: 'hatch', opacity: untold };
}

/**
 * Lays counted rows out below each other and shares the free height between them.
 * @param shown 0 to 1: how much of each field is drawn
 */
export function layoutCounts(chart: Chart, frame: Frame, box: Box, rows: readonly Row[], shown: number): Marks {
  const { note, label, figure } = frame;
  const head = figure * 0.86;
  const gapBelowHead = note * 0.62;
  const parts = rows.map((row) => {
    const { key, tone = 'fallen' } = row;
    const number = wordOf(chart, `${key}.number`);
    const nounX = besideNumber(box.x, number, figure, frame);
    const noun = wrap(wordOf(chart, `${key}.noun`), label, box.x + box.width - nounX);
    const notes = wrap(chart.t[`${key}.note`] ?? '', note, box.width);
    const above = Math.max(head, noun.length * label * 1.3);
    const field = fieldOf(chart, row, box.width);
    return {
      key,
      tone,
      number,
      nounX,
      noun,
      notes,
      above,
      field,
      fixed: above + gapBelowHead + notes.length * note * NOTE_LINE,
      wanted: field ? field.rows * field.pitch : 0,
    };
  });
  const fixed = parts.reduce((sum, each) => sum + each.fixed, 0) + label * (parts.length - 1);
  const fields = parts.reduce((sum, each) => sum + each.wanted, 0);
  const shrink = Math.min(1, (box.height - fixed) / Math.max(1, fields));
  const gap = Math.min(label * 2.4, label + (box.height - fixed - fields * shrink) / Math.max(1, parts.length - 1));
  const shapes: Shape[] = [];
  const labels: Label[] = [];
  let top = box.y;
  for (const { key, tone, number, nounX, noun, notes, wanted, field, above, fixed: words } of parts) {
    const y = top + above;
    const height = wanted * shrink;
    labels.push(...headingOf({ key, text: number, x: box.x, y, size: figure }, tone, noun, nounX, { size: label, leading: 1.3, look: 'strong' }));
    notes.forEach((text, i) =>
      labels.push({
        key: `${key}-note-${i}`,
        text,
        x: box.x,
        y: tenth(y + gapBelowHead + height + note * (1.2 + i * 1.4)),
        size: note,
        look: 'muted',
      }),
    );
    if (field) {
      const pitch = Math.floor(field.pitch * shrink * 100) / 100;
      shapes.push(...unknownMark(chart, field.of, frame, box.x, y + gapBelowHead, height, shown));
      shapes.push(...fieldShapes(field, key, tone, `translate(${tenth(box.x)} ${tenth(y + gapBelowHead)})scale(${pitch})`, pitch, shown));
      if (field.untold > 0) shapes.push(untoldShape(field, key, box.x, y + gapBelowHead, pitch));
    }
    top += words + height + gap;
  }
  return { shapes, labels };
}
