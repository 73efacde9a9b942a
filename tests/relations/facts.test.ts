import { expect, test } from 'vitest';
import { tables } from '../../src/data/tables.ts';

const facts = [...tables().facts.values()];

test('a label or note repeats no number that a correction would have to find again', () => {
  const withDigits = facts.flatMap(({ id, label, note }) =>
    [label.zh, label.en, note.zh, note.en].filter((text) => /\d/.test(text.replace(/\b20(?:18|19|20|21)(?!\d)/g, ''))).map((text) => `${id}: ${text}`),
  );
  expect(withDigits).toEqual([]);
});

test('suspects are not called anything worse, and no label is put on people who use drugs', () => {
  const words = facts.flatMap(({ label, unit, note }) => [label.zh, label.en, unit.zh, unit.en, note.zh, note.en]).join('\n');
  expect(words).not.toMatch(/瘾君子|毒虫|罪犯|毒贩|addict|abuser|junkie|criminals\b|convict|drug users?\b/i);
});
