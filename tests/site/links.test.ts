import { LinkChecker } from 'linkinator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.ts';
import { ALL_BUILDS } from '../../scripts/builds.ts';

/** What a build without downloads leaves out, and links to nevertheless. */
const LEFT_OUT = /\/(?:packages\/[\w-]+\.zip|kit\/[\w/-]+\.(?:png|svg|zip|txt)|kit\/(?:zh|en)\.zip|pictures\/.+\.(?:svg|png|txt)|share\/square\.(?:zh|en)\.png)$/;

// As a visitor would: from the front page along every link, whatever file the link lies in. tests/site/address.test.ts reads the files instead.
describe.each(ALL_BUILDS)('$name, followed from link to link', ({ folder, base, env }) => {
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    served = await serve({ folder, base, port: 0 });
  });
  afterAll(() => served.close());

  test('no link, anchor or file of a style sheet is dead', async () => {
    const { links } = await new LinkChecker().check({
      path: served.url, recurse: true, checkFragments: true, checkCss: true, concurrency: 10,
      // Nothing is asked of other hosts: the tests run offline.
      linksToSkip: (url) => Promise.resolve(!url.startsWith(served.url) || (env['DOWNLOADS'] === 'off' && LEFT_OUT.test(url))),
    });
    expect(links.filter(({ state }) => state === 'BROKEN').map(({ url, status, parent }) => `${parent} → ${url}: ${status}`)).toEqual([]);
    const followed = new Set(links.filter(({ state }) => state === 'OK').map(({ url }) => url.slice(served.url.length)));
    for (const page of ['en/', 'data/', 'en/data/', 'lesson/', 'en/lesson/', 'data/facts.csv']) expect([...followed]).toContain(page);
  });
});
