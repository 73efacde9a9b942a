export type Sign = '<' | '<=' | '>' | '>=' | '=' | '!=' | '~';
export type Term =
  | { readonly type: 'number'; readonly value: number; readonly decimals: number }
  | { readonly type: 'id'; readonly id: string }
  | { readonly type: 'size'; readonly of: Term }
  | { readonly type: 'most'; readonly unit: string }
  | { readonly type: 'legs'; readonly line: string }
  | { readonly type: 'sum'; readonly sign: '+' | '-' | '*' | '/'; readonly left: Term; readonly right: Term };
export type Clause =
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
 * qualifier, of a line its stroke, its origin or the kind of that, of a leg the place where it ends; `leg has mode`, `lacks` an optional cell of a leg or a line, `fact has value` whether it is disclosed; `and` between two.
 * @throws ConditionError that says what was expected
 */
export const parseCondition = (text: string): Condition => new Parser(text).condition();

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
