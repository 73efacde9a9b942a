import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/copy/published.ts';

describe('the sentences of a text', () => {
  test('end at their mark, with its quotation mark and markup, and hold their bindings', () => {
    expect(sentencesOf('收网时，**{a:number}名**被抓获。“后来呢？”没有写！\n\n他们是嫌疑人。')).toEqual(['收网时，**{a:number}名**被抓获。', '“后来呢？”', '没有写！', '他们是嫌疑人。']);
    expect(sentencesOf('It weighs {a}. “Why?” Nobody says.\n\n- One item\n- Another.')).toEqual(['It weighs {a}.', '“Why?”', 'Nobody says.', 'One item', 'Another.']);
  });

  test('keep two wordings of which one is printed whole, and a number with its point', () => {
    expect(sentencesOf('One. {if a}More is not said. It is open.{else}It is closed.{end} Two (0.62 g).')).toEqual(['One.', '{if a}More is not said. It is open.{else}It is closed.{end} Two (0.62 g).']);
    expect(sentencesOf('In {!26 June 2021}, see [the page](/data/#a). Then.')).toEqual(['In {!26 June 2021}, see [the page](/data/#a).', 'Then.']);
  });
});
