// `npm run relations`: what must hold for any newsroom, on the owner's files and on those made up; `-- .` on the owner's alone, `-- one-line` on an edition.
import { spawnSync } from 'node:child_process';
import { writeEditions } from './editions.ts';
import { NEWSROOMS, relationsOf } from './newsrooms.ts';

const [only] = process.argv.slice(2);
const chosen = only === undefined ? NEWSROOMS : NEWSROOMS.filter((newsroom) => newsroom === only || newsroom.endsWith(`/${only}`));
if (chosen.length === 0) {
  console.error(`npm run relations: there is no newsroom “${only}”, expected one of ${NEWSROOMS.join(', ')}.`);
  process.exitCode = 1;
}
writeEditions();
for (const newsroom of chosen) {
  console.log(`\n── ${newsroom} ──`);
  const { status } = spawnSync(process.execPath, ['scripts/run.cjs', 'vitest', 'run', ...relationsOf(newsroom)], {
    stdio: 'inherit',
    env: { ...process.env, NEWSROOM: newsroom },
  });
  process.exitCode ||= status ?? 1;
}
