import { csvFormatRows } from 'd3';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/data/claims.ts';
import { evaluate } from '../../src/data/claims.ts';
import { briefQualifier, formatFact, qualifierWord } from '../../src/data/format.ts';
import { tableCsv } from '../../src/data/publish.ts';
import { factById, loadTables, type Tables } from '../../src/data/tables.ts';
import { checkReferences } from '../../src/copy/references.ts';
import { readLabel } from '../../src/copy/prose.ts';
import type { Fault } from '../../src/copy/fault.ts';
import { grid, messageOf, writePackage } from './fixture.ts';

/** The tables of the newsroom, with a fact of which nothing is printed. */
function lacking(id: string, column: 'value' | 'month', kind?: 'words'): string {
  const [facts, printed] = [grid('facts'), grid('printed')];
  for (const rows of [facts, printed]) {
    rows.find(([each]) => each === id)![rows[0]!.indexOf(column)] = '';
  }
  if (kind) facts.find(([each]) => each === id)![facts[0]!.indexOf('kind')] = kind;
  return writePackage({ 'facts.csv': `${csvFormatRows(facts)}\n`, 'printed.csv': `${csvFormatRows(printed)}\n` });
}

const DATA: Tables = loadTables(lacking('wn-trained', 'value'));
const TRAINED = factById(DATA, 'wn-trained');
const ids = { figures: DATA.facts, places: DATA.places, anchors: new Set<string>(), withdrawn: new Set<string>() };

function faultsOf(text: string, claims: ReadonlyMap<string, Claim> = new Map()): string[] {
  const faults: Fault[] = [];
  checkReferences('steps/en/support.md', readLabel({ file: 'steps/en/support.md', line: 7, column: 1 }, text, faults, claims), { ...ids, claims }, faults);
  return faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('a number that the source does not print', () => {
  test('is said to be not disclosed, and is neither nought nor empty', () => {
    expect([formatFact(TRAINED, 'zh'), formatFact(TRAINED, 'en'), formatFact(TRAINED, 'en', 'abs'), formatFact(TRAINED, 'zh', 'number')]).toEqual(['未披露', 'not disclosed', 'not disclosed', '?']);
    expect([qualifierWord(TRAINED, 'zh'), briefQualifier(TRAINED, 'en')], 'what is not printed is not as printed').toEqual(['未披露', 'not disclosed']);
    expect(messageOf(() => formatFact(TRAINED, 'en', 'word'))).toContain('not disclosed');
  });

  test('is an empty cell of the served table, and no 0', () => {
    const [head, ...rows] = tableCsv(DATA, 'facts', 'plain').split('\n').map((line) => line.split(','));
    expect(rows.find(([id]) => id === 'wn-trained')![head!.indexOf('value')]).toBe('');
  });

  test('stops a sentence that prints it, by line and column, and not the cell that is nothing else', () => {
    expect(faultsOf('with {wn-trained} in them')).toEqual([
      '7:6 {wn-trained}: its value is not disclosed, and the sentence needs it: take it out, or word both cases under a claim that "wn-trained has value", {if …}…{else}…{end}',
    ]);
    expect(faultsOf('{wn-trained}')).toEqual([]);
    expect(faultsOf('with {wn-jobs} in them')).toEqual([]);
  });

  test('has a sentence of its own under a claim that it has a value', () => {
    const claim = evaluate({ id: 'trained-known', says: { zh: '', en: '' }, holds: 'wn-trained has value', breaks: 'wn-trained lacks value', known: null }, DATA);
    expect([claim.isTrue, claim.values]).toEqual([false, [['wn-trained', 'not disclosed']]]);
    expect(faultsOf('with {if trained-known}{wn-trained}{else}how many{end} in them', new Map([[claim.id, claim]]))).toEqual([]);
  });

  test('stops a claim that compares it', () => {
    const more = { id: 'more-helped', says: { zh: '', en: '' }, holds: 'wn-jobs > wn-trained', breaks: 'wn-jobs = 1', known: null };
    expect(messageOf(() => evaluate(more, DATA))).toBe('"wn-trained" is not disclosed, and what is said of it needs its value');
  });
});

test('a month may not be disclosed either; words that are not there are no quotation', () => {
  expect(formatFact(factById(loadTables(lacking('wn-target-case', 'month')), 'wn-target-case'), 'en')).toBe('not disclosed');
  expect(messageOf(() => loadTables(lacking('wn-trained', 'value', 'words')))).toMatch(/facts\.csv:\d+:\d+ \(words_zh\): "" is empty, expected the source’s own words/);
});
