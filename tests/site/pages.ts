import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_BUILDS, type Build } from '../../scripts/builds.ts';
import { parseSettings, SETTINGS_FILE, type Settings } from '../../src/settings.ts';

/** A built site on the disk. */
export const site = (name: Build['name']): Build => ALL_BUILDS.find((build) => build.name === name)!;

/** The settings that a site was built with. */
export const settingsOf = ({ env }: Build): Settings => parseSettings(readFileSync(join(env['NEWSROOM'] ?? '.', SETTINGS_FILE), 'utf8'), env);

/** Text of a built file; `path` from the site's root. */
export const read = (build: Build, path: string): string => readFileSync(join(build.folder, path), 'utf8');

/** Paths of all built files that end in `ending`, from the site's root. */
export const files = ({ folder }: Build, ending: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith(ending) && statSync(join(folder, file)).isFile()).sort();

/** Whether a file is the article to paste: it goes out as it is, with styles in its tags, for those are all that is left of it elsewhere. */
export const isPasted = (page: string): boolean => /^kit\/[^/]+\/article[\w-]*\.html$/.test(page);

const unescape = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&#34;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Every element of a name, as its attributes. What a script holds in its text is no element. */
export const elements = (html: string, name: string): Record<string, string>[] =>
  [...html.replaceAll(/(<script\b[^>]*>)[^]*?(?=<\/script>)/g, '$1').matchAll(new RegExp(`<${name}(\\s[^>]*)?>`, 'g'))].map(([, inside = '']) =>
    Object.fromEntries([...inside.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key!, unescape(value)])),
  );

/** A page without its programs and style sheets. */
export const withoutCode = (html: string): string => html.replaceAll(/<(script|style)\b[^]*?<\/\1>/g, '');

/** The words that a reader sees in a piece of HTML. */
export const wordsOf = (html: string): string => unescape(html.replaceAll(/<(script|style)[^]*?<\/\1>|<span class="sr">[^<]*<\/span>/g, '').replaceAll(/<[^>]*>/g, '')).replaceAll(/\s+/g, ' ');

/** Each step's piece of the article: from its opening tag to the next step or the end of the story. */
export function stepsOf(html: string): Map<string, string> {
  const starts = [...html.matchAll(/<section [^>]*\bid="([\w-]+)"[^>]*\bdata-step/g)];
  return new Map(starts.map((start) => [start[1]!, html.slice(start.index, html.indexOf('</figcaption>', start.index))]));
}

/** What a browser fetches to show a page, the page included; a font that only the style sheet names is not needed for it. */
export function firstView(build: Build, page: string): string[] {
  const html = read(build, page);
  const links = elements(html, 'link').filter(({ rel = '' }) => /\b(stylesheet|preload|modulepreload|icon)\b/.test(rel)).map(({ href }) => href!);
  const scripts = elements(html, 'script').flatMap(({ src }) => src ?? []);
  const images = elements(html, 'img').flatMap(({ src, loading }) => (src && loading !== 'lazy' ? src : []));
  const found = new Set([...links, ...scripts, ...images].map((address) => address.replace(/^\//, '')));
  // Modules that a module imports.
  for (const file of found) {
    if (file.endsWith('.js')) for (const [, name] of read(build, file).matchAll(/(?:import|from)\s*\(?["']\.\/([\w.-]+\.js)["']/g)) found.add(`_astro/${name}`);
  }
  return [page, ...found];
}

/** Whether a path of the site (from its root, without query or anchor) is a file that a static server finds. */
export function served({ folder }: Build, path: string): boolean {
  const file = join(folder, decodeURIComponent(path));
  return existsSync(file) && (statSync(file).isFile() || existsSync(join(file, 'index.html')));
}
