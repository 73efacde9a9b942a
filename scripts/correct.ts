// `npm run correct`: asks which number or sentence is wrong, shows what a correction changes and where, and writes every table at once or none.
// The same answers as options: `npm run correct -- --fact ID --value 493 --reason-zh … --reason-en … --found-zh … --found-en … --yes`.
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { todayInBeijing } from '../src/data/dates.ts';
import { readState } from '../src/data/published.ts';
import { tables } from '../src/data/tables.ts';
import { ownersFile } from '../src/newsroom.ts';
import { correct, type Answers, type Corrected, type Newsroom } from './correct/answers.ts';
import { answersOf, askAll, askClaim, OPTIONS } from './correct/ask.ts';
import { claimed, shown, tryOut, writeAll, type Tried } from './correct/trial.ts';

const prompt = createInterface({ input: process.stdin });
const lines = prompt[Symbol.asyncIterator]();
/** Lines are taken one by one, so that answers may be piped in too. */
async function ask(question: string): Promise<string> {
  process.stdout.write(question);
  const { value, done } = await lines.next();
  if (done === true) throw new Error('the answers end here, expected one to this question');
  return value;
}
const say = (line: string): void => console.log(line);

/** Stops with what is wrong: nothing was written. */
function refuse(faults: readonly string[]): void {
  for (const fault of faults) console.error(fault);
  console.error('correct: nothing was written');
  process.exitCode = 1;
}

/** What was said as options. @throws Error that names one which is unknown, and all that there are */
function said(): ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'] {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    const all = Object.keys(OPTIONS).map((name) => `--${name}`).join(' ');
    throw new Error(`${(error as Error).message.split('. ')[0]}, expected none, which asks in words, or some of ${all}`, { cause: error });
  }
}

/** What was answered, tried; where it makes a claim false, with what is true instead, if that is answered too. */
async function tried(newsroom: Newsroom, answers: Answers, asked: boolean): Promise<Corrected & { trial: Tried | null }> {
  const corrected = correct(newsroom, answers);
  if (corrected.faults.length > 0) return { ...corrected, trial: null };
  const trial = tryOut(corrected.files);
  const broken = trial.claims.filter(({ now, breaks }) => breaks && !answers.claims.some(({ id }) => id === now.id));
  if (trial.faults.length === 0 || !asked || broken.length === 0) return { ...corrected, faults: trial.faults, trial };
  const claims = [];
  for (const each of broken) claims.push(await askClaim(ask, say, each));
  const told = claims.filter((claim) => claim !== null);
  return told.length === 0 ? { ...corrected, faults: trial.faults, trial } : tried(newsroom, { ...answers, claims: [...answers.claims, ...told] }, asked);
}

async function main(): Promise<void> {
  const values = said();
  const data = tables();
  const state = readState(ownersFile('data'));
  const asked = Object.keys(values).length === 0;
  const answers = asked ? await askAll(ask, say, data, todayInBeijing()) : answersOf(values, data, todayInBeijing());
  const read = (path: string): string | undefined => (existsSync(ownersFile(path)) ? readFileSync(ownersFile(path), 'utf8') : undefined);
  const { files, rows, faults, trial } = await tried({ read, state }, answers, asked);
  if (trial !== null && trial.claims.length > 0) {
    say('\nWhat is said of these numbers (src/content/claims.yaml):');
    claimed(trial.claims).forEach(say);
  }
  if (faults.length > 0 || trial === null) return refuse(faults);
  say(`\nIt changes ${trial.effects.length} outputs:`);
  shown(trial.effects).forEach(say);
  say(`\nIt changes ${[...files.keys()].join(', ')}${rows.length === 0 ? '; a draft needs no row for a sentence' : ' and adds'}`);
  rows.forEach((row) => say(`  ${row}`));
  if (values['yes'] !== true && !/^y/i.test(await ask('Write it (yes / no)? '))) return refuse([]);
  writeAll(files);
  say(`correct: wrote ${[...files.keys()].join(', ')}`);
}

try {
  await main();
} catch (error) {
  refuse([(error as Error).message]);
} finally {
  prompt.close();
}
