import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { badgeOf, modulesOf, readBadge } from '../../src/lesson/player/badge.ts';
import { ALPHABET, codeOf, readCode } from '../../src/lesson/player/code.ts';
import { hashOf, NOTHING, readKept, slideAt, stageAt, type Kept } from '../../src/lesson/player/address.ts';
import { readSlidesUi } from '../../src/lesson/player/build.ts';
import { readGuesses, sentencesOn } from '../../src/lesson/player/guesses.ts';
import { planById } from '../../src/lesson/content/plans.ts';

describe('a pupil’s code', () => {
  test('its letters are capitals, no digit, and none of the pairs that are taken for each other or for a digit', () => {
    expect(ALPHABET).toBe('ACDEFHJKMNPQRTWXY');
    // 8 B, 6 G, 1 I L, 0 O, 5 S, U V, 2 Z
    expect(ALPHABET).not.toMatch(/[0-9BGILOSUVZ]/);
    expect(new Set(ALPHABET).size).toBe(17);
  });
  test('four letters for a guess up to 2,455, seven for more, back to the same guess', () => {
    const seen = new Set<string>();
    for (let guess = 0; guess <= 2455; guess++) {
      for (const which of [0, 1]) {
        const code = codeOf({ guess, which });
        expect(code).toMatch(/^[ACDEFHJKMNPQRTWXY]{4}$/);
        expect(readCode(code)).toEqual({ guess, which });
        seen.add(code);
      }
    }
    expect(seen.size).toBe(4912);
    for (const guess of [2456, 9999, 1_234_567, 9_999_999, 12_068_783]) {
      expect(codeOf({ guess, which: 1 })).toHaveLength(7);
      expect(readCode(codeOf({ guess, which: 1 }))).toEqual({ guess, which: 1 });
    }
    expect(readCode(codeOf({ guess: 50, which: 0 }).toLowerCase())).toEqual({ guess: 50, which: 0 });
  });
  test('every wrong letter and every swap of neighbours is noticed, in all short codes and in long ones', () => {
    const missed: string[] = [];
    const values = [...Array.from({ length: 2456 }, (_, guess) => guess), 2456, 9999, 77_777, 9_999_999];
    for (const guess of values) {
      for (const which of [0, 1]) {
        const code = codeOf({ guess, which });
        for (let at = 0; at < code.length; at++) {
          for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
            const slip = code.slice(0, at) + letter + code.slice(at + 1);
            if (slip !== code && readCode(slip) !== undefined) missed.push(`${code} ${slip}`);
          }
          const swapped = code.slice(0, at) + code.slice(at + 1, at + 2) + code[at]! + code.slice(at + 2);
          if (swapped !== code && readCode(swapped) !== undefined) missed.push(`${code} ${swapped}`);
        }
        // A letter left out or said twice makes no code either.
        for (const other of [code.slice(1), code + code.at(-1)!]) if (readCode(other) !== undefined) missed.push(`${code} ${other}`);
      }
    }
    expect(missed).toEqual([]);
  });
  test('whoever hears two codes does not hear whose guess is the larger', () => {
    const firsts = Array.from({ length: 100 }, (_, guess) => codeOf({ guess, which: 0 })[0]);
    expect(new Set(firsts).size).toBe(17);
    const sorted = Array.from({ length: 200 }, (_, guess) => codeOf({ guess, which: 0 })).filter((code, i, all) => i > 0 && code > all[i - 1]!).length;
    expect(sorted).toBeGreaterThan(70);
    expect(sorted).toBeLessThan(130);
  });
  test('a guess that no code has room for is refused by its number', () => {
    expect(() => codeOf({ guess: 12_068_784, which: 1 })).toThrow(/no code for the guess 12068784/);
    expect(() => codeOf({ guess: -1, which: 0 })).toThrow(/no code for the guess -1/);
    expect(() => codeOf({ guess: 1.25, which: 0 })).toThrow(/no code for the guess 1.25/);
  });
});

describe('a class’s guesses as they are typed', () => {
  test('full-width digits and marks of either width, spaces, lines and a pasted column', () => {
    expect(readGuesses('３０ 45,60，7、8；9;10。11｜12/13\n14\t15　１６', 0)).toEqual({ guesses: [30, 45, 60, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], wrong: [] });
    expect(readGuesses(' \n ', 0)).toEqual({ guesses: [], wrong: [] });
  });
  test('what is no guess is kept as it was typed, each piece with its reason, and the others are taken', () => {
    expect(readGuesses('20 -3 王小明 1.5 ９９９９９９９９ 40', 0)).toEqual({
      guesses: [20, 40],
      wrong: [{ piece: '-3', by: 'number' }, { piece: '王小明', by: 'number' }, { piece: '1.5', by: 'number' }, { piece: '９９９９９９９９', by: 'large' }],
    });
  });
  test('one number or two is not guessed: a comma before three digits is asked about, others part', () => {
    expect(readGuesses('30,450 100,120,90 1，450', 0)).toEqual({ guesses: [100, 120, 90, 1, 450], wrong: [{ piece: '30,450', by: 'apart' }] });
  });
  test('pupils’ codes stand among numbers; a misheard one and one for the other guess are named', () => {
    const [own, other] = [codeOf({ guess: 50, which: 0 }), codeOf({ guess: 900, which: 1 })];
    const misheard = `${own.slice(0, 3)}${own[3] === 'A' ? 'C' : 'A'}`;
    expect(readGuesses(`12 ${own.toLowerCase()} ${other} ${misheard}`, 0)).toEqual({ guesses: [12, 50], wrong: [{ piece: other, by: 'other' }, { piece: misheard, by: 'code' }] });
    expect(readGuesses(other, 1)).toEqual({ guesses: [900], wrong: [] });
  });
});

describe('what an address keeps of a lesson', () => {
  const NOW = 1_764_506_700_000;
  const kept: Kept = {
    since: NOW - 600_000, own: { cases: 41, 'known-users': null }, all: { cases: [30, 45, 30, 9_999_999], 'known-users': [0] }, light: true, size: 2,
  };
  test('guesses, clock, slide, what is uncovered, ground and size come back from the address as they went in', () => {
    const hash = hashOf({ slide: 2, stage: 1 }, kept);
    expect(hash).toBe('#3&stage=1&since=1764506100&own-cases=41&all-cases=30.45.30.9999999&all-known-users=0&light=1&size=2');
    expect(readKept(hash, NOW)).toEqual(kept);
    expect([slideAt(planById('40'), hash), stageAt(hash)]).toEqual([2, 1]);
  });
  test('a lesson that has gathered nothing has the plain address of its slide, as links write it', () => {
    expect(hashOf({ slide: 4, stage: 0 })).toBe('#5');
    expect(readKept('#5', NOW)).toEqual(NOTHING);
    expect(readKept('', NOW)).toEqual(NOTHING);
    const plan = planById('40');
    expect([plan.slides[slideAt(plan, '#predict-cases&all-cases=3')]!.id, stageAt('#predict-cases')]).toEqual(['predict-cases', 0]);
  });
  test.each([
    ['markup, signs and fractions for numbers', '#3&own-cases=<b>&all-cases=1.-2.x.3e5.4&size=9999&stage=-1', { ...NOTHING, all: { cases: [1, 4], 'known-users': [] }, size: 2 }],
    ['a guess beyond the largest that is taken', '#3&own-cases=99999999&all-known-users=12345678.7', { ...NOTHING, all: { cases: [], 'known-users': [7] } }],
    ['a clock of the future', '#3&since=1864506100', NOTHING],
    ['yesterday’s clock', `#3&since=${Math.floor(NOW / 1000) - 50_000}`, NOTHING],
    ['keys that nobody knows', '#3&__proto__=1&all-toString=3&light=yes', NOTHING],
  ])('a stranger’s address does no harm: %s', (_, hash, expected) => {
    expect(readKept(hash, NOW)).toEqual(expected);
  });
  test('an address with more guesses than any class has keeps 999 of them', () => {
    expect(readKept(`#3&all-cases=${Array<number>(5000).fill(7).join('.')}`, NOW).all.cases).toHaveLength(999);
  });
});

test('each reason why pieces were not taken is said once, with its pieces', () => {
  const { wrong } = readGuesses('x 1,200 y 99999999', 0);
  expect(sentencesOn(wrong, readSlidesUi('en'))).toBe(
    'Only whole numbers from zero on: x y\nToo large, at most 9,999,999: 99999999\nOne number or several? No comma in a number, a space between two guesses: 1,200',
  );
  expect(sentencesOn([], readSlidesUi('zh'))).toBe('');
});

describe('a pupil’s QR code before the teacher’s camera', () => {
  const badge = badgeOf(codeOf({ guess: 50, which: 0 }), 'KTQFAC');
  test('holds the code that could be read out, in signs that a QR code writes small', () => {
    expect(badge).toMatch(/^GUESS:[ACDEFHJKMNPQRTWXY]{4}:KTQFAC$/);
    // 21 modules, the fewest there are, so that a camera reads it across a desk, and a quiet zone of four on each side
    expect(modulesOf(badge).size).toBe(29);
  });
  test('is read by another program as what it says', () => {
    const { d, size } = modulesOf(badge);
    const scale = 4;
    const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
    for (const [, x, y] of d.matchAll(/M(\d+) (\d+)h/g)) {
      for (let i = 0; i < scale * scale; i++) pixels.fill(0, ((Number(y) * scale + Math.floor(i / scale)) * size * scale + Number(x) * scale + (i % scale)) * 4, ((Number(y) * scale + Math.floor(i / scale)) * size * scale + Number(x) * scale + (i % scale)) * 4 + 3);
    }
    expect(jsQR(pixels, size * scale, size * scale)?.data).toBe(badge);
  });
  test('counts once for each device and guess; what is no code of ours, misread or for the other guess is not counted', () => {
    const none = new Set<string>();
    expect(readBadge(badge, 0, none)).toEqual({ kind: 'guess', guess: 50, code: badge.split(':')[1], key: 'KTQFAC0' });
    expect(readBadge(badge, 0, new Set(['KTQFAC0']))).toEqual({ kind: 'again' });
    expect(readBadge(badge, 0, new Set(['KTQFAC1', 'AAAAAA0']))).toMatchObject({ kind: 'guess' });
    expect(readBadge(badge, 1, none)).toEqual({ kind: 'other' });
    for (const strange of ['', 'https://example.org/', 'GUESS:AAAA:KTQFAC', `${badge}:x`, badge.slice(0, -1), badge.toLowerCase()]) expect(readBadge(strange, 0, none), strange).toEqual({ kind: 'strange' });
  });
});
