import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, test } from 'vitest';
import Inline from '../../src/components/Inline.astro';
import Prose from '../../src/components/Prose.astro';
import { parseProse } from '../../src/copy/prose.ts';

let container: AstroContainer;
beforeAll(async () => {
  container = await AstroContainer.create();
});

const html = async (text: string, locale: 'zh' | 'en', more: Record<string, unknown> = {}): Promise<string> =>
  (await container.renderToString(Prose, { props: { blocks: parseProse('x.md', text, 1), locale, ...more } })).trim();

describe('prose as HTML', () => {
  test('a fact links to its row, and no space slips between Han and number', async () => {
    expect(await html('缴获**{qh-seized-ring-g}**冰毒。', 'zh')).toBe(
      '<p>缴获<strong><a class="fact q-more-than" href="/data/#qh-seized-ring-g" data-note="qh-seized-ring-g">超过40克</a></strong>冰毒。</p>',
    );
  });

  test('a figure of ours is marked, and links to the English page', async () => {
    expect(await html('It is {calc-distance}.', 'en')).toBe(
      '<p>It is <a class="fact calc" href="/en/data/#calc-distance" data-note="calc-distance"><i>ƒ3,500 kilometres</i></a>.</p>',
    );
  });

  test('a place has its line’s colour: by itself, from the text, or none', async () => {
    expect(await html('{@hubei}{@sanya}', 'zh', { line: 'line-1' })).toBe('<p><b class="place line-2">湖西</b><b class="place line-1">南湾</b></p>');
    expect(await html('{@sanya}', 'zh')).toBe('<p><b class="place">南湾</b></p>');
  });

  test('a list, a link to a step and a marked exception', async () => {
    expect(await html('- *见*[{!2019年}](#cut-1)\n- 乙', 'zh')).toBe('<ul><li><em>见</em><a href="#cut-1">2019年</a></li><li>乙</li></ul>');
  });

  test('bare numbers are no links', async () => {
    const [block] = parseProse('x.md', '{qh-months}{calc-fewer}', 1);
    const nodes = block?.type === 'paragraph' ? block.children : [];
    expect((await container.renderToString(Inline, { props: { nodes, locale: 'zh', bare: true } })).trim()).toBe('约6个月<i class="calc">ƒ63起</i>');
  });
});
