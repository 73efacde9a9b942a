import type { Form } from '../data/format.ts';

/** Line and column in the file, both from 1. */
export interface Position {
  line: number;
  column: number;
}

export interface Text { type: 'text'; value: string }
/** A digit that is no fact, marked as an exception. */
export interface Literal { type: 'literal'; value: string }
/** A row of `facts.csv`. */
/** Of a row of `facts.csv`; `alone` where it is all of its text, which then needs no sentence to hold it. */
export interface FactRef { type: 'fact'; id: string; form: Form; at: Position; alone?: true }
/** A figure of ours, from `src/data/derive.ts`. */
export interface CalcRef { type: 'calc'; id: string; form: Form; at: Position }
/** A row of `places.csv`. */
export interface PlaceRef { type: 'place'; id: string; at: Position }
/** The title of the piece, from the settings. */
export interface TitleRef { type: 'title' }
export interface Emphasis { type: 'strong' | 'em'; children: Inline[] }
/** `href` is `#step-id`, or a path inside the site from its root, without base path and locale. */
export interface Link { type: 'link'; href: string; children: Inline[]; at: Position }
export type Inline = Text | Literal | FactRef | CalcRef | PlaceRef | TitleRef | Emphasis | Link;

export interface Paragraph { type: 'paragraph'; children: Inline[] }
export interface List { type: 'list'; items: Inline[][] }
export type Block = Paragraph | List;

/** Every inline of a text, the ones inside emphasis and links too, in reading order. */
export function* walk(nodes: readonly (Block | Inline)[]): Generator<Inline> {
  for (const node of nodes) {
    if (node.type === 'paragraph') yield* walk(node.children);
    else if (node.type === 'list') yield* walk(node.items.flat());
    else {
      yield node;
      if ('children' in node) yield* walk(node.children);
    }
  }
}
