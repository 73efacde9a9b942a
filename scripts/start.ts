// `npm start` builds the site and serves it; `npm run preview` (with --built) serves what was built before.
import { folderOf, isHan, LANGUAGE_NAMES, LOCALES } from '../src/languages.ts';
import { spawnSync } from 'node:child_process';
import { settings } from '../src/settings.ts';
import { serve } from './serve.ts';

const DEFAULT_PORT = 4321;
const LAST_PORT = 65_535;

function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= LAST_PORT)) throw new Error(`PORT is "${text}": expected a whole number from 0 to ${LAST_PORT}.`);
  return port;
}

try {
  const port = portFrom(process.env['PORT']);
  if (!process.argv.includes('--built')) {
    const build = spawnSync(process.execPath, ['scripts/run.cjs', 'astro', 'build'], { stdio: 'inherit' });
    if (build.status !== 0) process.exit(build.status ?? 1);
  }
  const host = process.env['HOST'];
  const { url } = await serve({ folder: 'dist', base: settings.base, port, ...(host ? { host } : {}) });
  const pages = LOCALES.map((locale) => `  ${LANGUAGE_NAMES[locale]}${' '.repeat(Math.max(1, 9 - [...LANGUAGE_NAMES[locale]].length * (isHan(locale) ? 2 : 1)))}${url.replace(/\/$/, folderOf(locale))}/`);
  console.log(`\n  ${LOCALES.map((locale) => settings.title[locale]).join(' · ')}\n\n${pages.join('\n')}\n\n  Stop with Ctrl+C.\n`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
