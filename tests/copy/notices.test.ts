import { expect, test } from 'vitest';
import { spokenSentence } from '../../src/copy/notices.ts';
import { tables } from '../../src/data/tables.ts';

const data = tables();

test('a sentence of a correction is told as it was read, never with its bindings', () => {
  expect(spokenSentence('It made {qh-sweeps:number} sweeps.', 'en', data)).toBe('It made 54 sweeps.');
  expect(spokenSentence('清查行动{qh-sweeps}。', 'zh', data)).toBe('清查行动54次。');
  expect(spokenSentence('In 2020 it was so.', 'en', data)).toBe('In 2020 it was so.');
});

test('what is withdrawn since stays out of it', () => {
  expect(spokenSentence('Police went {qh-gone:word} a day.', 'en', data)).toBe('Police went … a day.');
});
