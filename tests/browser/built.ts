import { readFileSync } from 'node:fs';
import { BUILDS } from '../../scripts/builds.ts';
import type { Locale } from '../../src/data/types.ts';

/** Where the main build lies. */
export const FOLDER = BUILDS.find(({ name }) => name === 'main')!.folder;

/** The room that a host keeps for an embed, narrow and wide, px: what the gallery's code asks for. */
export function roomFor(id: string, locale: Locale): [number, number] {
  const gallery = readFileSync(`${FOLDER}/${locale === 'en' ? 'en/' : ''}embed/index.html`, 'utf8');
  const [, narrow, wide] = new RegExp(`id="${id}-loader"[^>]*>[^<]*data-heights=&quot;(\\d+) (\\d+)&quot;`).exec(gallery)!;
  return [Number(narrow), Number(wide)];
}
