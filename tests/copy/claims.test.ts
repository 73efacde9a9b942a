import { describe, expect, test } from 'vitest';
import { unboundFindings, type Style } from '../../src/copy/wording.ts';
import { changed } from '../../src/data/change.ts';
import { evaluate, type Claim } from '../../src/data/claims.ts';
import type { Fault } from '../../src/copy/fault.ts';
import { claimFaults, claimsOf, reasonsOf } from '../../src/copy/claims.ts';
import { plain } from '../../src/copy/plain.ts';
import { readLabel, readProse } from '../../src/copy/prose.ts';
import { known } from '../../src/copy/references.ts';
import { buildStories } from '../../src/copy/story.ts';
import { readSources } from '../../src/copy/sources.ts';
import { loadTables, type Tables } from '../../src/data/tables.ts';
import { messageOf } from '../data/fixture.ts';

const data = loadTables();
const claim = (id: string, holds: string): [string, Claim] => [id, evaluate({ id, says: { zh: '', en: '' }, holds, breaks: '', known: null }, data)];
const CLAIMS = new Map([claim('true', 'qh-cases-2019 = 84'), claim('false', 'qh-cases-2019 = 85')]);
const origin = { file: 'a.md', line: 3, column: 1 };

function read(text: string): { words: string; faults: string[] } {
  const faults: Fault[] = [];
  const nodes = readLabel(origin, text, faults, CLAIMS);
  return { words: plain(nodes, 'en', data), faults: faults.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`) };
}

describe('a sentence that rests on a claim', () => {
  test('reads without its mark while the claim holds', () => {
    expect(read('{?true}{qh-cases-2019} and fewer.')).toEqual({ words: '84 cases and fewer.', faults: [] });
  });
  test('stops the build when it does not, with place, condition and values', () => {
    expect(read('Many. {?false}Far fewer.').faults).toEqual(['a.md:3:7: false does not hold: qh-cases-2019 = 85, with qh-cases-2019 = 84; write what is true, or both wordings: {if false}…{else}…{end}']);
  });
  test('has two wordings where both can come true, and prints the one that is', () => {
    expect(read('It {if true}agrees{else}differs{end}.').words).toBe('It agrees.');
    expect(read('It {if false}agrees{else}is {qh-cases-2019}{end}.')).toEqual({ words: 'It is 84 cases.', faults: [] });
  });
  test('may rest on another one in the wording that is printed, and on none in the other', () => {
    expect(read('{if true}{?true}yes{else}{?false}no{end}')).toEqual({ words: 'yes', faults: [] });
    expect(read('{if false}{?true}yes{else}{?false}no{end}').faults).toHaveLength(1);
  });
  test('keeps emphasis inside a wording', () => {
    const faults: Fault[] = [];
    expect(plain(readProse(origin, 'So {if false}it **agrees**{else}it is **{qh-cases-2019}**{end}.', faults, CLAIMS), 'en', data)).toBe('So it is 84 cases.');
    expect(faults).toEqual([]);
  });
  test.each([
    ['{?nothing}Far fewer.', '"nothing" is unknown, expected a claim of src/content/claims.yaml'],
    ['{if true}yes', '{if true} has no {else} and {end} after it'],
    ['{if true}yes{end}', '{if true} has no {else} and {end} after it'],
    ['yes{else}no', '{else} has no {if claim-id} before it'],
    ['{if true}yes{if true}a{else}b{end}', '{if true} has no {else} and {end} after it'],
  ])('%s is refused', (text, fault) => {
    expect(read(text).faults.join('\n')).toContain(fault);
  });
});

test('a reason why no number can deny a sentence is named like a claim, and is none: nothing is tried, and no list of claims holds it', () => {
  expect([...reasonsOf(data).keys()]).toEqual(['asked']);
  expect(claimsOf(data).has('asked')).toBe(false);
  const faults: Fault[] = [];
  expect(plain(readLabel(origin, '{?asked}Which is larger?', faults, known(data).claims), 'en', data)).toBe('Which is larger?');
  expect(faults).toEqual([]);
});

describe('the newsroom’s own claims', () => {
  // By hand: 24 cases after 84 are -71.4 % and not the -75 % that is reported; 97 are more than 84.
  const stopped = (breaks: string): string | undefined => {
    const tables: Tables = changed(data, breaks);
    return messageOf(() => buildStories(readSources(), known(tables), claimFaults(tables)));
  };
  test('hold, and each is false under the change that stands beside it', () => {
    expect(claimFaults(data)).toEqual([]);
    const claims = [...claimsOf(data).values()];
    expect(claims.length).toBeGreaterThan(5);
    expect(claims.filter(({ isTrue }) => !isTrue)).toEqual([]);
    expect(claims.filter((each) => evaluate(each, changed(data, each.breaks)).isTrue)).toEqual([]);
  });
  test('24 cases: what is reported and what is worked out differ', () => {
    expect(stopped('qh-cases-2020on = 24')).toMatch(/src\/content\/claims\.yaml:\d+:\d+: change-agrees does not hold: calc-change ~ qh-cases-change, with calc-change = -71\.4286, qh-cases-change = -75: what is reported and what is worked out differ beyond rounding/);
  });
  test('97 cases: “far fewer” is refused where it stands, in both languages', () => {
    const message = stopped('qh-cases-2020on = 97');
    for (const locale of ['zh', 'en']) expect(message).toMatch(new RegExp(`src/content/${locale}/steps/same-length\\.md:\\d+:\\d+: far-fewer does not hold`));
  });
  test('a qualifier: the words that tell of the shape follow it', () => {
    const tables = changed(data, 'qh-seized-ring-g is about, qh-places-checked is exact, qh-months is exact');
    const { en, zh } = buildStories(readSources(), known(tables));
    const words = (story: typeof en): string => [...story.steps.values()].map(({ alt, body }) => plain([...alt, ...body], story.locale, tables)).join('\n');
    expect(words(en)).not.toMatch(/left open|open end|fades/);
    expect(words(en)).toContain('A bar with a soft end stands for about 40 grams');
    expect(words(zh)).not.toMatch(/开口|敞着|虚化，因为/);
    expect(words(zh)).toContain('约40克，末端虚化');
  });
});

test('a comparing word is a fault where its sentence names no claim', () => {
  const style: Style = { banned: { zh: [], en: [] }, terms: [], pairs: [], comparing: { zh: ['更少'], en: ['fewer'] }, linted: {} };
  expect(unboundFindings('Fewer. {?far-fewer}Far fewer still. And {qh-x} fewer.', 'en', style).map(({ index }) => index)).toEqual([0, 47]);
  expect(unboundFindings('{?a}更少。更少；{if a}更少{else}多{end}。', 'zh', style).map(({ index }) => index)).toEqual([7]);
});
