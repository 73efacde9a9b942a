import { expect, test } from 'vitest';
import { linterFindings } from '../../src/copy/linter.ts';

test.each([
  ['It counts the the cases.', 10, 'repeated `the`'],
  ['It is an case.', 6, 'expected `a`'],
  ['It says "cut" here.', 8, 'straight'],
  ['One ends.  Two begins.', 9, 'space'],
])('the linter finds the slip in “%s”', (text, index, reason) => {
  const found = linterFindings(text, 'english');
  expect(found.map((each) => each.index)).toContain(index);
  expect(found.map(({ message }) => message).join('\n')).toContain(reason);
});

test('nothing is said of a binding: what it prints is not known here', () => {
  expect(linterFindings('It took an {qh-months} search: {qh-cases}{qh-cases}, {?far-fewer}fewer cases.', 'english')).toEqual([]);
});
