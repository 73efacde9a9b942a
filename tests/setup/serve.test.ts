import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.ts';

let folder = '';
let servers: { url: string; close: () => Promise<void> }[] = [];
let root = '';
let below = '';

beforeAll(async () => {
  const parent = mkdtempSync(join(tmpdir(), 'serve-'));
  folder = join(parent, 'dist');
  const files = {
    'index.html': '首页',
    'en/index.html': 'front page',
    '404.html': 'not here',
    '_astro/a.js': 'x',
    '_astro/a.css': 'x',
    'data/facts.csv': 'id',
    'serif.woff2': 'x',
    'picture.svg': 'x',
    'strange.bin': 'x',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  mkdirSync(`${folder}-old`);
  writeFileSync(join(`${folder}-old`, 'secret.txt'), 'secret');
  servers = [await serve({ folder, base: '/', port: 0 }), await serve({ folder, base: '/2021/626/', port: 0 })];
  root = servers[0]?.url ?? '';
  below = servers[1]?.url ?? '';
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  rmSync(join(folder, '..'), { recursive: true });
});

/** Asks for a path as it is written: `fetch` would tidy `..` away. */
function ask(site: string, path: string, method = 'GET'): Promise<{ status: number; type: string; location: string; body: string }> {
  const { hostname, port } = new URL(site);
  return new Promise((done, fail) => {
    const sent = request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        const { 'content-type': type = '', location = '' } = response.headers;
        done({ status: response.statusCode ?? 0, type, location, body });
      });
    });
    sent.on('error', fail).end();
  });
}

test('the address that is printed opens the front page, with and without a base path', async () => {
  expect(await (await fetch(root)).text()).toBe('首页');
  expect(below).toMatch(/^http:\/\/localhost:\d+\/2021\/626\/$/);
  expect(await (await fetch(below)).text()).toBe('首页');
  expect(await (await fetch(new URL('en/', below))).text()).toBe('front page');
});

test('a page outside the base path is not found, so that a link without it is caught', async () => {
  for (const path of ['/', '/en/', '/2021/', '/2021/6260/']) expect(await ask(below, path), path).toMatchObject({ status: 404, body: 'not here' });
});

test('an unknown address gives the site’s own page with status 404, not 200', async () => {
  for (const path of ['/nowhere', '/nowhere/', '/en/nowhere.html', '/_astro/', '/serif.woff2/']) {
    expect(await ask(root, path), path).toMatchObject({ status: 404, type: 'text/html; charset=utf-8', body: 'not here' });
  }
});

test('a folder without its closing slash redirects on this site, with its query', async () => {
  expect(await ask(root, '/en')).toMatchObject({ status: 301, location: '/en/' });
  expect(await ask(root, '/en?step=ring')).toMatchObject({ status: 301, location: '/en/?step=ring' });
  expect(await ask(below, '/2021/626')).toMatchObject({ status: 301, location: '/2021/626/' });
  expect(await ask(below, '/2021/626/en')).toMatchObject({ status: 301, location: '/2021/626/en/' });
  expect((await ask(root, '//en')).location).toBe('/en/');
});

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/_astro/a.js', 'text/javascript; charset=utf-8'],
  ['/_astro/a.css?v=1', 'text/css; charset=utf-8'],
  ['/data/facts.csv', 'text/csv; charset=utf-8'],
  ['/serif.woff2', 'font/woff2'],
  ['/picture.svg', 'image/svg+xml'],
  ['/strange.bin', 'application/octet-stream'],
])('%s is sent as %s', async (path, type) => {
  expect(await ask(root, path)).toMatchObject({ status: 200, type });
});

test.each(['/../secret.txt', '/en/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/../dist-old/secret.txt', '/%zz', '/%00'])(
  '%s reads nothing outside the site',
  async (path) => {
    for (const [site, base] of [
      [root, ''],
      [below, '/2021/626'],
    ] as const) {
      const { status, body } = await ask(site, base + path);
      expect(status, base + path).toBeGreaterThanOrEqual(400);
      expect(status, base + path).toBeLessThan(500);
      expect(body).not.toContain('secret');
    }
  },
);

test('HEAD sends no body, and nothing can be written', async () => {
  expect(await ask(root, '/en/', 'HEAD')).toMatchObject({ status: 200, body: '' });
  expect(await ask(root, '/en/', 'PUT')).toMatchObject({ status: 405 });
});

/** How many files of the site this process holds open. */
const open = (): number =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
    } catch {
      return false; // closed since it was listed
    }
  }).length;

test.runIf(process.platform === 'linux')('500 downloads that readers break off leave no file open', async () => {
  // More than what fits on the way, so that the server is still reading when the reader goes.
  writeFileSync(join(folder, 'large.zip'), Buffer.alloc(16_000_000));
  const { hostname, port } = new URL(root);
  let most = 0;
  for (let round = 0; round < 10; round += 1) {
    const readers = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const reader = connect(Number(port), hostname);
        reader.write('GET /large.zip HTTP/1.1\r\nHost: localhost\r\n\r\n');
        await new Promise((done) => reader.once('data', done));
        return reader.pause();
      }),
    );
    most = Math.max(most, open());
    for (const reader of readers) reader.destroy();
  }
  expect(most, 'the downloads were under way').toBeGreaterThanOrEqual(50);
  await expect.poll(open, { timeout: 10_000 }).toBe(0);
  expect(await ask(root, '/en/')).toMatchObject({ status: 200, body: 'front page' });
});

test('a taken port and a site that is not built are each told in one sentence', async () => {
  const port = Number(new URL(root).port);
  await expect(serve({ folder, base: '/', port })).rejects.toThrow(`port ${port} is taken: choose another with PORT=4400, say.`);
  await expect(serve({ folder: join(folder, 'nowhere'), base: '/', port: 0 })).rejects.toThrow(/holds no built site: run "npm run build" first\.$/);
});
