import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { readChunks } from '../../src/pictures/png.ts';
import { outlined, rasterize } from '../../src/pictures/raster.ts';

const asked = vi.hoisted(() => ({ keys: [] as string[] }));
vi.mock('../../src/build/pictures.ts', async (original) => {
  const module = await original<typeof import('../../src/build/pictures.ts')>();
  return { ...module, kept: (_: string, from: string, make: () => Promise<Uint8Array>) => (asked.keys.push(from), make()) };
});

const square = (fill: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2" viewBox="0 0 4 2"><rect width="4" height="2" fill="${fill}"/></svg>`;
const { version } = JSON.parse(readFileSync('node_modules/@resvg/resvg-js/package.json', 'utf8')) as { version: string };
/** What a site in Chinese and English draws with: the faces of the alphabets are for a language that has their letters. */
const fonts = readdirSync('src/fonts').filter((file) => file.endsWith('.ttf') && !file.includes('alphabets')).map((file) => createHash('sha256').update(readFileSync(`src/fonts/${file}`)).digest('hex'));

test('a picture is drawn at the width that was asked for, in its own colours', async () => {
  const [head, data] = readChunks(await rasterize(square('#0b1826'), 8));
  expect([Buffer.from(head!.data).readUInt32BE(0), Buffer.from(head!.data).readUInt32BE(4)]).toEqual([8, 4]);
  expect([...inflateSync(data!.data).subarray(0, 4)]).toEqual([0, 0x0b, 0x18, 0x26]);
});

test('it is kept under a key that holds the drawing, the width, the renderer’s version and the hash of each font', async () => {
  asked.keys.length = 0;
  await rasterize(square('#0b1826'), 8);
  await rasterize(square('#0b1827'), 8);
  await rasterize(square('#0b1826'), 16);
  await outlined(square('#0b1826'));
  expect(new Set(asked.keys).size).toBe(4);
  expect(fonts).toHaveLength(3);
  for (const key of asked.keys) for (const part of [`@resvg/resvg-js ${version}`, ...fonts]) expect(key).toContain(part);
  expect(JSON.parse(asked.keys[1]!)).toContain(square('#0b1827'));
  expect(JSON.parse(asked.keys[2]!)).toContain(16);
});

test('words become curves of our fonts', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="16" font-size="16" font-family="Noto Serif SC Black">两</text></svg>`;
  const curves = Buffer.from(await outlined(svg)).toString('utf8');
  expect(curves).not.toContain('<text');
  expect(curves.match(/<path[^>]* d="[^"]{50,}"/g)).toHaveLength(1);
});
