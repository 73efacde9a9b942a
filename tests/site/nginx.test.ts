import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Build } from '../../scripts/builds.ts';
import { headersOf, KINDS } from '../../scripts/hosting/rules.ts';
import { nginxConf } from '../../scripts/hosting/samples.ts';
import { ensureNginx, type Nginx } from '../../scripts/nginx.ts';
import { answer } from '../../scripts/serve.ts';
import { files, firstView, site } from './pages.ts';

const REQUESTS = 10_000;
const CONNECTIONS = 32;
const SOME = { br: brotliDecompressSync, gzip: gunzipSync } as const;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** was the connection there already? */
  readonly reused: boolean;
  /** what came over the line, headers and all */
  readonly bytes: number;
}
type Ask = (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
const started: ChildProcess[] = [];
let nginx: Nginx;
let asks: Record<'main' | 'sub-path', Ask>;
beforeAll(async () => {
  nginx = ensureNginx();
  asks = { main: await start(site('main')), 'sub-path': await start(site('sub-path')) };
}, 120_000);
afterAll(async () => {
  agent.destroy();
  await Promise.all(started.map((server) => new Promise((done) => server.once('exit', done).kill())));
  rmSync(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Sends a path as it is: nothing is tidied on the way, dots least of all. */
const asker = (port: number): Ask => (path, headers = {}, method = 'GET') =>
  new Promise((done, fail) => {
    let before = 0;
    const sent = request({ port, host: '127.0.0.1', path, headers, method, agent }, (response) => {
      const { socket, statusCode, headers: given } = response;
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('error', fail);
      response.on('end', () => done({ status: statusCode!, headers: given, body: Buffer.concat(parts), reused: sent.reusedSocket, bytes: socket.bytesRead - before }));
    });
    sent.on('socket', ({ bytesRead }) => (before = bytesRead)).on('error', fail).end();
  });

/** Starts nginx with the sample, for a build that lies in the server's folder under its base path. */
async function start({ name, folder: built, base }: Build): Promise<Ask> {
  const home = join(folder, name);
  const root = base === '/' ? resolve(built) : join(home, 'www');
  mkdirSync(join(home, 'logs'), { recursive: true });
  if (base !== '/') {
    const place = join(root, base.slice(0, -1));
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(resolve(built), place);
  }
  const port = await freePort();
  const sample = nginxConf({ base, root, serverName: 'localhost', listen: `127.0.0.1:${port}` });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path ${home}/${kind};`);
  writeFileSync(join(home, 'site.conf'), nginx.brotli === undefined ? sample.replace('brotli_static on;', '') : sample);
  writeFileSync(join(home, 'nginx.conf'), `${nginx.brotli === undefined ? '' : `load_module ${nginx.brotli};\n`}${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;
worker_processes 2;
pid ${home}/nginx.pid;
error_log stderr warn;
events { worker_connections 512; }
http {
  access_log off;
${temporary.join('\n')}
  include ${home}/site.conf;
}
`);
  const server = spawn(nginx.program, ['-p', home, '-c', join(home, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  started.push(server);
  let said = '';
  server.stderr.on('data', (text: Buffer) => (said += text.toString('utf8')));
  const ask = asker(port);
  for (let tries = 0; tries < 50; tries += 1) {
    if (server.exitCode !== null) throw new Error(`nginx does not take the sample: ${said}`);
    const up = await ask('/').then(() => true, () => new Promise<false>((done) => setTimeout(done, 100, false)));
    if (up) return ask;
  }
  throw new Error(`nginx did not answer within 5 s: ${said}`);
}

describe.each(['main', 'sub-path'] as const)('nginx with the sample, build "%s"', (name) => {
  const build = site(name);
  const content = (file: string): Buffer => readFileSync(join(build.folder, file));
  const originals = files(build, '').filter((file) => !/\.(br|gz)$/.test(file));
  const first = (ending: string): string => originals.find((file) => file.endsWith(ending) && statSync(join(build.folder, file)).size > 1024)!;
  const ask: Ask = (...question) => asks[name](...question);
  const at = (file: string): string => `${build.base}${encodeURI(file)}`;

  test('each file comes with its type, its length and the headers of its kind; a page by its folder’s address', async () => {
    const special = [...new Set(KINDS.flatMap(({ headers }) => Object.keys(headers)))];
    for (const file of originals) {
      const path = at(file).replace(/index\.html$/, '');
      const found = answer(build.folder, build.base, path);
      const expected = headersOf(`/${file}`);
      const { status, headers, body } = await ask(path, {}, 'HEAD');
      expect(status, path).toBe(200);
      expect(body.length).toBe(0);
      expect(headers['content-type'], path).toBe(found.kind === 'file' ? found.type : 'a file');
      expect(Number(headers['content-length']), path).toBe(statSync(join(build.folder, file)).size);
      expect(headers['server']).toBe('nginx');
      for (const header of [...special, 'X-Content-Type-Options', 'Referrer-Policy', 'Permissions-Policy', 'Strict-Transport-Security']) {
        expect(headers[header.toLowerCase()], `${path}: ${header}`).toBe(expected[header]);
      }
    }
  });

  test('what the headers say, in words of our own: who may frame, what is kept how long, what others may read', async () => {
    const said = async (file: string): Promise<IncomingHttpHeaders> => (await ask(at(file))).headers;
    const [article, embed, program, table] = [await said(''), await said('embed/cases/'), await said(first('.js')), await said('data/facts.csv')];
    expect(article['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(embed['content-security-policy']).not.toContain('frame-ancestors');
    for (const page of [article, embed]) {
      expect(page['content-security-policy']).toContain("require-trusted-types-for 'script'");
      expect(page['cache-control']).toMatch(/max-age=0.*must-revalidate/);
      expect(page['x-frame-options']).toBeUndefined();
    }
    expect(program['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(table).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' });
    expect(article['access-control-allow-origin']).toBeUndefined();
    expect(article['permissions-policy']).toContain('geolocation=()');
    expect(article['strict-transport-security']).toMatch(/^max-age=\d{8}/);
    expect(Object.keys(article)).not.toContain('set-cookie');
  });

  test('a browser gets the file that the build compressed, which is the page; one that takes none gets the page', async () => {
    for (const file of ['index.html', first('.js'), first('.css'), first('.svg'), 'data/facts.csv', 'data/datapackage.json']) {
      const plain = await ask(at(file));
      expect(plain.headers['content-encoding'], file).toBeUndefined();
      expect(plain.body.equals(content(file)), file).toBe(true);
      for (const [accepted, encoding] of [['gzip, deflate, br, zstd', nginx.brotli === undefined ? 'gzip' : 'br'], ['gzip, deflate', 'gzip']] as const) {
        const { status, headers, body } = await ask(at(file), { 'Accept-Encoding': accepted });
        expect([status, headers['content-encoding'], headers['vary'], headers['content-type']], file).toEqual([200, encoding, 'Accept-Encoding', plain.headers['content-type']]);
        expect(SOME[encoding](body).equals(content(file)), file).toBe(true);
        expect(body.length, file).toBeLessThan(plain.body.length);
      }
    }
    const picture = await ask(at('share/zh.png'), { 'Accept-Encoding': 'gzip, br' });
    expect(picture.headers['content-encoding']).toBeUndefined();
    expect(picture.body.equals(content('share/zh.png'))).toBe(true);
  });

  test('a page that is unchanged is not sent again, in any encoding', async () => {
    const tags = new Set<string>();
    for (const accepted of ['identity', 'gzip', 'br']) {
      const { headers } = await ask(build.base, { 'Accept-Encoding': accepted });
      const again = await ask(build.base, { 'Accept-Encoding': accepted, 'If-None-Match': headers['etag']! });
      expect([again.status, again.body.length, again.headers['cache-control']]).toEqual([304, 0, headers['cache-control']]);
      tags.add(headers['etag']!);
    }
    // A cache between would otherwise hand brotli to a browser that cannot read it.
    expect(tags.size).toBe(nginx.brotli === undefined ? 2 : 3);
    expect((await ask(build.base, { 'If-None-Match': '"of another day"' })).status).toBe(200);
  });

  test('an address that leads nowhere is 404, with our page and its headers', async () => {
    for (const path of ['nowhere', 'nowhere/', 'en/nowhere/', '_astro/gone.js', 'index.html/', 'embed/gone/', '_astro/', '2021/']) {
      const { status, headers, body } = await ask(at(path));
      expect(status, path).toBe(404);
      expect(body.equals(content('404.html')), path).toBe(true);
      expect(headers['content-security-policy'], path).toContain("frame-ancestors 'self'");
      // A hashed file that is not there yet must not be missing for a year.
      expect(headers['cache-control'], path).toMatch(/max-age=0/);
    }
  });

  test('a folder without its slash leads on, on the same host; nothing outside the site is served; nothing is taken in', async () => {
    expect(await ask(at('lesson'))).toMatchObject({ status: 301, headers: { location: `${build.base}lesson/` } });
    for (const path of ['../package.json', '%2e%2e/package.json', '_astro/../../../package.json', '..%2f..%2f..%2fetc/passwd']) {
      const { status, body } = await ask(`${build.base}${path}`);
      expect([400, 404], path).toContain(status);
      expect(body.toString('utf8'), path).not.toMatch(/"name"|root:/);
    }
    expect((await ask(build.base, {}, 'POST')).status).toBe(405);
  });

  test('a part of a large file is sent alone, to go on with a download that broke off', async () => {
    const file = first('.zip');
    const whole = content(file);
    const { status, headers, body } = await ask(at(file), { Range: 'bytes=100-299' });
    expect([status, headers['content-range'], body.equals(whole.subarray(100, 300))]).toEqual([206, `bytes 100-299/${whole.length}`, true]);
    expect((await ask(at(file), { Range: `bytes=${whole.length}-` })).status).toBe(416);
  });
});

test('under a path, the rest of the server is left as it was', async () => {
  const ask = asks['sub-path'];
  expect(await ask('/2021/626')).toMatchObject({ status: 301, headers: { location: '/2021/626/' } });
  for (const path of ['/', '/embed/cases/', '/2021/', '/2021/6260/', '/_astro/x.js']) {
    const { status, headers } = await ask(path);
    expect([status, headers['content-security-policy'], headers['permissions-policy'], headers['cache-control']], path).toEqual([404, undefined, undefined, undefined]);
  }
});

test.each([['Chinese', 'index.html', ''], ['English', 'en/index.html', 'en/']])('docs/hosting.md says rightly what a million readers of the %s article cost', async (language, page, address) => {
  if (nginx.brotli === undefined) console.log('This nginx has no brotli module: gzip is measured, and more is allowed for it.');
  const allowed = nginx.brotli === undefined ? 0.3 : 0.1;
  const ask = (file: string, headers: Record<string, string> = {}): Promise<Answer> => asks.main(`/${file}`, { 'Accept-Encoding': 'gzip, deflate, br', ...headers });
  let first = 0;
  for (const file of firstView(site('main'), page)) first += (await ask(file)).bytes;
  const { bytes: again } = await ask(address, { 'If-None-Match': (await ask(address)).headers['etag']! });
  const [, kilobytes, gigabytes, bytesAgain] = new RegExp(`\\| ${language} \\| (\\d+) KB \\| (\\d+) GB \\| (\\d+) bytes \\|`).exec(readFileSync('docs/hosting.md', 'utf8')) ?? [];
  const said = `docs/hosting.md should say "| ${language} | ${Math.round(first / 1000)} KB | ${Math.round(first / 1000)} GB | ${again} bytes |"`;
  expect(Math.abs(Number(kilobytes) * 1000 - first) / first, said).toBeLessThanOrEqual(allowed);
  expect(Math.abs(Number(bytesAgain) - again) / again, said).toBeLessThanOrEqual(0.1);
  // 1,000 bytes for each of a million readers are a gigabyte.
  expect(gigabytes).toBe(kilobytes);
});

test(`${REQUESTS} requests over ${CONNECTIONS} connections that are kept: none fails`, async () => {
  const { folder: built, base } = site('sub-path');
  const ask = asks['sub-path'];
  const paths = ['index.html', 'en/index.html', 'embed/cases/index.html', 'data/facts.csv', 'favicon.svg', ...files(site('sub-path'), '.js').filter((file) => file.startsWith('_astro'))];
  const sizes = new Map(paths.map((path) => [path, statSync(join(built, path)).size]));
  const faults: string[] = [];
  let [reused, sent] = [0, 0];
  const visit = async (): Promise<void> => {
    while (sent < REQUESTS) {
      const path = paths[sent++ % paths.length]!;
      await ask(`${base}${path}`).then(
        (given) => {
          reused += given.reused ? 1 : 0;
          if (given.status !== 200 || given.body.length !== sizes.get(path)) faults.push(`${path}: ${given.status}, ${given.body.length} bytes`);
        },
        (error: Error) => faults.push(`${path}: ${error.message}`),
      );
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, visit));
  expect(faults).toEqual([]);
  expect(sent).toBe(REQUESTS);
  expect(reused, 'connections were kept').toBeGreaterThan(REQUESTS * 0.95);
});
