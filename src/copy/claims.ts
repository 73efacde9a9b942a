import { inEach } from '../languages.ts';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { claimFault, evaluate, type Claim, type Declared } from '../data/claims.ts';
import { figuresOf } from '../data/derive.ts';
import { formatFact } from '../data/format.ts';
import type { Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { ownersFile } from '../newsroom.ts';
import { readDocument } from './document.ts';
import type { Fault } from './fault.ts';
import { OURS } from './ours.ts';
import { CONTENT, readText } from './sources.ts';

const FILE = `${CONTENT}/claims.yaml`;

const text = z.string('expected a text').min(1, 'expected a text');
const schema = z.record(
  z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'expected an id such as "far-fewer"'),
  z.union([
    z.strictObject({ ...inEach(() => text), always: z.literal(true) }),
    z.strictObject({ ...inEach(() => text), holds: text, breaks: text, known: z.strictObject(inEach(() => text)).optional() }),
  ]),
);

interface Claims {
  claims: ReadonlyMap<string, Claim>;
  reasons: ReadonlyMap<string, Claim>;
  faults: readonly Fault[];
}
const byTables = new WeakMap<Tables, Claims>();

function read(data: Tables): Claims {
  const faults: Fault[] = [];
  const claims = new Map<string, Claim>();
  const reasons = new Map<string, Claim>();
  const document = existsSync(ownersFile(FILE)) ? readDocument({ file: FILE, line: 1, column: 1 }, readText(FILE), schema, faults) : undefined;
  for (const [id, entry] of Object.entries(document?.value ?? {})) {
    if ('always' in entry) {
      reasons.set(id, { id, says: inEach((locale) => entry[locale]), holds: '', breaks: '', known: null, isTrue: true, values: [] });
      continue;
    }
    const { holds, breaks, known } = entry;
    const declared: Declared = { id, says: inEach((locale) => entry[locale]), holds, breaks, known: known ?? null };
    const fault = claimFault(declared, data);
    if (fault) faults.push({ ...document!.place([id, fault.column]), message: fault.message });
    if (fault?.column !== 'holds' || fault.isReadable) claims.set(id, evaluate(declared, data));
  }
  return { claims, reasons, faults };
}

function claimsAndFaults(data: Tables): Claims {
  const kept = byTables.get(data) ?? read(data);
  byTables.set(data, kept);
  return kept;
}

/** The claims of a newsroom under these tables, by id; one whose condition cannot be read is not among them. A newsroom may make none. */
export const claimsOf = (data: Tables): ReadonlyMap<string, Claim> => claimsAndFaults(data).claims;

/** The reasons of a newsroom why a comparing word may rest on no number, by id: always true, and a text names one like a claim. */
export const reasonsOf = (data: Tables): ReadonlyMap<string, Claim> => claimsAndFaults(data).reasons;

/** What is wrong with the claims themselves: a condition that cannot be read or cannot be false, a reported figure that differs from ours. */
export const claimFaults = (data: Tables): readonly Fault[] => claimsAndFaults(data).faults;

/** The figures that a claim names, as a reader meets them; a leg or a line by its id. */
export const shownValues = (claim: Claim, tables: Tables, locale: Locale): (readonly [id: string, text: string])[] => {
  const figures = figuresOf(tables);
  return claim.values.map(([id]) => {
    const figure = figures.get(id);
    return [id, figure === undefined ? '' : `${'method' in figure ? OURS : ''}${formatFact(figure, locale)}`] as const;
  });
};
