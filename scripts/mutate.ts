// `npm run mutate`: changes every cell of every table, and finds out whether the build refuses it by name or everything that rests on it follows.
import { ALLOWED, Bench, matrix, type Trial } from './mutate/try.ts';

const bench = new Bench();
const trials: Trial[] = [];
const [only] = process.argv.slice(2);
for (const mutant of bench.mutants()) if (only === undefined || `${mutant.table}.${mutant.column}`.startsWith(only)) trials.push(...bench.trials(mutant));
bench.close();

for (const line of matrix(trials)) console.log(line);
const wrong = trials.filter(({ outcome }) => !ALLOWED.has(outcome));
for (const { mutant: { table, row, column, was, is }, corrected, outcome, detail } of wrong) {
  console.error(`${outcome}: data/${table}.csv, ${row}, ${column}: "${was}" as "${is}"${corrected ? ', corrected' : ''}: ${detail}`);
}
console.log(`mutate: ${trials.length} changes, ${trials.length - wrong.length} refused by name or followed everywhere, ${wrong.length} neither.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
