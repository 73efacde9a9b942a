import { expect, test } from 'vitest';
import { LOCALES } from '../../src/languages.ts';
import { tables } from '../../src/data/tables.ts';

const facts = [...tables().facts.values()];

test('a label or note repeats no number that a correction would have to find again', () => {
  const withDigits = facts.flatMap(({ id, label, note }) =>
    LOCALES.flatMap((locale) => [label[locale], note[locale]]).filter((text) => /\d/.test(text.replace(/\b20(?:18|19|20|21)(?!\d)/g, ''))).map((text) => `${id}: ${text}`),
  );
  expect(withDigits).toEqual([]);
});

test('suspects are not called anything worse, and no label is put on people who use drugs', () => {
  const words = facts.flatMap(({ label, unit, note }) => LOCALES.flatMap((locale) => [label[locale], unit[locale], note[locale]])).join('\n');
  expect(words).not.toMatch(/瘾君子|毒虫|罪犯|毒贩|addict|abuser|junkie|criminals\b|convict|drug users?\b/i);
});
