import { zipSync, type Zippable } from 'fflate';
import { hashOf, kept, versionOf } from '../build/pictures.ts';

/** Files by their path in the zip. */
export type Files = Readonly<Record<string, Uint8Array | string>>;

/** Pixels and workbooks are packed already. */
const levelOf = (path: string): 0 | 9 => (/\.(?:png|xlsx)$/.test(path) ? 0 : 9);

/**
 * Packs files into a zip in the order in which they are given: the same bytes for the same files, whatever the clock and the time zone.
 * @param day `YYYY-MM-DD`, the time stamp of every file
 */
export function packInOrder(files: readonly (readonly [path: string, content: Uint8Array | string])[], day: string): Uint8Array {
  const [year, month, date] = day.split('-').map(Number);
  // The format knows no time zone: fflate writes the hour of the local clock.
  const mtime = new Date(year!, month! - 1, date);
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(files.map(([path, content]): [string, Zippable[string]] =>
    [path, [typeof content === 'string' ? encoder.encode(content) : content, { level: levelOf(path), mtime }]])));
}

/**
 * Packs files into a zip with one folder.
 * @param folder every path begins with it, so that unpacking makes one folder
 * @param day `YYYY-MM-DD`, the time stamp of every file
 */
export const zipOf = (files: Files, folder: string, day: string): Uint8Array =>
  packInOrder(Object.keys(files).toSorted().map((path) => [`${folder}/${path}`, files[path]!]), day);

/** The same zip, taken from an earlier build if no file in it has changed: packing takes seconds. */
export function keptZip(files: Files, folder: string, day: string): Promise<Uint8Array> {
  const parts = Object.keys(files).toSorted().map((path) => [path, hashOf(files[path]!)]);
  return kept('zip', JSON.stringify([versionOf('fflate'), folder, day, parts]), async () => zipOf(files, folder, day));
}
