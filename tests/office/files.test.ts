import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/languages.ts';
import { PLANS } from '../../src/lesson/content/plans.ts';
import { ENDINGS, nameInPack, OFFICE_KINDS, officeBytes, officeFile } from '../../src/office/files.ts';
import { unpackParts } from '../../src/office/package.ts';
import { settings } from '../../src/settings.ts';

/** What a school's line loads in a minute, bytes. */
const MOST = 1_500_000;

describe.each(LOCALES)('the files of a lesson as one, %s', (locale) => {
  test.each(PLANS)(`of $id minutes: each file, a page that names it, and at most ${MOST} bytes`, async ({ id }) => {
    const pack = await officeBytes(officeFile(id, locale, 'pack'));
    expect(pack.length).toBeLessThanOrEqual(MOST);
    const files = unzipSync(pack);
    const [page, ...rest] = Object.keys(files).map((path) => path.replace(/^[^/]*\//, ''));
    expect(rest).toEqual(OFFICE_KINDS.map(nameInPack));
    const html = Buffer.from(Object.values(files)[0]!).toString('utf8');
    expect(page).toBe('0-readme.html');
    // An older Windows unpacks other letters as rubbish.
    expect(Object.keys(files).filter((path) => !/^[\w./-]+$/.test(path))).toEqual([]);
    for (const name of rest) expect(html).toContain(`href="${name}"`);
    expect(html).toContain(settings.licence.name);
    // It stands alone: nothing is fetched.
    expect(html).not.toMatch(/<script|<link|src=|%[a-z]+%/);
    for (const kind of OFFICE_KINDS) expect(Buffer.from(Object.entries(files).find(([path]) => path.endsWith(nameInPack(kind)))![1]).equals(Buffer.from(await officeBytes(officeFile(id, locale, kind)))), kind).toBe(true);
  });

  test.each(OFFICE_KINDS)('%s says in its properties of which version and day it is, and where corrections stand', async (kind) => {
    const core = unpackParts(await officeBytes(officeFile('80', locale, kind)))['docProps/core.xml'] as string;
    expect(core).toMatch(/<dc:description>[^<]*CC BY[^<]*1\.0\.0[^<]*\/data\/#corrections<\/dc:description>/);
  });

  test.each(OFFICE_KINDS)('%s holds no macro, nothing from elsewhere but addresses to follow, and no formula that reaches out of it', async (kind) => {
    const parts = Object.entries(unpackParts(await officeBytes(officeFile('80', locale, kind))));
    expect(parts.filter(([path]) => /vba|macro|activeX|externalLink|oleObject|\.bin$/i.test(path))).toEqual([]);
    const inside = parts.filter(([path]) => path.endsWith('.xlsx')).flatMap(([, bytes]) => Object.entries(unpackParts(bytes as Uint8Array)));
    for (const [path, part] of [...parts, ...inside]) {
      if (typeof part !== 'string') continue;
      for (const [relation] of part.matchAll(/<Relationship\b[^>]*TargetMode="External"[^>]*>/g)) expect(relation, path).toMatch(/Type="[^"]*\/hyperlink"[^>]*Target="https:/);
      for (const [, formula] of part.matchAll(/<f>([^<]*)<\/f>/g)) expect(formula, path).toMatch(/^(?:ABS|IF|[$A-Z\d]+[/]?)[^!\[]*(?:![A-Z]\d+\))?[^!\[]*$/);
    }
    expect(parts.some(([path]) => path.includes('embeddings/'))).toBe(ENDINGS[kind] === 'pptx');
  });
});
