import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { readStory, stepNodes } from '../../src/copy/story.ts';
import { tables } from '../../src/data/tables.ts';
import { planRecord } from '../../src/components/lesson/records.ts';
import { minutesOfPhase } from '../../src/lesson/content/minutes.ts';
import { planById, PLANS } from '../../src/lesson/content/plans.ts';
import { TASKS } from '../../src/lesson/content/tasks.ts';
import { readLesson } from '../../src/lesson/content/words.ts';
import { worksheet } from '../../src/lesson/content/worksheet.ts';
import { STEPS } from '../../src/story/steps.ts';

describe.each(PLANS)('the plan of $id minutes', (plan) => {
  test('its slides and its slack add up to its length, and so do its phases; a tenth of it at least is slack', () => {
    const slack = plan.phases.map((phase) => phase.slack).reduce((a, b) => a + b, 0);
    expect(plan.slides.map(({ minutes }) => minutes).reduce((a, b) => a + b, 0) + slack).toBe(Number(plan.id));
    expect(plan.phases.map(minutesOfPhase).reduce((a, b) => a + b, 0)).toBe(plan.minutes);
    // A lesson without a minute to spare is late with the first question.
    expect(slack / plan.minutes).toBeGreaterThanOrEqual(0.1);
    for (const { minutes, id } of plan.slides) expect(minutes, id).toSatisfy((value: number) => Number.isInteger(value) && value >= 1);
  });

  test('every picture is a step of the story, every slide and phase has a name of its own', () => {
    const steps = STEPS.map(({ id }) => id as string);
    for (const slide of plan.slides) if ('step' in slide) expect(steps).toContain(slide.step);
    expect(new Set(plan.slides.map(({ id }) => id)).size).toBe(plan.slides.length);
    expect(new Set(plan.phases.map(({ id }) => id)).size).toBe(plan.phases.length);
  });

  test('its questions are meant for its levels', () => {
    for (const id of plan.tasks) expect(TASKS.find((task) => task.id === id)!.levels, id).toEqual(expect.arrayContaining([...plan.levels]));
  });

  test('standards are fields for the teacher to fill in: none is cited from memory, to catalogues neither', () => {
    for (const locale of ['zh', 'en'] as const) {
      const { school } = readLesson(locale);
      for (const nodes of [school.outline, school.junior.standard, school.senior.standard]) expect(plain(nodes, locale, tables())).toMatch(/：_{8,}$|: _{8,}$/);
      expect(JSON.stringify(school)).not.toMatch(/《|Curriculum Standard/);
      expect(planRecord(plan, readLesson(locale))).not.toHaveProperty('educationalAlignment');
    }
  });
});

test('below senior secondary no plan shows a supply route, what was seized, or who was arrested', () => {
  const older = new Set(['prologue', 'line-1', 'line-2']);
  const shown = PLANS.filter(({ levels }) => levels.includes('junior')).flatMap(({ slides }) => slides.flatMap((slide) => ('step' in slide ? [STEPS.find(({ id }) => id === slide.step)!.chapter] : [])));
  expect(shown.length).toBeGreaterThan(4);
  expect(shown.filter((chapter) => older.has(chapter))).toEqual([]);
});

describe.each(['zh', 'en'] as const)('what is left for pupils below junior secondary, %s', (locale) => {
  const { school } = readLesson(locale);
  const linked = school.primary.flatMap((node) => (node.type === 'link' ? [node.href.replace(/^\/#/, '')] : []));

  test('the note leads past the opening and both lines, to chapters that begin there', () => {
    expect(linked).toEqual(['cases-2019', 'venues', 'prevention']);
    for (const id of linked) expect(STEPS.find((step) => step.chapter === STEPS.find((each) => each.id === id)!.chapter)!.id).toBe(id);
  });

  test('from there on no step tells an amount, a disguise or a way of supply', () => {
    const story = readStory(locale);
    const from = STEPS.findIndex(({ id }) => id === 'cases-2019');
    const text = STEPS.slice(from).map(({ id }) => stepNodes(story.steps.get(id)!)).map((nodes) => plain(nodes, locale, tables())).join('\n');
    const told = STEPS.slice(0, from).map(({ id }) => stepNodes(story.steps.get(id)!)).map((nodes) => plain(nodes, locale, tables())).join('\n');
    const withheld = locale === 'zh' ? /\d\s*(公斤|千克|克)|伪装|寄递|包裹|收件|冰毒/ : /\d\s*(kilo)?grams?\b|disguise|parcel|posted|methamphetamine/i;
    expect(told).toMatch(withheld);
    expect(text).not.toMatch(withheld);
  });
});

test('the same slide lasts as it needs but is the same in every plan', () => {
  const seen = new Map<string, unknown>();
  for (const { slides } of PLANS) {
    for (const { minutes: _, ...slide } of slides) {
      if (seen.has(slide.id)) expect(slide).toEqual(seen.get(slide.id));
      seen.set(slide.id, slide);
    }
  }
});

test('the plan of 40 minutes is one class hour, the one of 80 breaks after the first', () => {
  expect(planById('40').classHours).toBe(1);
  const { phases } = planById('80');
  const pause = phases.findIndex(({ id }) => id === 'pause');
  expect(phases.slice(0, pause + 1).map(minutesOfPhase).reduce((a, b) => a + b, 0)).toBe(40);
});

test.each(PLANS)('what the plan of $id minutes says to skip is enough to win three minutes back, or its last slide', ({ late, slides }) => {
  const skipped = slides.filter(({ id }) => late.includes(id));
  expect(skipped.map(({ id }) => id).sort()).toEqual([...late].sort());
  expect(skipped.reduce((sum, { minutes }) => sum + minutes, 0)).toBeGreaterThanOrEqual(2);
});

test.each(PLANS)('the plan of $id minutes ends with a headline and a caveat on its last slide, on the sheet and in the key, and never skips it', ({ slides, phases, late, id }) => {
  const [last] = slides.slice(-1);
  expect(last).toMatchObject({ kind: 'words', words: 'exit' });
  expect(phases.at(-1)!.id).toBe('end');
  expect(late).not.toContain(last!.id);
  for (const locale of ['zh', 'en'] as const) {
    const { plans, slides: words, worksheet: sheet } = readLesson(locale);
    const [headline, caveat] = locale === 'zh' ? [/标题/, /保留/] : [/headline/i, /caveat/i];
    const said = (nodes: Parameters<typeof plain>[0]): string => plain(nodes, locale, tables());
    const ends = [said(plans[id].phases['end']!.teacher), words['exit']!.body.map(said).join(), said(sheet.items.headline.ask), sheet.items.headline.answer.map(said).join()];
    for (const end of ends) expect([headline.test(end), caveat.test(end)], end).toEqual([true, true]);
    expect(worksheet(planById(id), tables(), locale).flat().at(-1)!.kind).toBe('headline');
  }
});

test.each(PLANS)('the plan of $id minutes has a slide with the newspaper’s own words, who wrote them and when, in quotation marks', ({ slides }) => {
  for (const locale of ['zh', 'en'] as const) {
    const { slides: words } = readLesson(locale);
    const quoting = slides.flatMap((slide) => (slide.kind === 'words' && ['paper', 'quote'].includes(slide.words) ? [words[slide.words]!.body.map((nodes) => plain(nodes, locale, tables()))] : []));
    expect(quoting).toHaveLength(1);
    expect(quoting[0]![0]).toMatch(locale === 'zh' ? /2021年.*撰文：/ : /2021.*Words: /);
    expect(quoting[0]!.slice(1).join('\n')).toMatch(/“[^”]+”/);
  }
});

test('a plan that does not exist is named', () => {
  expect(() => planById('20')).toThrow('"20" is no plan, expected one of 15, 40, 80');
});

test('what a catalogue reads of the plan of 40 minutes', () => {
  expect(planRecord(planById('40'), readLesson('zh'))).toMatchObject({
    '@context': 'https://schema.org', '@type': ['LearningResource', 'CreativeWork'], name: '先猜，再看，再问', inLanguage: 'zh-Hans-CN',
    learningResourceType: ['教案', '幻灯片', '学生单'], educationalLevel: ['初中', '高中', '大学一年级'], timeRequired: 'PT40M', typicalAgeRange: '12-19',
    audience: { '@type': 'EducationalAudience', educationalRole: 'teacher' }, isAccessibleForFree: true,
  });
  expect(planRecord(planById('15'), readLesson('en'))).toMatchObject({
    learningResourceType: ['lesson plan', 'slides', 'Worksheet'], timeRequired: 'PT15M', typicalAgeRange: '12-19', inLanguage: 'en',
    teaches: ['Facing a chart without a title, keep “I notice” and “I wonder” apart.', 'Name what makes two numbers comparable: the same thing counted, over the same length of time.', 'Turn totals into monthly averages before comparing them.'],
    license: 'https://creativecommons.org/licenses/by/4.0/',
  });
  expect(planRecord(planById('80'), readLesson('en'))).toMatchObject({ timeRequired: 'PT80M', typicalAgeRange: '15-19', educationalLevel: ['Senior secondary', 'First-year university'] });
});
