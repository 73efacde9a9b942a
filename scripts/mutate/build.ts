import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { formatFact } from '../../src/data/format.ts';
import { factById, loadTables } from '../../src/data/tables.ts';
import { LOCALES } from '../../src/languages.ts';
import { ownersFile } from '../../src/newsroom.ts';

/** Kinds of what leaves the site, by the paths of its files; the first that fits names a file. */
const KINDS: readonly (readonly [name: string, path: RegExp])[] = [
  ['office files', /\.(?:docx|xlsx|pptx)$|^lesson\/office\//],
  ['packages', /^packages\//],
  ['offline files', /^(?:ketang|classroom)\.html$|offline/],
  ['worksheets', /^(?:en\/)?lesson\/worksheet\//],
  ['lesson', /^(?:en\/)?lesson\//],
  ['embeds', /(?:^|\/)embed\/|^oembed\//],
  ['kit', /(?:^|\/)kit\//],
  ['pictures', /^(?:pictures|share)\//],
  ['data', /(?:^|\/)data\//],
  ['article', /^(?:en\/)?index\.html$/],
];
const TEXT = /\.(?:html|svg|json|csv|txt|xml|md|js|vtt)$/;
const ZIP = /\.(?:zip|docx|xlsx|pptx)$/;

/** All that is written in a file; of an archive in the files inside. Pixels, faces and PDF have no text here. */
function textOf(path: string, bytes: Uint8Array): string {
  if (ZIP.test(path)) return Object.entries(unzipSync(bytes)).map(([inner, content]) => textOf(inner, content)).join('\n');
  return TEXT.test(path) ? new TextDecoder().decode(bytes) : '';
}

/** How many files of a kind say a number, and how many say the one before it alone. */
export interface Counted {
  kind: string;
  files: number;
  now: number;
  /** files that say what was, and not what is */
  stale: readonly string[];
}

/**
 * Reads a built site, kind by kind.
 * @param folder of the built site
 * @param now how the number is written, in every language
 * @param was how it was written
 */
export function countKinds(folder: string, now: readonly string[], was: readonly string[]): Counted[] {
  const says = (text: string, forms: readonly string[]): boolean => forms.some((form) => new RegExp(`(?<![\\d,.])${RegExp.escape(form)}(?![\\d,.]\\d)`, 'u').test(text));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && (TEXT.test(file.name) || ZIP.test(file.name)))
    .map((file) => relative(folder, join(file.parentPath, file.name)));
  return [...Map.groupBy(files, (path) => KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'others')].map(([kind, paths]) => {
    const texts = paths.map((path) => [path, textOf(path, readFileSync(join(folder, path)))] as const);
    return {
      kind,
      files: paths.length,
      now: texts.filter(([, text]) => says(text, now)).length,
      stale: texts.filter(([, text]) => says(text, was) && !says(text, now)).map(([path]) => path),
    };
  });
}

/**
 * Builds the site for good from other tables, and reads every kind of file that leaves it.
 * @param fact the fact that was changed in them
 * @throws Error with the end of what the build said, if it stopped
 */
export function buildAndCount(data: string, fact: string): Counted[] {
  // Inside the project, whose packages the built pages are rendered with.
  mkdirSync('.cache', { recursive: true });
  const newsroom = mkdtempSync(join('.cache', 'mutate-site-'));
  const out = join(newsroom, 'site');
  for (const path of ['site.config.json', 'src/content']) cpSync(ownersFile(path), join(newsroom, path), { recursive: true });
  cpSync(data, join(newsroom, 'data'), { recursive: true });
  const env = { ...process.env, NEWSROOM: newsroom, WORKSHEET_PDFS: 'off', COMPRESS: 'off' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.cjs', 'astro', 'build', '--outDir', out], { encoding: 'utf8', env, maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`the build of the changed tables stopped:\n${(stdout + stderr).split('\n').slice(-20).join('\n')}`);
  const forms = (tables: ReturnType<typeof loadTables>): string[] =>
    [...new Set(LOCALES.flatMap((locale) => (['abs-number', 'number'] as const).map((form) => formatFact(factById(tables, fact), locale, form))))];
  const counted = countKinds(out, forms(loadTables(join(newsroom, 'data'))), forms(loadTables()));
  rmSync(newsroom, { recursive: true });
  return counted;
}
