import { spawnSync } from 'node:child_process';
import { ALL_BUILDS } from './scripts/builds.ts';
import { writeEditions } from './scripts/editions.ts';
import { noteBuild } from './scripts/fresh.ts';
writeEditions();
for (const build of [...ALL_BUILDS.slice(1), ALL_BUILDS[0]!]) { const t = Date.now(); const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.cjs', 'astro', 'build', '--outDir', build.folder], { encoding: 'utf8', env: { ...process.env, ...build.env }, maxBuffer: 1e9 }); console.log(build.name, status, ((Date.now() - t) / 1000).toFixed(0) + ' s'); if (status) console.log((stdout + stderr).slice(-3000)); else noteBuild(build); }
