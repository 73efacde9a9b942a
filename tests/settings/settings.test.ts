import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ownersFile } from '../../src/newsroom.ts';
import { parseSettings, SETTINGS_FILE } from '../../src/settings.ts';

const text = readFileSync(ownersFile(SETTINGS_FILE), 'utf8');
const file = JSON.parse(text) as Record<string, unknown>;
const parse = (changes: Record<string, unknown>, env: Record<string, string> = {}): unknown => parseSettings(JSON.stringify({ ...file, ...changes }), env);

const CHINESE = { code: 'zh', tag: 'zh-Hans-CN', name: '中文', default: true };

describe('the editor’s settings', () => {
  test('as they stand are read whole', () => {
    expect(parseSettings(text)).toEqual(file);
  });

  test('a host overrides address, base and map, and nothing else', () => {
    const env = { SITE_URL: 'https://news.example', BASE_PATH: '/2021/626/', MAP_MODE: 'schematic' };
    expect(parse({}, env)).toEqual({ ...file, siteUrl: 'https://news.example', base: '/2021/626/', mapMode: 'schematic' });
  });

  test.each([
    ['title', { title: undefined }],
    ['title.en', { title: { zh: '两条线' } }],
    ['publisher.zh', { publisher: { zh: '', en: 'Desk' } }],
    ['siteUrl', { siteUrl: 'two-lines' }],
    ['siteUrl', { siteUrl: 'ftp://two-lines.example' }],
    ['base', { base: '2021/626' }],
    ['base', { base: '/2021/626' }],
    ['base', { base: '//' }],
    ['correctionsContact', { correctionsContact: 'corrections' }],
    ['mapApprovalNumber', { mapApprovalNumber: undefined }],
    ['siteUrl', { siteUrl: 'https://news.example/2021' }],
    ['siteUrl', { siteUrl: 'https://news.example/?x=1' }],
    ['mapApprovalNumber', { mapApprovalNumber: '待批' }],
    ['mapApprovalNumber', { mapApprovalNumber: 'GS 2019 1822' }],
    ['format', { format: undefined }],
    ['format', { format: 1 }],
    ['languages.1.code', { languages: [CHINESE, { code: 'EN', name: 'English' }], title: { zh: '线', EN: 'Lines' }, publisher: { zh: '组', EN: 'Desk' } }],
    ['languages.1.code', { languages: [CHINESE, { code: 'zh', name: '中文' }], title: { zh: '线' }, publisher: { zh: '组' } }],
    ['languages.1.tag', { languages: [CHINESE, { code: 'ar', name: 'العربية' }], title: { zh: '线', ar: 'خطوط' }, publisher: { zh: '组', ar: 'مكتب' } }],
    ['languages.1.tag', { languages: [CHINESE, { code: 'th', name: 'ไทย' }], title: { zh: '线', th: 'สาย' }, publisher: { zh: '组', th: 'โต๊ะ' } }],
    ['languages.1.tag', { languages: [CHINESE, { code: 'en', tag: 'e', name: 'English' }] }],
    ['title.en', { languages: [CHINESE], publisher: { zh: '组' } }],
    ['title.ru', { languages: [CHINESE, { code: 'ru', name: 'Русский' }], title: { zh: '线' }, publisher: { zh: '组', ru: 'Редакция' } }],
    ['mapMode', { mapMode: 'satellite' }],
    ['licence.url', { licence: { name: 'CC BY 4.0', url: 'here' } }],
  ])('a wrong or missing %s is named: %j', (name, change) => {
    expect(() => parse(change)).toThrow(new RegExp(`^site\\.config\\.json: 1 wrong or missing setting\\(s\\)\\n  ${name.replace('.', '\\.')}: .`));
  });

  test.each(['GS(2019)1822号', 'GS（2020）3184号', 'GS京(2022)1061号', '琼S(2021)021号'])('a 审图号 of a known form is taken as it stands: %s', (number) => {
    expect(parse({ mapApprovalNumber: number })).toMatchObject({ mapApprovalNumber: number });
  });

  test('a path in the address is not lost: it is refused, and where it belongs is said', () => {
    expect(() => parse({ siteUrl: 'https://news.example/2021/' })).toThrow(/siteUrl: expected the server alone, .*: a path on it is written in "base"/);
    expect(parse({ siteUrl: 'https://news.example/' })).toMatchObject({ siteUrl: 'https://news.example/' });
  });

  test('every fault is named at once', () => {
    expect(() => parse({ base: '', mapMode: '' })).toThrow(/2 wrong[^]*base: expected a path[^]*mapMode: /);
  });

  test('a setting that does not exist is named, for a misspelt one would have no effect', () => {
    expect(() => parse({ mapmode: 'schematic' })).toThrow(/"mapmode"/);
  });

  test('a wrong override is named too', () => {
    expect(() => parse({}, { MAP_MODE: 'none' })).toThrow(/mapMode/);
    expect(() => parse({}, { BASE_PATH: 'x' })).toThrow(/base: expected a path that begins and ends with "\/"/);
  });

  test.each(['', '{', '[]', 'null', '"x"'])('a file that holds %j is named, not a stack trace', (broken) => {
    expect(() => parseSettings(broken)).toThrow(/^site\.config\.json: /);
  });
});
