import type { StrokeKind } from '../data/types.ts';
import { tenth } from './curve.ts';

/** Width in units of a plain line; `dash` in the same units: a gap between round dots; `apart`: two lines this far from each other. */
const KINDS: Record<StrokeKind, { width: number; dash?: number; apart?: number }> = {
  solid: { width: 1 },
  dots: { width: 1.35, dash: 2.6 },
  double: { width: 0.62, apart: 1.9 },
  bold: { width: 2.1 },
  beads: { width: 2.3, dash: 5.2 },
};

/** What a stroke of a kind is drawn with, in the units of `unit`, the width of a plain line. */
export interface StrokeLook {
  width: number;
  /** for `stroke-dasharray`, with round caps */
  dash: string | undefined;
  /** distance of the two lines of a double stroke; 0 = there is one */
  apart: number;
}

/** @param pitch distance of dots, where it is not the kind's own */
export function strokeOf(kind: StrokeKind, unit: number, pitch?: number): StrokeLook {
  const { width, dash, apart = 0 } = KINDS[kind];
  return {
    width: unit * width,
    dash: dash === undefined ? undefined : `0 ${pitch === undefined ? unit * dash : tenth((pitch * dash) / KINDS.dots.dash!)}`,
    apart: unit * apart,
  };
}

/** Path data of a level stroke of a kind, from `x` on. */
export function levelPath({ apart, dash, width }: StrokeLook, x: number, y: number, length: number): string {
  const [from, to] = dash === undefined ? [x, x + length] : [x + width / 2, x + length];
  const rows = apart === 0 ? [y] : [y - apart / 2, y + apart / 2];
  return rows.map((row) => `M${tenth(from)} ${tenth(row)}H${tenth(to)}`).join('');
}

/** A line's own sign as SVG: its class, and the stroke of its kind. */
export function strokeSign(line: string, look: StrokeLook, x: number, y: number, length: number): string {
  const dash = look.dash === undefined ? '' : ` stroke-dasharray="${look.dash}" stroke-linecap="round"`;
  return `<path class="${line}" d="${levelPath(look, x, y, length)}" stroke-width="${tenth(look.width)}"${dash}/>`;
}
