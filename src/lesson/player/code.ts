/** Letters of a code: capitals that are no digit and look like none, nor like each other. B G I L O S U V Z are not among them. */
export const ALPHABET = 'ACDEFHJKMNPQRTWXY';
/** A prime: so a wrong letter and two letters that have changed places always change the sum that is checked. */
const BASE = ALPHABET.length;
/** Letters before the check letter: three for what fits, six for any guess. */
const LENGTHS = [3, 6] as const;
/** A plan asks for two guesses at most, and a code says which of them it is for. */
const ASKED = 2;
/** Steps by which neighbouring guesses lie apart, so that nobody hears whether another pupil guessed more; and the way back: their product is 1 more than a multiple of 17⁶. */
const STRIDE = 2010;
const BACK = 15_983_634;

/** A pupil's guess, and which of the two it is: 0 or 1. */
export interface Coded {
  guess: number;
  which: number;
}

const roomOf = (length: number): number => BASE ** length;

/** The sum of the letters, each as many times as its place says, from 1. It begins at 1, so that no letter said over and over is a code. */
const sumOf = (letters: readonly number[]): number => letters.reduce((sum, letter, i) => sum + letter * (i + 1), 1) % BASE;

/**
 * A guess as a short code to be read out: three letters, or six for a guess beyond 2,455, and a check letter. Every wrong letter
 * and every swap of neighbours is noticed by {@link readCode}.
 * @throws Error for a guess that no code has room for: below 0, not whole, or beyond 12,068,783
 */
export function codeOf({ guess, which }: Coded): string {
  const value = guess * ASKED + which;
  const length = LENGTHS.find((each) => value < roomOf(each));
  if (length === undefined || !Number.isInteger(value) || value < 0 || which >= ASKED)
    throw new Error(`no code for the guess ${guess} (${which}), expected a whole number from 0 to 12,068,783`);
  let rest = (value * STRIDE) % roomOf(length);
  const letters = Array.from({ length }, () => {
    const letter = rest % BASE;
    rest = Math.floor(rest / BASE);
    return letter;
  });
  return [...letters, sumOf(letters)].map((letter) => ALPHABET[letter]).join('');
}

/** Whether a text is meant as a code: letters, with no digit among them, as many as a code has. */
export const looksLikeCode = (text: string): boolean => LENGTHS.some((length) => text.length === length + 1) && /^[a-z]+$/i.test(text);

/**
 * Reads a code, in capitals or small letters.
 * @returns the guess, or nothing for a code that was misheard or mistyped
 */
export function readCode(text: string): Coded | undefined {
  const letters = [...text.toUpperCase()].map((letter) => ALPHABET.indexOf(letter));
  const payload = letters.slice(0, -1);
  if (!looksLikeCode(text) || letters.includes(-1) || sumOf(payload) !== letters.at(-1)) return undefined;
  const value = (payload.reduceRight((sum, letter) => sum * BASE + letter, 0) * BACK) % roomOf(payload.length);
  return { guess: Math.floor(value / ASKED), which: value % ASKED };
}
