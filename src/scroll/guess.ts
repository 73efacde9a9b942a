/** How a guess compares with the answer. */
export type Verdict = 'low' | 'high' | 'close' | 'exact';

/** A guess within this share of the answer is close. */
const CLOSE = 0.1;

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

/** Reads a typed guess: a whole number from 0 on, or null. */
export function readGuess(text: string): number | null {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : null;
}
