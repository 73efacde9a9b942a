import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/copy/inline.ts';
import { parseProse } from '../../src/copy/prose.ts';
import { tables } from '../../src/data/tables.ts';
import { termLinker, termsOf, type Term } from '../../src/lesson/content/glossary.ts';
import { readLesson } from '../../src/lesson/content/words.ts';

const term = (id: string, ...forms: string[]): Term => ({ id, term: forms[0]!, forms, meaning: [] });
const TERMS = [term('campaign', '禁毒三年大会战', '三年大会战'), term('suspect', 'suspects', 'suspect'), term('base', 'base'), term('solved', '破获')];
const text = (value: string): Inline[] => [{ type: 'text', value }];
/** Links as [words], all else as it is. */
const shown = (nodes: readonly Inline[]): string =>
  nodes.map((node) => (node.type === 'link' ? `[${shown(node.children)}](${node.href.replace('/lesson/glossary/', '')})` : 'children' in node ? `*${shown(node.children)}*` : 'value' in node ? node.value : '{}')).join('');

describe('terms are linked where each first stands', () => {
  test.each([
    ['once only', '破获又破获', '[破获](#solved)又破获'],
    ['the longest form', '从禁毒三年大会战起', '从[禁毒三年大会战](#campaign)起'],
    ['a plural whole', 'two suspects, one suspect', 'two [suspects](#suspect), one suspect'],
    ['a capital at the start', 'Suspects are suspects', '[Suspects](#suspect) are suspects'],
    ['no part of a word', 'the database is based on a base', 'the database is based on a [base](#base)'],
    ['no term, no link', '没有词', '没有词'],
  ])('%s', (_, value, expected) => {
    expect(shown(termLinker(TERMS).inline(text(value)))).toBe(expected);
  });

  test('a later text of the page is not linked again, and links and numbers stay', () => {
    const link = termLinker(TERMS);
    const [first] = link.block(parseProse('x.md', '**破获**{qh-cases-2019}，见[破获](/data/)', 1));
    expect(shown(first!.type === 'paragraph' ? first!.children : [])).toBe('*[破获](#solved)*{}，见[破获](/data/)');
    expect(shown(link.inline(text('破获')))).toBe('破获');
    expect([...link.linked]).toEqual(['solved']);
  });
});

describe('the glossary', () => {
  // The words that a reader outside the police does not know, by hand.
  const WANTED = ['冰毒', '寄递', '嫌疑人', '破获', '收网', '部目标案件', '两抢一盗', '人次', '现有吸毒人员', '同比', '基数', '禁毒三年大会战', '五老', '社戒社康'];

  test('holds every term of the trade, in both languages', () => {
    const [zh, en] = (['zh', 'en'] as const).map((locale) => termsOf(readLesson(locale), tables()));
    expect(zh!.map(({ term: name }) => name)).toEqual(expect.arrayContaining(WANTED));
    expect(en!.map(({ id }) => id)).toEqual(zh!.map(({ id }) => id));
    for (const { term: name, forms, meaning } of [...zh!, ...en!]) {
      expect(meaning.length, name).toBeGreaterThan(0);
      expect(forms.every((form) => form.length > 1), name).toBe(true);
    }
  });
});
