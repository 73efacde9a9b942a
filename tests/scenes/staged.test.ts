import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { stagedScenes } from '../../src/build/staged-scenes.ts';

const staged = (code: string, id = '/x/src/scenes/some/scene.ts'): string | undefined =>
  (stagedScenes().transform as (this: { parse: typeof parseAst }, code: string, id: string) => string | undefined).call({ parse: parseAst }, code, id);

test('a page’s program takes of a scene how it comes and how it is laid out, and leaves what only the build reads', () => {
  expect(staged(`import { layout } from './layout.ts';
export const some = {
	rest: { shown: 0, lines: {} },
	keyed: { lines: { by: 'line' } },
	facts: ['a', 'b'],
	entrance: 'grows',
	layout: (state) => layout(state, { rest: 1 })
};`)).toMatch(/^import [^]*export const some = \{\s*entrance: 'grows',\s*layout: \(state\) => layout\(state, \{ rest: 1 \}\)\s*\};$/);
  expect(staged('export const some = { entrance: 1, facts: [] };')).toBe('export const some = { entrance: 1,  };');
  expect(staged('export const other = { rest: 1 };', '/x/src/story/some.ts')).toBeUndefined();
});

test('of a mark it takes how it is drawn, and leaves by what it is known again; what counts people is no mark', () => {
  const layout = '/x/src/scenes/some/layout.ts';
  expect(staged("const dots = { key: 'a', kind: 'person', of: id, from: 1, count: 3, pitch, d: path };", layout)).toBe("const dots = { key: 'a',      d: path };");
  const people = "count({ key: 'a', of: id, pitch, columns });";
  expect(staged(people, layout)).toBe(people);
});
