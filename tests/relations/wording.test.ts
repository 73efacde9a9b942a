import { expect, test } from 'vitest';
import { checkStyle } from '../../src/copy/style.ts';
import { tables } from '../../src/data/tables.ts';

test('no text of any surface departs from the newsroom’s style, or says more than its tables', () => {
  expect(() => checkStyle(tables())).not.toThrow();
});
