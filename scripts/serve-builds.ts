import { existsSync } from 'node:fs';
import { BROWSED } from './builds.ts';
import { serve } from './serve.ts';

/** Environment variable in which the tests find the address of each build, as JSON. */
export const ADDRESSES = 'TEST_SITE_ADDRESSES';

/**
 * Playwright's global set-up: serves every build that is there on a free port, so that nothing on this machine is in its way.
 * A test that browses another one says so (tests/browser/support.ts).
 * @returns Playwright's global tear-down
 */
export default async function serveBuilds(): Promise<() => Promise<void>> {
  const made = BROWSED.filter(({ folder }) => existsSync(`${folder}/index.html`));
  const servers = await Promise.all(made.map(({ folder, base }) => serve({ folder, base, port: 0 })));
  process.env[ADDRESSES] = JSON.stringify(Object.fromEntries(made.map(({ name }, index) => [name, servers[index]?.url])));
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}
