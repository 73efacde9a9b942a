/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';
import { MAIN_NEWSROOM } from './scripts/newsrooms.ts';

// What the program does is tested on a newsroom made for it, so that an owner who corrects a number or a sentence turns nothing red.
// `NEWSROOM=.` runs the relations that hold for any newsroom on the owner's own files.
process.env['NEWSROOM'] ??= MAIN_NEWSROOM;

export default getViteConfig({
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'], environment: 'node', testTimeout: 180_000, hookTimeout: 60_000, css: true },
});
