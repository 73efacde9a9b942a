import type { Locale } from '../data/types.ts';
import { measure, READERS, seamsOf, SETTINGS } from '../flat/measure.ts';
import { NEVER_FIRST, piecesOf } from '../scenes/text.ts';

/** How a text is set on a page. */
export interface Style {
  /** px */
  size: number;
  look?: '' | 'strong' | 'display';
  /** the language, whose headlines may have a face of their own */
  locale?: Locale;
  /** between letters, em */
  spacing?: number;
  /** lines end at spaces and marks only, not between Han characters: `word-break: keep-all` */
  whole?: boolean;
}

/** Pieces of a text whose Han runs stay whole. */
const WHOLE = /\s+|[“（《「]*[^\s，。；：！？、）》」”“（《「—…]+[，。；：！？、）》」”—…]*|./gu;

const widths = new Map<string, number>();

/** A piece's width, em. */
function widthOf(piece: string, { look = '', spacing = 0, locale }: Style): number {
  const key = `${look} ${spacing} ${locale ?? ''} ${piece}`;
  let width = widths.get(key);
  if (width === undefined) {
    const characters = [...piece];
    const seams = look === 'display' ? seamsOf(characters) * READERS.autospace : 0;
    width = measure(piece, look, locale ? SETTINGS[locale][1] : READERS).width + seams + spacing * characters.length;
    widths.set(key, width);
  }
  return width;
}

/**
 * How many lines a text takes in the widest face that readers have, as a browser breaks it; rather one too many.
 * @param width px
 * @param bold words of it that are set bold
 */
export function countLines(text: string, style: Style, width: number, bold: ReadonlySet<string> = new Set()): number {
  const room = width / style.size;
  let lines = 0;
  let used = 0;
  let before = '';
  for (const piece of (style.whole ? text.match(WHOLE) : piecesOf(text)) ?? []) {
    const own = widthOf(piece, bold.has(piece.replaceAll(/^\P{L}+|\P{L}+$/gu, '')) ? { ...style, look: 'strong' } : style);
    const seam = seamsOf([before, piece[0]!]) * READERS.autospace;
    before = [...piece].at(-1)!;
    if (lines > 0 && (used + seam + own <= room || NEVER_FIRST.test(piece) || piece.trim() === '')) used += seam + own;
    else {
      // What is wider than a line is broken anywhere.
      lines += Math.max(1, Math.ceil(own / room));
      used = own > room ? own % room : own;
    }
  }
  return lines;
}

/** How high a text stands, px. @param leading height of a line, of its size */
export const heightOf = (text: string, style: Style, width: number, leading: number, bold?: ReadonlySet<string>): number =>
  countLines(text, style, width, bold) * style.size * leading;
