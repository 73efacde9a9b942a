// `npm run check:copy`: reads settings, tables, score and words without a build, and lists all that is wrong with them.
import { checkCopy, idleClaims } from './check/copy.ts';

const { faults, missing } = await checkCopy();
for (const fault of faults) console.error(fault);
for (const [id, places] of missing) console.error(`\n"${id}" is in no table, and is named at:\n${places.map((place) => `  ${place}`).join('\n')}`);
const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
console.log(faults.length === 0 ? 'check:copy: no fault in settings, tables, score and words.' : `\ncheck:copy: ${count}. What rests on a file that cannot be read is read once it can: run this again until it finds nothing.`);
process.exitCode = faults.length === 0 ? 0 : 1;
if (faults.length === 0) {
  const idle = await idleClaims();
  if (idle.length > 0) console.log(`check:copy: no text names ${idle.join(', ')} of src/content/claims.yaml.`);
}
