import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/languages.ts';

// Excludes a program that knows a language: one that the settings add would go without what the others have, and nobody would be told.

/** An owner's words; generated; older forms, which are what they were; outlines, which have names of their own. */
const LEFT = /^src\/(?:content|generated)\/|^scripts\/(?:migrate|geo|font)\//;
const FILES = ['astro.config.mjs', ...['src', 'scripts'].flatMap((folder) => (readdirSync(folder, { recursive: true }) as string[]).map((file) => `${folder}/${file.replaceAll('\\', '/')}`))].filter(
  (file) => /\.(?:ts|mjs|astro|svelte)$/.test(file) && !LEFT.test(file),
);

/** Each with the reason why no language is meant. */
const EXEMPT: readonly (readonly [file: RegExp, text: string, reason: string])[] = [
  [/^src\/(?:geo\/map|data\/regions)\.ts$/, 'name_zh', 'a property of the outlines, which are the program’s'],
];

const CODES = LOCALES.join('|');
/** A code by itself, or at the end of a column's name, or as a folder of a path. */
const NAMED = new RegExp(`^(?:${CODES})$|_(?:${CODES})$|(?:^|/)(?:${CODES})/`);

/** What names a language in a program: texts, keys and properties, with their lines. */
function namedIn(source: string, before = 0): string[] {
  const file = ts.createSourceFile('program.ts', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isStringLiteralLike(node) || ts.isIdentifier(node) ? node.text : ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : undefined;
    const isName = !ts.isIdentifier(node) || ((ts.isPropertyAccessExpression(node.parent) || ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent)) && node.parent.name === node) || (ts.isBindingElement(node.parent) && (node.parent.propertyName ?? node.parent.name) === node);
    if (text !== undefined && isName && NAMED.test(text)) found.push(`${before + file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A page or a component: its program, and the expressions of its markup. */
function namedInMarkup(source: string): string[] {
  const script = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? /<script[^>]*>([\s\S]*?)<\/script>/.exec(source);
  const markup = script ? source.replace(script[0], '\n'.repeat(script[0].split('\n').length - 1)) : source;
  const typed = markup.split('\n').flatMap((line, i) => [...line.matchAll(new RegExp(`(?:locale|lang)="(?:${CODES})"|(['\`])(?:${CODES})\\1|\\.(?:${CODES})\\b`, 'g'))].map(([hit]) => `${i + 1}: ${hit}`));
  return [...namedIn(script?.[1] ?? '', source.slice(0, script?.index ?? 0).split('\n').length), ...typed];
}

describe('the program', () => {
  test('names no language of the settings', () => {
    const found = FILES.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const named = /\.(?:astro|svelte)$/.test(file) ? namedInMarkup(source) : namedIn(source);
      return named.filter((each) => !EXEMPT.some(([where, text]) => where.test(file) && each.endsWith(`: ${text}`))).map((each) => `${file}:${each}`);
    });
    expect(found).toEqual([]);
  });

  test.each([
    ["locale === 'zh' ? 'a' : 'b'", ['1: zh']],
    ['const both = { zh: 1,\n en: 2 };', ['1: zh', '2: en']],
    ['name.en', ['1: en']],
    ['const { label_zh: label } = cells;', ['1: label_zh']],
    ['`src/content/zh/ui.json`', ['1: src/content/zh/ui.json']],
    ["import type file from '../content/zh/ui.json';", ['1: ../content/zh/ui.json']],
    ["import type file from '#words/ui.json';", []],
    ['const zh = english; then(when);', []],
  ])('what is looked for is found: %s', (source, expected) => {
    expect(namedIn(source)).toEqual(expected);
  });
});
