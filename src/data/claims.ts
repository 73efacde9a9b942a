import { derive } from './derive.ts';
import { formatFact } from './format.ts';
import { legsOf, type Tables } from './tables.ts';
import { STROKES, type Bilingual, type Fact, type Figure, type Line, type Locale, type Qualifier } from './types.ts';

/** What a text says of the numbers, as its owner declares it. */
export interface Declared {
  readonly id: string;
  /** the claim in words, for the data page */
  readonly says: Bilingual;
  /** the condition under which it is true: see {@link parseCondition} */
  readonly holds: string;
  /** a change of the tables that makes it false: `qh-cases-2020on = 97`, several with commas, `qh-months is exact` for a qualifier */
  readonly breaks: string;
  /** why a difference between what is reported and what is worked out is left as it is; null = it stops the build */
  readonly known: Bilingual | null;
}

/** A claim under the tables as they are. */
export interface Claim extends Declared {
  readonly isTrue: boolean;
  /** ids that the condition names, with their values as numbers or words */
  readonly values: readonly (readonly [id: string, value: string])[];
}

const QUALIFIERS: readonly Qualifier[] = ['exact', 'more_than', 'about', 'at_least', 'reported', 'quoted'];
const ORIGINS: readonly Line['originKind'][] = ['place', 'region'];
type Sign = '<' | '<=' | '>' | '>=' | '=' | '!=' | '~';
type Term =
  | { readonly type: 'number'; readonly value: number; readonly decimals: number }
  | { readonly type: 'id'; readonly id: string }
  | { readonly type: 'size'; readonly of: Term }
  | { readonly type: 'most'; readonly unit: string }
  | { readonly type: 'legs'; readonly line: string }
  | { readonly type: 'sum'; readonly sign: '+' | '-' | '*' | '/'; readonly left: Term; readonly right: Term };
type Clause =
  | { readonly type: 'compare'; readonly left: Term; readonly sign: Sign; readonly right: Term }
  | { readonly type: 'is'; readonly id: string; readonly words: readonly string[] }
  | { readonly type: 'has' | 'lacks'; readonly id: string; readonly column: string };
/** All of its clauses hold together. */
export type Condition = readonly Clause[];

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*(?:-[a-z0-9]+)*)|(<=|>=|!=|[<>=~+\-*/|(),])|(\p{Script=Han}+|%))/uy;
const SIGNS = new Set<string>(['<', '<=', '>', '>=', '=', '!=', '~']);

/** A condition that is not one, or names what is not there. */
export class ConditionError extends Error {}

class Parser {
  private readonly tokens: string[] = [];
  private at = 0;

  constructor(text: string) {
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.trimEnd().length) {
      const from = TOKEN.lastIndex;
      const found = TOKEN.exec(text);
      if (!found) throw new ConditionError(`"${text.slice(from).trim()}" cannot be read`);
      this.tokens.push(found[0].trim());
    }
  }

  private take(): string | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    return token;
  }

  private next(...tokens: string[]): string | undefined {
    const token = this.tokens[this.at];
    return token !== undefined && tokens.includes(token) ? this.take() : undefined;
  }

  private expect(token: string): void {
    if (this.next(token) === undefined) throw new ConditionError(`expected "${token}" before "${this.tokens[this.at] ?? 'the end'}"`);
  }

  private atom(): Term {
    if (this.next('|')) {
      const of = this.sum();
      this.expect('|');
      return { type: 'size', of };
    }
    if (this.next('(')) {
      const inner = this.sum();
      this.expect(')');
      return inner;
    }
    const token = this.take() ?? '';
    if (/^\d/.test(token)) return { type: 'number', value: Number(token), decimals: token.split('.')[1]?.length ?? 0 };
    if ((token === 'most' || token === 'legs') && this.next('(')) {
      const of = this.take() ?? '';
      this.expect(')');
      return token === 'most' ? { type: 'most', unit: of } : { type: 'legs', line: of };
    }
    if (!/^[a-z]/.test(token)) throw new ConditionError(`expected a number or an id before "${token || 'the end'}"`);
    return { type: 'id', id: token };
  }

  private chainOf(signs: readonly string[], part: () => Term): Term {
    let left = part();
    for (let sign = this.next(...signs); sign !== undefined; sign = this.next(...signs))
      left = { type: 'sum', sign: sign as '+', left, right: part() };
    return left;
  }

  private sum(): Term {
    return this.chainOf(['+', '-'], () => this.chainOf(['*', '/'], () => this.atom()));
  }

  /** `a < b < c` is read as two clauses. */
  private clauses(): Clause[] {
    const first = this.sum();
    const word = first.type === 'id' ? this.next('is', 'has', 'lacks') : undefined;
    if (first.type === 'id' && word === 'is') {
      const words = [this.take() ?? ''];
      while (this.next('or')) words.push(this.take() ?? '');
      return [{ type: 'is', id: first.id, words }];
    }
    if (first.type === 'id' && (word === 'has' || word === 'lacks')) return [{ type: word, id: first.id, column: this.take() ?? '' }];
    const clauses: Clause[] = [];
    let left = first;
    for (let sign = this.next(...SIGNS); sign !== undefined; sign = this.next(...SIGNS)) {
      const right = this.sum();
      clauses.push({ type: 'compare', left, sign: sign as Sign, right });
      left = right;
    }
    if (clauses.length === 0) throw new ConditionError('it compares nothing, expected < <= > >= = != ~, is, has or lacks');
    return clauses;
  }

  condition(): Condition {
    const clauses = this.clauses();
    while (this.next('and')) clauses.push(...this.clauses());
    if (this.at < this.tokens.length) throw new ConditionError(`"${this.tokens.slice(this.at).join(' ')}" is left over`);
    return clauses;
  }
}

/**
 * Reads a condition over the ids of facts and of our own figures. Its whole grammar:
 * `a < b`, `a < b < c`, `<= > >= = !=`; `a ~ b`: a, rounded as b is written, is b; `+ - * /` and `( )`, a minus between spaces; `|a|` the
 * size of a; `most(人)` the largest number of that Chinese unit, `legs(line-2)` how many ends a line has; `a is more_than or at_least` its
 * qualifier, of a line its stroke, its origin or the kind of that, of a leg the place where it ends; `leg has mode`, `lacks` an optional cell of a leg or a line; `and` between two.
 * @throws ConditionError that says what was expected
 */
export const parseCondition = (text: string): Condition => new Parser(text).condition();

/** What a condition is worked out on. */
interface Ground {
  tables: Tables;
  figures: ReadonlyMap<string, Figure>;
}

const groundOf = (tables: Tables): Ground => ({ tables, figures: new Map<string, Figure>([...tables.facts, ...derive(tables)]) });

function figureOf({ figures }: Ground, id: string): Figure {
  const figure = figures.get(id);
  if (figure === undefined) throw new ConditionError(`"${id}" is unknown, expected an id of data/facts.csv or a figure of src/data/derive.ts`);
  return figure;
}

const MONTHS_A_YEAR = 12;
/** A month as a number of months, so that two of them can be compared. */
const monthNumber = (month: string): number => Number(month.slice(0, 4)) * MONTHS_A_YEAR + Number(month.slice(5, 7));

function valueOf(ground: Ground, term: Term): number {
  switch (term.type) {
    case 'number':
      return term.value;
    case 'size':
      return Math.abs(valueOf(ground, term.of));
    case 'legs':
      return legsOf(ground.tables, term.line).length;
    case 'most':
      return Math.max(...[...ground.tables.facts.values()].flatMap(({ unit, value }) => (unit.zh === term.unit && value !== null ? [value] : [])));
    case 'sum': {
      const [left, right] = [valueOf(ground, term.left), valueOf(ground, term.right)];
      return { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[term.sign];
    }
    case 'id': {
      const figure = figureOf(ground, term.id);
      if (figure.value !== null) return figure.value;
      if ('month' in figure && figure.month !== null) return monthNumber(figure.month);
      throw new ConditionError(`"${term.id}" is words, expected a number or a month`);
    }
  }
}

/** How many decimal places a number is written with. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** Room for the last bit of a sum. */
const NOTHING = 1e-9;

function compares(left: number, sign: Sign, right: number): boolean {
  switch (sign) {
    case '<':
      return left < right - NOTHING;
    case '<=':
      return left <= right + NOTHING;
    case '>':
      return left > right + NOTHING;
    case '>=':
      return left >= right - NOTHING;
    case '=':
      return Math.abs(left - right) <= NOTHING;
    case '!=':
      return Math.abs(left - right) > NOTHING;
    case '~': {
      const unit = 10 ** decimalsOf(right);
      // Away from nought at a half, as percentages are rounded: Math.round would take a negative half upwards.
      return Math.sign(left) * Math.round(Math.abs(left) * unit + NOTHING) === Math.round(right * unit);
    }
  }
}

/** An optional cell of a leg or a line. */
function cellOf({ tables }: Ground, id: string, column: string): unknown {
  const row = tables.routes.get(id) ?? tables.lines.get(id);
  if (row === undefined) throw new ConditionError(`"${id}" is unknown, expected an id of data/routes.csv or data/lines.csv`);
  if (!(column in row)) throw new ConditionError(`"${column}" is nothing that ${id} can have, expected one of ${Object.keys(row).join(', ')}`);
  return (row as unknown as Record<string, unknown>)[column];
}

/** Whether a row is what one of the words says: how sure a fact is; how a line is drawn, where it begins; where a leg ends. */
function isOneOf(ground: Ground, id: string, words: readonly string[]): boolean {
  const { lines, routes, places } = ground.tables;
  const [line, leg] = [lines.get(id), routes.get(id)];
  const can: readonly string[] = line ? [...STROKES, ...ORIGINS, ...places.keys()] : leg ? [...places.keys()] : QUALIFIERS;
  const wrong = words.find((each) => !can.includes(each));
  if (wrong !== undefined) throw new ConditionError(`"${wrong}" is nothing that ${id} can be, expected one of ${can.join(', ')}`);
  if (line) return [line.stroke, line.originKind, line.origin].some((each) => words.includes(each));
  if (leg) return leg.to !== null && words.includes(leg.to);
  const figure = figureOf(ground, id);
  if (!('qualifier' in figure)) throw new ConditionError(`"${id}" is a figure of ours, which has no qualifier`);
  return words.includes(figure.qualifier);
}

function isTrue(ground: Ground, clause: Clause): boolean {
  switch (clause.type) {
    case 'compare':
      return compares(valueOf(ground, clause.left), clause.sign, valueOf(ground, clause.right));
    case 'is':
      return isOneOf(ground, clause.id, clause.words);
    case 'has':
      return cellOf(ground, clause.id, clause.column) !== null;
    case 'lacks':
      return cellOf(ground, clause.id, clause.column) === null;
  }
}

const termIds = (term: Term): string[] =>
  term.type === 'id'
    ? [term.id]
    : term.type === 'size'
      ? termIds(term.of)
      : term.type === 'sum'
        ? [...termIds(term.left), ...termIds(term.right)]
        : [];

/** The ids that a condition names, each once, in its order. */
export const idsOf = (condition: Condition): string[] => [
  ...new Set(condition.flatMap((clause) => (clause.type === 'compare' ? [...termIds(clause.left), ...termIds(clause.right)] : [clause.id]))),
];

/** What a condition compares with what the source reports: the difference may be known, and is not to be lived with in silence. */
const compared = (condition: Condition): boolean => condition.some((clause) => clause.type === 'compare' && clause.sign === '~');

/** A figure as a message names it: as it is in the table, ours to four places. */
function plainValue(ground: Ground, id: string, clauses: Condition): string {
  const figure = ground.figures.get(id);
  if (figure === undefined) return clauses.some((clause) => clause.type === 'has' || clause.type === 'lacks') ? 'see its row' : 'unknown';
  const value = figure.value === null ? ('month' in figure && figure.month) || 'words' : String(Math.round(figure.value * 10_000) / 10_000);
  return clauses.some((clause) => clause.type === 'is' && clause.id === id) ? `${value} (${(figure as Fact).qualifier})` : value;
}

/**
 * A claim under these tables.
 * @throws ConditionError if its condition cannot be read or names what is not there
 */
export function evaluate(declared: Declared, tables: Tables): Claim {
  const condition = parseCondition(declared.holds);
  const ground = groundOf(tables);
  return {
    ...declared,
    isTrue: condition.every((clause) => isTrue(ground, clause)),
    values: idsOf(condition).map((id) => [id, plainValue(ground, id, condition)]),
  };
}

/** The day on which the source appeared, which a change can name beside the facts. */
const PUBLISHED = 'published';
/** `id = value`, `id is word`, or `id lacks column`, `id has column`. */
const CHANGE = /^([a-z][a-z0-9-]*)\s+(?:=\s*(-?\d+(?:\.\d+)?|\d{4}-\d\d(?:-\d\d)?)|is\s+([a-z][a-z0-9_-]*)|(has|lacks)\s+([a-z]+))$/;

/** A row with another value of an optional cell: only whether it has one counts. */
const withCell = <Row extends object>(row: Row, column: string, has: boolean): Row => ({
  ...row,
  [column]: has ? ((row as Record<string, unknown>)[column] ?? {}) : null,
});

/**
 * The tables as a change would leave them.
 * @throws ConditionError if the change cannot be read or names what is not there
 */
export function changed(tables: Tables, breaks: string): Tables {
  const [facts, routes, lines] = [new Map(tables.facts), new Map(tables.routes), new Map(tables.lines)];
  let { package: descriptor } = tables;
  for (const part of breaks.split(',')) {
    const [, id, value, qualifier, word, column] = CHANGE.exec(part.trim()) ?? [];
    if (id === undefined)
      throw new ConditionError(`"${part.trim()}" is no change of a table, expected "id = value", "id is word" or "id lacks column"`);
    if (id === PUBLISHED && value !== undefined) {
      const [source, ...others] = descriptor.sources;
      descriptor = { ...descriptor, sources: [{ ...source!, published: value }, ...others] };
      continue;
    }
    const [fact, leg, line] = [facts.get(id), routes.get(id), lines.get(id)];
    if (word !== undefined) {
      if (leg) routes.set(id, withCell(leg, column!, word === 'has'));
      else if (line) lines.set(id, withCell(line, column!, word === 'has'));
      else throw new ConditionError(`"${id}" is unknown, expected an id of data/routes.csv or data/lines.csv`);
      continue;
    }
    if (line && qualifier !== undefined) {
      const field = (STROKES as readonly string[]).includes(qualifier)
        ? 'stroke'
        : (ORIGINS as readonly string[]).includes(qualifier)
          ? 'originKind'
          : 'origin';
      lines.set(id, { ...line, [field]: qualifier });
      continue;
    }
    if (leg && qualifier !== undefined) {
      routes.set(id, { ...leg, to: qualifier });
      continue;
    }
    if (fact === undefined) throw new ConditionError(`"${id}" is unknown, expected an id of data/facts.csv: a figure of ours follows from those`);
    if (qualifier !== undefined) facts.set(id, { ...fact, qualifier: qualifier as Qualifier });
    else if (fact.month === null) facts.set(id, { ...fact, value: Number(value) });
    else facts.set(id, { ...fact, month: value! });
  }
  return { ...tables, facts, routes, lines, package: descriptor };
}

/** What is wrong with a claim: a condition that cannot be read, one that cannot be false, a difference that nobody has explained. */
export function claimFault(
  declared: Declared,
  tables: Tables,
): { column: 'holds' | 'breaks' | 'known'; message: string; isReadable?: boolean } | undefined {
  let claim: Claim;
  try {
    claim = evaluate(declared, tables);
  } catch (error) {
    if (error instanceof ConditionError) return { column: 'holds', message: `${declared.id}: ${error.message}` };
    throw error;
  }
  const condition = parseCondition(declared.holds);
  if (!claim.isTrue && compared(condition) && declared.known === null) {
    return {
      column: 'holds',
      isReadable: true,
      message: `${saidOf(claim)}: what is reported and what is worked out differ beyond rounding; correct the number that is wrong, or say under "known" why both are printed`,
    };
  }
  if (claim.isTrue && declared.known !== null)
    return { column: 'known', message: `${declared.id}: the difference that is said to be known is none: take "known" out` };
  try {
    if (claim.isTrue && evaluate(declared, changed(tables, declared.breaks)).isTrue) {
      return {
        column: 'breaks',
        message: `${declared.id}: "${declared.holds}" still holds under "${declared.breaks}", expected a change that breaks it: a condition that cannot be false is none`,
      };
    }
  } catch (error) {
    if (error instanceof ConditionError) return { column: 'breaks', message: `${declared.id}: ${error.message}` };
    throw error;
  }
  return undefined;
}

/** A claim with its condition and the values, for messages. */
export const saidOf = ({ id, holds, values }: Claim): string =>
  `${id} does not hold: ${holds}, with ${values.map(([each, value]) => `${each} = ${value}`).join(', ')}`;

/** The figures that a claim names, as a reader meets them; a leg or a line by its id. */
export const shownValues = (claim: Claim, tables: Tables, locale: Locale): (readonly [id: string, text: string])[] => {
  const { figures } = groundOf(tables);
  return claim.values.map(([id]) => {
    const figure = figures.get(id);
    return [id, figure === undefined ? '' : `${'method' in figure ? 'ƒ' : ''}${formatFact(figure, locale)}`] as const;
  });
};
