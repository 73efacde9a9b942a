import { SOURCE_LOCALE } from '../languages.ts';
import { changed, VALUE } from './change.ts';
import { ConditionError, idsOf, parseCondition, type Clause, type Condition, type Sign, type Term } from './condition.ts';
import { figuresOf } from './derive.ts';
import { isDisclosed } from './format.ts';
import { monthNumber } from './months.ts';
import { legsOf, type Tables } from './tables.ts';
import { ORIGINS, QUALIFIERS, STROKES, type Bilingual, type Fact, type Figure } from './types.ts';

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

/** What a condition is worked out on. */
interface Ground {
  tables: Tables;
  figures: ReadonlyMap<string, Figure>;
}

const groundOf = (tables: Tables): Ground => ({ tables, figures: figuresOf(tables) });

function figureOf({ figures }: Ground, id: string): Figure {
  const figure = figures.get(id);
  if (figure === undefined) throw new ConditionError(`"${id}" is unknown, expected an id of data/facts.csv or a figure of src/data/derive.ts`);
  return figure;
}

function valueOf(ground: Ground, term: Term): number {
  switch (term.type) {
    case 'number':
      return term.value;
    case 'size':
      return Math.abs(valueOf(ground, term.of));
    case 'legs':
      return legsOf(ground.tables, term.line).length;
    case 'most':
      return Math.max(...[...ground.tables.facts.values()].flatMap(({ unit, value }) => (unit[SOURCE_LOCALE] === term.unit && value !== null ? [value] : [])));
    case 'sum': {
      const [left, right] = [valueOf(ground, term.left), valueOf(ground, term.right)];
      return { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[term.sign];
    }
    case 'id': {
      const figure = figureOf(ground, term.id);
      if (figure.value !== null) return figure.value;
      if ('month' in figure && figure.month !== null) return monthNumber(figure.month);
      throw new ConditionError(
        isDisclosed(figure) ? `"${term.id}" is words, expected a number or a month` : `"${term.id}" is not disclosed, and what is said of it needs its value`,
      );
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

/** An optional cell of a leg or a line, or the value of a fact. */
function cellOf({ tables }: Ground, id: string, column: string): unknown {
  const fact = tables.facts.get(id);
  if (fact !== undefined && column === VALUE) return isDisclosed(fact) ? fact.value ?? fact.month ?? fact.words : null;
  const row = tables.routes.get(id) ?? tables.lines.get(id);
  if (row === undefined) throw new ConditionError(`"${id}" is unknown, expected an id of data/routes.csv or data/lines.csv, or of data/facts.csv with "${VALUE}"`);
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

/** What a condition compares with what the source reports: the difference may be known, and is not to be lived with in silence. */
const compared = (condition: Condition): boolean => condition.some((clause) => clause.type === 'compare' && clause.sign === '~');

/** A figure as a message names it: as it is in the table, ours to four places. */
function plainValue(ground: Ground, id: string, clauses: Condition): string {
  const figure = ground.figures.get(id);
  if (figure === undefined) return clauses.some((clause) => clause.type === 'has' || clause.type === 'lacks') ? 'see its row' : 'unknown';
  const value = !isDisclosed(figure) ? 'not disclosed' : figure.value === null ? ('month' in figure && figure.month) || 'words' : String(Math.round(figure.value * 10_000) / 10_000);
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
