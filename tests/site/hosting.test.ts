import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BUILDS } from '../../scripts/builds.ts';
import { headersOf, KINDS } from '../../scripts/hosting/rules.ts';
import { headersFile, nginxConf } from '../../scripts/hosting/samples.ts';
import { files } from './pages.ts';

test('both samples in docs/hosting are what "npm run hosting" writes now, for the address that they name', () => {
  const [conf, headers] = ['nginx.conf', '_headers'].map((file) => readFileSync(`docs/hosting/${file}`, 'utf8')) as [string, string];
  const serverName = /^ {4}server_name (\S+);$/m.exec(conf)![1]!;
  const base = /^ {4}location (\/\S*) \{$/m.exec(conf)![1]!;
  expect(conf).toBe(nginxConf({ base, serverName, root: '/var/www/story', listen: '80' }));
  expect(headers).toBe(headersFile(base));
});

/** What a static host says beside one address: the headers of all blocks that it lies in; a name met twice is a fault, for hosts would join the values. */
function readHeaders(sample: string, address: string): Record<string, string> {
  const found: Record<string, string> = {};
  let applies = false;
  for (const line of sample.split('\n')) {
    if (line.startsWith('/')) applies = line.endsWith('*') ? address.startsWith(line.slice(0, -1)) : address === line;
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    if (!applies || name === undefined) continue;
    if (found[name] !== undefined) throw new Error(`${address}: ${name} is said twice`);
    found[name] = value!;
  }
  return found;
}

describe.each(BUILDS)('$name', (build) => {
  const sample = headersFile(build.base);
  const all = files(build, '').filter((file) => !/\.(br|gz)$/.test(file));

  test('every file has a kind, and _headers says of it what nginx does', () => {
    for (const file of all) expect(readHeaders(sample, `${build.base}${file}`), file).toEqual(headersOf(`/${file}`));
    for (const page of ['', 'en/']) expect(readHeaders(sample, `${build.base}${page}`)).toEqual(headersOf(`/${page}index.html`));
  });

  test('every page forbids other hosts to frame it, but the embeds', () => {
    const pages = all.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(50);
    for (const page of pages) {
      expect(headersOf(`/${page}`)['Content-Security-Policy']!.includes("frame-ancestors 'self'"), page).toBe(!/^(en\/)?embed\//.test(page));
    }
  });
});

test('a kind names a folder once, and a file outside all folders stops', () => {
  const paths = KINDS.flatMap((kind) => kind.paths);
  expect(new Set(paths).size).toBe(paths.length);
  expect(() => headersOf('/new-folder/index.html')).toThrow('/new-folder/index.html: expected to be of one kind in scripts/hosting/rules.ts, found 0');
});
