/** Stands for a whole binding in a text that is checked; private-use, so that no copy holds it. */
export const MASK = '\uE000';
/** Fills a mask to its binding's length, so that every offset stays true. */
export const MASK_TAIL = '\uE001';

const CJK = '[\\p{Script=Han}\\u3001-\\u303F\\uFF01-\\uFF5E]';

interface Rule {
  pattern: RegExp;
  message: (found: string) => string;
}

const RULES: readonly Rule[] = [
  {
    pattern: /\p{Nd}(?:[.,]?\p{Nd})*/gu,
    message: (found) => `"${found}" is a typed number: bind it to a fact, such as {qh-cases-2019}, or mark it as no fact, such as {!${found}}`,
  },
  {
    pattern: new RegExp(`(?<=${CJK})[ \\t\\u00A0\\u3000]+|[ \\t\\u00A0\\u3000]+(?=${CJK})`, 'gu'),
    message: () => 'no space beside Chinese: remove it, the browser sets the gap between Han and Latin',
  },
  { pattern: /(?<=\p{Script=Han})[,.;:!?]/gu, message: (found) => `half-width "${found}" after a Han character: write "${FULL_WIDTH[found]}"` },
  { pattern: /["']/g, message: (found) => `straight ${found}: write ${found === '"' ? '“ or ”' : '‘ or ’'}` },
  {
    pattern: /\*+/g,
    message: (found) =>
      `"${found}" marks nothing: it lacks its partner, or stands between punctuation and a letter, so move it inside or outside the punctuation`,
  },
  { pattern: /[{}]/g, message: (found) => `"${found}" has no partner on this line: a binding reads {fact-id}` },
  { pattern: /\\|&#?\w+;/g, message: (found) => `"${found}": write the character itself, escapes are not read` },
  { pattern: /\n/g, message: () => 'a paragraph stands on one line: join the lines, or leave an empty line for a new paragraph' },
];

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', '.': '。', ';': '；', ':': '：', '!': '！', '?': '？' };

/** What is wrong with a text as it will be read, bindings masked. `index` counts from the text's first character. */
export function lint(text: string): { index: number; message: string }[] {
  return RULES.flatMap(({ pattern, message }) => [...text.matchAll(pattern)].map((match) => ({ index: match.index, message: message(match[0]) })));
}
