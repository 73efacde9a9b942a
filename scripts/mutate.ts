// `npm run mutate`: changes every cell of every table, and finds out whether the build refuses it by name or everything that rests on it follows;
// then builds the site for good with one corrected number. `npm run mutate -- facts.value` tries a part of the tables, without the build.
import { ALLOWED, Bench, furthest, matrix, type Trial } from './mutate/try.ts';

const bench = new Bench();
const trials: Trial[] = [];
const [only] = process.argv.slice(2);
for (const mutant of bench.mutants()) if (only === undefined || `${mutant.table}.${mutant.column}`.startsWith(only)) trials.push(...bench.trials(mutant));

for (const line of matrix(trials)) console.log(line);
const wrong = trials.filter(({ outcome }) => !ALLOWED.has(outcome));
for (const { mutant: { table, row, column, was, is }, corrected, outcome, detail } of wrong) {
  console.error(`${outcome}: data/${table}.csv, ${row}, ${column}: "${was}" as "${is}"${corrected ? ', corrected' : ''}: ${detail}`);
}
console.log(`mutate: ${trials.length} changes, ${trials.length - wrong.length} refused by name or followed everywhere, ${wrong.length} neither.`);
process.exitCode = wrong.length === 0 ? 0 : 1;

const built = only === undefined ? furthest(trials)?.mutant : undefined;
if (built) {
  console.log(`built: data/facts.csv, ${built.row}, value: "${built.was}" as "${built.is}"`);
  for (const { kind, files, now, stale } of bench.build(built)) {
    const left = now === 0 && kind !== 'others' ? ', and none says it' : stale.length > 0 ? `, and say what was: ${stale.join(', ')}` : '';
    console.log(`  ${kind.padEnd(14)} ${files} files, ${now} say it${left}`);
    if (left !== '') process.exitCode = 1;
  }
}
bench.close();
