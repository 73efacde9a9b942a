import { describe, expect, test } from 'vitest';
import { shownValues } from '../../src/copy/claims.ts';
import { changed } from '../../src/data/change.ts';
import { claimFault, evaluate, saidOf, type Declared } from '../../src/data/claims.ts';
import { ConditionError, parseCondition } from '../../src/data/condition.ts';
import { loadTables } from '../../src/data/tables.ts';
import { messageOf } from './fixture.ts';

// The newsroom: 84 cases, then 21 (-75 % as reported); 23 and 14 suspects; more than 40 g; falls of 240, 410 and 1,170; May 2020.
const data = loadTables();
const declared = (holds: string, breaks = 'qh-cases-2020on = 97', known: Declared['known'] = null): Declared => ({ id: 'claim', says: { zh: '话', en: 'words' }, holds, breaks, known });
const holds = (condition: string): boolean => evaluate(declared(condition), data).isTrue;

describe('a condition', () => {
  test.each([
    ['qh-cases-2020on < qh-cases-2019', true],
    ['qh-cases-2019 < qh-cases-2020on', false],
    ['wn-users-2020on < wn-users-2019 < wn-users-2018 < 0', true],
    ['|wn-users-2018| < |wn-users-2019| < 410', false],
    ['calc-change ~ qh-cases-change', true],
    ['qh-cases-2019 - qh-cases-2020on = calc-fewer', true],
    ['calc-monthly-short < calc-monthly-2019 / 2 and calc-monthly-long < calc-monthly-2019 / 2', true],
    ['(qh-cases-2020on + 1) * 4 <= qh-cases-2019', false],
    ['wn-tests = most(人)', true],
    ['wn-jobs = most(人)', false],
    ['legs(line-2) = wn-sold-in', true],
    ['qh-seized-ring-g is more_than or at_least', true],
    ['qh-seized-ring-g is about', false],
    ['line-2 is dots and line-2 is region and line-1 is solid', true],
    ['line-1 is region', false],
    ['line-1 is mudanjiang and mudanjiang-sanya is sanya', true],
    ['mudanjiang-sanya is wanning or qionghai', false],
    ['mudanjiang-sanya has mode and hubei-haikou lacks mode', true],
    ['hubei-haikou has mode', false],
    ['qh-trips-north != 3', false],
    ['wn-target-case < wn-target-case', false],
  ])('“%s” is %s', (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  test.each([[-76.087, -76, true], [-73.91, -76, false], [-75.5, -76, true], [-75.4, -76, false], [2.449, 2.45, true], [2.444, 2.45, false]])('%d is about to round to %d: %s', (computed, reported, agree) => {
    const facts = new Map(data.facts);
    for (const [id, value] of [['wn-users-2018', computed], ['wn-users-2019', reported]] as const) facts.set(id, { ...facts.get(id)!, value });
    expect(evaluate(declared('wn-users-2018 ~ wn-users-2019'), { ...data, facts }).isTrue).toBe(agree);
  });

  test.each([
    ['', 'expected a number or an id before "the end"'],
    ['qh-cases-2019', 'it compares nothing'],
    ['qh-cases-2019 <', 'expected a number or an id before "the end"'],
    ['qh-cases-2019 < 3 qh-sweeps', '"qh-sweeps" is left over'],
    ['qh-cases-2019 < 3; process', '"; process" cannot be read'],
    ['(qh-cases-2019 < 3', 'expected ")" before "<"'],
  ])('“%s” is refused, with what was expected', (condition, message) => {
    expect(messageOf(() => parseCondition(condition))).toContain(message);
  });

  test.each([
    ['qh-cases-1999 < 3', '"qh-cases-1999" is unknown, expected an id of data/facts.csv or a figure of src/data/derive.ts'],
    ['nowhere has mode', '"nowhere" is unknown, expected an id of data/routes.csv or data/lines.csv'],
    ['line-1 has legs', '"legs" is nothing that line-1 can have'],
    ['qh-cases-2019 is roughly', '"roughly" is nothing that qh-cases-2019 can be, expected one of exact, more_than'],
    ['mudanjiang-sanya is nowhere', '"nowhere" is nothing that mudanjiang-sanya can be, expected one of mudanjiang, sanya'],
    ['calc-change is exact', 'a figure of ours, which has no qualifier'],
  ])('“%s” names what is not there', (condition, message) => {
    expect(() => holds(condition)).toThrow(ConditionError);
    expect(messageOf(() => holds(condition))).toContain(message);
  });
});

describe('a claim', () => {
  test('that a correction denies says its condition and the values', () => {
    const corrected = changed(data, 'qh-cases-2020on = 97');
    expect(saidOf(evaluate(declared('calc-monthly-short < calc-monthly-2019'), corrected))).toBe('claim does not hold: calc-monthly-short < calc-monthly-2019, with calc-monthly-short = 8.0833, calc-monthly-2019 = 7');
  });

  test('shows its values as a reader meets them, ours marked', () => {
    expect(shownValues(evaluate(declared('calc-fewer > wn-users-2018'), data), data, 'en')).toEqual([['calc-fewer', 'ƒ63 cases'], ['wn-users-2018', '−240 people']]);
  });

  test.each([
    ['that cannot be false', declared('qh-cases-2019 = qh-cases-2019'), 'breaks', 'still holds under "qh-cases-2020on = 97", expected a change that breaks it: a condition that cannot be false is none'],
    ['whose change is none', declared('qh-cases-2019 > 1', 'more cases'), 'breaks', '"more cases" is no change of a table'],
    ['whose change names a figure of ours', declared('calc-fewer > 1', 'calc-fewer = 0'), 'breaks', '"calc-fewer" is unknown, expected an id of data/facts.csv: a figure of ours follows from those'],
    ['that cannot be read', declared('qh-cases-2019 <'), 'holds', 'expected a number or an id'],
    ['that sets a report beside our own sum, which differ', declared('wn-users-2018 ~ qh-cases-2019', 'wn-users-2018 = 84'), 'holds', 'what is reported and what is worked out differ beyond rounding'],
    ['whose known difference is none', declared('calc-change ~ qh-cases-change', 'qh-cases-2020on = 24', { zh: '因', en: 'because' }), 'known', 'the difference that is said to be known is none'],
  ] as const)('%s is a fault', (_, claim, column, message) => {
    expect(claimFault(claim, data)).toMatchObject({ column, message: expect.stringContaining(message) });
  });

  test('is none when it holds and can be broken, or when its difference is explained', () => {
    expect(claimFault(declared('calc-change ~ qh-cases-change', 'qh-cases-2020on = 24'), data)).toBeUndefined();
    expect(claimFault(declared('wn-users-2018 ~ qh-cases-2019', 'wn-users-2018 = 84', { zh: '因', en: 'because' }), data)).toBeUndefined();
  });

  test.each([
    ['qh-seized-ring-g is about', 'qh-seized-ring-g is more_than'],
    ['mudanjiang-sanya lacks mode', 'mudanjiang-sanya has mode'],
    ['hubei-haikou has mode', 'hubei-haikou lacks mode'],
    ['line-2 is solid', 'line-2 is dots'],
    ['line-2 is place', 'line-2 is region'],
    ['line-1 is haikou', 'line-1 is mudanjiang'],
    ['mudanjiang-sanya is haikou', 'mudanjiang-sanya is sanya'],
    ['wn-target-case = 2020-06', 'wn-target-case <= 24244'],
    ['published = 2020-12-31', 'calc-months-max > 12'],
    ['qh-cases-2019 = 1, qh-cases-2020on = 2', 'qh-cases-2020on < qh-cases-2019'],
  ])('is broken by “%s”, and the tables stay as they were', (breaks, condition) => {
    expect([holds(condition), evaluate(declared(condition), changed(data, breaks)).isTrue, holds(condition)]).toEqual([true, false, true]);
  });
});
