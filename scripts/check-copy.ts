// `npm run check:copy`: reads settings, tables, score and words without a build, and lists all that is wrong with them.
import { checkCopy } from './check/copy.ts';

const faults = await checkCopy();
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'check:copy: no fault in settings, tables, score and words.' : `\ncheck:copy: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`);
process.exitCode = faults.length === 0 ? 0 : 1;
