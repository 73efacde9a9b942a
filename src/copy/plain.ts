import { figureById } from '../data/derive.ts';
import { formatFact } from '../data/format.ts';
import { placeById, type Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { settings } from '../settings.ts';
import type { Block, Inline } from './inline.ts';

/**
 * A text as plain words, without markup: for alternative texts, page heads and tests.
 * @param sign what stands before each figure of ours: ƒ on a page, words where the text is heard
 * @returns paragraphs and list items one a line
 * @throws Error if an id is not in the tables
 */
export function plain(nodes: readonly (Block | Inline)[], locale: Locale, data: Tables, sign = ''): string {
  const inline = (node: Inline): string => {
    switch (node.type) {
      case 'text':
      case 'literal':
        return node.value;
      case 'fact':
        return formatFact(figureById(data, node.id), locale, node.form);
      case 'calc':
        return sign + formatFact(figureById(data, node.id), locale, node.form);
      case 'title':
        return settings.title[locale];
      case 'place':
        return placeById(data, node.id).name[locale];
      case 'strong':
      case 'em':
      case 'link':
        return inlines(node.children);
    }
  };
  const inlines = (children: readonly Inline[]): string => children.map(inline).join('');
  const lines: string[] = [];
  let run: Inline[] = [];
  const close = (): void => {
    if (run.length > 0) lines.push(inlines(run));
    run = [];
  };
  for (const node of nodes) {
    if (node.type !== 'paragraph' && node.type !== 'list') {
      run.push(node);
      continue;
    }
    close();
    lines.push(...(node.type === 'list' ? node.items : [node.children]).map(inlines));
  }
  close();
  return lines.join('\n');
}
