/**
 * A file of texts with those that a later release has added, at its end; all else stays as it was typed.
 * @param text undefined = there was no such file
 * @param now the same file of this release
 */
export function withNewTexts(text: string | undefined, now: string): string {
  if (text === undefined) return now;
  const known = JSON.parse(text.replace(/^\uFEFF/, '')) as object;
  const added = Object.entries(JSON.parse(now) as Record<string, string>).filter(([key]) => !(key in known));
  const lines = added.map(([key, words]) => `  ${JSON.stringify(key)}: ${JSON.stringify(words)}`).join(',\n');
  return added.length === 0 ? text : text.replace(/\s*\}\s*$/, () => `${Object.keys(known).length === 0 ? '' : ','}\n${lines}\n}\n`);
}
