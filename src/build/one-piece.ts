import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { AstroIntegration } from 'astro';
import { build, type Rolldown } from 'vite';
import { TARGET } from '../engines.ts';
import { FOLDERS } from './folders.ts';
import { modulesIn } from './licences.ts';
import { rawState } from './raw-state.ts';
import { stagedScenes } from './staged-scenes.ts';

const GENERATED = new URL('../generated/', import.meta.url);

/** A program in one string, and the files of this project that it is made of. */
export interface OnePiece {
  code: string;
  sources: string[];
  /** every module that left code in it, the packages' too */
  modules: string[];
}

/**
 * Bundles a browser entry to one classic script: no import, no second file, so that it can be inlined and runs where
 * modules cannot be fetched, in a sandboxed frame or from `file://`.
 * @param entry path from `root`, a `.ts` that may import Svelte components and hydrates or mounts them itself
 * @throws Error if the entry does not bundle, or not to one file
 */
export async function bundleOnePiece(entry: string, root: string): Promise<OnePiece> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [rawState(), stagedScenes(), svelte({ configFile: false, compilerOptions: { dev: false } })],
    // Whoever calls, a test or the dev server: always the program that readers get.
    resolve: { conditions: ['module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"', ...FOLDERS },
    build: {
      write: false,
      target: TARGET,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const [chunk, ...others] = output;
  if (others.length > 0) throw new Error(`${entry}: expected one script, but it also makes ${others.map(({ fileName }) => fileName).join(', ')}`);
  const own = (id: string): boolean => id.startsWith(root) && !id.includes('node_modules');
  // An end tag in a string would close the element that the script is inlined in.
  return {
    code: chunk.code.replaceAll('</script', '<\\/script'),
    sources: chunk.moduleIds.map((id) => id.split('?')[0]!).filter(own),
    modules: modulesIn(chunk),
  };
}

/** An unchanged file keeps its time stamp, so that the dev server does not reload the page for nothing. */
function writeIfChanged(name: string, text: string): void {
  const file = new URL(name, GENERATED);
  mkdirSync(GENERATED, { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/**
 * Astro integration: before a build or the dev server begins, bundles each entry and writes it as `src/generated/NAME.js`,
 * which a page imports with `?raw` and hands to `src/layouts/OnePiece.astro`. In dev a change of a source bundles anew.
 * @param entries file name -> entry from the project's root, such as `{ guest: 'src/embed/guest.ts' }`
 * @param note is told which modules each program is made of
 */
export function onePiece(entries: Readonly<Record<string, string>>, note: (modules: readonly string[]) => void): AstroIntegration {
  const sources = new Map<string, readonly string[]>();
  let root = '';
  const write = async (name: string, entry: string): Promise<void> => {
    const piece = await bundleOnePiece(entry, root);
    sources.set(name, piece.sources);
    note(piece.modules);
    writeIfChanged(`${name}.js`, piece.code);
  };
  return {
    name: 'one-piece',
    hooks: {
      'astro:config:setup': async ({ config, command }) => {
        root = fileURLToPath(config.root);
        // A check of types or a unit test (which asks as the dev server does) needs no program.
        if (command === 'sync' || (command === 'dev' && process.env['VITEST'] !== undefined)) return;
        for (const [name, entry] of Object.entries(entries)) await write(name, entry);
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.on('change', (file) => {
          for (const [name, entry] of Object.entries(entries))
            if (sources.get(name)?.includes(file)) void write(name, entry).catch((error: Error) => server.config.logger.error(error.message));
        });
      },
    },
  };
}
