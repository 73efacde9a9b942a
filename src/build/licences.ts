import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Rolldown } from 'vite';
import { faceLicences } from './faces.ts';
import { settings } from '../settings.ts';

/** Where a site says whose work it holds, and on what terms. */
export const LICENCES_FILE = 'licences.txt';

/** A package whose code is in a program that readers get. */
export interface Shipped {
  name: string;
  version: string;
  /** as its `package.json` names it, such as `MIT` */
  licence: string;
  /** the licence in full */
  text: string;
}

/** Modules of a bundle of which some code is left. */
export const modulesIn = (chunk: Rolldown.OutputChunk): string[] =>
  Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []));

/** Folder of the package that a module belongs to; none for a module of our own or of the bundler's. */
function folderOf(module: string): string | undefined {
  return /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module)?.[1];
}

function readPackage(folder: string): Shipped {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
  if (!name || !version || !license || file === undefined)
    throw new Error(`${folder}: readers get its code, expected a name, a version, a licence and its text`);
  return { name, version, licence: license, text: readFileSync(join(folder, file), 'utf8').trim() };
}

/**
 * The packages that modules belong to, each once, by name.
 * @param modules ids as a bundler gives them: absolute paths, perhaps with a query
 * @throws Error if a package does not say its licence
 */
export function shippedPackages(modules: Iterable<string>): Shipped[] {
  const folders = new Set([...modules].flatMap((module) => folderOf(module) ?? []));
  return [...folders].map(readPackage).sort((a, b) => a.name.localeCompare(b.name));
}

const RULE = '-'.repeat(72);

/** The text of `licences.txt`: a licence asks to go along with what it is for. */
export function licencesText(packages: readonly Shipped[], root: string): string {
  const file = (path: string): string => readFileSync(join(root, path), 'utf8').trim();
  const others = [
    { title: 'Noto Serif SC, Noto Sans SC, Noto Sans, Noto Serif (fonts, reduced) - OFL-1.1', text: file('src/fonts/OFL.txt') },
    ...faceLicences(),
    { title: 'Apache ECharts 4.9.0 (outlines of provinces and counties, changed) - Apache-2.0', text: file('data/geo/LICENSE-echarts.txt') },
    { title: 'Natural Earth (outlines of the coasts) - public domain', text: 'https://www.naturalearthdata.com/' },
    { title: 'GeoNames (positions of places) - CC-BY-4.0', text: 'https://www.geonames.org/, https://creativecommons.org/licenses/by/4.0/' },
  ];
  const code = packages.map(({ name, version, licence, text }) => ({ title: `${name} ${version} (code) - ${licence}`, text }));
  const own = [
    { title: 'The code of this site - MIT', text: file('LICENSE') },
    { title: `The text, pictures and data of this site - ${settings.licence.name}`, text: settings.licence.url },
  ];
  return `What this site is made of, and on what terms.\n${[...own, ...code, ...others].map(({ title, text }) => `\n${RULE}\n${title}\n${RULE}\n\n${text}\n`).join('')}`;
}

/** Collects what goes into the programs of a build, and writes their licences into the site. */
export interface Licences {
  /** takes note of modules that are bundled apart from Astro */
  note: (modules: readonly string[]) => void;
  /** Astro integration: collects what Astro bundles for the browser, and writes `licences.txt` */
  integration: AstroIntegration;
}

export function licences(): Licences {
  const modules = new Set<string>();
  const note = (found: readonly string[]): void => found.forEach((module) => modules.add(module));
  let root = '';
  const collect = {
    name: 'collect-licences',
    apply: 'build' as const,
    applyToEnvironment: ({ name }: { name: string }) => name === 'client',
    generateBundle: (_: unknown, bundle: Rolldown.OutputBundle) => {
      for (const each of Object.values(bundle)) if (each.type === 'chunk') note(modulesIn(each));
    },
  };
  const integration: AstroIntegration = {
    name: 'licences',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        root = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [collect] } });
      },
      'astro:build:done': ({ dir }) => writeFileSync(join(fileURLToPath(dir), LICENCES_FILE), licencesText(shippedPackages(modules), root)),
    },
  };
  return { note, integration };
}
