import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOnePiece } from '../../src/build/one-piece.ts';

let root = '';
beforeAll(() => {
  root = `${mkdtempSync(join(tmpdir(), 'one-piece-'))}/`;
  writeFileSync(join(root, 'part.ts'), "export const part = '</script><b>';\n");
  writeFileSync(join(root, 'entry.ts'), "import { part } from './part.ts';\nconst out: string[] = (globalThis as { out?: string[] }).out!;\nout.push(part, process.env.NODE_ENV!);\n");
  writeFileSync(join(root, 'pictured.ts'), "import address from './large.bin?url';\nconsole.log(address);\n");
  writeFileSync(join(root, 'large.bin'), 'x'.repeat(100_000));
});
afterAll(() => rmSync(root, { recursive: true }));

test('a program of several files becomes one classic script that can stand in a page', async () => {
  const { code, sources } = await bundleOnePiece('entry.ts', root);
  expect(code).not.toMatch(/<\/script|\b(import|export)\b/);
  const out: string[] = [];
  runInNewContext(code, { out, globalThis: { out } });
  // The same program whoever asks: a test is no development server.
  expect(out).toEqual(['</script><b>', 'production']);
  expect(sources.map((file) => file.slice(root.length)).sort()).toEqual(['entry.ts', 'part.ts']);
});

test('a program that would need a second file stops the build and says which', async () => {
  await expect(bundleOnePiece('pictured.ts', root)).rejects.toThrow(/^pictured\.ts: expected one script, but it also makes \S*large\S*\.bin$/);
});
