import { join } from 'node:path';
import { expect, test } from 'vitest';
import { files, site } from './pages.ts';
import { rules } from './html-rules.ts';

const main = site('main');

test.each(files(main, '.html'))('%s is valid, and keeps the rules of access', async (page) => {
  const { results } = await rules.validateFile(join(main.folder, page));
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`))).toEqual([]);
});

test('the rules do see a fault', async () => {
  const { results } = await rules.validateString('<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body><img src="x.png"><table><tr><th>a</th></tr></table><p id="a" id="a"></body></html>');
  const found = new Set(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)));
  for (const rule of ['wcag/h37', 'no-dup-attr', 'no-implicit-close']) expect([...found]).toContain(rule);
});
