import { readdirSync, readFileSync } from 'node:fs';
import { withoutNames } from '../data/names.ts';
import { LOCALES } from '../languages.ts';
import { ownersFile } from '../newsroom.ts';

/** The folder of every word, from the newsroom's. */
export const CONTENT = 'src/content';

/** Texts by path, such as `src/content/zh/steps/lead.md`; without a byte order mark, lines end with \n. */
export type Sources = ReadonlyMap<string, string>;

/** An owner's text, by its path from the newsroom's folder: without a byte order mark and withdrawn names, lines end with \n. */
export const readText = (path: string): string =>
  withoutNames(
    readFileSync(ownersFile(path), 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n'),
    ownersFile('data'),
  );

const read = (path: string): [string, string] => [path, readText(path)];

/** The article's texts: every step, the last chapter, the chapters' heads. */
export function readSources(): Sources {
  const paths = LOCALES.flatMap((locale) => {
    const steps = `${CONTENT}/${locale}/steps`;
    return [
      ...readdirSync(ownersFile(steps)).map((name) => `${steps}/${name}`),
      `${CONTENT}/${locale}/unknown.md`,
      `${CONTENT}/${locale}/chapters.json`,
    ];
  });
  return new Map(paths.map(read));
}

/** The short texts of one kind, such as `ui`, in each language. */
export function readTextSources(kind: string): Sources {
  return new Map(LOCALES.map((locale) => read(`${CONTENT}/${locale}/${kind}.json`)));
}
