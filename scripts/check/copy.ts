import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3';
import { CopyError } from '../../src/copy/fault.ts';
import type { Locale } from '../../src/data/types.ts';
import { DataError } from '../../src/data/table.ts';
import { ownersFile } from '../../src/newsroom.ts';

/**
 * What reads the owner's files, in the order in which one rests on another. Each says all that is wrong with its own at once; what rests on
 * one that cannot be read waits until it can.
 */
const READERS: readonly (readonly [name: string, read: () => Promise<unknown>])[] = [
  ['settings', () => import('../../src/settings.ts')],
  ['languages', async () => (await import('../../src/data/language.ts')).formatsOf(await first())],
  ['tables', async () => (await import('../../src/data/tables.ts')).tables()],
  ['score', async () => (await import('../../src/story/score.ts')).readScore()],
  ['figures', async () => (await import('../../src/data/derive.ts')).derive((await import('../../src/data/tables.ts')).tables())],
  ['steps and chapters', async () => (await import('../../src/copy/story.ts')).readStory(await first())],
  ['lines', async () => (await import('../../src/copy/lines.ts')).readLineWords(await first())],
  ['chart', async () => (await import('../../src/copy/chart.ts')).readChartWords(await first())],
  ['ui', async () => (await import('../../src/copy/ui.ts')).readUi(await first())],
  [
    'embeds',
    async () => {
      const [{ EMBEDS }, { titleOf }] = [await import('../../src/embed/embeds.ts'), await import('../../src/embed/words.ts')];
      for (const { id } of EMBEDS) titleOf(id, await first());
    },
  ],
  ['corrections', async () => (await import('../../src/copy/notices.ts')).readNoticeWords(await first())],
  ['pictures', async () => (await import('../../src/pictures/words.ts')).readPictureWords(await first())],
  ['kit', async () => (await import('../../src/pictures/kit-words.ts')).readKitWords(await first())],
  ['course', async () => (await import('../../src/lesson/content/course.ts')).readCourse()],
  ['lesson', async () => (await import('../../src/lesson/content/words.ts')).readLesson(await first())],
  ['slides', async () => (await import('../../src/lesson/player/build.ts')).readSlidesUi(await first())],
  ['office files', async () => (await import('../../src/office/words.ts')).readOffice(await first())],
  ['style', async () => (await import('../../src/copy/style.ts')).checkStyle((await import('../../src/data/tables.ts')).tables())],
  ['faces', async () => (await import('../../src/build/headline-faces.ts')).checkHeadlineFaces()],
  ['capacity', async () => (await import('../../src/pictures/capacity.ts')).checkCapacity()],
  ['legs', async () => (await import('../../src/pictures/legs.ts')).checkLegs()],
];
/** A reader checks all languages whichever it is asked for: the first will do. */
async function first(): Promise<Locale> {
  return (await import('../../src/languages.ts')).DEFAULT_LOCALE;
}

/** Without these nothing else can be read. */
const GROUND = new Set(['settings', 'languages', 'tables']);

const TEXTS = /\.(?:csv|json|md|yaml)$/;
const filesIn = (folder: string): string[] =>
  (readdirSync(ownersFile(folder), { recursive: true }) as string[])
    .filter((file) => TEXTS.test(file) && !/^geo\/|schema\.json$|datapackage\.json$/.test(file))
    .map((file) => join(folder, file))
    .sort();

/** Files that keep what was printed, published, corrected and withdrawn: what is gone goes on standing there. */
const KEPT: ReadonlySet<string> = new Set(['printed.csv', 'published.json', 'corrections.csv', 'withdrawals.csv'].map((name) => `data/${name}`));

/** Every place of the owner's files that still names an id and is to be mended, as `file:line`. */
function mentions(id: string): string[] {
  const named = new RegExp(`(?<![\\w-])${id}(?![\\w-])`);
  return ['data', 'src/content'].flatMap(filesIn).filter((file) => !KEPT.has(file)).flatMap((file) =>
    readFileSync(ownersFile(file), 'utf8')
      .split('\n')
      .flatMap((line, i) => (named.test(line) ? [`${file}:${i + 1}`] : [])),
  );
}

/** Lines that words are kept for and that the table does not have: they cannot be asked of a table that does not read. */
function missingLines(): string[] {
  const kept = new Set(csvParse(readFileSync(ownersFile('data/lines.csv'), 'utf8').replace(/^\uFEFF/, '')).map(({ id }) => id));
  const words = filesIn('src/content').filter((file) => file.endsWith('/lines.json')).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(ownersFile(file), 'utf8')) as object),
  );
  return [...new Set(words.map((key) => key.split('.')[0]!))].filter((id) => !kept.has(id));
}

/** The faults that a reader told, one each. */
const faultsOf = (error: unknown): readonly string[] =>
  error instanceof DataError || error instanceof CopyError ? error.faults : [(error as Error).message];

/** What is wrong with the owner's files. */
export interface Found {
  /** every fault once, as its reader tells it */
  readonly faults: readonly string[];
  /** ids that no table has, each with every place that names it, as `file:line` */
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/** Reads all that an owner edits, without a build. */
export async function checkCopy(): Promise<Found> {
  const found: string[] = [];
  for (const [name, read] of READERS) {
    try {
      await read();
    } catch (error) {
      found.push(...faultsOf(error));
      if (GROUND.has(name)) break;
    }
  }
  const faults = [...new Set(found)];
  const unknown = faults.flatMap((fault) => [...fault.matchAll(/"([a-z][\w-]*)" is unknown, expected an id/g)].map(([, id]) => id!));
  const missing = faults.length === 0 ? [] : [...new Set([...missingLines(), ...unknown])];
  return { faults, missing: new Map(missing.map((id) => [id, mentions(id)])) };
}

/** The claims that no text names: they guard nothing. */
export async function idleClaims(): Promise<string[]> {
  const [{ unnamed }, { tables }] = [await import('../../src/copy/style.ts'), await import('../../src/data/tables.ts')];
  return unnamed(tables());
}
