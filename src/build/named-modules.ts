import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const PROGRAM = /<script type="module" src="([^"]*\/)([\w.-]+\.js)"/g;
const IMPORTED = /(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g;

/**
 * Writes the modules that a page's programs import into the page, before the program: a phone then fetches them at once and not after it,
 * and whoever copies the page by its addresses (wget, an archive's crawler) copies the whole program.
 * @param read text of a module, by its name
 */
export function nameModules(html: string, read: (module: string) => string): string {
  return html.replaceAll(PROGRAM, (script, folder: string, program: string) => {
    const found = new Set([program]);
    for (const name of found) for (const [, imported] of read(name).matchAll(IMPORTED)) found.add(imported!);
    found.delete(program);
    return [...found].map((name) => `<link rel="modulepreload" href="${folder}${name}">`).join('') + script;
  });
}

/** Astro integration: after a build names the modules in every page. */
export function namedModules(): AstroIntegration {
  let assets = '';
  return {
    name: 'named-modules',
    hooks: {
      'astro:config:done': ({ config }) => void (assets = config.build.assets),
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const name of (readdirSync(root, { recursive: true }) as string[]).filter((file) => file.endsWith('.html'))) {
          const html = readFileSync(join(root, name), 'utf8');
          const named = nameModules(html, (module) => readFileSync(join(root, assets, module), 'utf8'));
          if (named !== html) writeFileSync(join(root, name), named);
        }
      },
    },
  };
}
