import { describe, expect, test } from 'vitest';
import { plain } from '../../src/copy/plain.ts';
import { known, numbersIn } from '../../src/copy/references.ts';
import { readSources } from '../../src/copy/sources.ts';
import { buildStories, readStory, stepNodes, storyNodes } from '../../src/copy/story.ts';
import { tables } from '../../src/data/tables.ts';
import { STEP_IDS } from '../../src/story/ids.ts';

const sources = readSources();
const ids = known(tables());
const LEAD = 'src/content/en/steps/lead.md';

/** The faults of the article after a change to its texts; `undefined` takes a file away. */
function faults(changes: Readonly<Record<string, string | undefined>>): string {
  const changed = new Map(sources);
  for (const [file, text] of Object.entries(changes)) {
    if (text === undefined) changed.delete(file);
    else changed.set(file, text);
  }
  try {
    buildStories(changed, ids);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no fault';
}

const replaced = (file: string, from: string, to: string): Record<string, string> => {
  const text = sources.get(file) ?? '';
  expect(text).toContain(from);
  return { [file]: text.replace(from, to) };
};

describe('the article', () => {
  test('its texts have no fault', () => expect(faults({})).toBe('no fault'));

  test.each(['zh', 'en'] as const)('every one of the 46 facts is in the article (%s)', (locale) => {
    const shown = numbersIn(storyNodes(readStory(locale)));
    const left = [...tables().facts.keys()].filter((id) => !shown.has(id));
    expect(left).toEqual([]);
    expect(tables().facts.size).toBe(46);
  });

  test.each(['zh', 'en'] as const)('every figure of ours is in the article (%s)', (locale) => {
    const shown = numbersIn(storyNodes(readStory(locale)));
    expect([...shown].filter((id) => id.startsWith('calc-')).sort()).toEqual([
      'calc-change', 'calc-course-people', 'calc-distance', 'calc-fewer', 'calc-monthly-2019', 'calc-monthly-long', 'calc-monthly-short', 'calc-months-max', 'calc-months-min',
      'calc-sweep-officers', 'calc-sweep-vehicles', 'calc-sweep-visits', 'calc-users-monthly-2018', 'calc-users-monthly-2019', 'calc-users-monthly-long', 'calc-users-monthly-short',
    ]);
  });

  test('what stands beside the numbers is not lost in either language', () => {
    const text = (locale: 'zh' | 'en', id: (typeof STEP_IDS)[number]): string => plain(readStory(locale).steps.get(id)?.body ?? [], locale, tables());
    expect(text('zh', 'ring')).toContain('丁某等23名嫌疑人被抓获，缴获冰毒超过40克');
    expect(text('en', 'ring')).toContain('23 suspects, Ding among them, were arrested and more than 40 grams of methamphetamine seized');
    expect(text('zh', 'north')).toContain('联合侦查约6个月');
    expect(text('en', 'north')).toContain('three times');
    expect(text('zh', 'venues')).toContain('18家歌舞娱乐场所清查54次，累计610家次');
    expect(text('zh', 'prevention')).toContain('25万人次');
    expect(text('en', 'prevention')).toContain('250,000 attendances');
    expect(text('zh', 'guess')).not.toContain('1,170');
    expect(text('en', 'guess')).not.toContain('1,170');
  });

  test('23 and 14 are never added, 84 and 21 never compared without the lengths of their periods', () => {
    for (const locale of ['zh', 'en'] as const) {
      const all = plain(storyNodes(readStory(locale)), locale, tables());
      expect(all).not.toMatch(/37(?:人|名| suspects| people)/);
      const since = plain(stepNodes(readStory(locale).steps.get('cases-since')!), locale, tables());
      expect(since).toMatch(locale === 'zh' ? /时间不等长/ : /not equally long/);
    }
  });

  test('people are suspects and people who use drugs, not labels', () => {
    const zh = plain(storyNodes(readStory('zh')), 'zh', tables());
    const en = plain(storyNodes(readStory('en')), 'en', tables());
    expect(zh).not.toMatch(/毒贩(?!线)|罪犯|犯人|瘾君子|毒虫|涉毒分子|落网/);
    expect(en).not.toMatch(/addict|abuser|junkie|criminals|drug dealer|traffickers|drug users?/i);
    expect([...new Set(zh.match(/[丁沈]某山?/g))].sort()).toEqual(['丁某', '沈某山']);
  });

  test('Chinese uses full-width marks, English curly ones', () => {
    const zh = plain(storyNodes(readStory('zh')), 'zh', tables());
    const en = plain(storyNodes(readStory('en')), 'en', tables());
    expect(zh).not.toMatch(/[;:!?()"']|,(?!\d{3})|\.(?!\d)| /);
    expect(en).not.toMatch(/["']|[，。；：！？、（）]| {2}/);
  });

  // On a phone a card holds about 18 Han characters or 38 letters a line, and 3 to 7 lines.
  test.each(STEP_IDS)('the text of "%s" fits a card on a phone', (id) => {
    const size = (locale: 'zh' | 'en'): number => plain(readStory(locale).steps.get(id)?.body ?? [], locale, tables()).length;
    expect(size('zh')).toBeGreaterThan(45);
    expect(size('zh')).toBeLessThanOrEqual(126);
    expect(size('en')).toBeGreaterThan(120);
    expect(size('en')).toBeLessThanOrEqual(330);
  });
});

describe('a fault stops the build with file, line and column', () => {
  test('a step missing in one language', () => {
    expect(faults({ [LEAD]: undefined })).toBe(`The copy has one fault:\n${LEAD}:1:1: the step "lead" has no text in this language, expected one here: src/content/score.yaml has the step`);
  });

  test('a step that the story does not know', () => {
    expect(faults({ 'src/content/zh/steps/epilogue.md': '---\n' })).toContain('src/content/zh/steps/epilogue.md:1:1: src/content/score.yaml has no such step: take the text out, or add the step there');
  });

  test('a number shown in one language only', () => {
    expect(faults(replaced(LEAD, 'Where the lead', 'All {qh-venues}. Where the lead'))).toBe(
      'The copy has one fault:\nsrc/content/zh/steps/lead.md:1:1: {qh-venues} stands in src/content/en/steps/lead.md but not here',
    );
  });

  test.each([
    ['no head', 'Text.', ':1:1: expected a head'],
    ['a head that is no YAML', '---\ntitle: "x\nalt: y\n---\nText.', ':4:1: Missing closing "quote'],
    ['a missing key', '---\ntitle: x\n---\nText.', ':2:1: alt: expected a text'],
    ['a key too many', '---\ntitle: x\nalt: y\nsubtitle: z\n---\nText.', ':4:1: "subtitle" is not known here'],
    ['a spec of one row', '---\ntitle: x\nspec:\n  - [a, b]\nalt: y\n---\nText.', ':4:3: spec: expected 2 to 4 rows'],
    ['a spec row of three cells', '---\ntitle: x\nspec:\n  - [a, b]\n  - [a, b, c]\nalt: y\n---\nText.', ':5:5: spec.1: expected [label, value] or [label, null]'],
    ['a digit in a headline', '---\ntitle: The 19\nalt: y\n---\nText.', ':2:12: "19" is a typed number'],
    ['a digit in a quoted cell', '---\ntitle: x\nspec:\n  - [a, null]\n  - [b, "no 7"]\nalt: y\n---\nText.', ':5:13: "7" is a typed number'],
    ['a text over two lines', '---\ntitle: x\nalt: y\n  z\n---\nText.', ':3:6: a text stands on one line'],
    ['an id that the data does not have', '---\ntitle: x\nalt: y\n---\nIn {qh-tirps}.', ':5:4: {qh-tirps}: neither data/facts.csv nor src/data/derive.ts has this id'],
    ['an id in a headline', '---\ntitle: x {qh-tirps}\nalt: y\n---\nText.', ':2:10: {qh-tirps}: neither'],
    ['a place that the data does not have', '---\ntitle: x\nalt: y\n---\nIn {@harbin}.', ':5:4: {@harbin}: expected one of mudanjiang, sanya'],
    ['a number that has no such form', '---\ntitle: x\nalt: y\n---\n**{qh-arrests-ring:word}**', ':5:3: {qh-arrests-ring:word} cannot be written: 23 has no word'],
    ['a link to a step that does not exist', '---\ntitle: x\nalt: y\n---\nSee [it](#wuhan).', ':5:5: a link to #wuhan: expected the id of a step or a chapter'],
    ['no text', '---\ntitle: x\nalt: y\n---\n', ':5:1: the step has no text'],
  ])('%s', (_, text, expected) => {
    expect(faults({ [LEAD]: text })).toContain(`${LEAD}${expected}`);
  });

  test('a chapter missing, and one too many', () => {
    const file = 'src/content/en/chapters.json';
    expect(faults(replaced(file, '"inspections":', '"inspection":'))).toMatch(/en\/chapters\.json:6:3: "inspection" is not known here/);
    expect(faults(replaced(file, '"inspections":', '"inspection":'))).toMatch(/en\/chapters\.json:1:1: inspections: /);
  });

  test('a last chapter without text', () => {
    expect(faults({ 'src/content/zh/unknown.md': '' })).toContain('src/content/zh/unknown.md:1:1: the text of this chapter is missing');
  });
});
