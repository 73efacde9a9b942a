import { existsSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Pages that are files to hand on, named as a teacher would look for them. */
export const OFFLINE_PAGES = ['ketang', 'classroom'] as const;
/** What a file may weigh to be sent round, bytes. */
const MOST_BYTES = 1_500_000;

/**
 * Astro integration: after a build, turns `/ketang/` and `/classroom/` into single files at the site's root.
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
          if (!existsSync(built)) throw new Error(`${name}.html: src/pages/${name}.astro was not built`);
          const { size } = statSync(built);
          if (size > MOST_BYTES) throw new Error(`${name}.html weighs ${size} bytes, expected at most ${MOST_BYTES}`);
          renameSync(built, join(root, `${name}.html`));
          rmdirSync(join(root, name));
        }
      },
    },
  };
}
