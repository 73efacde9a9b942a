import { readGuess } from '../../scroll/guess.ts';

/**
 * Reads a class's guesses, with commas, spaces or both between them.
 * @returns the numbers, and the pieces that are none
 */
export function readGuesses(text: string): { guesses: number[]; wrong: string[] } {
  const pieces = text.split(/[\s,，、;；]+/).filter((piece) => piece !== '');
  const guesses = pieces.map(readGuess);
  return { guesses: guesses.filter((guess) => typeof guess === 'number'), wrong: pieces.filter((_, i) => typeof guesses[i] !== 'number') };
}

/** The guess in the middle of the row; between the two middle ones if they are even in number. */
export function middleOf(guesses: readonly number[]): number {
  const row = [...guesses].sort((a, b) => a - b);
  const half = row.length / 2;
  return Number.isInteger(half) ? (row[half - 1]! + row[half]!) / 2 : row[Math.floor(half)]!;
}
