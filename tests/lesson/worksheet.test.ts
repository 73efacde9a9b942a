import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { tables, type Tables } from '../../src/data/tables.ts';
import { blankAxes } from '../../src/lesson/content/axes.ts';
import { axesDrawing } from '../../src/lesson/content/drawings.ts';
import { planById, PLANS } from '../../src/lesson/content/plans.ts';
import { buildLesson, readLessonSources } from '../../src/lesson/content/words.ts';
import { worksheet, type Item } from '../../src/lesson/content/worksheet.ts';

/** The tables with one fact's number changed. */
function mutated(id: string, value: number): Tables {
  const data = tables();
  return { ...data, facts: new Map([...data.facts].map(([key, fact]) => [key, key === id ? { ...fact, value } : fact])) };
}

const ratesOf = (data: Tables): Extract<Item, { kind: 'rates' }> => worksheet(planById('15'), data, 'zh').flat().find((item) => item.kind === 'rates')!;
const answers = (data: Tables): string => {
  const { tasks, worksheet: sheet } = buildLesson(readLessonSources(), data).zh;
  return [...Object.values(tasks), ...Object.values(sheet.items)].flatMap(({ answer }) => answer.map((nodes) => plain(nodes, 'zh', data))).join('\n');
};

describe('the answers come from the data', () => {
  test('the table of monthly averages, as the source has it', () => {
    expect(ratesOf(tables()).rates.map(({ cases, months, rate, given }) => [cases, months, rate, given])).toEqual([
      ['84', '12', '7.0', true],
      ['21', '12', '1.8', false],
      ['21', '18', '1.2', false],
    ]);
  });

  test('a changed count changes the table', () => {
    expect(ratesOf(mutated('qh-cases-2019', 120)).rates[0]).toMatchObject({ cases: '120', rate: '10.0' });
    expect(ratesOf(mutated('qh-cases-2020on', 36)).rates.map(({ rate }) => rate)).toEqual(['7.0', '3.0', '2.0']);
  });

  test.each([
    ['qh-cases-2019', 120, '120起÷12个月，每月10.0起'],
    ['qh-cases-2020on', 36, '36起÷18个月，每月2.0起'],
    ['qh-arrests-ring', 22, '特刊写有抓获犯罪嫌疑人22名和14名'],
    ['wn-users-2020on', -1600, '减少1,600人，总人数没有公布'],
    ['wn-users-2018', -444, '也不能拿444或410当整体'],
  ])('a changed %s stands in the key', (id, value, expected) => {
    expect(answers(tables())).not.toContain(expected);
    expect(answers(mutated(id, value))).toContain(expected);
  });
});

describe('axes to draw on', () => {
  test('their scale follows what pupils know, not what they are to guess', () => {
    // 84 ÷ 12 × 18 = 126: a guess of “as before” must fit.
    expect(blankAxes('cases', tables())).toEqual({ end: 140, ticks: [0, 20, 40, 60, 80, 100, 120, 140], bars: ['qh-cases-2019', 'qh-cases-2020on'] });
    expect(blankAxes('cases', mutated('qh-cases-2020on', 5))).toEqual(blankAxes('cases', tables()));
    expect(blankAxes('cases', mutated('qh-cases-2019', 400)).end).toBe(600);
    expect(blankAxes('known-users', tables())).toEqual({ end: 2000, ticks: [0, 500, 1000, 1500, 2000], bars: ['wn-users-2018', 'wn-users-2019', 'wn-users-2020on'] });
  });

  test('the key has a model drawing, the pupils’ sheet has none', () => {
    const lesson = buildLesson(readLessonSources(), tables()).zh;
    const drawing = (answered: boolean): string => axesDrawing('cases', blankAxes('cases', tables()), true, lesson, tables(), answered).svg;
    expect(drawing(false)).not.toMatch(/class="model"|>21起</);
    expect(drawing(true).match(/class="model"/g)).toHaveLength(2);
    expect(drawing(true)).toMatch(/>84起<.*>21起</s);
  });

  test('a fact without a number is named', () => {
    const data = tables();
    const facts = new Map([...data.facts].map(([key, fact]) => [key, key === 'wn-users-2019' ? { ...fact, value: null } : fact]));
    expect(() => blankAxes('known-users', { ...data, facts })).toThrow('data/facts.csv: wn-users-2019 has no value');
  });
});

test.each(['15', '40'])('in the worksheet of %s minutes the order is that of the lesson', (id) => {
  const plan = planById(id);
  const order = plan.slides.flatMap((slide) => (slide.kind === 'notice' ? ['notice'] : slide.kind === 'predict' ? [slide.quantity] : slide.kind === 'task' ? [slide.task] : slide.id === 'exit' ? ['headline'] : []));
  const asked = worksheet(plan, tables(), 'en').flat().map((item) => ('quantity' in item ? item.quantity : 'task' in item ? item.task : item.kind));
  expect(asked).toEqual(order);
});

describe.each(PLANS)('the worksheet of $id minutes', (plan) => {
  const pages = worksheet(plan, tables(), 'zh');

  test('it has at most two pages, and asks each question of its plan once, in order', () => {
    expect(pages.length).toBeLessThanOrEqual(2);
    expect(pages.flat().flatMap((item) => ('task' in item ? [item.task] : []))).toEqual(plan.tasks);
    expect(pages.flat().filter(({ kind }) => kind === 'predict').map((item) => 'quantity' in item && item.quantity)).toEqual(
      plan.slides.flatMap((slide) => (slide.kind === 'predict' ? [slide.quantity] : [])),
    );
  });
});
