import type { Block, Inline } from '../../copy/inline.ts';
import { plain } from '../../copy/plain.ts';
import type { Tables } from '../../data/tables.ts';
import type { LessonWords } from './words.ts';

/** One entry of the glossary in one language. */
export interface Term {
  /** anchor on the glossary's page */
  id: string;
  term: string;
  /** how it stands in texts */
  forms: readonly string[];
  meaning: Inline[];
}

const kebab = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The glossary's entries, in the order of its file. */
export function termsOf({ glossary, locale }: LessonWords, data: Tables): Term[] {
  return Object.entries(glossary).map(([key, { term, forms, meaning }]) => ({
    id: kebab(key),
    term: plain(term, locale, data),
    forms: plain(forms, locale, data).split('|'),
    meaning,
  }));
}

const letter = /[A-Za-z]/;

/** Where a form stands in a text as a word of its own; -1 if it does not. Capitals at the start of a sentence count too. */
function find(text: string, form: string): number {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(form.toLowerCase()); at >= 0; at = lower.indexOf(form.toLowerCase(), at + 1)) {
    const cut = letter.test(form.charAt(0)) && letter.test(text.charAt(at - 1));
    const goesOn = letter.test(form.charAt(form.length - 1)) && letter.test(text.charAt(at + form.length));
    if (!cut && !goesOn) return at;
  }
  return -1;
}

/** The first place in a text where a term stands that is not linked yet. */
function firstTerm(text: string, terms: readonly Term[], linked: ReadonlySet<string>): { at: number; length: number; id: string } | undefined {
  const found = terms
    .filter(({ id }) => !linked.has(id))
    .flatMap(({ id, forms }) =>
      forms.flatMap((form) => {
        const at = find(text, form);
        return at < 0 ? [] : [{ at, length: form.length, id }];
      }),
    );
  return found.sort((a, b) => a.at - b.at || b.length - a.length)[0];
}

/** Links terms to the glossary where each first stands: one linker for a page, asked in reading order. */
export interface Linker {
  /** The same text, with each term that has not stood before as a link. Links and numbers stay as they are. */
  inline: (nodes: readonly Inline[]) => Inline[];
  block: (blocks: readonly Block[]) => Block[];
  /** ids of the terms linked so far */
  linked: ReadonlySet<string>;
}

/** The page of the glossary, from the site's root. */
export const GLOSSARY_PATH = '/lesson/glossary/';

export function termLinker(terms: readonly Term[]): Linker {
  const linked = new Set<string>();
  const split = (value: string): Inline[] => {
    const found = firstTerm(value, terms, linked);
    if (!found) return value === '' ? [] : [{ type: 'text', value }];
    linked.add(found.id);
    const end = found.at + found.length;
    return [
      ...(found.at > 0 ? [{ type: 'text' as const, value: value.slice(0, found.at) }] : []),
      {
        type: 'link',
        href: `${GLOSSARY_PATH}#${found.id}`,
        children: [{ type: 'text', value: value.slice(found.at, end) }],
        at: { line: 1, column: 1 },
      },
      ...split(value.slice(end)),
    ];
  };
  const inline = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (node.type === 'text') return split(node.value);
      if (node.type === 'strong' || node.type === 'em') return [{ ...node, children: inline(node.children) }];
      return [node];
    });
  const block = (blocks: readonly Block[]): Block[] =>
    blocks.map((each) => (each.type === 'list' ? { ...each, items: each.items.map(inline) } : { ...each, children: inline(each.children) }));
  return { inline, block, linked };
}
