import { expect, test } from 'vitest';
import { datedPdf } from '../../src/build/worksheets.ts';

// Excludes a worksheet that says it was made on the day of the build, and one whose offsets no longer hold.
test('a PDF is of the day of its data, never of the clock, and not a byte longer', () => {
  const pdf = Buffer.from("1 0 obj <</CreationDate (D:20261130174356+00'00')\n/ModDate (D:20261130174356+00'00')>> \xff\x00", 'latin1');
  const dated = datedPdf(pdf, '2021-07-08');
  expect(Buffer.from(dated).toString('latin1')).toBe("1 0 obj <</CreationDate (D:20210708000000+00'00')\n/ModDate (D:20210708000000+00'00')>> \xff\x00");
});
