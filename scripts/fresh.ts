import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Build } from './builds.ts';

/** All that a build is made of, from the project's root. */
const SOURCES = ['astro.config.mjs', 'data', 'package-lock.json', 'public', 'site.config.json', 'src', 'svelte.config.js', 'tsconfig.json'];
/** A build writes these itself. */
const WRITTEN = join('src', 'generated');
/** A build's note of what it was made of, outside the built folder: what lies in there is served. */
export const noteOf = (root: string, { name }: Build): string => join(root, '.cache', 'made', `${name}.json`);
/** A page of every build; rebuilt by another command, it has another age. */
const pageOf = (root: string, { folder }: Build): string => join(root, folder, 'index.html');

function filesIn(root: string, path: string): string[] {
  if (path === WRITTEN || !existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).sort().flatMap((name) => filesIn(root, join(path, name)));
}

/** A hash of the names and bytes of all sources. */
function hashOfSources(root: string, own: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of [...SOURCES, ...own].flatMap((path) => filesIn(root, path))) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

const describe = (root: string, build: Build): string =>
  JSON.stringify({ sources: hashOfSources(root, build.env['NEWSROOM'] === undefined ? [] : [build.env['NEWSROOM']]), env: build.env, made: statSync(pageOf(root, build)).mtimeMs });

/** Notes what a build that has just been made was made of. */
export function noteBuild(build: Build, root = '.'): void {
  mkdirSync(dirname(noteOf(root, build)), { recursive: true });
  writeFileSync(noteOf(root, build), describe(root, build));
}

/** Why a build has to be made: it is not there, or it is not of the sources as they are. */
export function whyBuild(build: Build, root = '.'): 'missing' | 'stale' | undefined {
  if (!existsSync(pageOf(root, build))) return 'missing';
  const note = noteOf(root, build);
  return existsSync(note) && readFileSync(note, 'utf8') === describe(root, build) ? undefined : 'stale';
}

/** Makes those of some builds that are missing or stale, and says which. Ends the process when one fails. */
export function makeFresh(builds: readonly Build[]): void {
  for (const build of builds) {
    const why = whyBuild(build);
    console.log(`${build.folder}, the build “${build.name}”: ${why ? `${why}, it is built` : 'up to date'}`);
    if (!why) continue;
    const { status } = spawnSync(process.execPath, ['scripts/run.cjs', 'astro', 'build', '--outDir', build.folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...build.env },
    });
    if (status !== 0) process.exit(1);
    noteBuild(build);
  }
}
