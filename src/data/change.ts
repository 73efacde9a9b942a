import { ConditionError } from './condition.ts';
import type { Tables } from './tables.ts';
import { ORIGINS, STROKES, type Qualifier } from './types.ts';

/** The day on which the source appeared, which a change can name beside the facts. */
const PUBLISHED = 'published';
/** What a fact has that is disclosed, and lacks that is not. */
export const VALUE = 'value';
/** `id = value`, `id is word`, or `id lacks column`, `id has column`. */
const CHANGE = /^([a-z][a-z0-9-]*)\s+(?:=\s*(-?\d+(?:\.\d+)?|\d{4}-\d\d(?:-\d\d)?)|is\s+([a-z][a-z0-9_-]*)|(has|lacks)\s+([a-z]+))$/;

const within = (list: readonly string[], word: string): boolean => list.includes(word);

/** Tables with one row of a map in the place of the one of its id. */
const withRow = <Row extends { id: string }>(rows: ReadonlyMap<string, Row>, row: Row): Map<string, Row> => new Map([...rows, [row.id, row]]);

/** `id = value`: a fact's number or month, or the day on which the source appeared. */
function withValue(tables: Tables, id: string, value: string): Tables {
  if (id === PUBLISHED) {
    const [source, ...others] = tables.package.sources;
    return { ...tables, package: { ...tables.package, sources: [{ ...source!, published: value }, ...others] } };
  }
  const fact = tables.facts.get(id);
  if (fact === undefined) throw unknown(id, 'data/facts.csv: a figure of ours follows from those');
  return { ...tables, facts: withRow(tables.facts, fact.kind === 'month' ? { ...fact, month: value } : { ...fact, value: Number(value) }) };
}

/** `id is word`: a fact's qualifier; a line's stroke, origin or the kind of that; the place where a leg ends. */
function withWord(tables: Tables, id: string, word: string): Tables {
  const [fact, leg, line] = [tables.facts.get(id), tables.routes.get(id), tables.lines.get(id)];
  if (line)
    return {
      ...tables,
      lines: withRow(tables.lines, { ...line, [within(STROKES, word) ? 'stroke' : within(ORIGINS, word) ? 'originKind' : 'origin']: word }),
    };
  if (leg) return { ...tables, routes: withRow(tables.routes, { ...leg, to: word }) };
  if (fact === undefined) throw unknown(id, 'data/facts.csv, data/routes.csv or data/lines.csv');
  return { ...tables, facts: withRow(tables.facts, { ...fact, qualifier: word as Qualifier }) };
}

/** `id has column`, `id lacks column`: an optional cell of a leg or a line, or the value of a fact; only whether it has one counts. */
function withCell(tables: Tables, id: string, column: string, has: boolean): Tables {
  const cellIn = (row: object) => ({ [column]: has ? ((row as Record<string, unknown>)[column] ?? {}) : null });
  const [leg, line] = [tables.routes.get(id), tables.lines.get(id)];
  if (leg) return { ...tables, routes: withRow(tables.routes, { ...leg, ...cellIn(leg) }) };
  if (line) return { ...tables, lines: withRow(tables.lines, { ...line, ...cellIn(line) }) };
  const fact = tables.facts.get(id);
  if (fact && column === VALUE && !has) return { ...tables, facts: withRow(tables.facts, { ...fact, value: null, month: null, words: null }) };
  throw unknown(id, 'data/routes.csv or data/lines.csv, or of data/facts.csv that lacks its value');
}

const unknown = (id: string, where: string): ConditionError => new ConditionError(`"${id}" is unknown, expected an id of ${where}`);

/**
 * The tables as a change would leave them.
 * @param breaks one or more of `id = value`, `id is word`, `id has column`, `id lacks column`, with commas between them
 * @throws ConditionError if the change cannot be read or names what is not there
 */
export function changed(tables: Tables, breaks: string): Tables {
  return breaks.split(',').reduce((left, part) => {
    const [, id, value, word, has, column] = CHANGE.exec(part.trim()) ?? [];
    if (id === undefined)
      throw new ConditionError(`"${part.trim()}" is no change of a table, expected "id = value", "id is word" or "id lacks column"`);
    if (value !== undefined) return withValue(left, id, value);
    return word !== undefined ? withWord(left, id, word) : withCell(left, id, column!, has === 'has');
  }, tables);
}
