import { OURS } from '../../src/copy/ours.ts';
import { claimsOf, shownValues } from '../../src/copy/claims.ts';
import { readLineWords } from '../../src/copy/lines.ts';
import { plain } from '../../src/copy/plain.ts';
import { LOCALES } from '../../src/languages.ts';
import { readStory, stepNodes } from '../../src/copy/story.ts';
import { checkStyle } from '../../src/copy/style.ts';
import { exactness, readUi } from '../../src/copy/ui.ts';
import { derive } from '../../src/data/derive.ts';
import { correctedCell, formatFact, qualifierWord, sectionTitle } from '../../src/data/format.ts';
import { dataVersion, factsJson, servedDescriptor, tableCsv } from '../../src/data/publish.ts';
import { RESOURCE_NAMES } from '../../src/data/descriptor.ts';
import { placeById, type Tables } from '../../src/data/tables.ts';
import type { Locale } from '../../src/data/types.ts';
import { readEmbedWords } from '../../src/embed/words.ts';
import { makeChart } from '../../src/flat/chart.ts';
import { basemap } from '../../src/geo/map.ts';
import { PLANS } from '../../src/lesson/content/plans.ts';
import { pupilsCsv } from '../../src/lesson/content/pupils.ts';
import { readLesson } from '../../src/lesson/content/words.ts';
import { worksheet } from '../../src/lesson/content/worksheet.ts';
import { readOffice } from '../../src/office/words.ts';
import { readPictureWords } from '../../src/pictures/words.ts';
import { FRAMES } from '../../src/scenes/frames.ts';
import { layoutMap } from '../../src/scenes/map/layout.ts';
import { planMap } from '../../src/scenes/map/plan.ts';
import { sceneOf, type SceneName } from '../../src/scenes/registry.ts';
import { UNANSWERED } from '../../src/scenes/scene.ts';
import { STEPS } from '../../src/story/steps.ts';
import { lineRules, lineTokens, themesOf } from '../../src/styles/lines.ts';
import { readFileSync } from 'node:fs';

const TOKENS = readFileSync('src/styles/tokens.css', 'utf8');
const RULES = readFileSync('src/styles/line.css', 'utf8');

/** Every text in a structure of words, one a line: runs of the prose syntax as plain words. */
function wordsIn(value: unknown, locale: Locale, data: Tables): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof (each as { type?: unknown } | null)?.type === 'string'))
    return [plain(value as Parameters<typeof plain>[0], locale, data, OURS)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((each) => wordsIn(each, locale, data)) : [];
}

/** The rows of the data page: facts, our own figures, claims, places, corrections. */
function dataPage(locale: Locale, data: Tables): string[] {
  return [
    ...[...data.facts.values()].map((fact) =>
      [
        fact.id,
        fact.label[locale],
        formatFact(fact, locale),
        placeById(data, fact.place).name[locale],
        fact.period[locale],
        exactness(fact, locale),
        sectionTitle(fact.section, locale, data),
        fact.note[locale],
      ].join(' | '),
    ),
    ...[...derive(data).values()].map((figure) => [figure.label[locale], formatFact(figure, locale), figure.method[locale]].join(' | ')),
    ...[...claimsOf(data).values()].map((claim) => [claim.holds, claim.isTrue, ...shownValues(claim, data, locale).flat()].join(' | ')),
    ...[...data.places.values()].map(({ name, lat, lon, source, note }) => [name[locale], lat, lon, source, note[locale]].join(' | ')),
    ...data.corrections.map((each) =>
      [
        each.date,
        each.fact,
        each.field,
        correctedCell(each, each.was[locale], locale, data),
        correctedCell(each, each.is[locale], locale, data),
        each.reason[locale],
        each.found[locale],
      ].join(' | '),
    ),
  ];
}

/** What is drawn at a step, as marks and words: what every still, embed, slide and file of it is made of. */
function drawn(locale: Locale): Map<string, string> {
  const chart = makeChart(locale, 'geographic');
  const frame = FRAMES.portrait;
  const plan = planMap(frame, chart);
  return new Map(
    STEPS.map(({ id, picture }) => [
      `picture ${locale} ${id}`,
      JSON.stringify(
        (Object.entries(picture) as [SceneName, object][]).map(([name, state]) => {
          const { layout } = sceneOf(name);
          return layout === 'map' ? layoutMap(plan, state as Parameters<typeof layoutMap>[1]) : layout(state, frame, chart, UNANSWERED);
        }),
      ),
    ]),
  );
}

/**
 * Every output that rests on the tables, by a name that says where a reader, a teacher or an editor meets it. It is made of the tables of the
 * build: run it in `withTables`.
 * @throws as the readers do: a claim that does not hold, a wording that the style refuses, a layout that has no room
 */
export function outputs(data: Tables): Map<string, string> {
  const found = new Map<string, string>();
  checkStyle(data);
  for (const locale of LOCALES) {
    const story = readStory(locale);
    const lines = (value: unknown): string => wordsIn(value, locale, data).join('\n');
    for (const [id, step] of story.steps)
      found.set(`article ${locale} ${id}`, [...stepNodes(step)].map((node) => plain([node], locale, data, OURS)).join(''));
    found.set(`article ${locale} unknown`, plain(story.unknown, locale, data, OURS));
    found.set(`article ${locale} chapters`, lines(story.chapters.map(({ title, kicker, intro }) => [title, kicker, intro])));
    found.set(
      `tables of numbers ${locale}`,
      [...data.facts.values()]
        .map((fact) =>
          [fact.label[locale], formatFact(fact, locale), fact.period[locale], qualifierWord(fact, locale), fact.unit[locale]].join(' | '),
        )
        .join('\n'),
    );
    found.set(`data page ${locale}`, dataPage(locale, data).join('\n'));
    found.set(`interface ${locale}`, lines([readUi(locale), readEmbedWords(locale), readPictureWords(locale), readLineWords(locale)]));
    found.set(`lesson ${locale}`, lines(readLesson(locale)));
    found.set(`office ${locale}`, lines(readOffice(locale)));
    found.set(`worksheets ${locale}`, JSON.stringify(PLANS.map((plan) => worksheet(plan, data, locale))));
    for (const [name, marks] of drawn(locale)) found.set(name, marks);
  }
  found.set('pupils’ data', pupilsCsv(data, 'plain'));
  for (const name of RESOURCE_NAMES) found.set(`served ${name}.csv`, tableCsv(data, name, 'plain'));
  found.set('served facts.json', factsJson(data));
  found.set('served descriptor', `${servedDescriptor(data)}${dataVersion(data)}`);
  const all = [...data.lines.values()];
  const themes = themesOf(TOKENS);
  found.set('styles', JSON.stringify([lineRules(RULES, all), (['night', 'day'] as const).map((name) => lineTokens(all, name, themes[name]))]));
  found.set('map', JSON.stringify(basemap()));
  return found;
}
