import { fill } from '../data/fill.ts';

/** How a guess compares with the answer. */
export type Verdict = 'low' | 'high' | 'close' | 'exact';

/** Why a text is no guess: nothing is there; there is more than digits; it is below zero or broken; it is beyond {@link MOST}. */
export type Fault = 'empty' | 'digits' | 'invalid' | 'large';

/** A guess within this share of the answer is close. */
const CLOSE = 0.1;

/** The largest guess that is taken: more is a slip of the hand. */
export const MOST = 9_999_999;

/**
 * Compares a guess with the answer; both are people, not negative.
 * @returns the verdict and how far off it is, in people
 */
export function judge(guess: number, answer: number): { verdict: Verdict; difference: number } {
  const difference = Math.abs(guess - answer);
  if (difference === 0) return { verdict: 'exact', difference };
  if (difference <= answer * CLOSE) return { verdict: 'close', difference };
  return { verdict: guess < answer ? 'low' : 'high', difference };
}

/**
 * The verdict on a guess in words; none without a guess.
 * @param words a sentence for each verdict, with `%guess%`, `%answer%` and `%difference%`
 */
export function sentenceOn(guess: number | null, answer: number, words: Readonly<Record<Verdict, string>>, locale: string): string {
  if (guess === null) return '';
  const { verdict, difference } = judge(guess, answer);
  const grouped = (value: number): string => value.toLocaleString(locale);
  return fill(words[verdict], { guess: grouped(guess), answer: grouped(answer), difference: grouped(difference) });
}

/**
 * Reads a typed guess, a whole number from 0 to {@link MOST}: full-width digits are digits, and thousands may stand apart
 * (`1,450`, `1 450`).
 * @returns the number, or why it is none
 */
export function readGuess(text: string): number | Fault {
  const plain = text.normalize('NFKC').trim();
  const digits = /^\d{1,3}([,\s]\d{3})+$/.test(plain) ? plain.replaceAll(/\D/g, '') : plain;
  if (digits === '') return 'empty';
  if (/^\d+$/.test(digits)) return Number(digits) > MOST ? 'large' : Number(digits);
  return /^[-−]?\d*\.?\d*$/.test(digits) ? 'invalid' : 'digits';
}
