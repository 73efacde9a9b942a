import { readFileSync } from 'node:fs';
import { parseSettings, SETTINGS_FILE } from '../src/settings.ts';
import { EDITIONS, MAIN_NEWSROOM } from './newsrooms.ts';

/** One way to build the site, for the tests. */
export interface Build {
  readonly name: 'owner' | 'main' | 'sub-path' | 'schematic' | 'four-lines' | 'published' | 'withdrawn' | 'walk';
  /** Where the built files lie, from the project's root. */
  readonly folder: string;
  /** Path under which the site is served; begins and ends with `/`. */
  readonly base: string;
  /** Settings that replace those of `site.config.json`, and the newsroom whose site it is. */
  readonly env: Readonly<Record<string, string>>;
}

/** The owner's own site, as its files say. Only what holds for any newsroom is asked of it. */
export const OWNER_BUILD: Build = { name: 'owner', folder: 'dist', base: parseSettings(readFileSync(SETTINGS_FILE, 'utf8'), process.env).base, env: {} };

/**
 * The builds that the tests read and browse, of the newsroom made for them: its site as it is, the same site under a path of a
 * newspaper's server, and the site without any land, for a newsroom whose map is not approved yet;
 * the last one as on a machine without a browser, so without worksheets as PDF, and for a host that compresses by itself.
 */
export const BUILDS: readonly Build[] = [
  { name: 'main', folder: '.cache/builds/main', base: '/', env: { NEWSROOM: MAIN_NEWSROOM, BASE_PATH: '/', MAP_MODE: 'geographic' } },
  {
    name: 'sub-path',
    folder: '.cache/builds/sub-path',
    base: '/2021/626/',
    env: { NEWSROOM: MAIN_NEWSROOM, BASE_PATH: '/2021/626/', SITE_URL: 'https://news.example', MAP_MODE: 'geographic' },
  },
  {
    name: 'schematic',
    folder: '.cache/builds/schematic',
    base: '/',
    env: { NEWSROOM: MAIN_NEWSROOM, BASE_PATH: '/', MAP_MODE: 'schematic', WORKSHEET_PDFS: 'off', COMPRESS: 'off' },
  },
];

/** The pages of an edition, without pictures and packages; the worksheets of one for paper where what is printed is read. */
const pagesOf = (name: 'four-lines' | 'published' | 'withdrawn', worksheets: 'on' | 'off'): Build => ({
  name,
  folder: `.cache/builds/${name}`,
  base: '/',
  env: { NEWSROOM: EDITIONS.find((edition) => edition.name === name)!.folder, BASE_PATH: '/', MAP_MODE: 'geographic', DOWNLOADS: 'off', WORKSHEET_PDFS: worksheets, COMPRESS: 'off' },
});

/** The pages of another story, of four lines: its links and its HTML are checked. */
export const EDITION_BUILD: Build = pagesOf('four-lines', 'off');

/** The pages of a story that was corrected, and of one out of which something was withdrawn. */
export const CORRECTED_BUILDS: readonly Build[] = [pagesOf('published', 'on'), pagesOf('withdrawn', 'on')];

/** What is walked through in every engine: the made-up newsroom's site without its downloads, for a walk follows none. */
export const WALK_BUILD: Build = {
  name: 'walk',
  folder: '.cache/builds/walk',
  base: '/',
  env: { NEWSROOM: MAIN_NEWSROOM, BASE_PATH: '/', MAP_MODE: 'geographic', DOWNLOADS: 'off', WORKSHEET_PDFS: 'off', COMPRESS: 'off' },
};

/** Every site that a check of built files reads whole: the owner's is held to what holds for any newsroom. */
export const SITES: readonly Build[] = [OWNER_BUILD, ...BUILDS];
/** All that is built. */
export const ALL_BUILDS: readonly Build[] = [...SITES, EDITION_BUILD, ...CORRECTED_BUILDS];
/** What browser tests browse: those of the editions where a test names them. */
export const BROWSED: readonly Build[] = [...BUILDS, ...CORRECTED_BUILDS];
