import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/copy/sources.ts';
import { PLANS } from '../../src/lesson/content/plans.ts';
import { nameInPack, OFFICE_KINDS, officeBytes, officeFile } from '../../src/office/files.ts';
import { settings } from '../../src/settings.ts';

/** What a school's line loads in a minute, bytes. */
const MOST = 1_500_000;

describe.each(LOCALES)('the files of a lesson as one, %s', (locale) => {
  test.each(PLANS)(`of $id minutes: each file, a page that names it, and at most ${MOST} bytes`, async ({ id }) => {
    const pack = await officeBytes(officeFile(id, locale, 'pack'));
    expect(pack.length).toBeLessThanOrEqual(MOST);
    const files = unzipSync(pack);
    const [page, ...rest] = Object.keys(files).map((path) => path.replace(/^[^/]*\//, ''));
    expect(rest).toEqual(OFFICE_KINDS.map((kind) => nameInPack(kind, locale)));
    const html = Buffer.from(Object.values(files)[0]!).toString('utf8');
    expect(page).toMatch(/^0-.+\.html$/);
    for (const name of rest) expect(html).toContain(`href="${encodeURI(name)}"`);
    expect(html).toContain(settings.licence.name);
    // It stands alone: nothing is fetched.
    expect(html).not.toMatch(/<script|<link|src=|%[a-z]+%/);
    for (const kind of OFFICE_KINDS) expect(Buffer.from(Object.entries(files).find(([path]) => path.endsWith(nameInPack(kind, locale)))![1]).equals(Buffer.from(await officeBytes(officeFile(id, locale, kind)))), kind).toBe(true);
  });
});
