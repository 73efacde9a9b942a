import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Scalar } from 'yaml';
import type { z } from 'zod';
import type { Fault, Origin } from './fault.ts';

/** A checked YAML or JSON document whose texts know where they stand. */
export interface Read<T> {
  value: T;
  /** Where the thing at `path` begins. */
  place: (path: readonly PropertyKey[]) => Origin;
  /** Where the text at `path` begins; adds a fault if it runs over several lines, where columns cannot be told. */
  origin: (path: readonly PropertyKey[]) => Origin;
}

interface Parsed {
  document: Document;
  lines: LineCounter;
}
const parsed = new Map<string, Parsed>();

/** A text as YAML, parsed once however often it is checked against other tables. */
export function parseYaml(text: string): Parsed {
  const kept = parsed.get(text);
  if (kept) return kept;
  const lines = new LineCounter();
  const made = { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
  parsed.set(text, made);
  return made;
}

/** Finds places in a document. */
class Locator {
  private readonly start: Origin;
  private readonly text: string;
  private readonly document: Document;
  private readonly lines: LineCounter;

  constructor(start: Origin, text: string, document: Document, lines: LineCounter) {
    this.start = start;
    this.text = text;
    this.document = document;
    this.lines = lines;
  }

  at(offset: number): Origin {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.start.file, line: this.start.line + line - 1, column: col };
  }

  private node(path: readonly PropertyKey[]): unknown {
    return path.length === 0 ? this.document.contents : this.document.getIn(path, true);
  }

  /** The nearest thing that exists on the way to `path`. */
  nearest(path: readonly PropertyKey[]): Origin {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const range = (this.node(path.slice(0, depth)) as { range?: [number, number, number] } | undefined)?.range;
      if (range) return this.at(range[0]);
    }
    return this.start;
  }

  key(path: readonly PropertyKey[], name: string): Origin {
    const map = this.node(path);
    const pair = isMap(map) ? map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name) : undefined;
    return pair && isScalar(pair.key) && pair.key.range ? this.at(pair.key.range[0]) : this.nearest(path);
  }

  origin(path: readonly PropertyKey[], faults: Fault[]): Origin {
    const { range, type } = this.node(path) as Scalar;
    const [start, end] = range ?? [0, 0, 0];
    const origin = this.at(start);
    if (this.text.slice(start, end).includes('\n')) faults.push({ ...origin, message: 'a text stands on one line' });
    return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? { ...origin, column: origin.column + 1 } : origin;
  }
}

/** What stands at a path of a document, as it was read. */
const foundAt = (written: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), written);

/** A schema's words for what is wrong, with what was found; those of our own schemas say what is expected, and stay. */
function worded({ message, ...issue }: z.core.$ZodIssue, found: unknown): string {
  const shown = JSON.stringify(found);
  if (/^Invalid (?:option|input)/.test(message) && issue.code === 'invalid_value')
    return `${found === undefined ? 'missing' : shown}, expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
  if (message.startsWith('Invalid input') && issue.code === 'invalid_type')
    return `${found === undefined ? 'missing' : shown}, expected ${issue.expected === 'array' ? 'a list' : issue.expected === 'string' ? 'a text' : issue.expected}`;
  return message;
}

/** Adds what a schema has against a document: a key too many or too few, a value of the wrong kind. */
function addIssues(issues: readonly z.core.$ZodIssue[], written: unknown, locator: Locator, faults: Fault[]): void {
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) faults.push({ ...locator.key(issue.path, key), message: `"${key}" is not known here` });
    } else {
      faults.push({
        ...locator.nearest(issue.path),
        message: `${issue.path.join('.') || 'the whole'}: ${worded(issue, foundAt(written, issue.path))}`,
      });
    }
  }
}

/**
 * Reads YAML, or JSON, which is YAML too, and checks it.
 * @param start where `text` stands in its file
 * @returns nothing if it was wrong; what and where is then in `faults`
 */
export function readDocument<T>(start: Origin, text: string, schema: z.ZodType<T>, faults: Fault[]): Read<T> | undefined {
  const { document, lines } = parseYaml(text);
  const locator = new Locator(start, text, document, lines);
  for (const { pos, message } of document.errors) faults.push({ ...locator.at(pos[0]), message });
  if (document.errors.length > 0) return undefined;
  const written: unknown = document.toJS();
  const result = schema.safeParse(written);
  if (!result.success) {
    addIssues(result.error.issues, written, locator, faults);
    return undefined;
  }
  return { value: result.data, place: (path) => locator.nearest(path), origin: (path) => locator.origin(path, faults) };
}
