import { describe, expect, test } from 'vitest';
import { judge, readGuess, sentenceOn } from '../../src/scroll/guess.ts';

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

describe('sentenceOn', () => {
  const words = { low: '%guess% < %answer% by %difference%', high: '%guess% > %answer%', close: '%guess%, %difference% out', exact: '%guess%!' };
  test('without a guess nothing is said, and an empty field is not taken for a zero', () => {
    expect(sentenceOn(null, 1450, words, 'en')).toBe('');
    expect(sentenceOn(0, 1450, words, 'en')).toBe('0 < 1,450 by 1,450');
  });
  test('a guess is told with its answer and how far it is off', () => {
    expect(sentenceOn(1400, 1450, words, 'en')).toBe('1,400, 50 out');
    expect(sentenceOn(20000, 1450, words, 'zh')).toBe('20,000 > 1,450');
  });
});

describe('readGuess', () => {
  test.each([
    ['1450', 1450], [' 12 ', 12], ['0', 0], ['007', 7], ['9999999', 9_999_999],
    // As an input method for Chinese types them.
    ['１４５０', 1450], ['１，４５０', 1450], ['１　４５０', 1450],
    ['1,450', 1450], ['1 450', 1450], ['1\u00A0450', 1450], ['1\u202F450', 1450], ['1,234,567', 1_234_567],
  ])('%j is a guess', (text, guess) => {
    expect(readGuess(text)).toBe(guess);
  });

  test.each([
    ['', 'empty'], [' ', 'empty'], ['　', 'empty'],
    ['99999999999', 'large'], ['10000000', 'large'], ['10,000,000', 'large'],
    ['-5', 'invalid'], ['−5', 'invalid'], ['－５', 'invalid'], ['12.5', 'invalid'], ['１２．５', 'invalid'], ['.5', 'invalid'], ['-12.5', 'invalid'], ['-', 'invalid'], ['12.', 'invalid'],
    ['1e3', 'digits'], ['many', 'digits'], ['NaN', 'digits'], ['Infinity', 'digits'], ['0x10', 'digits'], ['300人', 'digits'], ['一千', 'digits'], ['1,45', 'digits'], ['1,4500', 'digits'], ['+5', 'digits'], ['1 2', 'digits'],
  ])('%j is none, for it is %s', (text, fault) => {
    expect(readGuess(text)).toBe(fault);
  });
});
