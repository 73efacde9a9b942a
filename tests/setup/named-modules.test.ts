import { expect, test } from 'vitest';
import { nameModules } from '../../src/build/named-modules.ts';

const MODULES: Readonly<Record<string, string>> = {
  'a.js': 'import{t as e}from"./b.js";import"./c.js";e()',
  'b.js': 'import{t}from"./c.js";export{t}',
  'c.js': 'export const t=()=>"from elsewhere"',
};
const named = (html: string): string => nameModules(html, (name) => MODULES[name]!);

// Excludes a copy of the page, by its addresses, whose program asks for a file that is not there.
test('the modules that a program imports, and those that they import, are named before it, once', () => {
  expect(named('<p>1</p><script type="module" src="/x/_astro/a.js"></script>')).toBe(
    '<p>1</p><link rel="modulepreload" href="/x/_astro/b.js"><link rel="modulepreload" href="/x/_astro/c.js"><script type="module" src="/x/_astro/a.js"></script>',
  );
});
test('a program that imports nothing, and a page without one, stay as they are', () => {
  for (const html of ['<script type="module" src="/_astro/c.js"></script>', '<script src="/embed.js"></script>']) expect(named(html)).toBe(html);
});
