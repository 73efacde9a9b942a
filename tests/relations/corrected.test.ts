import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, test } from 'vitest';
import { noticesAt, noticesOf, noticesOfFact } from '../../src/copy/notices.ts';
import { LOCALES } from '../../src/copy/sources.ts';
import { formatFact } from '../../src/data/format.ts';
import { factsJson, tableCsv } from '../../src/data/publish.ts';
import { tables } from '../../src/data/tables.ts';
import type { Correction, Fact, Locale } from '../../src/data/types.ts';
import { EMBEDS } from '../../src/embed/embeds.ts';
import { articleRecords } from '../../src/layouts/records.ts';
import { feedText } from '../../src/layouts/feed.ts';
import { PLANS } from '../../src/lesson/content/plans.ts';
import { pupilsCsv } from '../../src/lesson/content/pupils.ts';
import { sourceLines } from '../../src/office/credit.ts';
import { altOfStep, chartPicture } from '../../src/pictures/chart.ts';
import { metadataOfStep } from '../../src/pictures/files.ts';
import { captions } from '../../src/pictures/kit.ts';
import { texts } from '../../src/pictures/package.ts';
import { readUi } from '../../src/copy/ui.ts';
import { STEPS } from '../../src/story/steps.ts';

const data = tables();
const told = data.corrections.filter(({ kind }) => kind === 'correction');
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** A page as its reader has it: words without markup; a picture's rows run on, for a note is set in several. */
const read = (markup: string): string =>
  markup.replaceAll(/<style[^>]*>[^]*?<\/style>/g, '').replaceAll(/<\/text><text[^>]*>/g, '\u200B').replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
/** Without what a line’s end swallows. */
const bare = (text: string): string => text.replaceAll(/[\s\u200B]/g, '');

/** Every output of a language that says something of the numbers, by what it is, and the steps that it tells; null = all of them. */
const outputs = new Map<string, { locale: Locale; text: string; steps: readonly string[] | null }>();

beforeAll(async () => {
  const container = await AstroContainer.create();
  const render = async (name: string, props: Record<string, unknown>): Promise<string> => {
    // Named by a variable: the type checker of modules does not read pages.
    const file = `../../src/components/${name}.astro`;
    const { default: Page } = (await import(/* @vite-ignore */ file)) as { default: Parameters<AstroContainer['renderToString']>[0] };
    return container.renderToString(Page, { props });
  };
  for (const locale of LOCALES) {
    const add = (name: string, text: string, steps: readonly string[] | null = null): void => void outputs.set(`${name} ${locale}`, { locale, text: read(text), steps });
    const page = await render('DataPage', { locale });
    add('data page', page);
    add('article', await render('Article', { locale }));
    for (const embed of EMBEDS) add(`embed ${embed.id}`, await render('Embed', { locale, embed }), embed.steps);
    add('slides', await render('SlidesPage', { locale }));
    add('file without a network', await render('OfflinePage', { locale }));
    for (const plan of PLANS) add(`lesson ${plan.id}`, await render('lesson/PlanPage', { locale, plan }));
    for (const { id } of STEPS) {
      const variant = { step: id, locale, mapMode: 'schematic' } as const;
      add(`picture ${id}`, chartPicture({ ...variant, theme: 'light' }), [id]);
      add(`picture’s text ${id}`, altOfStep(id, locale, 'schematic'), [id]);
      add(`picture’s metadata ${id}`, Object.values(metadataOfStep(variant)).join('\n'), [id]);
    }
    add('kit', captions(locale), []);
    for (const embed of EMBEDS) add(`package ${embed.id}`, texts(embed)[`readme.${locale}.txt`] as string, embed.steps);
    add('office files', sourceLines(locale, data).join('\n'));
    add('feed', feedText(locale));
    add('records', JSON.stringify(articleRecords(locale, readUi(locale))));
  }
}, 300_000);

describe.skipIf(told.length === 0)('a newsroom with corrections', () => {
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

test.skipIf(told.length > 0)('a newsroom without corrections says so, in its feed too', () => {
  for (const locale of LOCALES) expect(feedText(locale)).not.toContain('<entry>');
});
