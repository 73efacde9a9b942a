/** One way to build the site, for the tests. */
export interface Build {
  readonly name: 'main' | 'sub-path' | 'schematic';
  /** Where the built files lie, from the project's root. */
  readonly folder: string;
  /** Path under which the site is served; begins and ends with `/`. */
  readonly base: string;
  /** Settings that replace those of `site.config.json`. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The builds that the tests read and browse: the site as it is, the same site under a path of a newspaper's
 * server, and the site without any land, for a newsroom whose map is not approved yet;
 * the last one as on a machine without a browser, so without worksheets as PDF, and for a host that compresses by itself.
 */
export const BUILDS: readonly Build[] = [
  { name: 'main', folder: 'dist', base: '/', env: { BASE_PATH: '/', MAP_MODE: 'geographic' } },
  {
    name: 'sub-path',
    folder: '.cache/builds/sub-path',
    base: '/2021/626/',
    env: { BASE_PATH: '/2021/626/', SITE_URL: 'https://news.example', MAP_MODE: 'geographic' },
  },
  { name: 'schematic', folder: '.cache/builds/schematic', base: '/', env: { BASE_PATH: '/', MAP_MODE: 'schematic', WORKSHEET_PDFS: 'off', COMPRESS: 'off' } },
];
