import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BROWSED, BUILDS } from '../../scripts/builds.ts';
import { noteBuild, whyBuild } from '../../scripts/fresh.ts';
import { browserTrial, NoSuchTest, unitTrial, type Trial } from '../../scripts/trials.ts';

const none = (): string[] => [];
const names = ({ builds }: Trial): string[] => builds.map(({ name }) => name);

describe('npm run unit', () => {
  test('a file runs alone, and needs no build', () => {
    expect(unitTrial('tests/data/format.test.ts')).toEqual({ args: ['vitest', 'run', 'tests/data/format.test.ts'], builds: [] });
    expect(unitTrial('./tests/data/format.test.ts').args).toEqual(['vitest', 'run', 'tests/data/format.test.ts']);
  });
  test('a folder runs its own files and not those of a folder with a like name', () => {
    const { args } = unitTrial('tests/scroll/');
    expect(args).toContain('tests/scroll/position.test.ts');
    expect(args.slice(2).filter((file) => !file.startsWith('tests/scroll/'))).toEqual([]);
  });
  test('without a path it runs what needs no build', () => expect(unitTrial('')).toEqual({ args: ['vitest', 'run', '--exclude=tests/site/**', '--exclude=tests/relations/**', '--exclude=tests/owner/**'], builds: [] }));
  test('tests of the built files bring their builds', () => expect(names(unitTrial('tests/site/links.test.ts'))).toEqual(['owner', 'main', 'sub-path', 'schematic', 'four-lines', 'published', 'withdrawn']));
  test.each(['tests/nowhere', 'tests/visual', 'tests/browser', 'tests/browser/labels.spec.ts', 'src/data', 'format'])('“%s” is refused in one sentence', (path) => {
    expect(() => unitTrial(path)).toThrow(NoSuchTest);
    expect(() => unitTrial(path)).toThrow(`npm run unit: no unit test is at “${path}”, expected a file or folder such as tests/data/format.test.ts or tests/data.`);
  });
});

describe('npm run browser', () => {
  test.each(['access', 'access.spec.ts', 'tests/browser/access.spec.ts'])('“%s” is that file, and no other whose name begins so', (name) => {
    expect(browserTrial(name, none).args).toEqual(['playwright', 'test', 'tests/browser/access\\.spec\\.ts']);
  });
  test('a file makes the builds that it browses, and no others', () => {
    expect(names(browserTrial('visual', none))).toEqual(['main']);
    expect(names(browserTrial('gallery', none))).toEqual(expect.arrayContaining(['main', 'sub-path']));
    expect(names(browserTrial('reader', none))).toEqual(['main', 'sub-path', 'schematic']);
  });
  test('words of a title are taken as they stand', () => {
    const asked: string[] = [];
    const { args, builds } = browserTrial('what (if) it is 3.5?', (pattern) => (asked.push(pattern), ['gallery.spec.ts']));
    expect(asked).toEqual(['what \\(if\\) it is 3\\.5\\?']);
    expect(args).toEqual(['playwright', 'test', '--grep', 'what \\(if\\) it is 3\\.5\\?']);
    expect(builds.map(({ name }) => name)).toContain('sub-path');
  });
  test('without a name, all of them on all builds', () => expect(browserTrial('', none)).toEqual({ args: ['playwright', 'test'], builds: BROWSED }));
  test('what is neither a file nor in a title is refused in one sentence', () => {
    expect(() => browserTrial('no-such-thing', none)).toThrow(NoSuchTest);
    expect(() => browserTrial('no-such-thing', none)).toThrow(/^npm run browser: “no-such-thing” is neither a file nor in a title of tests\/browser, expected one of access, .*visual, .*or words of a title\.$/);
  });
});

describe('a build', () => {
  const build = BUILDS[0]!;
  let root: string;
  const make = (at = 1): void => {
    mkdirSync(join(root, build.folder), { recursive: true });
    writeFileSync(join(root, build.folder, 'index.html'), '');
    utimesSync(join(root, build.folder, 'index.html'), at, at);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fresh-'));
    mkdirSync(join(root, 'src', 'generated'), { recursive: true });
    writeFileSync(join(root, 'src', 'a.ts'), 'a');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('that is not there is missing', () => expect(whyBuild(build, root)).toBe('missing'));
  test('that was made of the sources as they are is not made again, whatever it wrote itself', () => {
    make();
    noteBuild(build, root);
    writeFileSync(join(root, 'src', 'generated', 'serif.css'), 'written');
    expect(whyBuild(build, root)).toBeUndefined();
  });
  test('is stale once a source changes, comes, goes or is renamed', () => {
    make();
    noteBuild(build, root);
    writeFileSync(join(root, 'src', 'a.ts'), 'b');
    expect(whyBuild(build, root)).toBe('stale');
    writeFileSync(join(root, 'src', 'a.ts'), 'a');
    expect(whyBuild(build, root)).toBeUndefined();
    writeFileSync(join(root, 'site.config.json'), '{}');
    expect(whyBuild(build, root)).toBe('stale');
    rmSync(join(root, 'site.config.json'));
    rmSync(join(root, 'src', 'a.ts'));
    writeFileSync(join(root, 'src', 'b.ts'), 'a');
    expect(whyBuild(build, root)).toBe('stale');
  });
  test('that another command has made, perhaps for another address, is stale', () => {
    make();
    expect(whyBuild(build, root)).toBe('stale');
    noteBuild(build, root);
    make(2);
    expect(whyBuild(build, root)).toBe('stale');
  });
});
