import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EMBEDS } from '../../src/embed/embeds.ts';
import { readScore } from '../../src/story/score.ts';
import { STEPS } from '../../src/story/steps.ts';

test('docs/story.md lists the steps of the score, in its order', () => {
  const listed = [...readFileSync('docs/story.md', 'utf8').matchAll(/^\*\*(\d+) `([a-z0-9-]+)`\*\*/gm)];
  expect(listed.map(([, , id]) => id)).toEqual(STEPS.map(({ id }) => id));
  expect(listed.map(([, number]) => Number(number))).toEqual(STEPS.map((_, i) => i + 1));
});

// Typed from the first published form of the story: its addresses stand in other people's pages.
test.each([
  'opening', 'lead', 'parcel', 'transfer', 'north', 'ring', 'island-arrests', 'cut-1', 'hubei', 'four-places', 'target-case', 'round-up', 'both-lines',
  'cases-2019', 'cases-since', 'same-length', 'guess', 'reveal', 'venues', 'places-checked', 'coast', 'prevention', 'recovery',
  'line-1', 'line-2', 'falling', 'checks', 'return', 'unknown',
])('the address #%s, once published, leads to a step or a chapter', (id) => {
  const known = [...STEPS.flatMap((step) => [step.id, ...step.aliases]), ...readScore().chapters.map((chapter) => chapter.id)];
  expect(known).toContain(id);
});

test.each(['line-heilongjiang', 'line-hubei', 'both-lines', 'round-ups', 'cases', 'known-users', 'checks', 'recovery', 'story'])('the embed %s, once published, is still served', (id) => {
  expect(EMBEDS.flatMap((embed) => [embed.id, ...embed.aliases])).toContain(id);
});
