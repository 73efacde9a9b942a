import { expect, test } from 'vitest';
import { noticesOf, spokenSentence } from '../../src/copy/notices.ts';
import { tables } from '../../src/data/tables.ts';
import type { Correction } from '../../src/data/types.ts';

const data = tables();

test('a sentence of a correction is told as it was read, never with its bindings', () => {
  expect(spokenSentence('It made {qh-sweeps:number} sweeps.', 'en', data)).toBe('It made 54 sweeps.');
  expect(spokenSentence('清查行动{qh-sweeps}。', 'zh', data)).toBe('清查行动54次。');
  expect(spokenSentence('In 2020 it was so.', 'en', data)).toBe('In 2020 it was so.');
});

test('what is withdrawn since stays out of it', () => {
  expect(spokenSentence('Police went {qh-gone:word} a day.', 'en', data)).toBe('Police went … a day.');
});

// Excludes a note that tells a reader that something "was A, is now A", or that nothing was added.
test('of a change in one language alone, readers of the other are shown that language’s words', () => {
  const said = { kind: 'correction', date: '2021-07-02', reason: { zh: '来函', en: 'a letter' }, found: { zh: '读者', en: 'a reader' } } as const;
  const corrections: Correction[] = [
    { ...said, id: 'c-1', fact: 'wn-courses', step: null, field: 'unit', was: { zh: '次', en: 'training sessions' }, is: { zh: '次', en: 'classes' } },
    { ...said, id: 'c-2', fact: null, step: 'cases-2019', field: 'sentence', was: { zh: '', en: '' }, is: { zh: '', en: 'It is one town.' } },
  ];
  const texts = noticesOf('zh', { ...data, corrections }).map(({ text }) => text);
  expect(texts[0]).toContain('（单位）原作“training sessions”，现作“classes”。');
  expect(texts[1]).toContain('补上“It is one town”。');
  expect(noticesOf('en', { ...data, corrections })[1]!.text).toContain('“It is one town” was added.');
});
