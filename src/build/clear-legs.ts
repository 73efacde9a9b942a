import type { AstroIntegration } from 'astro';

/** Astro integration: before anything is written, stops a build in which a line of the story runs through words. */
export const clearLegs = (): AstroIntegration => ({
  name: 'clear-legs',
  hooks: {
    'astro:build:start': async () => {
      const { legFaults } = await import('../pictures/legs.ts');
      const faults = legFaults();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  },
});
