import type { AstroIntegration } from 'astro';

/** Astro integration: before anything is written, stops a build in which a number is too large for its scene, or a line of the story runs through words. */
export const drawable = (): AstroIntegration => ({
  name: 'drawable',
  hooks: {
    'astro:build:start': async () => {
      (await import('../pictures/capacity.ts')).checkCapacity();
      (await import('../pictures/legs.ts')).checkLegs();
    },
  },
});
