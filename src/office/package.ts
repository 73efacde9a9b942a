import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Files of an office package by path: XML as text, pictures and workbooks as bytes. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

const TYPES = '[Content_Types].xml';
/** Packed already. */
const isPacked = (path: string): boolean => /\.(png|xlsx)$/.test(path);

/**
 * Packs an office file: the same bytes for the same parts, whatever the clock and the time zone.
 * The list of types comes first, as programs expect it; no entry is a folder.
 * @param day `YYYY-MM-DD`, the time stamp of every part
 */
export function packParts(parts: Parts, day: string): Uint8Array {
  const [year, month, date] = day.split('-').map(Number);
  // The format knows no time zone: fflate writes the hour of the local clock.
  const mtime = new Date(year!, month! - 1, date);
  const paths = Object.keys(parts).filter((path) => path !== TYPES && !path.endsWith('/')).toSorted();
  const entries = [TYPES, ...paths].map((path): [string, Zippable[string]] => {
    const content = parts[path]!;
    return [path, [typeof content === 'string' ? strToU8(content) : content, { level: isPacked(path) ? 0 : 9, mtime }]];
  });
  return zipSync(Object.fromEntries(entries));
}

/** The parts of an office file; XML as text. */
export function unpackParts(bytes: Uint8Array): Record<string, string | Uint8Array> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, /\.(xml|rels)$/.test(path) ? strFromU8(content) : content]));
}
