import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const MIME: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
/** Files that are compressed already. */
const READY = new Set(['.woff2', '.png']);

/** Serves a folder with brotli, as a newspaper's server would, so that sizes on the wire are real. */
export async function serveCompressed(folder: string): Promise<{ url: string; close: () => void }> {
  const cache = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0]!);
    let file = join(folder, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!file.startsWith(folder) || !existsSync(file)) return void response.writeHead(404).end();
    const type = extname(file);
    const body = cache.get(file) ?? (READY.has(type) ? readFileSync(file) : brotliCompressSync(readFileSync(file)));
    cache.set(file, body);
    response.writeHead(200, {
      'Content-Type': MIME[type] ?? 'application/octet-stream',
      'Content-Length': body.length,
      ...(READY.has(type) ? {} : { 'Content-Encoding': 'br' }),
    });
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
