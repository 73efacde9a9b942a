import { wordOf, type Chart, type Label } from './chart.ts';
import { tenth } from './curve.ts';
import type { Box, Frame } from './frames.ts';
import { fieldPath, type Fill, type Marks, type Shape } from './shapes.ts';
import { widthOf, wrap } from './text.ts';

/** A counted row: a number, what it counts, and a field with one mark for each (or for each thousand). */
export interface Tally {
  key: string;
  /** marks to draw when shown whole */
  count: number;
  columns: number;
  mark: Extract<Fill, 'dot' | 'tick' | 'sheet'>;
  /** “more than”: the field goes on, fading, past its last mark */
  open?: boolean;
  look?: string;
}

/** Rows of marks that fade out behind an open end. */
const FADING = [0.45, 0.25, 0.1];
const FADING_COLUMNS = 14;

/** A tall field fades out downwards, a low one to the right. */
const fadesDown = (tally: Tally): boolean => tally.open === true && tally.count / tally.columns > FADING.length;

function openEnd(tally: Tally, at: string): Shape[] {
  const rows = Math.floor(tally.count / tally.columns);
  return FADING.map((opacity, i) => ({
    key: `${tally.key}-open-${i}`,
    d: fadesDown(tally) ? `M0 ${rows + i}h${tally.columns}v1h${-tally.columns}z` : `M${tally.columns + i * 2} 0h2v${Math.max(1, rows)}h-2z`,
    look: tally.look ?? 'fallen', fill: tally.mark, transform: at, opacity,
  }));
}

/** The widest pitch at which a row's marks fit, in canvas units. */
const widestPitch = (tally: Tally, width: number): number => Math.min(width / (tally.columns + (tally.open ? FADING_COLUMNS / 2 : 0)), 18);

/** Rows of marks, with those that fade. */
const rowsOf = (tally: Tally): number => (tally.count > 0 ? Math.ceil(tally.count / tally.columns) + (fadesDown(tally) ? FADING.length : 0) : 0);

/**
 * Lays counted rows out below each other and shares the free height between them.
 * Words: `KEY.number`, `KEY.noun` and, where there is one, `KEY.note`.
 * @param shown 0 to 1: how much of each field is drawn
 */
export function layoutTallies(chart: Chart, frame: Frame, box: Box, rows: readonly Tally[], shown: number): Marks {
  const { note, label, figure } = frame;
  const head = figure * 0.86;
  const gapBelowHead = note * 0.62;
  const parts = rows.map((row) => {
    const number = wordOf(chart, `${row.key}.number`);
    const nounX = box.x + widthOf(number, figure) * 1.04 + label * 0.45;
    const noun = wrap(wordOf(chart, `${row.key}.noun`), label, box.x + box.width - nounX);
    const notes = wrap(chart.t[`${row.key}.note`] ?? '', note, box.width);
    const above = Math.max(head, noun.length * label * 1.3);
    return { row, number, nounX, noun, notes, above, fixed: above + gapBelowHead + notes.length * note * 1.4, field: rowsOf(row) * widestPitch(row, box.width) };
  });
  const fixed = parts.reduce((sum, each) => sum + each.fixed, 0) + label * (parts.length - 1);
  const fields = parts.reduce((sum, each) => sum + each.field, 0);
  const shrink = Math.min(1, (box.height - fixed) / Math.max(1, fields));
  const gap = Math.min(label * 2.4, label + (box.height - fixed - fields * shrink) / Math.max(1, parts.length - 1));
  const shapes: Shape[] = [];
  const labels: Label[] = [];
  let y = box.y;
  for (const { row, number, nounX, noun, notes, field: wanted, above, fixed: words } of parts) {
    const base = y + above;
    const field = wanted * shrink;
    const pitch = Math.floor(widestPitch(row, box.width) * shrink * 100) / 100;
    const at = `translate(${tenth(box.x)} ${tenth(base + gapBelowHead)})scale(${pitch})`;
    labels.push({ key: row.key, text: number, x: box.x, y: tenth(base), size: figure, look: `display ${row.look ?? 'fallen'}` });
    noun.forEach((text, i) => labels.push({ key: `${row.key}-noun-${i}`, text, x: tenth(nounX), y: tenth(base - (noun.length - 1 - i) * label * 1.3), size: label, look: 'strong' }));
    notes.forEach((text, i) => labels.push({ key: `${row.key}-note-${i}`, text, x: box.x, y: tenth(base + gapBelowHead + field + note * (1.2 + i * 1.4)), size: note, look: 'muted' }));
    if (row.count > 0) shapes.push({ key: row.key, d: fieldPath(row.count * shown, row.columns), look: row.look ?? 'fallen', fill: row.mark, transform: at });
    if (row.open) shapes.push(...openEnd(row, at).map((shape) => ({ ...shape, opacity: (shape.opacity ?? 1) * shown })));
    y += words + field + gap;
  }
  return { shapes, labels };
}
