import { csvParse } from 'd3';
import { beforeAll, describe, expect, test } from 'vitest';
import { changedSentences, sentencesOf } from '../../src/copy/published.ts';
import { withdrawalNotice } from '../../src/copy/notices.ts';
import { readText } from '../../src/copy/sources.ts';
import { LOCALES } from '../../src/languages.ts';
import { namesIn, withdrawnNames } from '../../src/data/names.ts';
import { RESOURCE_NAMES } from '../../src/data/descriptor.ts';
import { factsJson, tableCsv } from '../../src/data/publish.ts';
import { fileOf, readState } from '../../src/data/published.ts';
import { tables } from '../../src/data/tables.ts';
import type { Withdrawal } from '../../src/data/types.ts';
import { oembedNotice } from '../../src/embed/oembed.ts';
import { PLANS } from '../../src/lesson/content/plans.ts';
import { ownersFile } from '../../src/newsroom.ts';
import { noticeTexts } from '../../src/pictures/notice.ts';
import { goneEmbeds, gonePictures, goneSteps } from '../../src/story/withdrawn.ts';
import { bare, surfaces } from './surfaces.ts';

const data = tables();
const state = readState(ownersFile('data'));
let outputs: Awaited<ReturnType<typeof surfaces>>;
beforeAll(async () => {
  if (data.withdrawals.length > 0) outputs = await surfaces();
}, 300_000);

/** Words by which what was withdrawn would be known, in any language. */
function tracesOf({ kind, of }: Withdrawal): string[] {
  if (kind === 'name') return withdrawnNames(ownersFile('data')).map(([form]) => form);
  if (state === null) return [];
  if (kind === 'fact') {
    const row = csvParse(fileOf(state, 'data/facts.csv')).find(({ id }) => id === of)!;
    return [row['label_zh']!, row['label_en']!, row['note_zh']!, row['note_en']!];
  }
  if (kind === 'sentence') return LOCALES.flatMap((locale) => changedSentences(state).get(of)![locale].gone).filter((sentence) => !sentence.includes('{'));
  if (kind === 'step') return LOCALES.flatMap((locale) => sentencesOf(/^title: (.*)$/m.exec(fileOf(state, `src/content/${locale}/steps/${of}.md`))![1]!));
  return LOCALES.map((locale) => (JSON.parse(fileOf(state, `src/content/${locale}/embed.json`)) as Record<string, string>)[`title.${of}`]!);
}

if (data.withdrawals.length > 0) describe('a newsroom that has withdrawn something', () => {
  test.each(data.withdrawals)('$id ($kind) stands nowhere at all: not in words, markup, tables, feed or records', (row) => {
    const traces = tracesOf(row);
    expect(traces.length).toBeGreaterThan(0);
    const served = [...RESOURCE_NAMES.map((name) => tableCsv(data, name, 'plain')), factsJson(data)].join('\n');
    for (const trace of traces) {
      for (const [name, { text, raw }] of outputs) {
        expect(bare(text), `“${trace}” in ${name}`).not.toContain(bare(trace));
        expect(raw, `“${trace}” in the markup of ${name}`).not.toContain(trace);
      }
      expect(served).not.toContain(trace);
    }
  });

  test.each(data.withdrawals)('$id ($kind) has its dated notice on the data page and in the feed', (row) => {
    for (const locale of LOCALES) {
      const { text } = withdrawalNotice(row, locale);
      for (const name of ['data page', 'feed', 'file without a network', `office files ${PLANS[0]!.id}`]) expect(bare(outputs.get(`${name} ${locale}`)!.text), name).toContain(bare(text));
    }
  });

  test('every address of a withdrawn step, embed and picture answers with the notice', () => {
    expect(goneSteps().map(({ id }) => id)).toEqual(data.withdrawals.filter(({ kind }) => kind === 'step').map(({ of }) => of));
    expect(goneEmbeds().map(({ id }) => id)).toEqual(expect.arrayContaining(data.withdrawals.filter(({ kind }) => kind === 'embed').map(({ of }) => of)));
    for (const { row } of [...goneSteps(), ...goneEmbeds(), ...gonePictures()]) expect(noticeTexts(row, 'en')[1]).toContain(row.reason.en);
    for (const gone of goneEmbeds()) for (const locale of LOCALES) expect(oembedNotice(gone, locale)['html']).toContain(`/embed/${gone.id}/`);
    const { raw } = outputs.get('article zh')!;
    for (const { id } of goneSteps()) expect(raw).toContain(`id="${id}"`);
    for (const { kind, of } of data.withdrawals) if (kind === 'fact') expect(outputs.get('data page zh')!.raw).toContain(`id="${of}"`);
  });

  // Excludes a number that stands on in the note that once corrected it.
  test('what was corrected before it was withdrawn is told no more', () => {
    const gone = new Set(data.withdrawals.map(({ of }) => of));
    const earlier = state === null ? [] : csvParse(readText('data/corrections.csv')).filter(({ fact }) => gone.has(fact!));
    for (const { id, reason_en: reason } of earlier) {
      expect(data.corrections.map((row) => row.id)).not.toContain(id);
      for (const [name, { raw }] of outputs) expect(raw, `“${reason}” in ${name}`).not.toContain(reason!);
    }
  });

  test('and no row names a name: it names an id of a table that is not served', () => {
    for (const { of } of data.withdrawals.filter(({ kind }) => kind === 'name')) expect(namesIn(ownersFile('data'))).toContain(of);
    expect(RESOURCE_NAMES).not.toContain('names');
  });
});
else test('a newsroom that has withdrawn nothing has no notice in the place of a page', () => {
  expect([...goneSteps(), ...goneEmbeds(), ...gonePictures()]).toEqual([]);
});
