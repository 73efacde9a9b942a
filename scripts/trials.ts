import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { ALL_BUILDS, BROWSED, type Build } from './builds.ts';
import { OWN, RELATIONS } from './newsrooms.ts';

const BROWSER_TESTS = 'tests/browser';
/** These read the built files. */
const SITE_TESTS = 'tests/site';

/** What to run: arguments of a runner, and the builds that it needs. */
export interface Trial {
  readonly args: readonly string[];
  readonly builds: readonly Build[];
}

/** An argument that names no test. Its message is one sentence for the terminal. */
export class NoSuchTest extends Error {}

const isUnitTest = (file: string): boolean => file.endsWith('.test.ts') && !file.startsWith(`${BROWSER_TESTS}/`);

const filesUnder = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesUnder(join(path, name))) : [path];

/**
 * The unit tests of a file or folder.
 * @param path from the project's root, such as `tests/data` or `tests/data/format.test.ts`; empty for all that need no build
 * @throws NoSuchTest if no unit test is there
 */
export function unitTrial(path: string): Trial {
  if (path === '') return { args: ['vitest', 'run', ...[SITE_TESTS, RELATIONS, OWN].map((folder) => `--exclude=${folder}/**`)], builds: [] };
  const place = normalize(path).replace(/\/$/, '');
  const files = existsSync(place) ? filesUnder(place).filter(isUnitTest) : [];
  if (files.length === 0) {
    throw new NoSuchTest(`npm run unit: no unit test is at “${path}”, expected a file or folder such as tests/data/format.test.ts or tests/data.`);
  }
  return { args: ['vitest', 'run', ...files], builds: files.some((file) => file.startsWith(`${SITE_TESTS}/`)) ? ALL_BUILDS : [] };
}

/** The builds that some browser tests browse: the main one, and those that they name. */
const buildsFor = (files: readonly string[]): Build[] => {
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  return BROWSED.filter(({ name }) => name === 'main' || texts.some((text) => text.includes(`'${name}'`)));
};

const specs = (): string[] => readdirSync(BROWSER_TESTS).filter((name) => name.endsWith('.spec.ts'));
const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * The browser tests of a file, or those with a title.
 * @param name a file such as `labels`, `labels.spec.ts` or with its folder, or a part of a test's title; empty for all
 * @param filesWith the files, from the tests' folder, that have tests whose title fits a pattern
 * @throws NoSuchTest if there is neither such a file nor such a title
 */
export function browserTrial(name: string, filesWith: (pattern: string) => readonly string[]): Trial {
  if (name === '') return { args: ['playwright', 'test'], builds: BROWSED };
  const short = name.replace(/^(?:\.\/)?tests\/browser\//, '').replace(/\.spec\.ts$/, '');
  const file = specs().find((each) => each === `${short}.spec.ts`);
  if (file) return { args: ['playwright', 'test', literally(`${BROWSER_TESTS}/${file}`)], builds: buildsFor([`${BROWSER_TESTS}/${file}`]) };
  const pattern = literally(name);
  const files = filesWith(pattern);
  if (files.length === 0) {
    const known = specs().map((each) => each.replace('.spec.ts', '')).sort().join(', ');
    throw new NoSuchTest(`npm run browser: “${name}” is neither a file nor in a title of tests/browser, expected one of ${known}, or words of a title.`);
  }
  return { args: ['playwright', 'test', '--grep', pattern], builds: buildsFor(files.map((each) => `${BROWSER_TESTS}/${each}`)) };
}
