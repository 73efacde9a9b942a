import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';

/** Endings of files of text. Pictures, fonts and zips are compressed as they are. */
const TEXT = new Set(['.css', '.csv', '.geojson', '.html', '.js', '.json', '.md', '.svg', '.txt', '.webmanifest', '.xml']);
/** A smaller file fits one packet of the network anyhow, bytes. */
const LEAST_BYTES = 1024;
/** A twin must save at least 5 % of its file to be worth keeping. */
const WORTH = 0.95;
/** Half of a picture's bytes are a font in base64: there brotli's best takes 20 times as long and saves 5 % more. */
const BROTLI_QUALITY = { picture: 6, other: 11 } as const;
const GZIP_LEVEL = 9;

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

async function compressFile(file: string): Promise<number> {
  const bytes = await readFile(file);
  if (bytes.length <= LEAST_BYTES) return 0;
  const quality = extname(file) === '.svg' ? BROTLI_QUALITY.picture : BROTLI_QUALITY.other;
  const twins = await Promise.all([
    brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    gzipAsync(bytes, { level: GZIP_LEVEL }),
  ]);
  const kept = (['.br', '.gz'] as const).flatMap((ending, i) =>
    twins[i]!.length <= bytes.length * WORTH ? [[`${file}${ending}`, twins[i]!] as const] : [],
  );
  await Promise.all(kept.map(([twin, content]) => writeFile(twin, content)));
  return kept.length;
}

/**
 * Writes a compressed twin beside every file of text, `index.html.br` and `index.html.gz` beside `index.html`,
 * so that a server sends the smallest form without work of its own. The same file gives the same bytes.
 * @param folder a built site
 * @returns how many twins were written
 */
export async function compressFolder(folder: string): Promise<number> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => TEXT.has(extname(name)));
  const written = await Promise.all(names.map((name) => compressFile(join(folder, name))));
  return written.reduce((sum, count) => sum + count, 0);
}

/** Astro integration, the last of all: after a build compresses the site's files. `COMPRESS=off` does without, for a host that compresses by itself. */
export function compressed(): AstroIntegration {
  return {
    name: 'compressed',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        if (process.env['COMPRESS'] === 'off') return;
        const start = performance.now();
        const count = await compressFolder(fileURLToPath(dir));
        logger.info(`${count} files compressed beside their originals in ${((performance.now() - start) / 1000).toFixed(1)} s`);
      },
    },
  };
}
