import { expect, test } from 'vitest';
import type { Heard } from '../../scripts/engines/browser-window.ts';
import { called, names, parted, spoken, wordsOfTranscript } from '../engines/heard.ts';

const node = (role: string, name: string, kids: Heard['kids'] = [], tag = ''): Heard => ({ role, xml: '', tag, name, kids });

test('two engines that word and space the same page in their own ways are heard alike', () => {
  const chromium = node('RootWebArea', 'A page', [node('generic', '', [node('link', 'Go on', ['Go on'])]), node('list', '', [node('listitem', '', [node('ListMarker', '', ['• ']), 'One ', node('strong', '', ['two'])])])]);
  const firefox = node('document web', 'A page', [node('link', 'Go on', ['Go on']), node('list', '', [node('list item', 'One two', ['• One two'])])]);
  expect(spoken(firefox)).toEqual(spoken(chromium));
  expect(spoken(chromium)).toEqual([
    { role: 'document', words: 'Apage' }, { role: 'link', words: '' }, { role: '', words: 'Goon' }, { role: 'listitem', words: '' }, { role: '', words: 'Onetwo' },
  ]);
});

test('no named part is dropped, not even one without a role that is known', () => {
  expect(spoken(node('RootWebArea', '', [node('mark', 'A name', ['other words'])])).slice(1)).toEqual([{ role: 'group', words: 'Aname' }, { role: '', words: 'otherwords' }]);
  expect(names(node('mark', 'A name', [node('link', 'Another', [])]))).toEqual(['Aname', 'Another']);
  expect(called(node('link', '', ['ƒ', '75']))).toContain('75');
});

test('a button without a name differs from one with a name', () => {
  const page = (name: string): string => JSON.stringify(spoken(node('RootWebArea', '', [node('push button', name)])));
  expect(page('')).not.toBe(page('Close'));
});

test('a transcript’s words are said once each', () => {
  const text = 'document\nlink, The line From the north\nThe line\nFrom the north\ngroup\nThe numbers Here\nThe numbers\nHere\nend, The numbers Here\nrow, Cases 84\nrowheader, Cases\ncell, 84\nlink, 84\ncell, 84\nheading, A title, level 2\n';
  expect(wordsOfTranscript(text)).toBe('ThelineFromthenorthThenumbersHereCases8484Atitle');
});

test('where two texts part is told by what stands there', () => {
  expect(parted('one two', 'one two')).toBeUndefined();
  expect(parted('one two', 'one three')).toBe('“one two” against “one three”');
  expect(parted('one', 'one two')).toBe('“one” against “one two”');
});
