import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Results } from './matrix.ts';

/** What a run has found so far lies here, in case it is broken off; and its last matrix, as text. */
const FOLDER = '.cache/engines/found';
export const MATRIX_FILE = join(FOLDER, 'matrix.txt');
/** What the checks are made of. */
const MADE_OF = ['scripts/engines', 'tests/engines', 'tests/carried', 'tests/access/transcripts'];

const fileOf = (engine: string): string => join(FOLDER, `${engine.replaceAll(' ', '-')}.json`);

/** A hash of the checks and of the build that they are run on, by the note that is kept of it. */
export function fingerprint(note: string): string {
  const hash = createHash('sha256').update(readFileSync(note));
  for (const folder of MADE_OF) for (const file of readdirSync(folder).sort()) if (/\.\w+$/.test(file)) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

/** Keeps what an engine's checks have come to, beside what it has passed before. */
export function keep(engine: string, mark: string, outcomes: ReadonlyMap<string, Outcome>): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(engine), JSON.stringify({ mark, outcomes: [...new Map([...passedBefore(engine, mark), ...outcomes])] }));
}

/** The checks that an engine has passed already, of the same build and by the same checks; none if anything has changed. */
export function passedBefore(engine: string, mark: string): Map<string, Outcome> {
  if (!existsSync(fileOf(engine))) return new Map();
  const { mark: then, outcomes } = JSON.parse(readFileSync(fileOf(engine), 'utf8')) as { mark: string; outcomes: [string, Outcome][] };
  return new Map(then === mark ? outcomes.filter(([, outcome]) => typeof outcome === 'object' && 'faults' in outcome && outcome.faults.length === 0) : []);
}

/** Where the minutes went: each engine's, and within it the three checks that took longest. */
export function minutes(results: Results): string {
  return [...results].map(([engine, outcomes]) => {
    const spent = [...outcomes].flatMap(([check, outcome]) => (typeof outcome === 'object' && 'seconds' in outcome ? [[check, outcome.seconds!] as const] : []));
    const whole = spent.reduce((sum, [, seconds]) => sum + seconds, 0);
    const longest = spent.toSorted(([, a], [, b]) => b - a).slice(0, 3).map(([check, seconds]) => `${check} ${Math.round(seconds)} s`);
    return `${engine}: ${(whole / 60).toFixed(1)} min (${longest.join(', ')})`;
  }).join('\n');
}
