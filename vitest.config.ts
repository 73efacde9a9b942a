/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';
import { MAIN_NEWSROOM } from './scripts/newsrooms.ts';

// What the program does is tested on a newsroom made for it, so that an owner who corrects a number or a sentence turns nothing red.
// `NEWSROOM=.` runs the relations that hold for any newsroom on the owner's own files.
process.env['NEWSROOM'] ??= MAIN_NEWSROOM;

/** The programs that a build bundles into a page: no unit test runs them, and a clean checkout has none yet. */
const withoutPrograms = {
  name: 'without-programs',
  enforce: 'pre' as const,
  load: (id: string): string | null => (/\/generated\/[\w-]+\.js\?raw$/.test(id) ? "export default ''" : null),
};

export default getViteConfig({
  plugins: [withoutPrograms],
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'], environment: 'node', testTimeout: 180_000, hookTimeout: 60_000, css: true },
});
