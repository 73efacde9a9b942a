import { BUILDS } from './builds.ts';
import { serve } from './serve.ts';

/** Environment variable in which the tests find the address of each build, as JSON. */
export const ADDRESSES = 'TEST_SITE_ADDRESSES';

/**
 * Playwright's global set-up: serves every build on a free port, so that nothing on this machine is in its way.
 * @returns Playwright's global tear-down
 */
export default async function serveBuilds(): Promise<() => Promise<void>> {
  const servers = await Promise.all(BUILDS.map(({ folder, base }) => serve({ folder, base, port: 0 })));
  process.env[ADDRESSES] = JSON.stringify(Object.fromEntries(BUILDS.map(({ name }, index) => [name, servers[index]?.url])));
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}
