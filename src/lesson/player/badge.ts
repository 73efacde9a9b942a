import { encode } from 'uqr';
import { ALPHABET, readCode } from './code.ts';

/** What a QR code of ours begins with: in capitals, for those take the fewest modules. */
const MARK = 'GUESS';
const DEVICE_LETTERS = 6;
/** Light modules that a QR code needs around it (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/** A QR code as one path in units of its modules, and how many of them it is wide with its quiet zone. */
export interface Modules {
  d: string;
  size: number;
}

/** The dark modules of a text's QR code. */
export function modulesOf(text: string): Modules {
  const { data } = encode(text, { ecc: 'M', border: QUIET });
  return { d: data.flatMap((row, top) => row.flatMap((isDark, left) => (isDark ? [`M${left} ${top}h1v1h-1z`] : []))).join(''), size: data.length };
}

/** A name for this page on this device, so that a phone that is held up twice is counted once; it is made anew with each reload. */
export const deviceName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(DEVICE_LETTERS))].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** What a pupil's QR code says: the code that could be read out, and whose it is. */
export const badgeOf = (code: string, device: string): string => [MARK, code, device].join(':');

/** A QR code that the teacher's camera has seen: a guess and a key to know its device by, or why it is none. */
export type Seen = { kind: 'guess'; guess: number; code: string; key: string } | { kind: 'again' | 'other' | 'strange' };

/**
 * Reads what a QR code says.
 * @param which of the two guesses the class is at, 0 or 1
 * @param counted keys of the guesses that were taken already
 */
export function readBadge(text: string, which: number, counted: ReadonlySet<string>): Seen {
  const [mark, code = '', device = '', ...rest] = text.split(':');
  const read = readCode(code);
  if (mark !== MARK || device.length !== DEVICE_LETTERS || rest.length > 0 || read === undefined) return { kind: 'strange' };
  if (read.which !== which) return { kind: 'other' };
  const key = `${device}${which}`;
  return counted.has(key) ? { kind: 'again' } : { kind: 'guess', guess: read.guess, code, key };
}
