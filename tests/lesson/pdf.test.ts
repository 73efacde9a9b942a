import { expect, test } from 'vitest';
import { describedPdf } from '../../src/build/worksheets.ts';

/** The least that Chromium writes: properties, a table of places, a trailer. */
const INFO = "1 0 obj\n<</Title (x)\n/CreationDate (D:20261130174356+00'00')\n/ModDate (D:20261130174356+00'00')>>\nendobj\n";
const END = 'trailer\n<</Size 2\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n120\n%%EOF\n';
const read = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const made = (text: string): string => read(describedPdf(Buffer.from(text, 'latin1'), '2021-07-08', '版1'));

// Excludes a worksheet that says it was made on the day of the build.
test('a PDF is of the day of its data, never of the clock', () => {
  const text = made(`%PDF-1.4\n${INFO}\xff\x00${END}`);
  expect(text.match(/D:\d{14}/g)).toEqual(Array(4).fill('D:20210708000000'));
});

test('its properties say version and corrections: an update at its end, every offset of which leads where it says', () => {
  const before = `%PDF-1.4\n${INFO}\xff\x00${END}`;
  const text = made(before);
  expect(text.slice(0, before.length)).toBe(before.replaceAll('20261130174356', '20210708000000'));
  // By hand: U+7248 and U+0031.
  expect(text).toContain('\n/Subject <FEFF72480031>>>\nendobj\n');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]);
  expect(text.slice(table)).toMatch(/^xref\n1 1\n\d{10} 00000 n \ntrailer\n<<\/Size 2\n\/Root 2 0 R\n\/Info 1 0 R\n\/Prev 120>>/);
  expect(text.slice(Number(text.slice(table + 9, table + 19)))).toMatch(/^1 0 obj\n<<\/Title/);
});

test('a PDF of another form keeps its bytes, but for its dates', () => {
  expect(made(`%PDF-1.7\n/ModDate (D:20261130174356Z)\nstartxref\n9\n%%EOF`)).toBe(`%PDF-1.7\n/ModDate (D:20210708000000Z)\nstartxref\n9\n%%EOF`);
});
