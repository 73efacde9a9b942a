import { beforeAll, describe, expect, test } from 'vitest';
import { noticesAt, noticesOf, noticesOfFact } from '../../src/copy/notices.ts';
import { LOCALES } from '../../src/languages.ts';
import { readUi } from '../../src/copy/ui.ts';
import { formatFact } from '../../src/data/format.ts';
import { factsJson, tableCsv } from '../../src/data/publish.ts';
import { tables } from '../../src/data/tables.ts';
import type { Correction, Fact, Locale } from '../../src/data/types.ts';
import { feedText } from '../../src/layouts/feed.ts';
import { pupilsCsv } from '../../src/lesson/content/pupils.ts';
import { STEPS } from '../../src/story/steps.ts';
import { bare, surfaces } from './surfaces.ts';

const data = tables();
const told = data.corrections.filter(({ kind }) => kind === 'correction');
let outputs: Awaited<ReturnType<typeof surfaces>>;
beforeAll(async () => {
  if (told.length > 0) outputs = await surfaces();
}, 300_000);

if (told.length > 0) describe('a newsroom with corrections', () => {
  test.each(told)('$id ($field) stands as a dated note wherever what it corrects stands', (row) => {
    for (const [name, { locale, text, steps }] of outputs) {
      const { text: note } = noticesOf(locale).find(({ id }) => id === row.id)!;
      if (steps !== null && !noticesAt(steps, locale).some(({ id }) => id === row.id)) continue;
      // On the data page it stands as a row of the table.
      const wanted = name.startsWith('data page') ? row.reason[locale] : note;
      expect(bare(text), `${row.id} in ${name}`).toContain(bare(wanted));
    }
  });

  test('each stands at a step or a chapter, or its fact stands nowhere but in the tables', () => {
    const everywhere = noticesAt([...STEPS.map(({ id }) => id)], 'zh').map(({ id }) => id);
    const alone = told.filter(({ id }) => !everywhere.includes(id)).map(({ fact }) => fact);
    expect(alone.filter((fact) => outputs.get('article zh')!.text.includes(`{${fact}}`))).toEqual([]);
    for (const { fact, id } of told) if (fact !== null) expect(noticesOfFact(fact, 'en').map((each) => each.id)).toContain(id);
  });

  /** What a reader met before, as a fact writes it, where nothing else is written so today. */
  function oldForms(row: Correction, locale: Locale): string[] {
    if (row.field === 'sentence') return row.was[locale] === '' ? [] : [row.was[locale]];
    if (row.field === 'place') return [];
    const fact = data.facts.get(row.fact!)!;
    const was = row.was[locale];
    if (row.field === 'period') return [was];
    const before: Fact = {
      ...fact,
      ...(row.field === 'value' ? { value: Number(was) } : row.field === 'unit' ? { unit: { zh: row.was.zh, en: row.was.en, enOne: row.was.en } } : { [row.field]: was }),
    };
    const now = [...data.facts.values()].map((each) => formatFact(each, locale));
    return [formatFact(before, locale)].filter((form) => !now.some((each) => each.includes(form)));
  }

  test.each(told)('$id ($field): the old form stands nowhere outside a dated note', (row) => {
    const notes = (locale: Locale): string[] => noticesOf(locale).map(({ text }) => bare(text)).concat(data.corrections.flatMap(({ fact }) => (fact === null ? [] : noticesOfFact(fact, locale).map(({ text }) => bare(text)))));
    for (const [name, { locale, text }] of outputs) {
      const withoutTable = name.startsWith('data page') ? text.slice(0, text.indexOf(readUi(locale).correctionsPolicy)) : text;
      const left = notes(locale).reduce((rest, note) => rest.replaceAll(note, ''), bare(withoutTable));
      for (const form of oldForms(row, locale)) expect(left, `“${form}” in ${name}`).not.toContain(bare(form));
    }
    const served = ['facts', 'places', 'lines', 'routes'].map((name) => tableCsv(data, name as 'facts', 'plain')).concat(factsJson(data), pupilsCsv(data, 'plain')).join('\n');
    for (const locale of LOCALES) for (const form of oldForms(row, locale)) expect(served).not.toContain(form);
  });
});
else test('a newsroom without corrections tells of none in its feed: of what is withdrawn alone', () => {
  for (const locale of LOCALES) expect(feedText(locale).match(/<entry>/g) ?? []).toHaveLength(data.withdrawals.length);
});
