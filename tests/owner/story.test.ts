import { expect, test } from 'vitest';
import { EMBEDS } from '../../src/embed/embeds.ts';
import { STEPS } from '../../src/story/steps.ts';

// Addresses of earlier forms of the story stand in other people's pages. While the step or the embed that took their place is told, they lead to it.
const OF_STEPS: [old: string, now: string][] = [
  ['lead', 'parcel'], ['line-1', 'parcel'], ['line-2', 'hubei'], ['target-case', 'round-up'], ['both-lines', 'both-channels'], ['checks', 'venues'], ['recovery', 'support'],
];
const OF_EMBEDS: [old: string, now: string][] = [['line-heilongjiang', 'from-heilongjiang'], ['line-hubei', 'from-hubei'], ['both-lines', 'two-channels']];

test.each(OF_STEPS.filter(([, now]) => STEPS.some(({ id }) => id === now)))('the address #%s leads to the step %s', (old, now) => {
  expect(STEPS.find(({ id }) => id === now)!.aliases).toContain(old);
});

test.each(OF_EMBEDS.filter(([, now]) => EMBEDS.some(({ id }) => id === now)))('the embed %s is served as %s', (old, now) => {
  expect(EMBEDS.find(({ id }) => id === now)!.aliases).toContain(old);
});
