import { readFileSync } from 'node:fs';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, test, vi } from 'vitest';
import { loadTables } from '../../src/data/tables.ts';
import { dataVersion } from '../../src/data/publish.ts';
import { chartPicture } from '../../src/pictures/chart.ts';
import { metadataOfStep } from '../../src/pictures/files.ts';

const CORRECTED = vi.hoisted(() => `id,kind,date,fact,step,field,old_value,new_value,old_en,new_en,reason_zh,reason_en,found_zh,found_en
s-1,source,2026-10-01,qh-cases-2019,,value,29,84,,,"读者来信：第12行""八十四起""",A letter,读者,A reader
s-2,source,2026-10-09,wn-users-2018,,value,240,-240,,,编辑复核,Checked,编辑,The desk
`);
// The data as it is, but for its log of corrections.
vi.mock('../../src/data/tables.ts', async (original) => {
  const module = await original<typeof import('../../src/data/tables.ts')>();
  const { ownersFile } = await import('../../src/newsroom.ts');
  const { writePackage } = await import('../data/fixture.ts');
  const corrected = module.loadTables(writePackage({ ...Object.fromEntries(['places.csv', 'lines.csv', 'routes.csv'].map((name) => [name, readFileSync(ownersFile(`data/${name}`))])), 'corrections.csv': CORRECTED }));
  return { ...module, tables: () => corrected };
});

describe('two corrections', () => {
  test.each([
    ['zh', ['2026-10-01', '与原文不同', 'qh-cases-2019 数值', '29', '84', '读者来信：第12行"八十四起"', '读者']],
    ['en', ['2026-10-09', 'Not as the source', 'wn-users-2018 value', '240', '-240', 'Checked', 'The desk']],
  ] as const)('stand on the data page with date, id, old value, new value and source, %s', async (locale, row) => {
    // Named by a variable: the type checker of modules does not read pages.
    const file = '../../src/components/DataPage.astro';
    const { default: DataPage } = (await import(/* @vite-ignore */ file)) as { default: Parameters<AstroContainer['renderToString']>[0] };
    const html = await (await AstroContainer.create()).renderToString(DataPage, { props: { locale } });
    // How exact it is: neither “as printed” nor anything else that the source is said to give.
    expect(/<tr id="qh-cases-2019">(.*?)<\/tr>/s.exec(html)![1]).toContain(locale === 'zh' ? '已更正，与原文所印不同' : 'Corrected, not as the source prints it');
    const section = html.slice(html.indexOf('id="corrections"'));
    const rows = [...section.matchAll(/<tr\b[^>]*>(?:<td\b.*?)<\/tr>/gs)].map(([each]) => [...each.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.replaceAll(/<[^>]*>/g, '').replaceAll('&quot;', '"')));
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual([...row]);
    // Each cell has the head of its column, for a screen on which a row is a card.
    const heads = locale === 'zh' ? ['日期', '种类', '编号', '原来', '现在', '依据', '指出者'] : ['Date', 'Kind', 'Id', 'Was', 'Is now', 'Reason', 'Found by'];
    expect([...section.matchAll(/<td data-head="([^"]*)"/g)].map(([, head]) => head)).toEqual([...heads, ...heads]);
    expect(section).toContain(`href="#${row[2].split(' ')[0]}"`);
    expect(section).not.toContain(locale === 'zh' ? '还没有更正' : 'No corrections so far');
  });

  test('raise the version that every picture carries, seen and in its metadata', async () => {
    expect(chartPicture({ step: 'recovery', locale: 'zh', theme: 'light', mapMode: 'schematic' })).toContain('数据版本1.0.2');
    expect(chartPicture({ step: 'parcel', locale: 'en', theme: 'dark', mapMode: 'geographic' })).toContain('Data version 1.0.2');
    expect(metadataOfStep({ step: 'recovery', locale: 'zh', mapMode: 'schematic' })['Comment']).toContain('数据版本1.0.2');
  });

  test('the data as it is has a version without them', () => {
    expect(dataVersion(loadTables())).toBe('1.0.0');
  });
});
