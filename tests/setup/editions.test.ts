import { expect, test } from 'vitest';
import { changeNames, changeRows, changeTexts, changeWords } from '../../scripts/editions.ts';

const TABLE = 'id,name,note\na,One,"x, y"\nb,Two,\n';

test('a row is taken out, changed or added; the others stay as they are', () => {
  expect(changeRows(TABLE, { b: null })).toBe('id,name,note\na,One,"x, y"\n');
  expect(changeRows(TABLE, { a: { name: 'Eins' }, c: { note: 3 } })).toBe('id,name,note\na,Eins,"x, y"\nb,Two,\nc,,3\n');
  expect(() => changeRows(TABLE, { a: { nam: 'Eins' } })).toThrow('no column is called nam, expected some of id, name, note');
});

test('a text is taken out, changed or added', () => {
  expect(JSON.parse(changeTexts('{"a":"x","b":"y"}', { a: null, b: 'z', c: 'w' }))).toEqual({ b: 'z', c: 'w' });
  expect(changeTexts('a:\n  b: x\n  c: y\nd: [1]\n', { a: { b: null, e: { f: 'z' } } })).toBe('a:\n  c: y\n  e:\n    f: z\nd:\n  - 1\n');
});

test('words are replaced where they stand once; a change that changes nothing, or too much, stops', () => {
  expect(changeWords('a b c', [['b', '$&'], ['c', '']])).toBe('a $& ');
  expect(() => changeWords('a b', [['x', 'y']])).toThrow('“x” stands there 0 times, expected once');
  expect(() => changeWords('a a', [['a', 'y']])).toThrow('“a” stands there 2 times');
});

test('a name is another wherever it stands, the longest first', () => {
  expect(changeNames('Two Towns, Two; two', { Two: 'Three', 'Two Towns': 'A Town' })).toBe('A Town, Three; two');
  expect(changeNames('as it is', {})).toBe('as it is');
});
