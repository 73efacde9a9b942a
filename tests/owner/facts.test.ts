import { expect, test } from 'vitest';
import { factById, loadTables } from '../../src/data/tables.ts';

const tables = loadTables();
const facts = [...tables.facts.values()];

test('no fact is lost or added', () => {
  expect(facts).toHaveLength(70);
  expect(facts.filter(({ place }) => place === 'qionghai')).toHaveLength(40);
  expect(facts.filter(({ place }) => place === 'wanning')).toHaveLength(30);
});

test('a label or note repeats no number that a correction would have to find again', () => {
  const withDigits = facts.flatMap(({ id, label, note }) =>
    [label.zh, label.en, note.zh, note.en].filter((text) => /\d/.test(text.replace(/\b20(?:18|19|20|21)(?!\d)/g, ''))).map((text) => `${id}: ${text}`),
  );
  expect(withDigits).toEqual([]);
});

test('the two arrest counts of the first line each say that they are not to be added', () => {
  for (const id of ['qh-arrests-ring', 'qh-arrests-island']) {
    expect(factById(tables, id).note.zh).toMatch(/不相加/);
    expect(factById(tables, id).note.en).toMatch(/not added/i);
  }
});

test('the 2019 and the since-2020 count do not claim periods of the same length', () => {
  expect(factById(tables, 'qh-cases-2019').period).toEqual({ zh: '2019年', en: '2019' });
  expect(factById(tables, 'qh-cases-2020on').period).toEqual({ zh: '2020年以来，截止日未写明', en: 'since 2020, no end date given' });
});

test('only the three groups that the source calls criminal suspects are counted as suspects', () => {
  expect(facts.filter(({ unit }) => /suspect/.test(unit.en)).map(({ id }) => id).sort()).toEqual(['qh-arrests-island', 'qh-arrests-ring', 'wn-suspects-outside']);
});

test('suspects are not called anything worse, and no label is put on people who use drugs', () => {
  const words = facts.flatMap(({ label, unit, note }) => [label.zh, label.en, unit.zh, unit.en, note.zh, note.en]).join('\n');
  expect(words).not.toMatch(/瘾君子|毒虫|罪犯|毒贩|addict|abuser|junkie|criminals\b|convict|drug users?\b/i);
  expect(words).not.toMatch(/潘(?!某)|吴(?!某洲)/);
});
