import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const { refusal, toolEnvironment, toolFile } = createRequire(import.meta.url)('../../scripts/run.cjs') as {
  refusal: (version: string) => string;
  toolEnvironment: (version: string, environment: Record<string, string>) => Record<string, string>;
  toolFile: (name: string) => string;
};

test.each(['v18.20.4', 'v20.20.2', 'v22.11.0'])('%s is told in one sentence what to install', (version) => {
  const sentence = refusal(version);
  expect(sentence).toContain('Node.js 22.12 or newer');
  expect(sentence).toContain(version);
  expect(sentence).not.toContain('\n');
});

test.each(['v22.12.0', 'v22.20.0', 'v24.21.0', 'v100.0.0'])('%s may go on: parts are compared as numbers, not as text', (version) => {
  expect(refusal(version)).toBe('');
});

test('the file can be read by a Node.js of 2015, or the sentence would never be printed', () => {
  const code = readFileSync('scripts/run.cjs', 'utf8').replaceAll(/\/\/.*$|\/\*[^]*?\*\/|'(?:[^'\\\n]|\\.)*'/gm, '');
  expect(code).toContain('function main');
  expect(code).not.toMatch(/=>|`|\?\.|\?\?|\.\.\.|\b(?:const|let|class|async|await|import|export)\b/);
});

test('no tool reports to its makers, and an early Node.js 22 reads TypeScript', () => {
  expect(toolEnvironment('v24.21.0', { A: 'b' })).toEqual({ A: 'b', ASTRO_TELEMETRY_DISABLED: '1' });
  expect(toolEnvironment('v22.12.0', { NODE_OPTIONS: '--max-old-space-size=900' })['NODE_OPTIONS']).toMatch(
    /^--max-old-space-size=900 --experimental-strip-types/,
  );
});

test.each(['astro', 'svelte-check', 'vitest', 'playwright', 'scripts/start.ts'])('%s is found without a shell', (name) => {
  expect(existsSync(toolFile(name))).toBe(true);
});
