import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const BROTLI_MODULE = 'ngx_http_brotli_static_module.so';
const PACKAGES = ['nginx', 'libnginx-mod-http-brotli-static'] as const;
const UNPACKED = '.cache/nginx';
/** Folders that hold nginx or its modules without being on everyone's PATH. */
const PROGRAM_PLACES = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', join(UNPACKED, 'usr/sbin')] as const;
const MODULE_PLACES = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', join(UNPACKED, 'usr/lib/nginx/modules')] as const;

/** A server that can be started. */
export interface Nginx {
  readonly program: string;
  /** The module that sends `.br` files; without it nginx sends `.gz` files only. */
  readonly brotli: string | undefined;
}

/** What to do for nginx: use it, fetch Debian's packages and look again, or stop with a sentence. */
export type NginxPlan = ({ readonly kind: 'use' } & Nginx) | { readonly kind: 'fetch' } | { readonly kind: 'stop'; readonly sentence: string };

/**
 * Decides which nginx the tests use: an installed one, on Debian with its brotli module or both fetched, or none.
 * @param path the PATH of this machine
 * @param exists whether a file is there
 * @param debian whether `apt-get download` brings packages that fit
 */
export function planNginx(path: string, exists: (file: string) => boolean, debian: boolean): NginxPlan {
  const program = [...path.split(delimiter).filter(Boolean), ...PROGRAM_PLACES].map((folder) => join(folder, 'nginx')).find(exists);
  const brotli = MODULE_PLACES.map((folder) => join(folder, BROTLI_MODULE)).find(exists);
  if (debian && (program === undefined || brotli === undefined)) return { kind: 'fetch' };
  if (program !== undefined) return { kind: 'use', program, brotli };
  return { kind: 'stop', sentence: 'The tests of the nginx sample need nginx: install it, so that "nginx" is on the PATH.' };
}

/**
 * Finds nginx for the tests. On Debian it is fetched where it is missing, and unpacked under `.cache`, not installed:
 * an installed one would start to serve port 80.
 * @throws Error of one sentence that says what to install
 */
export function ensureNginx(): Nginx {
  const debian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  const plan = (): NginxPlan => planNginx(process.env['PATH'] ?? '', existsSync, debian);
  let found = plan();
  if (found.kind === 'fetch') {
    fetchPackages();
    found = plan();
  }
  if (found.kind === 'stop') throw new Error(found.sentence);
  if (found.kind === 'fetch') throw new Error(`apt-get brought no nginx: install ${PACKAGES.join(' and ')} by hand, then run the tests again.`);
  return { program: resolve(found.program), brotli: found.brotli && resolve(found.brotli) };
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { cwd: UNPACKED, stdio: 'ignore' }).status === 0;
}

function fetchPackages(): void {
  console.log(`Fetching ${PACKAGES.join(' and ')} for the tests of the nginx sample.`);
  mkdirSync(UNPACKED, { recursive: true });
  const download = (): boolean => run('apt-get', ['download', '-qq', ...PACKAGES]);
  // A machine that never asked has no list of packages.
  if (!download() && !(run('apt-get', ['update', '-qq']) && download())) return;
  for (const file of readdirSync(UNPACKED)) if (file.endsWith('.deb')) run('dpkg-deb', ['-x', file, '.']);
}
