import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFaults } from '../office/check.ts';
import { elements, files, read, site, wordsOf } from './pages.ts';

const MOST = 1_500_000;
const FOLDERS = { zh: '', en: 'en/' } as const;

describe.each(['main', 'sub-path'] as const)('files that a teacher edits, %s', (name) => {
  const build = site(name);
  const built = files(build, '').filter((file) => file.startsWith('lesson/office/') && !/\.(br|gz)$/.test(file));

  test('six for each plan and language, and each zip within its budget', () => {
    const count = (ending: string): number => built.filter((file) => file.endsWith(ending)).length;
    expect([count('.pptx'), count('.docx'), count('.xlsx'), count('.zip'), built.length]).toEqual([6, 18, 6, 6, 36]);
    for (const file of built.filter((each) => each.endsWith('.zip'))) expect(readFileSync(join(build.folder, file)).length, file).toBeLessThanOrEqual(MOST);
  });

  test('as they lie on the disk they are whole packages', () => {
    for (const file of built.filter((each) => !each.endsWith('.zip'))) expect(packageFaults(new Uint8Array(readFileSync(join(build.folder, file)))), file).toEqual([]);
  });

  test.each(Object.entries(FOLDERS))('a plan’s page and the lesson’s lead to each file of their language, %s', (locale, folder) => {
    const own = built.filter((file) => file.includes(`.${locale}.`)).map((file) => `${build.base}${file}`);
    const links = (page: string): string[] => elements(read(build, page), 'a').flatMap(({ href = '' }) => (href.includes('/lesson/office/') ? [href] : []));
    expect(links(`${folder}lesson/index.html`).sort()).toEqual(own.sort());
    for (const plan of ['15', '40', '80']) {
      expect(links(`${folder}lesson/plan/${plan}/index.html`).sort()).toEqual(own.filter((file) => file.includes(`-${plan}.`)).sort());
      expect(wordsOf(read(build, `${folder}lesson/plan/${plan}/index.html`))).toMatch(/PPTX[^]*DOCX[^]*XLSX[^]*ZIP/);
    }
  });
});
