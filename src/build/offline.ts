import { existsSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { OFFLINE_NAMES } from '../languages.ts';

/** Pages that are files to hand on. */
export const OFFLINE_PAGES: readonly string[] = Object.values(OFFLINE_NAMES);
/** What a file may weigh to be sent round, bytes. */
const MOST_BYTES = 1_500_000;

/**
 * Astro integration: after a build, turns the lesson's page of each language into a single file at the site's root.
 * @throws Error if such a page was not built, or weighs too much to be sent round
 */
export function offlineFiles(): AstroIntegration {
  return {
    name: 'offline-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const name of OFFLINE_PAGES) {
          const built = join(root, name, 'index.html');
          if (!existsSync(built)) throw new Error(`${name}.html: src/pages/[offline].astro did not build it`);
          const { size } = statSync(built);
          if (size > MOST_BYTES) throw new Error(`${name}.html weighs ${size} bytes, expected at most ${MOST_BYTES}`);
          renameSync(built, join(root, `${name}.html`));
          rmdirSync(join(root, name));
        }
      },
    },
  };
}
