import { LOCALES } from '../languages.ts';
import { derivedForClass, figuresOf } from '../data/derive.ts';
import { formatFact, isDisclosed } from '../data/format.ts';
import type { Tables } from '../data/tables.ts';
import type { Figure, Place } from '../data/types.ts';
import { CHAPTERS, STEP_IDS } from '../story/ids.ts';
import type { Claim } from '../data/claims.ts';
import { claimsOf, reasonsOf } from './claims.ts';
import type { Fault } from './fault.ts';
import { walk, type Block, type CalcRef, type FactRef, type Inline } from './inline.ts';

/** What copy may refer to. */
export interface Known {
  /** facts and figures of ours, by id */
  figures: ReadonlyMap<string, Figure>;
  places: ReadonlyMap<string, Place>;
  /** ids that stand on the article's page, for links such as `(#cut-1)` */
  anchors: ReadonlySet<string>;
  /** what may be said of the numbers, and why a word says nothing of them, by id */
  claims: ReadonlyMap<string, Claim>;
  /** ids that are withdrawn */
  withdrawn: ReadonlySet<string>;
}

/** What the copy of this article may refer to. */
export function known(data: Tables): Known {
  return {
    figures: figuresOf(data),
    places: data.places,
    anchors: new Set([...CHAPTERS.map(({ id }) => id), ...STEP_IDS]),
    claims: new Map([...claimsOf(data), ...reasonsOf(data)]),
    withdrawn: new Set(data.withdrawals.filter(({ kind }) => kind !== 'sentence').map(({ of }) => of)),
  };
}

/** What the words of the lesson may refer to: its own figures too. */
export const knownInClass = (data: Tables): Known => ({
  ...known(data),
  figures: new Map<string, Figure>([...data.facts, ...derivedForClass(data)]),
});

/** The facts and figures of ours that a text shows, by id. */
export function numbersIn(nodes: readonly (Block | Inline)[]): Set<string> {
  return new Set([...walk(nodes)].flatMap((node) => (node.type === 'fact' || node.type === 'calc' ? [node.id] : [])));
}

/** Why a number cannot be printed, or nothing. */
function numberFault(node: FactRef | CalcRef, { figures, withdrawn }: Known): string | undefined {
  const { id, form } = node;
  const figure = figures.get(id);
  if (withdrawn.has(id)) return `{${id}}: the fact is withdrawn (data/withdrawals.csv), expected the sentence without it`;
  if (!figure) return `{${id}}: neither data/facts.csv nor src/data/derive.ts has this id`;
  if (!isDisclosed(figure) && !('alone' in node))
    return `{${id}}: its value is not disclosed, and the sentence needs it: take it out, or word both cases under a claim that "${id} has value", {if …}…{else}…{end}`;
  try {
    for (const locale of LOCALES) formatFact(figure, locale, form);
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}

/** Adds a fault for each reference to something that does not exist, or that has no such form. */
export function checkReferences(file: string, nodes: readonly (Block | Inline)[], ids: Known, faults: Fault[]): void {
  const { places, anchors, withdrawn } = ids;
  for (const node of walk(nodes)) {
    if (!('at' in node)) continue;
    const message =
      node.type === 'place'
        ? places.has(node.id)
          ? undefined
          : `{@${node.id}}: expected one of ${[...places.keys()].join(', ')}`
        : node.type === 'link'
          ? node.href.startsWith('#') && !anchors.has(node.href.slice(1))
            ? `a link to ${node.href}: ${withdrawn.has(node.href.slice(1)) ? 'the step is withdrawn (data/withdrawals.csv), expected the sentence without it' : 'expected the id of a step or a chapter'}`
            : undefined
          : numberFault(node, ids);
    if (message !== undefined) faults.push({ file, ...node.at, message });
  }
}
