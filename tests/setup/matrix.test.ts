import { expect, test } from 'vitest';
import { printed } from '../../scripts/engines/matrix.ts';

const outcomes = (faults: readonly string[]): Map<string, { faults: readonly string[] } | { notRun: string }> => new Map([['walk', { faults }], ['print', { notRun: 'Install Firefox.' }]]);

test('a check that was not run is no pass, and says why; one that is missing is not passed over', () => {
  const { text, passed, failed } = printed(new Map([['Chromium', outcomes([])], ['Firefox', new Map()]]), ['walk', 'print']);
  expect([passed, failed]).toEqual([1, 3]);
  expect(text.split('\n').map((line) => line.trimEnd())).toEqual([
    '       Chromium  Firefox',
    'walk   pass      not run',
    'print  not run   not run',
    '',
    'Chromium, print: not run: Install Firefox.',
  ]);
});

test('each fault is told with its engine and its check', () => {
  const { text, passed, failed } = printed(new Map([['WebKit', outcomes(['#north lands 108 px off'])]]), ['walk']);
  expect([passed, failed]).toEqual([0, 1]);
  expect(text).toContain('walk  FAULT');
  expect(text).toContain('WebKit, walk: #north lands 108 px off');
});
