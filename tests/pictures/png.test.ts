import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodePng, readChunks, withTexts } from '../../src/pictures/png.ts';

// Two pixels wide, one high: red, then a green whose alpha is dropped.
const PIXELS = Uint8Array.of(255, 0, 0, 255, 0, 128, 0, 255);

test('pixels are packed as RGB without alpha, each row without a filter', async () => {
  const [head, data, end, ...rest] = readChunks(await encodePng(PIXELS, 2, 1));
  expect(rest).toEqual([]);
  expect([head!.type, data!.type, end!.type]).toEqual(['IHDR', 'IDAT', 'IEND']);
  // Width 2, height 1, 8 bits, colour type 2, no interlacing.
  expect([...head!.data]).toEqual([0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  expect([...inflateSync(data!.data)]).toEqual([0, 255, 0, 0, 0, 128, 0]);
});

test('texts stand before the pixels, in UTF-8, and the pixels stay as they are', async () => {
  const plain = await encodePng(PIXELS, 2, 1);
  const chunks = readChunks(withTexts(plain, { Title: '两条线', Description: 'A & B' }));
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
  expect(Buffer.from(chunks[1]!.data).toString('utf8')).toBe('Title\0\0\0\0\0两条线');
  expect(Buffer.from(chunks[2]!.data).toString('utf8')).toBe('Description\0\0\0\0\0A & B');
  expect(chunks[3]!.data).toEqual(readChunks(plain)[1]!.data);
});

test('a file that is no PNG, or is damaged, is refused', async () => {
  expect(() => readChunks(new TextEncoder().encode('<svg></svg>'))).toThrow('expected a PNG file');
  const damaged = Uint8Array.from(await encodePng(PIXELS, 2, 1));
  damaged[20] = damaged[20]! ^ 1;
  expect(() => readChunks(damaged)).toThrow('the PNG chunk IHDR at byte 8 does not match its checksum');
});
