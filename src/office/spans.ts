import { OURS } from '../copy/ours.ts';
import type { Block, Inline } from '../copy/inline.ts';
import { figureById } from '../data/derive.ts';
import { formatFact } from '../data/format.ts';
import { placeById, type Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { absolute } from '../layouts/records.ts';
import { settings } from '../settings.ts';

/** A run of words of one look. */
export interface Span {
  text: string;
  bold?: boolean;
  /** a figure of ours stands aslant, after its sign ƒ */
  italics?: boolean;
  /** absolute address */
  href?: string;
}

const addressOf = (href: string, locale: Locale): string => (href.startsWith('#') ? `${absolute('/', locale)}${href}` : absolute(href, locale));

/** A text as runs for an office file: facts with their qualifier and unit, links with an address that works anywhere. */
export function spansOf(nodes: readonly Inline[], locale: Locale, data: Tables): Span[] {
  return nodes.flatMap((node): Span[] => {
    switch (node.type) {
      case 'text':
      case 'literal': return [{ text: node.value }];
      case 'fact': return [{ text: formatFact(figureById(data, node.id), locale, node.form) }];
      case 'calc': return [{ text: `${OURS}${formatFact(figureById(data, node.id), locale, node.form)}`, italics: true }];
      case 'title': return [{ text: settings.title[locale] }];
      case 'place': return [{ text: placeById(data, node.id).name[locale] }];
      case 'strong': return spansOf(node.children, locale, data).map((span) => ({ ...span, bold: true }));
      case 'em': return spansOf(node.children, locale, data).map((span) => ({ ...span, italics: true }));
      case 'link': return spansOf(node.children, locale, data).map((span) => ({ ...span, href: addressOf(node.href, locale) }));
    }
  });
}

/** Paragraphs and list items, each as runs. */
export const paragraphsOf = (blocks: readonly Block[], locale: Locale, data: Tables): Span[][] =>
  blocks.flatMap((block) => (block.type === 'list' ? block.items : [block.children])).map((nodes) => spansOf(nodes, locale, data));
