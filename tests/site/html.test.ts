import { join } from 'node:path';
import { expect, test } from 'vitest';
import { files, isPasted, site } from './pages.ts';
import { pastedRules, rules } from './html-rules.ts';

const PAGES = (['owner', 'main', 'four-lines'] as const).flatMap((name) => files(site(name), '.html').map((page) => [name, page] as const));

test.each(PAGES)('%s: %s is valid, and keeps the rules of access', async (name, page) => {
  const { results } = await (isPasted(page) ? pastedRules : rules).validateFile(join(site(name).folder, page));
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`))).toEqual([]);
});

test('the rules do see a fault', async () => {
  const { results } = await rules.validateString('<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body><img src="x.png"><table><tr><th>a</th></tr></table><p id="a" id="a"></body></html>');
  const found = new Set(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)));
  for (const rule of ['wcag/h37', 'no-dup-attr', 'no-implicit-close']) expect([...found]).toContain(rule);
});
