// `npm run visual:update`: keeps anew the pictures of steps and the screen reader's transcripts that no longer are what is kept.
import { spawnSync } from 'node:child_process';
import { BUILDS } from './builds.ts';
import { makeFresh } from './fresh.ts';

// These tests look at the main build only.
makeFresh(BUILDS.filter(({ name }) => name === 'main'));
const { status } = spawnSync(process.execPath, ['scripts/run.cjs', 'playwright', 'test', '--grep', 'as it is kept', '--update-snapshots'], { stdio: ['ignore', 'inherit', 'inherit'] });
process.exitCode = status ?? 1;
