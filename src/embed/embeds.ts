import { tables } from '../data/tables.ts';
import { readScore } from '../story/score.ts';
import { STEP_IDS } from '../story/ids.ts';
import { STEPS, type StoryStep } from '../story/steps.ts';

export type EmbedId = string;

/** A part of the story that an editor can take into a page of their own. */
export interface Embed {
  id: EmbedId;
  /** in reading order */
  steps: readonly string[];
  /** the step that stands for the whole: a picture's and a link's */
  cover: string;
  /** the lines whose colours the card wears; none: that of what fell */
  lines: readonly string[];
  /** ids that it had before: their addresses still lead here */
  aliases: readonly string[];
  /** it is the whole story */
  whole: boolean;
}

const ALL_LINES = 'lines';
const NO_LINE = 'fallen';

/** Every embed, in the order in which the gallery shows them. Ids are addresses: `/embed/ID/`. */
export const EMBEDS: readonly Embed[] = readScore().embeds.map(({ id, steps, cover, tone, aliases = [] }) => ({
    id, cover, aliases, whole: steps === 'all',
    steps: steps === 'all' ? STEP_IDS : STEP_IDS.filter((step) => steps.includes(step)),
    lines: tone === ALL_LINES ? [...tables().lines.keys()] : tone === NO_LINE ? [] : [tone],
  }),
);

/** The steps of an embed as the stage needs them. */
export const stepsOf = ({ steps }: Pick<Embed, 'steps'>): StoryStep[] => STEPS.filter(({ id }) => steps.includes(id));

/** Path of an embed's page from the site's root, in Chinese. */
export const embedPath = (id: EmbedId): string => `/embed/${id}/`;
