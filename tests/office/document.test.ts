import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { LOCALES } from '../../src/languages.ts';
import { formatFact } from '../../src/data/format.ts';
import { tables, type Tables } from '../../src/data/tables.ts';
import type { Locale } from '../../src/data/types.ts';
import { minutesOfPhase } from '../../src/lesson/content/minutes.ts';
import { PLANS, planById } from '../../src/lesson/content/plans.ts';
import type { Plan } from '../../src/lesson/content/types.ts';
import { readLesson } from '../../src/lesson/content/words.ts';
import { sourceLines } from '../../src/office/credit.ts';
import { unpackParts } from '../../src/office/package.ts';
import { planDocument } from '../../src/office/plan-document.ts';
import { sheetDocument } from '../../src/office/sheet-document.ts';
import { buildOffice, readOffice, readOfficeSources } from '../../src/office/words.ts';
import { packageFaults, validate, wordsIn } from './check.ts';

const made = new Map<string, Promise<Uint8Array>>();
/** A sheet as our own tables give it, made once for all tests. */
const sheet = (plan: Plan, locale: Locale, answered: boolean): Promise<Uint8Array> => {
  const key = `${plan.id} ${locale} ${answered}`;
  const known = made.get(key) ?? sheetDocument(plan, locale, tables(), answered);
  made.set(key, known);
  return known;
};
const bodyOf = (bytes: Uint8Array): string => unpackParts(bytes)['word/document.xml'] as string;

describe.each(LOCALES)('Word files, %s', (locale) => {
  const { ui } = readOffice(locale);

  test.each(PLANS)('of $id minutes are whole packages, valid, and the same bytes twice', async (plan) => {
    const made = async () => [await planDocument(plan, locale, tables()), await sheetDocument(plan, locale, tables(), false), await sheetDocument(plan, locale, tables(), true)];
    const [first, second] = [await made(), await made()];
    for (const [i, bytes] of first.entries()) {
      expect(packageFaults(bytes)).toEqual([]);
      expect(await validate(bytes, `${i}.docx`)).toEqual([]);
      expect(Buffer.from(second[i]!).equals(Buffer.from(bytes)), `file ${i}`).toBe(true);
    }
  });

  test.each(PLANS)('the plan of $id minutes has every section that schools ask for, as real headings', async (plan) => {
    const xml = bodyOf(await planDocument(plan, locale, tables()));
    const heads = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>)[^])*?<w:pStyle w:val="Heading1"\/>[^]*?<\/w:p>/g)].map(([paragraph]) => wordsIn(paragraph)[0]);
    expect(heads).toEqual([
      ui.standards, ui.learners, ui.goals, ui.literacies, ui.focusAndDifficulty, ui.materials, ui.process, ui.board, ui.wrong, ui.differentiation, ui.homework, ui.rubric, ui.reflection,
    ]);
    const words = wordsIn(xml);
    for (const phase of plan.phases) expect(words).toContain(`${minutesOfPhase(phase)}${locale === 'zh' ? '分钟' : ' min'}`);
    // The heads of the course, of wrong answers and of the rubric are repeated where they run over a page.
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  });

  test.each(PLANS)('the pupils’ sheet of $id minutes holds no answer, the teachers’ holds them all', async (plan) => {
    const [pupils, teachers] = [wordsIn(bodyOf(await sheet(plan, locale, false))), wordsIn(bodyOf(await sheet(plan, locale, true)))];
    const { tasks } = readLesson(locale);
    for (const id of plan.tasks) {
      const answer = plain(tasks[id].answer[0]!, locale, tables(), 'ƒ');
      expect(teachers).toContain(answer);
      expect(pupils).not.toContain(answer);
    }
    expect(pupils.join('\n')).toContain(readLesson(locale).ui.turnOver);
  });

  test('lines to write on are a style, so that a teacher can add and take away', async () => {
    const xml = bodyOf(await sheet(planById('15'), locale, false));
    expect(xml.match(/<w:pStyle w:val="AnswerLine"\/>/g)!.length).toBeGreaterThan(10);
    expect(unpackParts(await sheet(planById('15'), locale, false))['word/styles.xml']).toMatch(/w:styleId="AnswerLine"[^]*?<w:between /);
  });

  test('page numbers, source, licence and data version stand at the foot of each page', async () => {
    const foot = unpackParts(await planDocument(planById('40'), locale, tables()))['word/footer1.xml'] as string;
    expect(foot).toContain('<w:instrText xml:space="preserve">PAGE</w:instrText>');
    expect(wordsIn(foot).join(' ')).toMatch(/CC BY 4\.0[^]*1\.0\.0/);
  });
});

// Excludes a file that tells the newest correction and drops the others with the line below them.
test('every correction stands at the end of a document, and how to pass it on still does', async () => {
  const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
  const row = { kind: 'correction' as const, date: '2021-07-02', step: null, field: 'value' as const, was: both('1'), is: both('2'), found: both('a reader') };
  const corrections = [{ ...row, id: 'c-1', fact: 'qh-sweeps', reason: both('first letter') }, { ...row, id: 'c-2', fact: 'qh-venues', reason: both('second letter') }];
  const said = wordsIn(unpackParts(await planDocument(planById('40'), 'en', { ...tables(), corrections }))['word/document.xml'] as string).join(' ');
  for (const words of ['first letter', 'second letter', sourceLines('en', tables()).at(-1)!]) expect(said).toContain(words);
});

test('a corrected number reaches plan, sheet and key', async () => {
  const data = tables();
  const fact = { ...data.facts.get('qh-cases-2019')!, value: 777 };
  const corrected: Tables = { ...data, facts: new Map([...data.facts, [fact.id, fact]]) };
  const plan = planById('40');
  for (const bytes of [await planDocument(plan, 'zh', corrected), await sheetDocument(plan, 'zh', corrected, false), await sheetDocument(plan, 'zh', corrected, true)]) {
    const words = wordsIn(bodyOf(bytes)).join('\n');
    expect(words).toMatch(/777|64\.8/);
    expect(words).not.toContain(formatFact(data.facts.get('qh-cases-2019')!, 'zh'));
  }
});

test('a plan whose phase has no reason, or a text in one language only, is refused with its file', () => {
  const [zh] = [...readOfficeSources().keys()].filter((path) => path.endsWith('zh/lesson/office.yaml'));
  const sources = new Map([...readOfficeSources()].map(([path, text]) => [path, path === zh ? text.replace(/^ {6}notice: .*\n/m, '') : text]));
  expect(() => buildOffice(sources, tables())).toThrow(/zh\/lesson\/office\.yaml:\d+:\d+: .*notice/);
});
