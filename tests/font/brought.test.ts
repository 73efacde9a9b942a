import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

// Excludes a language that brings a face of which readers get no licence, or half of it, and pictures that take one face for another.

const GEORGIAN = 'tests/newsroom/tongues/src/content/ka/face';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
  cpSync('tests/newsroom/main', folder, { recursive: true });
  mkdirSync(join(folder, 'src/content/en/face'));
  vi.stubEnv('NEWSROOM', folder);
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Puts files into the folder of the English face. */
const bring = (files: Readonly<Record<string, string>>): void => {
  for (const [name, from] of Object.entries(files)) copyFileSync(from, join(folder, 'src/content/en/face', name));
};
const faces = (): Promise<typeof import('../../src/build/faces.ts')> => import('../../src/build/faces.ts');

describe('a face that a language brings', () => {
  test('is tried before the house’s, in words and in headlines, and its licence goes along', async () => {
    bring({ 'text.ttf': `${GEORGIAN}/text.ttf`, 'display.ttf': `${GEORGIAN}/display.ttf`, 'licence.txt': `${GEORGIAN}/licence.txt` });
    const { facesOf, faceLicences } = await faces();
    const named = (all: readonly { family: string }[]): string[] => all.map(({ family }) => family);
    expect(named(facesOf('en').text)).toEqual(['Noto Sans Georgian Medium', 'Noto Sans Medium', 'Noto Sans SC Medium']);
    expect(named(facesOf('en').display)).toEqual(['Noto Serif Georgian Black', 'Noto Serif SC Black']);
    expect(named(facesOf('zh').text)).toEqual(['Noto Sans SC Medium']);
    expect(faceLicences()).toEqual([{ title: 'Noto Sans Georgian Medium, Noto Serif Georgian Black (fonts of the language en, cut to what is set)', text: expect.stringContaining('SIL OPEN FONT LICENSE Version 1.1') as string }]);
  });

  test('is refused without its licence, and so is a file that nothing reads, all at once', async () => {
    bring({ 'text.ttf': `${GEORGIAN}/text.ttf`, 'bold.ttf': `${GEORGIAN}/display.ttf` });
    const { facesOf } = await faces();
    expect(() => facesOf('zh')).toThrow(
      'The faces have 2 faults:\n' +
        'src/content/en/face/licence.txt: does not exist, expected it: a language that brings a face brings text.ttf and licence.txt, and display.ttf if its headlines have another\n' +
        'src/content/en/face/bold.ttf: is not read, expected text.ttf, display.ttf and licence.txt',
    );
  });

  test('is refused with the name of another, and if it is no plain font', async () => {
    bring({ 'text.ttf': 'src/fonts/noto-sans-alphabets.ttf', 'display.ttf': 'src/fonts/noto-sans-medium-latin.ttf', 'licence.txt': `${GEORGIAN}/licence.txt` });
    expect((await faces()).facesOf.bind(null, 'en')).not.toThrow();
    vi.resetModules();
    // Another file of the house's family: one byte behind its end makes it another.
    const other = join(folder, 'other.ttf');
    copyFileSync('src/fonts/noto-sans-medium-latin.ttf', other);
    writeFileSync(other, '\0', { flag: 'a' });
    bring({ 'display.ttf': other });
    expect((await faces()).facesOf.bind(null, 'en')).toThrow(/^The faces have one fault:\nsrc\/content\/en\/face\/display\.ttf: its family is “Noto Sans Medium”, as that of src\/fonts\/noto-sans-medium-latin\.ttf/);
    vi.resetModules();
    writeFileSync(join(folder, 'src/content/en/face/display.ttf'), 'wOF2 and then some more bytes');
    expect((await faces()).facesOf.bind(null, 'en')).toThrow(/^src\/content\/en\/face\/display\.ttf: .*expected an uncompressed TrueType or OpenType file/);
  });

  test('a language with letters that the Latin face lacks is set in the faces of the alphabets', async () => {
    rmSync(join(folder, 'src/content/en/face'), { recursive: true });
    const ui = join(folder, 'src/content/en/ui.json');
    writeFileSync(ui, '{ "menu": "Nội dung" }');
    const { facesOf } = await faces();
    expect(facesOf('en').text.map(({ file }) => file)).toEqual(['src/fonts/noto-sans-alphabets.ttf', 'src/fonts/noto-sans-sc-medium-common.ttf']);
    expect(facesOf('en').display.map(({ file }) => file)).toEqual(['src/fonts/noto-serif-black-alphabets.ttf', 'src/fonts/noto-serif-sc-black-common.ttf']);
  });
});
