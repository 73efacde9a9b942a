import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { EDITOR_PATH, editorPage } from '../../tests/engines/editor.ts';
import { answer } from '../serve.ts';

const KIT = 'tests/engines/kit.ts';
const KIT_PATH = '/kit.js';

/**
 * Serves a built site in which the first script of every page is the tests' kit: WebKit's driver neither runs a script before a page's own,
 * nor tells what a page complains of. It also shows an editor to paste into.
 * @returns its address, and how to end it
 */
export async function serveWithKit(folder: string): Promise<{ url: string; close: () => void }> {
  const kit = stripTypeScriptTypes(readFileSync(KIT, 'utf8').replaceAll(/^export /gm, ''));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === KIT_PATH) return void response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' }).end(kit);
    if (new URL(path, 'http://localhost').pathname === EDITOR_PATH) return void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(editorPage().replace('<head>', `<head><script src="${KIT_PATH}"></script>`));
    const found = answer(folder, '/', path);
    if (found.kind === 'redirect') return void response.writeHead(301, { Location: found.to }).end();
    if (found.kind === 'refuse') return void response.writeHead(found.status).end();
    response.writeHead(found.status, { 'Content-Type': found.type, 'Cache-Control': 'no-cache' });
    if (!found.type.startsWith('text/html')) return void createReadStream(found.file).pipe(response);
    response.end(readFileSync(found.file, 'utf8').replace('<head>', `<head><script src="${KIT_PATH}"></script>`));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
