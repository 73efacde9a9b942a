import type { AstroIntegration } from 'astro';
import { checkStyle } from '../copy/style.ts';
import { tables } from '../data/tables.ts';

/** Stops a build whose words depart from the newsroom's style, or say more than its tables. */
export const wording = (): AstroIntegration => ({
  name: 'wording',
  hooks: { 'astro:build:start': () => checkStyle(tables()) },
});
