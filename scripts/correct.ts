// `npm run correct`: asks which number or sentence is wrong, shows what a correction changes and where, and writes every table at once or none.
// The same answers as options: `npm run correct -- --fact ID --value 493 --reason-zh … --reason-en … --found-zh … --found-en … --yes`.
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { todayInBeijing } from '../src/data/dates.ts';
import { readState } from '../src/data/published.ts';
import { tables } from '../src/data/tables.ts';
import { ownersFile } from '../src/newsroom.ts';
import { correct } from './correct/answers.ts';
import { answersOf, askAll, OPTIONS } from './correct/ask.ts';
import { shown, tryOut, writeAll } from './correct/trial.ts';

const { values } = parseArgs({ options: OPTIONS });
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

async function main(): Promise<void> {
  const data = tables();
  const state = readState(ownersFile('data'));
  const asked = Object.keys(values).length === 0;
  const answers = asked ? await askAll(ask, say, data, todayInBeijing()) : answersOf(values, data, todayInBeijing());
  const read = (path: string): string | undefined => (existsSync(ownersFile(path)) ? readFileSync(ownersFile(path), 'utf8') : undefined);
  const { files, rows, faults } = correct({ read, state }, answers);
  if (faults.length > 0) return refuse(faults);
  const tried = tryOut(files);
  if (tried.faults.length > 0) return refuse(tried.faults);
  say(`\nIt changes ${tried.effects.length} outputs:`);
  shown(tried.effects).forEach(say);
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
