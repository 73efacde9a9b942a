import { expect, test, vi } from 'vitest';
import { rawState } from '../../src/build/raw-state.ts';

type Hook = (code: string, id: string) => unknown;
const error = vi.fn((message: string): never => {
  throw new Error(message);
});
const told = (code: string, id = '/project/src/components/Own.svelte'): string | undefined => {
  try {
    (rawState().transform as Hook).call({ error }, code, id);
    return undefined;
  } catch (fault) {
    return (fault as Error).message;
  }
};

test.each(['let kept = $state({ all: [] });', 'let kept = $state<number[]>([]);', 'count = $state(0);'])('%s would be a proxy, and stops the build by file', (code) => {
  expect(told(code)).toContain('/project/src/components/Own.svelte: $state(…) would be watched property by property, expected $state.raw(…)');
});

test.each(['let kept = $state.raw({ all: [] });', 'let link: HTMLElement | undefined = $state();', 'const sum = $derived(kept.all.length);'])('%s is no proxy', (code) => {
  expect(told(code)).toBeUndefined();
});

test('a library may watch what it likes', () => {
  expect(told('let kept = $state({});', '/project/node_modules/other/Own.svelte')).toBeUndefined();
});
