import type { Heard } from '../../scripts/engines/browser-window.ts';

/**
 * The words that engines use for a role, each as ARIA has it. What is not here is no part that a screen reader names: it is passed
 * over, unless it has a name of its own.
 */
const ROLES: Readonly<Record<string, string>> = {
  link: 'link', heading: 'heading', button: 'button', 'push button': 'button', DisclosureTriangle: 'button', slider: 'slider', textbox: 'textbox', entry: 'textbox',
  table: 'table', row: 'row', 'table row': 'row', cell: 'cell', 'table cell': 'cell', rowheader: 'rowheader', 'row header': 'rowheader', columnheader: 'columnheader',
  'column header': 'columnheader', caption: 'caption', Figcaption: 'caption', figure: 'figure', image: 'image', listitem: 'listitem', 'list item': 'listitem',
  term: 'term', 'description term': 'term', definition: 'definition', 'description value': 'definition', status: 'status', 'status bar': 'status',
  banner: 'banner', navigation: 'navigation', main: 'main', contentinfo: 'contentinfo', region: 'region', RootWebArea: 'document', 'document web': 'document',
};
/** Where an engine's own word says too little, its element does. */
const ELEMENTS: Readonly<Record<string, string>> = { figure: 'figure', dd: 'definition', summary: 'button' };
/** What stands before the items of a list is a sign, not a word; so is what Firefox says before those and before what folds. */
const MARKER = 'ListMarker';
const SIGN = /^[▸▾•]/;

const bare = (text: string): string => text.normalize('NFKC').trim().replace(SIGN, '').replaceAll(/\s+/g, '');
const contentOf = (node: Heard | string): string => (typeof node === 'string' ? bare(node) : node.role === MARKER ? '' : node.kids.map(contentOf).join(''));
const roleOf = ({ role, xml, tag }: Heard): string => ROLES[xml] ?? ELEMENTS[tag] ?? ROLES[role] ?? '';

/** A part that begins, or words. */
export interface Line {
  /** by ARIA; empty for words */
  readonly role: string;
  /** without their spaces */
  readonly words: string;
}

/**
 * What a screen reader can come to on a page, in order, so that engines can be compared:
 * - a part begins a line with its role by ARIA; parts without one (paragraphs, emphasis, groups, lists themselves) do not;
 * - a name is on that line if the part's own words do not say it; a part without a role whose words do not say its name is a `group`;
 * - words between two lines are one line, without their spaces: engines split and space them each in their own way;
 * - the signs before items of lists and before what folds are left out.
 *
 * So every name is said once: as a name or as the words themselves.
 */
export function spoken(page: Heard): Line[] {
  const lines: Line[] = [];
  let words = '';
  const flush = (): void => {
    if (words !== '') lines.push({ role: '', words });
    words = '';
  };
  const walk = (node: Heard | string): void => {
    if (typeof node === 'string') return void (words += bare(node));
    if (node.role === MARKER) return;
    const name = bare(node.name);
    const unsaid = name === contentOf(node) ? '' : name;
    const role = roleOf(node);
    const begins = role !== '' || unsaid !== '';
    if (begins) {
      flush();
      lines.push({ role: role || 'group', words: unsaid });
    }
    node.kids.forEach(walk);
    if (begins) flush();
  };
  walk(page);
  flush();
  return lines;
}

/** Every part of a page, the page itself first. */
const parts = (page: Heard): Heard[] => [page, ...page.kids.flatMap((kid) => (typeof kid === 'string' ? [] : parts(kid)))];
/** The names of all parts that have one. */
export const names = (page: Heard): string[] => parts(page).map(({ name }) => bare(name)).filter(Boolean);
/** All that a part may be called by, its name and its words; without ƒ, which WebKit lists among the words, though the page hides it from screen readers. */
export const called = (page: Heard): Set<string> => new Set(parts(page).flatMap((part) => [bare(part.name), contentOf(part)]).map((text) => text.replaceAll('ƒ', '')));

const PHRASE = /^([a-z]+)(?:, (.*))?$/;
const STATES = /(?:, (?:level \d+|position \d+|set size \d+|orientated \w+|(?:max|min|current) value .*|not invalid))+$/;
const SPOKEN_ROLES = new Set('banner button caption cell columnheader contentinfo definition document figure group heading image link list listitem main navigation paragraph region row rowgroup rowheader slider status strong table term textbox'.split(' '));

/**
 * The words of a transcript that is kept of the virtual screen reader (tests/access/transcripts), without roles and states: a name is
 * left out where the words after it say it, as those of a row always do.
 */
export function wordsOfTranscript(text: string): string {
  // A part whose role the reader does not say ends with its name, which its words have said.
  const unsaid = new Set([...text.matchAll(/^end, (.*)$/gm)].map(([, name]) => name!));
  const phrases = text.trim().split('\n').filter((phrase) => !phrase.startsWith('end, ') && !unsaid.has(phrase)).map((phrase) => {
    const [, role = '', name = ''] = PHRASE.exec(phrase) ?? [];
    return SPOKEN_ROLES.has(role) ? { role, words: bare(`, ${name}`.replace(STATES, '').slice(2)) } : { role: '', words: bare(phrase) };
  });
  const told = ({ role, words }: Line, i: number): string => {
    if (role === '') return words;
    const inside = ['', 'strong', 'paragraph', ...(/cell|head/.test(role) ? ['link'] : [])];
    const next = phrases.findIndex((phrase, j) => j > i && !inside.includes(phrase.role));
    const after = phrases.slice(i + 1, next < 0 ? undefined : next).map((phrase, j) => told(phrase, i + 1 + j)).join('');
    return role === 'row' || after.startsWith(words) ? '' : words;
  };
  return phrases.map(told).join('');
}

/** Where two texts part, in a few words of each; undefined if they do not. */
export function parted(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const near = (text: string): string => text.slice(Math.max(0, at - 20), at + 30);
  return `“${near(one)}” against “${near(other)}”`;
}
