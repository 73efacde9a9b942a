import { describe, expect, test } from 'vitest';
import { spoken } from '../../src/copy/spoken.ts';

const en = (html: string): string => spoken(html, 'en', 'our calculation ');
const zh = (html: string): string => spoken(html, 'zh', '我们的计算 ');
const HAN = (text: string): string => `<span lang="zh-Hans-CN">${text}</span>`;

describe('a page as it is heard', () => {
  test('Chinese in English is not read by an English voice', () => {
    expect(en('<p>Ding (丁某), of <b>Songlinhai</b></p>')).toBe(`<p>Ding (${HAN('丁某')}), of <b>Songlinhai</b></p>`);
    expect(en('<li>Shi Ming (施明), Bai Lu (白路)</li>')).toBe(`<li>Shi Ming (${HAN('施明')}), Bai Lu (${HAN('白路')})</li>`);
    expect(en('the law (《中小学生毒品预防专题教育大纲》): “余” is more')).toBe(`the law (${HAN('《中小学生毒品预防专题教育大纲》')}): “${HAN('余')}” is more`);
  });

  test('a phrase of English in Chinese is marked; a name, a licence, a file and an address are not', () => {
    expect(zh('<td>placed by the editors</td><dfn>round-up</dfn>')).toBe('<td><span lang="en">placed by the editors</span></td><dfn><span lang="en">round-up</span></dfn>');
    for (const text of ['按CC BY 4.0许可', '取自Natural Earth和Apache ECharts', '下载data.utf8.csv', 'drill.example/#parcel', 'https://drill.example/', '用Excel打开']) expect(zh(`<p>${text}</p>`)).toBe(`<p>${text}</p>`);
  });

  test('ƒ is not spelled and not left out', () => {
    expect(en('<a><i>ƒ12 months</i></a>')).toBe('<a><i><span aria-hidden="true">ƒ</span><span class="sr">our calculation </span>12 months</i></a>');
    expect(zh('<i>ƒ12个月</i>')).toBe('<i><span aria-hidden="true">ƒ</span><span class="sr">我们的计算 </span>12个月</i>');
  });

  test('what is not spoken, what its author has marked, code, and what a program takes over stay letter by letter', () => {
    for (const html of [
      '<script type="application/json">{"a":"ƒ 余 <b>"}</script>', '<style>.a::after{content:"余"}</style>', '<title>余 ƒ</title>', '<code>余</code>',
      '<svg aria-hidden="true"><svg/><text>余 ƒ</text></svg>', '<a lang="zh-Hans-CN">中文</a>', '<span aria-hidden="true">余<span>ƒ</span>余</span>',
      '<div data-widget="months"><div><i>ƒ</i> 余</div></div>', '<p title="余 > ƒ">x</p>', '<!-- 余 -->', '<br aria-hidden="true">',
    ]) expect(en(html)).toBe(html);
    expect(en('<div data-widget="a"><div>余</div></div>余')).toBe(`<div data-widget="a"><div>余</div></div>${HAN('余')}`);
    expect(en('<br aria-hidden="true">余<script>"余"</script>余')).toBe(`<br aria-hidden="true">${HAN('余')}<script>"余"</script>${HAN('余')}`);
    expect(zh('<!DOCTYPE html><html lang="zh-Hans-CN">余')).toBe('<!DOCTYPE html><html lang="zh-Hans-CN">余');
    expect(en('<html lang="en"><body>余')).toBe(`<html lang="en"><body>${HAN('余')}`);
  });
});
