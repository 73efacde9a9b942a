// `npm run visual:update`: builds the site, then keeps the pictures of all steps and the screen reader's transcripts anew.
import { spawnSync } from 'node:child_process';
import { BUILDS } from './builds.ts';

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status } = spawnSync(process.execPath, ['scripts/run.cjs', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  if (status !== 0) process.exit(1);
}

// The browser tests serve every build, though these look at the main one only.
for (const { folder, env } of BUILDS) run(['astro', 'build', '--outDir', folder], { ...env, WORKSHEET_PDFS: 'off' });
run(['playwright', 'test', '--grep', 'as it is kept', '--update-snapshots']);
