import { describe, expect, test } from 'vitest';
import { judge, readGuess } from '../../src/scroll/guess.ts';

describe('judge, against the 1,450 of the source', () => {
  test.each([
    [0, 'low', 1450],
    [300, 'low', 1150],
    [1304, 'low', 146],
    [1305, 'close', 145], // a tenth of the answer
    [1400, 'close', 50],
    [1450, 'exact', 0],
    [1595, 'close', 145],
    [1596, 'high', 146],
    [2000, 'high', 550],
  ])('%d is %s, %d people off', (guess, verdict, difference) => {
    expect(judge(guess, 1450)).toEqual({ verdict, difference });
  });
});

describe('readGuess', () => {
  test.each([['1450', 1450], [' 12 ', 12], ['0', 0], ['007', 7], ['9999999', 9_999_999]])('%j is a guess', (text, guess) => {
    expect(readGuess(text)).toBe(guess);
  });

  test.each(['', ' ', '-3', '3.5', '1e3', '1,450', '12345678', 'many', 'NaN'])('%j is none', (text) => {
    expect(readGuess(text)).toBeNull();
  });
});
