/** Width of a Han character or a Korean syllable, and mean width of a Latin letter and of one of another alphabet, in em. Generous, so that a label that fits here fits in any system face. */
const HAN = 1.03;
const LATIN = 0.56;
const OTHER = 0.72;

const isHan = (character: string): boolean => /[⺀-鿿가-힣豈-﫿＀-￯、。“”—…]/u.test(character);

/** Marks that may not begin a line in Chinese. */
export const NEVER_FIRST = /^[，。；：！？、）》”…]/u;

const widths = new Map<string, number>();

/** About how wide a text is, in the unit of `size`. */
export function widthOf(text: string, size: number): number {
  let width = widths.get(text);
  if (width === undefined) {
    width = [...text].reduce((sum, character) => sum + (isHan(character) ? HAN : /[ɐ-῿]/.test(character) ? OTHER : LATIN), 0);
    widths.set(text, width);
  }
  return width * size;
}

/** Width of a digit, and of the comma or the point in a number, in the display face, in em; all its other signs are no wider than these. */
const DIGIT = 0.615;
const POINT = 0.34;

/** How wide a large number is, in the unit of `size`: unlike words, it is set in a face that is shipped, in which digits are wide. */
export const numberWidth = (text: string, size: number): number =>
  size * [...text].reduce((sum, sign) => sum + (/[,.]/.test(sign) ? POINT : isHan(sign) ? HAN : DIGIT), 0);

/** Lines by text, size and width: a chart asks for the same few on every frame. */
const wrapped = new Map<string, readonly string[]>();

/**
 * Breaks a text into lines no wider than `width`: between Han characters (never before a closing mark)
 * and at spaces. A single word that is too wide keeps its own line.
 */
export function wrap(text: string, size: number, width: number): readonly string[] {
  const key = `${size} ${width} ${text}`;
  const known = wrapped.get(key);
  if (known) return known;
  const lines = breakLines(text, size, width);
  wrapped.set(key, lines);
  return lines;
}

/** A text in pieces, spaces among them, between which a line may end. */
export const piecesOf = (text: string): readonly string[] =>
  text.match(/[⺀-鿿豈-﫿＀-￯“—…][，。；：！？、）》”…]*|\s+|[^\s⺀-鿿豈-﫿＀-￯“—…]+[，。；：！？、）》”…]*/gu) ?? [];

function breakLines(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line && !NEVER_FIRST.test(piece) && widthOf(line + piece, size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}

/** How much narrower a line is tried, in its size, when lines are made alike. */
const NARROWER = 0.25;

/** Whether every line but the last ends where a word does: Han is written without blanks. */
function endsInWords(lines: readonly string[]): boolean {
  const text = lines.join('');
  const ends = new Set(Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text), ({ index, segment }) => index + segment.length));
  return lines.slice(0, -1).every((_, i) => ends.has(lines.slice(0, i + 1).join('').length));
}

/** A text in as few lines as `wrap` makes of it, as alike as can be and, if that can be, without a word torn apart. */
export function balanced(text: string, size: number, width: number): readonly string[] {
  const lines = wrap(text, size, width);
  const tried = Array.from({ length: Math.floor((width / size - 1) / NARROWER) }, (_, i) => wrap(text, size, width - i * size * NARROWER));
  const alike = tried.filter((each) => each.length === lines.length).reverse();
  return lines.length === 1 ? lines : (alike.find(endsInWords) ?? alike[0] ?? lines);
}

/** How much wider than a mean letter a bold one is, in em, in the widest face that readers have, DejaVu Sans. */
const BOLD = 0.04;

/** The largest size, up to `size`, at which a bold text stays on one line of `width`. */
export function fitted(text: string, size: number, width: number): number {
  const letters = text.match(/[ -~]/g)?.length ?? 0;
  return Math.min(size, Math.floor((width / (widthOf(text, 1) + letters * BOLD)) * 10) / 10);
}
