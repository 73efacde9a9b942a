import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { files, site } from './pages.ts';

const TEXT = /\.(css|csv|geojson|html|js|json|md|svg|txt|webmanifest|xml)$/;
const TWINS = { '.br': brotliDecompressSync, '.gz': gunzipSync } as const;

describe.each(['main', 'sub-path'] as const)('compressed files of the build "%s"', (name) => {
  const { folder } = site(name);
  const all = files(site(name), '');
  const size = (file: string): number => statSync(join(folder, file)).size;

  test.each(['.br', '.gz'] as const)('each %s is its file, byte for byte, and at least 5 %% smaller', (ending) => {
    const twins = all.filter((file) => file.endsWith(ending));
    expect(twins.length).toBeGreaterThan(100);
    for (const twin of twins) {
      const original = twin.slice(0, -ending.length);
      expect(TWINS[ending](readFileSync(join(folder, twin))).equals(readFileSync(join(folder, original))), twin).toBe(true);
      expect(size(twin), twin).toBeLessThanOrEqual(size(original) * 0.95);
    }
  });

  test('every page, program, style sheet, table and large text has both twins; pictures of points, fonts and zips have none', () => {
    const originals = all.filter((file) => !/\.(br|gz)$/.test(file));
    const expected = originals.filter((file) => TEXT.test(file) && size(file) > 1024);
    expect(new Set(expected.map((file) => extname(file)))).toEqual(new Set([...expected.map((file) => extname(file)), '.html', '.js', '.css', '.csv', '.svg', '.json']));
    expect(expected.filter((file) => !existsSync(join(folder, `${file}.br`)) || !existsSync(join(folder, `${file}.gz`)))).toEqual([]);
    expect(originals.filter((file) => !TEXT.test(file) && existsSync(join(folder, `${file}.br`)))).toEqual([]);
  });
});

test('COMPRESS=off leaves the site without twins', () => {
  expect(files(site('schematic'), '.br').concat(files(site('schematic'), '.gz'))).toEqual([]);
});
