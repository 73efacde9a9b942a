// `npm run geo`: installs the public sources beside the script and derives data/geo from them; `--check` only compares.
import { spawnSync } from 'node:child_process';

const FOLDER = 'scripts/geo';

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: FOLDER, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

run('npm', ['ci', '--loglevel=error']);
run(process.execPath, ['derive.ts', ...process.argv.slice(2)]);
