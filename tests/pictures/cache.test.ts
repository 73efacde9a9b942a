import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { kept, sweep, versionOf } from '../../src/build/pictures.ts';
import { drawAll } from '../../src/pictures/ahead.ts';
import { drawingKey, type Drawing } from '../../src/pictures/raster.ts';

const folders: string[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  folders.push(folder);
});
afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })));

const DAY = 24 * 60 * 60 * 1000;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Makes `text`, and counts how often. */
function maker(text: string): { make: () => Promise<Uint8Array>; count: () => number } {
  let count = 0;
  return { make: () => ((count += 1), Promise.resolve(bytes(text))), count: () => count };
}

describe('what was made', () => {
  test('is made once, also for two that ask at once, and is the same afterwards', async () => {
    const one = maker('first');
    await Promise.all([kept('png', 'a', one.make, folder), kept('png', 'a', one.make, folder)]);
    const other = maker('second');
    expect(Buffer.from(await kept('png', 'a', other.make, folder)).toString()).toBe('first');
    expect([one.count(), other.count()]).toEqual([1, 0]);
  });
  test('is made anew for anything else', async () => {
    await kept('png', 'a', maker('first').make, folder);
    expect(Buffer.from(await kept('png', 'b', maker('second').make, folder)).toString()).toBe('second');
    expect(Buffer.from(await kept('svg', 'a', maker('third').make, folder)).toString()).toBe('third');
  });
  test('is not kept if it failed, and leaves no half file', async () => {
    await expect(kept('png', 'a', () => Promise.reject(new Error('no ink')), folder)).rejects.toThrow('no ink');
    expect(readdirSync(folder)).toEqual([]);
    expect(Buffer.from(await kept('png', 'a', maker('now').make, folder)).toString()).toBe('now');
  });
});

describe('the folder does not grow without end', () => {
  const file = (name: string, age: number, size = 10): string => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.alloc(size));
    const time = new Date(Date.now() - age);
    utimesSync(path, time, time);
    return path;
  };
  test('what no build has asked for in two weeks goes', () => {
    const [young, old] = [file('young.png', 13 * DAY), file('old.png', 15 * DAY)];
    sweep(folder);
    expect([existsSync(young), existsSync(old)]).toEqual([true, false]);
  });
  test('of too much, the oldest goes', () => {
    const [first, second, third] = [file('1.png', 3 * DAY, 40), file('2.png', 2 * DAY, 40), file('3.png', DAY, 40)];
    sweep(folder, Date.now(), 100);
    expect([first, second, third].map(existsSync)).toEqual([false, true, true]);
  });
  test('what a build asks for becomes young again', async () => {
    await kept('png', 'a', maker('x').make, folder);
    const path = join(folder, readdirSync(folder)[0]!);
    const time = new Date(Date.now() - 13 * DAY);
    utimesSync(path, time, time);
    await kept('png', 'a', maker('y').make, folder);
    sweep(folder, Date.now() + 2 * DAY);
    expect(existsSync(path)).toBe(true);
  });
});

describe('a picture is never stale', () => {
  const drawing: Drawing = { svg: '<svg/>', width: 1080, renderer: '@resvg/resvg-js 2.6.2', fonts: ['aa', 'bb'] };
  test.each<[string, Partial<Drawing>]>([
    ['another drawing', { svg: '<svg> </svg>' }],
    ['another size', { width: 2160 }],
    ['curves', { width: 'outlines' }],
    ['another renderer', { renderer: '@resvg/resvg-js 2.6.3' }],
    ['another font', { fonts: ['aa', 'bc'] }],
    ['fonts in another order', { fonts: ['bb', 'aa'] }],
  ])('%s has a key of its own', (_, change) => {
    expect(drawingKey({ ...drawing, ...change })).not.toBe(drawingKey(drawing));
  });
  test('the same has the same', () => {
    expect(drawingKey(structuredClone(drawing))).toBe(drawingKey(drawing));
  });
  test('a tool’s version is the one that is installed', () => {
    expect(versionOf('@resvg/resvg-js')).toMatch(/^@resvg\/resvg-js \d+\.\d+\.\d+$/);
  });
});

describe('progress', () => {
  test('is told in a line now and then, and at the end', async () => {
    const lines: string[] = [];
    const slow = (): Promise<void> => new Promise((done) => setTimeout(done, 20));
    await drawAll([slow, slow, slow, slow], (line) => lines.push(line), 0);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['pictures: 1 of 4', 'pictures: 2 of 4', 'pictures: 3 of 4', 'pictures: 4 of 4']);
  });
  test('a build that draws nothing anew says one line, and so', async () => {
    const lines: string[] = [];
    await drawAll([async () => undefined, async () => undefined], (line) => lines.push(line));
    expect(lines).toEqual(['pictures: 2 of 2, 0 s, all kept from an earlier build']);
  });
});
