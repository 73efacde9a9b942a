import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Build } from '../../scripts/builds.ts';
import { files, firstView, read, site } from './pages.ts';

// The whole piece on a phone, brotli.
const SCRIPT_BYTES = 32_000;
const SLIDES_BYTES = 42_000;
const ALL_BYTES = 120_000;
const CHINESE_FONT_BYTES = 60_000;
const REQUESTS = 8;

const main = site('main');
const weigh = (build: Build, file: string): number => brotliCompressSync(readFileSync(join(build.folder, file))).length;

describe.each([site('owner'), main].flatMap((build) => ['index.html', 'en/index.html'].map((page) => ({ build, name: build.name, page }))))('$name, first view of $page', ({ build, page }) => {
  const parts = firstView(build, page);
  const sum = (ending: RegExp): number => parts.filter((file) => ending.test(file)).reduce((total, file) => total + weigh(build, file), 0);

  test(`at most ${SCRIPT_BYTES} bytes of script`, () => {
    expect(sum(/\.js$/)).toBeGreaterThan(5_000); // the script is found at all
    expect(sum(/\.js$/)).toBeLessThanOrEqual(SCRIPT_BYTES);
  });
  test(`at most ${ALL_BYTES} bytes in all`, () => {
    expect(sum(/./)).toBeLessThanOrEqual(ALL_BYTES);
  });
  test(`at most ${REQUESTS} requests`, () => {
    expect(parts.filter((file) => /\.(css|js|woff2)$/.test(file)).length).toBeGreaterThanOrEqual(3);
    expect(parts.length).toBeLessThanOrEqual(REQUESTS);
  });
});

test('the Chinese display face is small, and each language loads its own', () => {
  const faces = (page: string): string[] => firstView(main, page).filter((file) => file.endsWith('.woff2'));
  expect(faces('index.html')).toEqual([expect.stringMatching(/\/serif-zh\.[\w-]+\.woff2$/)]);
  expect(faces('en/index.html')).toEqual([expect.stringMatching(/\/serif-en\.[\w-]+\.woff2$/)]);
  for (const file of files(main, '.woff2')) expect(weigh(main, file), file).toBeLessThanOrEqual(CHINESE_FONT_BYTES);
});

test('the slides’ program is light, and brings neither the camera’s part nor the maker of codes, which only the file has', () => {
  const [program, ...others] = files(main, '.js').filter((file) => /\/slides\.[\w-]+\.js$/.test(file));
  expect(others).toEqual([]);
  expect(weigh(main, program!)).toBeLessThanOrEqual(SLIDES_BYTES);
  const marks = /getUserMedia|GUESS/;
  expect(read(main, program!)).not.toMatch(marks);
  expect(read(main, 'ketang.html')).toMatch(marks);
});

test('no script carries a projection or a geometry file', () => {
  for (const file of files(main, '.js')) expect(read(main, file), file).not.toMatch(/topojson|geoConic|FeatureCollection/i);
  expect(files(main, '.topo.json')).toEqual([]);
});
