import type { Nodes, PhrasingContent, Root, RootContent, Text as MdText } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Claim } from '../data/claims.ts';
import { BINDING, readBinding, type Mark } from './binding.ts';
import { originAt, stopOn, type Fault, type Origin } from './fault.ts';
import type { Block, Inline, Link } from './inline.ts';
import { lint, MASK, MASK_TAIL } from './lint.ts';
import { settle } from './wordings.ts';

export type { Block, Inline } from './inline.ts';

/** Escapes stay as typed, so that a text and its source have the same characters; `lint` then refuses them. */
const AS_TYPED = { disable: { null: ['characterEscape', 'characterReference'] } };
/** A text inside a line has no blocks, even if it begins with "+" or "#". */
const ONE_LINE = {
  disable: { null: ['list', 'headingAtx', 'blockQuote', 'thematicBreak', 'setextUnderline', 'codeIndented', 'codeFenced', 'htmlFlow', 'definition'] },
};

const trees = new Map<string, Root>();

/** A text as Markdown, parsed once however often it is checked against other tables. */
function treeOf(text: string, oneLine: boolean): Root {
  const key = `${oneLine} ${text}`;
  const kept = trees.get(key) ?? fromMarkdown(text, { extensions: oneLine ? [AS_TYPED, ONE_LINE] : [AS_TYPED] });
  trees.set(key, kept);
  return kept;
}

const ALLOWED = 'only paragraphs, "-" lists, **strong**, *emphasis*, [links](#step-id) and {bindings} are read';
const INSIDE = /^(?:#[a-z][a-z0-9-]*|\/(?!\/)[\w./#-]*)$/;

/** What may be said of the numbers, by id. */
type Claims = ReadonlyMap<string, Claim>;
const NO_CLAIMS: Claims = new Map();

/** Reads one text: collects faults, and the characters the reader will see, each with its offset in the source. */
class Reading {
  readonly origin: Origin;
  readonly source: string;
  readonly faults: Fault[];
  readonly masked: string;
  private readonly claims: Claims;
  private readonly bindings = new Map<number, { length: number; inline: Inline | Mark | undefined }>();
  private seen: { char: string; offset: number }[] = [];

  constructor(origin: Origin, source: string, faults: Fault[], claims: Claims) {
    this.claims = claims;
    this.origin = origin;
    this.source = source;
    this.faults = faults;
    this.masked = source.replaceAll(BINDING, (found, offset: number) => this.bind(found, offset));
  }

  fault(offset: number, message: string): void {
    this.faults.push({ ...originAt(this.origin, this.source, offset), message });
  }

  private bind(found: string, offset: number): string {
    const { line, column } = originAt(this.origin, this.source, offset);
    const inline = readBinding(found, { line, column });
    if (typeof inline === 'string') this.fault(offset, inline);
    else if (inline.type === 'fact' && found === this.source.trim()) inline.alone = true;
    this.bindings.set(offset, { length: found.length, inline: typeof inline === 'string' ? undefined : inline });
    return MASK + MASK_TAIL.repeat(found.length - 1);
  }

  /** Splits the characters from `start` to `end` into words and bindings. */
  text(start: number, end: number): (Inline | Mark)[] {
    const found: (Inline | Mark)[] = [];
    let words = start;
    const close = (at: number): void => {
      if (at > words) found.push({ type: 'text', value: this.source.slice(words, at) });
    };
    for (let offset = start; offset < end; offset += 1) {
      const binding = this.bindings.get(offset);
      this.seen.push({ char: binding ? MASK : this.masked.charAt(offset), offset });
      if (!binding) continue;
      close(offset);
      if (binding.inline) found.push(binding.inline);
      offset += binding.length - 1;
      words = offset + 1;
    }
    close(end);
    return found;
  }

  /** Checks what was read since the last call as one run of text. */
  check(): void {
    for (const { index, message } of lint(this.seen.map(({ char }) => char).join(''))) this.fault(this.seen[index]?.offset ?? 0, message);
    this.seen = [];
  }

  inline(node: PhrasingContent): (Inline | Mark)[] {
    const start = startOf(node);
    if (node.type === 'text') return this.text(start, endOf(node));
    if (node.type === 'strong') return [{ type: 'strong', children: this.inlines(node.children) }];
    if (node.type === 'emphasis') return [{ type: 'em', children: this.inlines(node.children) }];
    if (node.type === 'link') return [this.link(node.url, start, this.inlines(node.children), node.title != null)];
    this.fault(start, `${describe(node)}: ${ALLOWED}`);
    return [];
  }

  inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return this.settled(nodes.flatMap((node) => this.inline(node)));
  }

  /** The words that stand as the numbers are: what is said of them is held to be true, and of two wordings one is kept. */
  settled(nodes: readonly (Inline | Mark)[]): Inline[] {
    return settle(nodes, this.claims, ({ line, column }, message) => this.faults.push({ file: this.origin.file, line, column, message }));
  }

  private link(href: string, offset: number, children: Inline[], titled: boolean): Link {
    if (titled || !INSIDE.test(href))
      this.fault(offset, `a link to "${href}": expected a place inside the site, such as (#my-step) or (/data/), without a title`);
    if (children.some(({ type }) => type === 'fact' || type === 'calc'))
      this.fault(offset, 'a bound number is a link by itself: move it out of this link');
    const { line, column } = originAt(this.origin, this.source, offset);
    return { type: 'link', href, children, at: { line, column } };
  }

  paragraph(node: RootContent): Inline[] {
    if (node.type !== 'paragraph') {
      this.fault(startOf(node), `${describe(node)}: ${ALLOWED}`);
      return [];
    }
    const children = this.inlines(node.children);
    this.check();
    return children;
  }

  block(node: RootContent): Block {
    if (node.type !== 'list') return { type: 'paragraph', children: this.paragraph(node) };
    if (node.ordered) this.fault(startOf(node), 'a numbered list: begin each item with "-"');
    const items = node.children.map((item) => {
      const [first, second] = item.children;
      if (first === undefined || second !== undefined) this.fault(startOf(second ?? item), 'a list item is one paragraph on one line');
      return first === undefined ? [] : this.paragraph(first);
    });
    return { type: 'list', items };
  }
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: MdText): number => node.position?.end.offset ?? 0;

const NAMES: Readonly<Record<string, string>> = {
  heading: 'a heading',
  code: 'an indented or fenced block',
  inlineCode: 'code',
  html: 'HTML',
  image: 'a picture',
  blockquote: 'a quotation block',
  thematicBreak: 'a rule',
  break: 'a forced line break',
  definition: 'a link definition',
  linkReference: 'a link by reference',
  list: 'a list',
};
const describe = (node: Nodes): string => NAMES[node.type] ?? node.type;

/**
 * As {@link parseProse}, but adds what is wrong to `faults` and returns what could be read.
 * @param claims what may be said of the numbers: without them every mark of one is unknown
 */
export function readProse(origin: Origin, text: string, faults: Fault[], claims: Claims = NO_CLAIMS): Block[] {
  const reading = new Reading(origin, text, faults, claims);
  return treeOf(reading.masked, false).children.map((node) => reading.block(node));
}

/** As {@link readProse}, for one paragraph inside a table or a JSON file. */
export function readSentence(origin: Origin, text: string, faults: Fault[], claims: Claims = NO_CLAIMS): Inline[] {
  const reading = new Reading(origin, text, faults, claims);
  return treeOf(reading.masked, true).children.flatMap((node) => reading.paragraph(node));
}

/** As {@link readSentence}, without Markdown: for text that also stands in attributes, such as titles, alt texts, labels. */
export function readLabel(origin: Origin, text: string, faults: Fault[], claims: Claims = NO_CLAIMS): Inline[] {
  const reading = new Reading(origin, text, faults, claims);
  const inlines = reading.settled(reading.text(0, text.length));
  reading.check();
  if (text.trim() !== text || text === '') reading.fault(0, text === '' ? 'an empty text' : 'a text begins and ends without a space');
  return inlines;
}

/**
 * Reads prose: a narrow Markdown with bound numbers (the syntax is in `docs/architecture.md`).
 * @param file its name, for faults
 * @param text the prose without its YAML head
 * @param firstLine the line of `file` on which `text` begins, from 1
 * @throws Error that lists every fault with file, line and column: typed digits, unknown bindings, Markdown that is not
 *   read, and faults of Chinese typesetting. Whether an id exists is checked by `src/copy/story.ts`.
 */
export function parseProse(file: string, text: string, firstLine: number): Block[] {
  const faults: Fault[] = [];
  const blocks = readProse({ file, line: firstLine, column: 1 }, text, faults);
  stopOn(faults);
  return blocks;
}
