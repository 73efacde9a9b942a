import type { AstroIntegration } from 'astro';

/** Astro integration: before anything is written, stops a build in which a line of the story runs through words. */
export const clearLegs = (): AstroIntegration => ({
  name: 'clear-legs',
  hooks: {
    'astro:build:start': async () => (await import('../pictures/legs.ts')).checkLegs(),
  },
});
