import { expect, test } from 'vitest';
import { formatFact } from '../../src/data/format.ts';
import { derivedById } from '../../src/data/derive.ts';
import { loadTables } from '../../src/data/tables.ts';

const tables = loadTables();

// Worked out by hand from the special: (22 ÷ 18 − 92 ÷ 12) ÷ (92 ÷ 12), 92 ÷ 12 × 18, max(19, 15), 19 + 15, 26.29° × 111 km, 331 ÷ 12, 531 ÷ 12, 1450 ÷ 18 and ÷ 17.
test.each([
  ['calc-class-monthly-change', '84.1%'],
  ['calc-class-as-before', '138起'],
  ['calc-class-union-least', '19人'],
  ['calc-class-union-most', '34人'],
  ['calc-class-north', '2,919公里'],
  ['calc-users-monthly-2018', '27.6人/月'],
  ['calc-users-monthly-2019', '44.3人/月'],
  ['calc-users-monthly-long', '80.6人/月'],
  ['calc-users-monthly-short', '85.3人/月'],
])('%s, as the lesson’s key prints it: %s', (id, expected) => {
  expect(formatFact(derivedById(tables, id), 'zh', 'abs')).toBe(expected);
});
