/** Where a piece of copy begins. Line and column count from 1, columns in UTF-16 units, as editors show them. */
export interface Origin {
  file: string;
  line: number;
  column: number;
}

/** One thing wrong with the copy, and what was expected. */
export interface Fault extends Origin {
  message: string;
}

/** The place that lies `offset` characters into `text`. */
export function originAt(origin: Origin, text: string, offset: number): Origin {
  const before = text.slice(0, offset).split('\n');
  const last = before.at(-1)?.length ?? 0;
  return { file: origin.file, line: origin.line + before.length - 1, column: before.length === 1 ? origin.column + last : last + 1 };
}

/** All faults of one kind of file, one line each. */
export class CopyError extends Error {
  readonly faults: readonly string[];

  constructor(what: string, faults: readonly string[]) {
    super(`${what} has ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}:\n${faults.join('\n')}`);
    this.name = 'CopyError';
    this.faults = faults;
  }
}

/**
 * Stops the build if anything is wrong.
 * @throws CopyError that lists every fault as `file:line:column: message`, in reading order
 */
export function stopOn(faults: readonly Fault[], what = 'The copy'): void {
  if (faults.length === 0) return;
  const sorted = [...faults].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
  throw new CopyError(what, sorted.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`));
}
