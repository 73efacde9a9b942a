import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { standing, withdrawnNames } from '../data/names.ts';
import { ownersFile } from '../newsroom.ts';

const TEXTS = /\.(?:html|json|csv|txt|svg|xml|atom|js|css)$/;

/**
 * The files of a site in which a withdrawn name still stands.
 * @param forms every form of every withdrawn name
 */
export const filesWithNames = (folder: string, forms: readonly string[]): string[] =>
  forms.length === 0
    ? []
    : (readdirSync(folder, { recursive: true }) as string[]).filter((file) => {
        if (!TEXTS.test(file)) return false;
        const text = readFileSync(join(folder, file), 'utf8');
        return forms.some((form) => standing(form).test(text));
      });

/** Stops a build in which a withdrawn name stands anywhere: typed by the program, or made up of parts. The name itself is not told. */
export const withoutWithdrawnNames = (): AstroIntegration => ({
  name: 'withdrawn-names',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const found = filesWithNames(fileURLToPath(dir), withdrawnNames(ownersFile('data')).map(([form]) => form));
      if (found.length > 0) throw new Error(`a withdrawn name (data/withdrawals.csv) stands in ${found.slice(0, 5).join(', ')}, expected it nowhere: look for it in src/content, data and site.config.json`);
    },
  },
});
