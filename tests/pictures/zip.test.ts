import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { zipOf } from '../../src/pictures/zip.ts';

const FILES = { 'readme.zh.txt': '两条线', 'pictures/a.png': Uint8Array.of(1, 2, 3), 'data/facts.csv': '\uFEFFid\r\n' };
const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('every file lies in one folder, byte for byte', () => {
  const files = unzipSync(zipOf(FILES, 'cases', '2026-11-24'));
  expect(Object.keys(files)).toEqual(['cases/data/facts.csv', 'cases/pictures/a.png', 'cases/readme.zh.txt']);
  expect([...files['cases/pictures/a.png']!]).toEqual([1, 2, 3]);
  expect(Buffer.from(files['cases/readme.zh.txt']!).toString('utf8')).toBe('两条线');
  // A byte order mark, which Excel needs, is kept.
  expect([...files['cases/data/facts.csv']!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('neither the order of the files nor the time zone of the machine shows in the bytes', () => {
  const inZone = (name: string, files: typeof FILES): Buffer => {
    process.env['TZ'] = name;
    return Buffer.from(zipOf(files, 'cases', '2026-11-24'));
  };
  const shanghai = inZone('Asia/Shanghai', FILES);
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-480); // the zone is really another
  const turned = Object.fromEntries(Object.entries(FILES).toReversed()) as typeof FILES;
  expect(inZone('America/New_York', turned).equals(shanghai)).toBe(true);
  expect(inZone('America/New_York', { ...FILES, 'readme.zh.txt': '一条线' }).equals(shanghai)).toBe(false);
});
