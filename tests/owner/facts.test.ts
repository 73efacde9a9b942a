import { expect, test } from 'vitest';
import { factById, loadTables } from '../../src/data/tables.ts';

// What holds of the facts of this source, for those of them that the newsroom tells: it may add some and take some out.
const tables = loadTables();
const facts = [...tables.facts.values()];
const told = (ids: readonly string[]): string[] => ids.filter((id) => tables.facts.has(id));

test.each(told(['qh-arrests-ring', 'qh-arrests-island']))('%s says that the two arrest counts of the first line are not to be added', (id) => {
  expect(factById(tables, id).note.zh).toMatch(/不相加/);
  expect(factById(tables, id).note.en).toMatch(/not added/i);
});

test.each(told(['qh-cases-2020on']))('%s claims no last day, which the source does not print', (id) => {
  expect(factById(tables, id).period.zh).toMatch(/未写明/);
  expect(factById(tables, id).period.en).toMatch(/no end date given/);
});

// 犯罪嫌疑人 is said of 19, 15 and 43 alone; these are 涉案人员, 吸毒人员, 刑满释放人员, 戒毒康复人员 and volunteers.
test.each(told(['qh-users-involved', 'wn-arrests-ring', 'wn-released-linked', 'wn-jobs', 'wn-volunteers']))('%s counts no suspects', (id) => {
  const { label, unit } = factById(tables, id);
  expect([label.zh, label.en, unit.zh, unit.en].join('\n')).not.toMatch(/嫌疑人|suspect/i);
});

test('nobody has more of a name than the source prints', () => {
  expect(facts.flatMap(({ label, unit, note }) => [label.zh, unit.zh, note.zh]).join('\n')).not.toMatch(/潘(?!某)|吴(?!某)/);
});
