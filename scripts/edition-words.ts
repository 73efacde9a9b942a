import { csvFormatRows, csvParseRows } from 'd3';
import { isMap, isPair, isScalar, parseDocument, visit } from 'yaml';

/** How the words of a made-up language are made of those of another. */
export interface Wording {
  /** by how much each word is longer, such as 1.4 */
  readonly longer?: number;
  /** what stands for a to z, and for A to Z if the script has capitals */
  readonly letters?: string;
  /** the tag after which numbers and dates are written */
  readonly intl?: string;
}

/** What is no word: names in braces and signs, where a link leads, patterns, file names. */
const BOUND = /\{[^{}]*\}|%[a-z]+%|\]\([^)]*\)|(?:https?:|mailto:)\S+|<[^>]+>|`[^`]*`|\\p\{\w+\}|\\.|\b[\w-]+\.(?:csv|json|txt|svg|html|js)\b/u;
const WORD = /[A-Za-z]+/u;
const EITHER = new RegExp(`${BOUND.source}|${WORD.source}`, 'gu');
/** Texts that a program reads, by their key. */
const SET = /^(?:intl|lang|langEast|numberFormat|counts|notAfter|notBefore|face[A-Z]\w*)$/;

/** A word that is longer by a factor, in its own letters, so that they are as wide as before: `labels`, `labelsla`. */
const lengthened = (word: string, factor: number): string => word + word.toLowerCase().slice(0, Math.round(word.length * (factor - 1)));

/** A word in other letters. */
const spelled = (word: string, letters: string): string => {
  const all = [...letters];
  return word.replaceAll(/[A-Za-z]/gu, (letter) => all[letter.toLowerCase().charCodeAt(0) - 97 + (/[A-Z]/u.test(letter) && all.length > 26 ? 26 : 0)]!);
};

/** A text in the words of a made-up language: what programs read in it stays. */
export const reworded = (text: string, { longer = 1, letters }: Wording): string =>
  text.replaceAll(EITHER, (hit) => {
    if (!new RegExp(`^${WORD.source}$`, 'u').test(hit)) return hit;
    const word = lengthened(hit, longer);
    return letters === undefined ? word : spelled(word, letters);
  });

/** A JSON or YAML file, or some keys of one, in its words. @param only the keys whose texts are reworded, at any depth; without it all */
export function rewordedDocument(source: string, wording: Wording, only?: ReadonlySet<string>): string {
  const document = parseDocument(source);
  const isMeant = (path: readonly unknown[]): boolean => only === undefined || path.some((node) => isPair(node) && only.has(String(node.key)));
  visit(document, {
    Scalar(key, node, path) {
      const pair = path.findLast(isPair);
      if (key === 'key' || typeof node.value !== 'string' || (isPair(path.at(-1)) && SET.test(String(pair!.key))) || !isMeant(path)) return;
      node.value = reworded(node.value, wording);
    },
  });
  if (wording.intl !== undefined && isMap(document.contents) && isScalar(document.contents.get('intl', true))) document.set('intl', wording.intl);
  return source.trimStart().startsWith('{') ? `${JSON.stringify(document.toJSON(), null, 2)}\n` : document.toString({ lineWidth: 0 });
}

/** A text with a YAML head. */
export const rewordedText = (source: string, wording: Wording): string => {
  const [, head, body = source] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? [];
  return `${head === undefined ? '' : `---\n${rewordedDocument(head, wording)}---\n`}${reworded(body, wording)}`;
};

/** The columns of a language in a table. */
export function rewordedTable(source: string, isMeant: (column: string) => boolean, wording: Wording): string {
  const [head = [], ...rows] = csvParseRows(source);
  return `${csvFormatRows([head, ...rows.map((row) => row.map((cell, i) => (isMeant(head[i]!) ? reworded(cell, wording) : cell)))])}\n`;
}
