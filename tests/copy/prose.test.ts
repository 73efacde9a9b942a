import { describe, expect, test } from 'vitest';
import { parseProse } from '../../src/copy/prose.ts';

const FILE = 'steps/zh/lead.md';
const FIRST_LINE = 7;

/** The faults of a text, one a line, without the heading. */
function faults(text: string): string[] {
  try {
    parseProse(FILE, text, FIRST_LINE);
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
  return [];
}

describe('what is read', () => {
  test('a bound number inside emphasis that touches Han on both sides', () => {
    expect(parseProse(FILE, '前往**{qh-trips-north:word}次**，抓获**{qh-arrests-ring}**后', FIRST_LINE)).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: '前往' },
          { type: 'strong', children: [{ type: 'fact', id: 'qh-trips-north', form: 'word', at: { line: 7, column: 5 } }, { type: 'text', value: '次' }] },
          { type: 'text', value: '，抓获' },
          { type: 'strong', children: [{ type: 'fact', id: 'qh-arrests-ring', form: 'full', at: { line: 7, column: 34 } }] },
          { type: 'text', value: '后' },
        ],
      },
    ]);
  });

  test('bindings of every kind, side by side, in a list', () => {
    expect(parseProse(FILE, '- {@sanya}{@qionghai}\n- {calc-distance}[{!2019年}](#cut-1)', FIRST_LINE)).toEqual([
      {
        type: 'list',
        items: [
          [{ type: 'place', id: 'sanya', at: { line: 7, column: 3 } }, { type: 'place', id: 'qionghai', at: { line: 7, column: 11 } }],
          [
            { type: 'calc', id: 'calc-distance', form: 'full', at: { line: 8, column: 3 } },
            { type: 'link', href: '#cut-1', children: [{ type: 'literal', value: '2019年' }], at: { line: 8, column: 18 } },
          ],
        ],
      },
    ]);
  });

  test('a digit in the address of a link is no typed number', () => {
    expect(faults('见[数据页](/data/#qh-cases-2019)。')).toEqual([]);
  });
});

describe('each fault is named with line and column', () => {
  test.each([
    ['a typed digit', '共\n\n缴获30克', ':9:3: "30" is a typed number: bind it to a fact, such as {qh-cases-2019}, or mark it as no fact, such as {!30}'],
    ['a full-width digit', '缴获３０克', ':7:3: "３０" is a typed number'],
    ['a digit inside emphasis', '缴获**30**克', ':7:5: "30" is a typed number'],
    ['a digit in the words of a link', '[见3图](#cut-1)', ':7:3: "3" is a typed number'],
    ['a space between Han and Latin', '标着 ABC', ':7:3: no space beside Chinese'],
    ['a space between Han and a binding', '共{qh-venues} 家', ':7:13: no space beside Chinese'],
    ['a space between Han and emphasis', '共 **两**家', ':7:2: no space beside Chinese'],
    ['a half-width comma after Han', '海口,三亚', ':7:3: half-width "," after a Han character: write "，"'],
    ['a half-width full stop after Han', '海口.', ':7:3: half-width "." after a Han character: write "。"'],
    ['a half-width semicolon after Han', '海口;', ':7:3: half-width ";" after a Han character: write "；"'],
    ['a half-width colon after Han', '海口:', ':7:3: half-width ":" after a Han character: write "："'],
    ['a half-width exclamation mark after Han', '海口!', ':7:3: half-width "!" after a Han character: write "！"'],
    ['a half-width question mark after Han', '海口?', ':7:3: half-width "?" after a Han character: write "？"'],
    ['a straight quotation mark', '“近日"', ':7:4: straight ": write “ or ”'],
    ['a straight apostrophe', "China's", ":7:6: straight ': write ‘ or ’"],
    ['emphasis that does not close before Han', '**“等”**字', ':7:1: "**" marks nothing'],
    ['a brace without a partner', '共{qh-venues家', ':7:2: "{" has no partner'],
    ['an escape', '\\*', ':7:1: "\\": write the character itself'],
    ['a character by name', '&nbsp;', ':7:1: "&nbsp;": write the character itself'],
    ['a paragraph over two lines', '海口\n三亚', ':7:3: a paragraph stands on one line'],
    ['a binding that is none', '{QH cases}', ':7:1: {QH cases} is no binding'],
    ['a form that does not exist', '共{qh-venues:words}', ':7:2: {qh-venues:words}: no form "words", expected one of full, number, word, abs, abs-number'],
    ['a form on a place', '{@sanya:full}', ':7:1: {@sanya:full}: a place has no form, write {@sanya}'],
    ['an empty exception', '{!}', ':7:1: {!} marks nothing'],
    ['a heading', '海口\n\n# 三亚', ':9:1: a heading: only paragraphs'],
    ['a numbered list', '1. 海口', ':7:1: a numbered list: begin each item with "-"'],
    ['a list item of two paragraphs', '- 海口\n\n  三亚', ':9:3: a list item is one paragraph on one line'],
    ['a quotation block', '> 海口', ':7:1: a quotation block'],
    ['a picture', '![海口](a.png)', ':7:1: a picture'],
    ['code', '`海口`', ':7:1: code'],
    ['HTML', '海口<br>', ':7:3: HTML'],
    ['a link out of the site', '见[海口](https://example.org/)', ':7:2: a link to "https://example.org/"'],
    ['a link to another host without a scheme', '见[海口](//example.org/)', ':7:2: a link to "//example.org/"'],
    ['a bound number inside a link', '见[{qh-venues}](#venues)', ':7:2: a bound number is a link by itself'],
  ])('%s', (_, text, expected) => {
    expect(faults(text).join('\n')).toContain(`${FILE}${expected}`);
  });

  test('all faults are reported at once, in reading order', () => {
    expect(faults('共3家,见\n\n# 头').map((line) => line.slice(FILE.length, FILE.length + 5))).toEqual([':7:2:', ':7:4:', ':9:1:']);
  });
});
