import type { StepId } from '../story/ids.ts';
import { STEPS, type StoryStep } from '../story/steps.ts';

export type EmbedId = 'line-heilongjiang' | 'line-hubei' | 'both-lines' | 'round-ups' | 'cases' | 'known-users' | 'checks' | 'recovery' | 'story';

/** A part of the story that an editor can take into a page of their own. */
export interface Embed {
  id: EmbedId;
  /** in reading order */
  steps: readonly StepId[];
  /** the step that stands for the whole: a picture's and a link's */
  cover: StepId;
  /** whose colour the card wears */
  tone: 'line1' | 'line2' | 'both' | 'fallen';
}

/** Every embed, in the order in which the gallery shows them. Ids are addresses: `/embed/ID/`. */
export const EMBEDS: readonly Embed[] = [
  { id: 'line-heilongjiang', steps: ['parcel', 'transfer', 'north', 'cut-1'], cover: 'parcel', tone: 'line1' },
  { id: 'line-hubei', steps: ['hubei', 'four-places', 'target-case', 'round-up'], cover: 'four-places', tone: 'line2' },
  { id: 'both-lines', steps: ['both-lines'], cover: 'both-lines', tone: 'both' },
  { id: 'round-ups', steps: ['ring', 'island-arrests'], cover: 'island-arrests', tone: 'line1' },
  { id: 'cases', steps: ['cases-2019', 'cases-since', 'same-length'], cover: 'cases-since', tone: 'fallen' },
  { id: 'known-users', steps: ['guess', 'reveal'], cover: 'reveal', tone: 'fallen' },
  { id: 'checks', steps: ['venues', 'places-checked', 'coast'], cover: 'venues', tone: 'fallen' },
  { id: 'recovery', steps: ['prevention', 'recovery'], cover: 'recovery', tone: 'fallen' },
  { id: 'story', steps: STEPS.map(({ id }) => id), cover: 'opening', tone: 'both' },
];

/** The steps of an embed as the stage needs them. */
export const stepsOf = ({ steps }: Pick<Embed, 'steps'>): StoryStep[] => STEPS.filter(({ id }) => steps.includes(id));

/** Path of an embed's page from the site's root, in Chinese. */
export const embedPath = (id: EmbedId): string => `/embed/${id}/`;
