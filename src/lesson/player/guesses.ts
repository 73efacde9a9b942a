import { fill } from '../../data/fill.ts';
import { MOST, readGuess } from '../../scroll/guess.ts';
import { looksLikeCode, readCode } from './code.ts';
import type { SlidesUi } from './deck.ts';

/**
 * Why a piece is no guess: no whole number from zero on; a slip of the hand; one number with a thousands' comma or several
 * (`30,450`); a code that was misheard; a pupil's code for the other guess.
 */
export type WrongBy = 'number' | 'large' | 'apart' | 'code' | 'other';

/** A piece that was not taken, as it was typed. */
export interface Wrong {
  piece: string;
  by: WrongBy;
}

const SPACES = /[\s，、;；。|｜/／]+/;
const THOUSANDS = /^\d{1,3}(,\d{3})+$/;

function readPiece(piece: string, which: number): number | WrongBy {
  const plain = piece.normalize('NFKC');
  if (THOUSANDS.test(plain)) return 'apart';
  if (looksLikeCode(plain)) {
    const read = readCode(plain);
    return read === undefined ? 'code' : read.which === which ? read.guess : 'other';
  }
  const guess = readGuess(plain);
  return typeof guess === 'number' ? guess : guess === 'large' ? 'large' : 'number';
}

/**
 * Reads a class's guesses, numbers and pupils' codes, as they are typed or pasted: with spaces, lines, tabs, and commas, stops,
 * semicolons or strokes of either width between them.
 * @param which of the two guesses the class is at, 0 or 1
 * @returns the numbers, and the pieces that are none, in their order
 */
export function readGuesses(text: string, which: number): { guesses: number[]; wrong: Wrong[] } {
  const tokens = text.split(SPACES).flatMap((token) => (THOUSANDS.test(token.normalize('NFKC')) ? [token] : token.split(',')));
  const read = tokens.filter((piece) => piece !== '').map((piece) => ({ piece, as: readPiece(piece, which) }));
  return {
    guesses: read.flatMap(({ as }) => (typeof as === 'number' ? [as] : [])),
    wrong: read.flatMap(({ piece, as }) => (typeof as === 'number' ? [] : [{ piece, by: as }])),
  };
}

const REASONS: Readonly<Record<WrongBy, keyof SlidesUi>> = {
  number: 'invalid',
  large: 'wrongLarge',
  apart: 'wrongApart',
  code: 'wrongCode',
  other: 'wrongOther',
};

/** In words, a line for each reason, which pieces were not taken. */
export const sentencesOn = (wrong: readonly Wrong[], ui: SlidesUi): string =>
  (Object.keys(REASONS) as WrongBy[])
    .flatMap((by) => {
      const pieces = wrong.filter((each) => each.by === by).map(({ piece }) => piece);
      return pieces.length === 0 ? [] : [fill(ui[REASONS[by]], { pieces: pieces.join(' '), most: MOST.toLocaleString(ui.numbers) })];
    })
    .join('\n');

/** The guess in the middle of the row; between the two middle ones if they are even in number. */
export function middleOf(guesses: readonly number[]): number {
  const row = [...guesses].sort((a, b) => a - b);
  const half = row.length / 2;
  return Number.isInteger(half) ? (row[half - 1]! + row[half]!) / 2 : row[Math.floor(half)]!;
}
