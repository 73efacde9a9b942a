import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, test } from 'vitest';
import { fill } from '../../src/data/fill.ts';
import { plain } from '../../src/copy/plain.ts';
import { LOCALES } from '../../src/languages.ts';
import { formatFact } from '../../src/data/format.ts';
import { tables, type Tables } from '../../src/data/tables.ts';
import type { Locale } from '../../src/data/types.ts';
import { readCourse } from '../../src/lesson/content/course.ts';
import { PLANS, planById } from '../../src/lesson/content/plans.ts';
import type { Plan } from '../../src/lesson/content/types.ts';
import { readLesson } from '../../src/lesson/content/words.ts';
import { deckOf, deckSlides, formatCode, pagesOf } from '../../src/office/deck.ts';
import { unpackParts } from '../../src/office/package.ts';
import { readOffice } from '../../src/office/words.ts';
import { BODY } from '../../src/office/presentation.ts';
import { packageFaults, validate, wordsIn } from './check.ts';

const partsOf = (bytes: Uint8Array, pattern: RegExp): string[] =>
  Object.entries(unpackParts(bytes)).filter(([path]) => pattern.test(path)).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).map(([, part]) => part as string);
const made = new Map<string, Promise<Uint8Array>>();
/** A deck as our own tables give it, made once for all tests. */
const deck = (plan: Plan, locale: Locale): Promise<Uint8Array> => {
  const key = `${plan.id} ${locale}`;
  const known = made.get(key) ?? deckOf(plan, locale, tables());
  made.set(key, known);
  return known;
};
const SLIDES = /^ppt\/slides\/[^/]+\.xml$/;
const NOTES = /^ppt\/notesSlides\/[^/]+\.xml$/;
const CHARTS = /^ppt\/charts\/[^/]+\.xml$/;

describe.each(LOCALES)('decks, %s', (locale) => {
  test.each(PLANS)('of $id minutes: a whole package, valid, the same bytes twice', async (plan) => {
    const bytes = await deck(plan, locale);
    expect(packageFaults(bytes)).toEqual([]);
    expect(await validate(bytes, `deck-${plan.id}.${locale}.pptx`)).toEqual([]);
    expect(Buffer.from(await deckOf(plan, locale, tables())).equals(Buffer.from(bytes))).toBe(true);
  });

  test.each(PLANS)('of $id minutes: no word says its own size, face or colour, so that a change in the master reaches all', async (plan) => {
    const slides = partsOf(await deck(plan, locale), SLIDES);
    for (const xml of slides) {
      expect(xml).not.toMatch(/<a:rPr[^>]*\bsz=|<a:latin|<a:solidFill|<a:srgbClr/);
      // All words stand in placeholders.
      expect(xml.match(/<p:sp>/g)).toHaveLength(xml.match(/<p:sp><p:nvSpPr><p:cNvPr [^>]*\/><p:cNvSpPr><a:spLocks noGrp="1"\/><\/p:cNvSpPr><p:nvPr><p:ph /g)!.length);
    }
    const titles = slides.map((xml) => wordsIn(xml)[0]);
    expect(new Set(titles).size, titles.join(' | ')).toBe(titles.length);
  });

  test.each(PLANS)('of $id minutes: no slide answers a question before its own answer', async (plan) => {
    const slides = await deckSlides(plan, locale, tables());
    const { tasks } = readLesson(locale);
    const { ui } = readOffice(locale);
    const textOf = (at: number): string => slides[at]!.body.map((spans) => spans.map(({ text }) => text).join('')).join('\n');
    for (const id of plan.tasks) {
      const title = plain(tasks[id].title, locale, tables(), 'ƒ');
      const [asked, answered] = [title, fill(ui.slideAnswer, { title })].map((each) => slides.findIndex((slide) => slide.title === each)) as [number, number];
      expect(answered).toBeGreaterThan(asked);
      const answer = plain(tasks[id].answer[0]!, locale, tables(), 'ƒ');
      expect(slides.map((_, at) => at).filter((at) => textOf(at).includes(answer))).toEqual([answered]);
    }
    const { guesses } = readCourse();
    for (const [at, slide] of plan.slides.entries()) {
      if (slide.kind !== 'predict') continue;
      const secret = formatFact(tables().facts.get(guesses[slide.quantity].guessed)!, locale, 'abs-number');
      const told = slides.findIndex(({ figure }) => figure?.kind === 'chart' && figure.chart.alt.includes(secret));
      const asked = slides.findIndex(({ figure }) => figure?.kind === 'chart' && figure.chart.bars.at(-1)!.value === null && figure.chart.series === slides[told]!.figure!['chart' as never]['series']);
      expect(asked, `${plan.id} ${slide.quantity} ${at}`).toBe(told - 1);
      for (let i = 0; i < told; i += 1) expect(`${slides[i]!.title}\n${textOf(i)}`, `slide ${i + 1}`).not.toMatch(new RegExp(`(?<![\\d,.])${secret}(?![\\d,.])`));
    }
  });

  test('each slide has notes, paragraph by paragraph, and a source at its foot', async () => {
    const bytes = await deck(planById('40'), locale);
    const [slides, notes] = [partsOf(bytes, SLIDES), partsOf(bytes, NOTES)];
    expect(notes).toHaveLength(slides.length);
    for (const xml of notes) expect(wordsIn(xml).filter((words) => words !== '').length).toBeGreaterThan(0);
    for (const xml of slides) expect(xml).toMatch(/idx="13"\/>[^]*?<a:t>[^<]+</);
  });

  test('charts are native: the numbers stand in a workbook inside, with unit and qualifier in the label', async () => {
    const parts = unpackParts(await deck(planById('40'), locale));
    const charts = Object.keys(parts).filter((path) => CHARTS.test(path));
    expect(charts.length).toBeGreaterThanOrEqual(5);
    for (const path of charts) {
      const xml = parts[path] as string;
      const book = new Workbook();
      await book.xlsx.load(parts[path.replace('charts/', 'embeddings/').replace('.xml', '.xlsx')] as never);
      const [sheet] = book.worksheets;
      const cached = [...xml.matchAll(/<c:numCache>[^]*?<\/c:numCache>/g)].flatMap(([cache]) => [...cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)/g)]).map(([, i, value]) => [Number(i), Number(value)]);
      expect(cached.length).toBeGreaterThan(0);
      for (const [i, value] of cached) expect(sheet!.getCell(`B${i! + 2}`).value).toBe(value);
      expect(xml).toContain(`'${sheet!.name}'!`);
      for (const [, code] of xml.matchAll(/<c:dLbl><c:idx[^>]*><c:numFmt formatCode="([^"]*)"/g)) expect(code).toMatch(/&quot;.+&quot;/);
    }
  });
});

test('body type is 24 points, captions 14, colours are the theme’s, and each language has its faces', async () => {
  const parts = unpackParts(await deck(planById('15'), 'zh'));
  const master = parts['ppt/slideMasters/slideMaster1.xml'] as string;
  expect(/<p:bodyStyle>[^]*?<\/p:bodyStyle>/.exec(master)![0].match(/ sz="(\d+)"/g)).toEqual([' sz="2400"', ' sz="2400"', ' sz="2400"']);
  expect(parts['ppt/slideLayouts/slideLayout3.xml']).toContain('sz="1400"');
  const theme = parts['ppt/theme/theme1.xml'] as string;
  expect(theme).toMatch(/<a:latin typeface="Arial"\/><a:ea typeface="微软雅黑"\/>/);
  for (const name of Object.keys(parts)) if (/slide(s|Layouts|Masters)\/[^/]+\.xml$/.test(name)) expect(parts[name], name).not.toContain('srgbClr');
});

test('a label keeps its qualifier when its number is edited', () => {
  const fact = (id: string) => tables().facts.get(id)!;
  expect(formatCode({ ...fact('qh-seized-ring-g'), value: 30, qualifier: 'more_than' }, 'zh')).toBe('"超过"#,##0"克"');
  expect(formatCode({ ...fact('qh-seized-island-g'), value: 0.62 }, 'en')).toBe('#,##0.00" grams"');
});

test('words that do not fit go on to another slide and are not set smaller', () => {
  const long = [{ text: '长'.repeat(150) }];
  expect(pagesOf([long, long], BODY.aside)).toEqual([[long], [long]]);
  expect(pagesOf([[{ text: '短' }], [{ text: '短' }]], BODY.aside)).toHaveLength(1);
});

test('words on two slides are shared out evenly: no sentence stands alone on the second', () => {
  const paragraph = [{ text: '长'.repeat(28) }];
  expect(pagesOf(Array(7).fill(paragraph), BODY.aside).map(({ length }) => length)).toEqual([4, 3]);
});

test.each(LOCALES)('what is for the teacher stands in the notes, not where the class reads it, %s', async (locale) => {
  const { ui } = readOffice(locale);
  const { guesses } = readCourse();
  for (const plan of PLANS) {
    const slides = await deckSlides(plan, locale, tables());
    const told = new Set<unknown>();
    for (const { title, body, source, figure, notes } of slides) {
      const seen = [source, ...body.flat().map(({ text }) => text)].join('\n');
      expect(seen, title).not.toContain(ui.chartEditable);
      for (const { guessed } of Object.values(guesses)) expect(source, title).not.toContain(tables().facts.get(guessed)!.note[locale]);
      // A chart that goes on to a second slide is explained on the first.
      if (figure?.kind === 'chart' && !told.has(figure)) expect(notes, title).toContain(ui.chartEditable);
      told.add(figure);
    }
  }
});

test('a corrected number reaches words, chart and workbook of the deck', async () => {
  const data = tables();
  const fact = { ...data.facts.get('qh-cases-2019')!, value: 777 };
  const corrected: Tables = { ...data, facts: new Map([...data.facts, [fact.id, fact]]) };
  const slides = await deckSlides(planById('40'), 'zh', corrected);
  const charts = slides.flatMap(({ figure }) => (figure?.kind === 'chart' ? [figure.chart] : []));
  expect(charts.some(({ bars }) => bars.some(({ value }) => value === 777))).toBe(true);
  expect(charts.some(({ bars }) => bars.some(({ value }) => value === 777 / 12))).toBe(true);
  expect(slides.some(({ body }) => body.some((spans) => spans.some(({ text }) => text === '777起')))).toBe(true);
});
