import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.ts';
import { mirror } from '../carried/mirror.ts';
import { elements, files, site } from './pages.ts';

/** Excludes a copy whose pages ask their first home for what lies beside them, or lack a part that nothing names. */
describe('a mirror that wget made', () => {
  const main = site('main');
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mirror-'));
    const served = await serve({ folder: main.folder, base: main.base, port: 0 });
    await mirror(served.url, folder).finally(() => served.close());
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('every address on its pages leads to a file beside them', () => {
    const pages = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(50);
    const faults = pages.flatMap((page) => {
      const html = readFileSync(join(folder, page), 'utf8');
      const addresses = ['a', 'link', 'script', 'img', 'iframe'].flatMap((name) => elements(html, name).flatMap(({ href, src }) => href ?? src ?? []));
      return addresses
        .filter((address) => !/^(?:https?:|mailto:|data:|#)/.test(address))
        .filter((address) => address.startsWith('/') || !existsSync(join(folder, dirname(page), decodeURIComponent(address.split('#')[0]!))))
        .map((address) => `${page}: ${address}`);
    });
    expect(faults).toEqual([]);
  });

  test('every program is there, and what it imports', () => {
    const programs = files(main, '.js').filter((file) => file.startsWith('_astro/'));
    expect(programs.length).toBeGreaterThan(5);
    expect(programs.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  });
});
