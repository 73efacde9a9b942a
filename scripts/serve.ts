import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';

/** Kind of a file, by its ending. */
export const MIME: Readonly<Record<string, string>> = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
};

/** What a static server does with one request. */
export type Answer =
  | { readonly kind: 'file'; readonly status: 200 | 404; readonly file: string; readonly type: string }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'refuse'; readonly status: 400 | 404 };

/**
 * Finds the file for an address, as a newspaper's static server would.
 * @param folder the built site
 * @param base path that the site was built for; begins and ends with `/`
 * @param url path and query of the request
 * @returns the file, a redirect to a folder's address with its closing slash, or a refusal; never a file outside `folder`
 */
export function answer(folder: string, base: string, url: string): Answer {
  const [address = '/', query] = url.split('?', 2);
  const path = decode(address);
  if (path === undefined) return { kind: 'refuse', status: 400 };
  if (`${path}/` === base) return { kind: 'redirect', to: withQuery(base, query) };
  if (!path.startsWith(base)) return notFound(folder);

  const root = resolve(folder);
  const file = join(root, path.slice(base.length));
  if (!`${file}${sep}`.startsWith(root + sep)) return { kind: 'refuse', status: 400 };
  if (!existsSync(file)) return notFound(folder);
  if (!statSync(file).isDirectory()) return path.endsWith('/') ? notFound(folder) : found(file, 200);

  const index = join(file, 'index.html');
  if (!existsSync(index)) return notFound(folder);
  // Collapsed slashes: `//host` in a redirect would lead to another server.
  return path.endsWith('/') ? found(index, 200) : { kind: 'redirect', to: withQuery(`${address.replace(/^\/+/, '/')}/`, query) };
}

function decode(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}

function withQuery(address: string, query: string | undefined): string {
  return query === undefined ? address : `${address}?${query}`;
}

function found(file: string, status: 200 | 404): Answer {
  return { kind: 'file', status, file, type: MIME[extname(file).toLowerCase()] ?? 'application/octet-stream' };
}

function notFound(folder: string): Answer {
  const page = resolve(folder, '404.html');
  return existsSync(page) ? found(page, 404) : { kind: 'refuse', status: 404 };
}

function send(response: ServerResponse, result: Answer, withBody: boolean): void {
  if (result.kind === 'redirect') {
    response.writeHead(301, { Location: result.to }).end();
  } else if (result.kind === 'refuse') {
    response.writeHead(result.status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(withBody ? `${result.status}\n` : undefined);
  } else {
    response.writeHead(result.status, {
      'Content-Type': result.type,
      'Content-Length': statSync(result.file).size,
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    });
    // Closes the file when a reader breaks off; whoever is gone needs no word of it.
    if (withBody) pipeline(createReadStream(result.file), response, () => undefined);
    else response.end();
  }
}

/** Where and how to serve a built site. */
export interface ServeOptions {
  readonly folder: string;
  /** Path that the site was built for; begins and ends with `/`. */
  readonly base: string;
  /** 0 to 65535; 0 takes any free port. */
  readonly port: number;
  /** Address to listen on; this machine alone when left out. */
  readonly host?: string;
}

/**
 * Serves a built site.
 * @returns the page's address and a function that stops the server
 * @throws Error if the site is not built or the port is taken
 */
export async function serve({ folder, base, port, host = '127.0.0.1' }: ServeOptions): Promise<{ url: string; close: () => Promise<void> }> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no built site: run "npm run build" first.`);
  const server = createServer((request, response) => {
    const method = request.method ?? 'GET';
    if (method !== 'GET' && method !== 'HEAD') response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    else send(response, answer(folder, base, request.url ?? '/'), method === 'GET');
  });
  await listen(server, port, host);
  const { port: taken } = server.address() as AddressInfo;
  const name = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
  return {
    url: `http://${name}:${taken}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? `port ${port} is taken: choose another with PORT=4400, say.` : cause.message;
      fail(new Error(why, { cause }));
    });
    server.listen(port, host, done);
  });
}
