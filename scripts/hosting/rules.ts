/** Files that a server treats alike. */
export interface Kind {
  readonly name: 'page' | 'files' | 'embed' | 'hashed' | 'shared';
  /** From the site's root: `/data/*` for a folder with all that lies in it, or one file's address. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

const inBoth = (...paths: string[]): string[] => paths.flatMap((path) => [path, `/en${path}`]);

/** Text becomes markup by two policies only, Svelte's and the slides'; docs/security.md says more. */
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types svelte-trusted-html story-words";
/** Devices and powers that no page asks for. */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'usb',
  'xr-spatial-tracking',
];
const YEAR = 31_536_000;
// A browser asks each time; caches in front of the server ask once a minute.
const FRESH = { 'Cache-Control': 'public, max-age=0, s-maxage=60, must-revalidate' };
// No other host may frame a page and lay its own over it.
const UNFRAMED = { 'Content-Security-Policy': `frame-ancestors 'self'; ${TRUSTED_TYPES}` };
const SHOWN_ANYWHERE = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
// Anyone's page may show the file, and its script may read it.
const OPEN = { 'Access-Control-Allow-Origin': '*', ...SHOWN_ANYWHERE };

/** What is said beside every file. What a page may load stands in the page itself, by hashes; here is what only a header can say. */
export const EVERYWHERE: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  // Another host learns which newspaper a reader comes from, not from which page.
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': UNUSED.map((name) => `${name}=()`).join(', '),
  'Strict-Transport-Security': `max-age=${YEAR}`,
};

/** Every file of the site is of one kind, and of no other: static hosts would join the headers of both. */
export const KINDS: readonly Kind[] = [
  {
    name: 'page',
    paths: [...inBoth('/', '/index.html', '/lesson/*', '/s/*'), '/404.html', '/ketang.html', '/classroom.html'],
    headers: { ...UNFRAMED, ...FRESH },
  },
  // Folders of files to reuse, with the page that lists them.
  { name: 'files', paths: inBoth('/data/*', '/kit/*'), headers: { ...UNFRAMED, ...FRESH, ...OPEN } },
  // Made to be framed, by anyone, in an isolated host page as well.
  {
    name: 'embed',
    paths: inBoth('/embed/*'),
    headers: { 'Content-Security-Policy': TRUSTED_TYPES, 'Cross-Origin-Embedder-Policy': 'require-corp', ...FRESH, ...SHOWN_ANYWHERE },
  },
  // Their names change with their content.
  { name: 'hashed', paths: ['/_astro/*'], headers: { 'Cache-Control': `public, max-age=${YEAR}, immutable`, ...OPEN } },
  // A correction reaches everyone within the hour.
  {
    name: 'shared',
    paths: [
      ...inBoth('/corrections.atom'),
      '/oembed/*',
      '/packages/*',
      '/pictures/*',
      '/share/*',
      '/embed.js',
      '/favicon.svg',
      '/licences.txt',
      '/sitemap-0.xml',
      '/sitemap-index.xml',
    ],
    headers: { 'Cache-Control': 'public, max-age=3600', ...OPEN },
  },
];

const holds = (pattern: string, path: string): boolean => (pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern);

/**
 * What a server says beside one file.
 * @param path from the site's root, such as `/data/facts.csv`
 * @throws Error if the file is of no kind, or of two
 */
export function headersOf(path: string): Record<string, string> {
  const found = KINDS.filter(({ paths }) => paths.some((pattern) => holds(pattern, path)));
  if (found.length !== 1)
    throw new Error(
      `${path}: expected to be of one kind in scripts/hosting/rules.ts, found ${found.length}: ${found.map(({ name }) => name).join(', ')}`,
    );
  return { ...EVERYWHERE, ...found[0]!.headers };
}
