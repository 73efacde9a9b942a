import { strFromU8, unzipSync } from 'fflate';
import { packInOrder } from '../pictures/zip.ts';

/** Files of an office package by path: XML as text, pictures and workbooks as bytes. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

const TYPES = '[Content_Types].xml';

/**
 * Packs an office file. The list of types comes first, as programs expect it; no entry is a folder.
 * @param day `YYYY-MM-DD`, the time stamp of every part
 */
export function packParts(parts: Parts, day: string): Uint8Array {
  const paths = Object.keys(parts)
    .filter((path) => path !== TYPES && !path.endsWith('/'))
    .toSorted();
  return packInOrder(
    [TYPES, ...paths].map((path) => [path, parts[path]!] as const),
    day,
  );
}

/** The parts of an office file; XML as text. */
export function unpackParts(bytes: Uint8Array): Record<string, string | Uint8Array> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, /\.(xml|rels)$/.test(path) ? strFromU8(content) : content]),
  );
}
