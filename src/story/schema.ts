import { z } from 'zod';
import { FORMS, wrongForm } from '../forms.ts';
import { keyedOf, SCENE_NAMES, sceneOf, type SceneName } from '../scenes/registry.ts';
import type { Keyed } from '../scenes/scene.ts';

const id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'expected a short name of small letters, digits and hyphens, such as "my-step"');
const share = z.number('expected a share from 0 to 1').min(0, 'expected a share from 0 to 1').max(1, 'expected a share from 0 to 1');

/** One scene's state as a step says it: only what differs from rest. */
function stateSchema(name: SceneName): z.ZodType {
  const keyed = new Map(keyedOf(name));
  const record = ({ each }: Keyed): z.ZodType =>
    z.record(id, each === undefined ? share : z.strictObject(Object.fromEntries(each.map((part) => [part, share.optional()]))));
  const field = (records: Keyed | undefined): z.ZodType => (records === undefined ? share : record(records)).optional();
  return z.strictObject(Object.fromEntries(Object.keys(sceneOf(name).rest).map((each) => [each, field(keyed.get(each))])));
}

/** What a picture shows, as the score says it. */
export const showsSchema = z
  .strictObject(Object.fromEntries(SCENE_NAMES.map((name) => [name, stateSchema(name).optional().describe(sceneOf(name).description)])))
  .describe('Scenes by name, each with its state: shares from 0 (not there) to 1 (all there), some by the id of a line or of a fact.');

const step = z.strictObject({
  id: id.describe('The address of the step, /#ID, and the name of its text in the folder steps of each language.'),
  aliases: z.array(id).optional().describe('Ids that the step had before: their addresses still lead here.'),
  widget: z
    .enum(['months', 'guess', 'verdict'])
    .optional()
    .describe('What the reader can do: choose the months, guess a number; verdict marks the step that shows the answer of the guess.'),
  asks: id.optional().describe('The fact that the widget asks about: for months the count of a time without a last day, for guess the fall.'),
  keeps: z.array(id).optional().describe('Facts that the picture keeps from the step before, for the table of the picture’s numbers.'),
  shows: showsSchema,
});

const chapter = z.strictObject({
  id: id.describe('The address of the chapter, and the key of its words in chapters/.'),
  line: id.optional().describe('The line that the chapter is about: its tone.'),
  theme: z.enum(['night', 'day']),
  steps: z.array(step).describe('Empty for the last chapter, which is text alone.'),
});

const embed = z.strictObject({
  id: id.describe('The address, /embed/ID/, and the key of the title in embed/: title.ID.'),
  aliases: z.array(id).optional().describe('Ids that the embed had before: their addresses still lead here.'),
  steps: z.union([z.literal('all'), z.array(id).min(1, 'expected at least one step')]),
  cover: id.describe('The step whose picture stands for the whole.'),
  tone: id.describe('A line’s id, “lines” for all lines, or “fallen” for what is of no line.'),
});

/** The whole of `src/content/score.yaml`. */
export const scoreSchema = z.strictObject({
  format: z.literal(FORMS.score, wrongForm(FORMS.score)),
  chapters: z.array(chapter).min(2, 'expected an opening, chapters and the last one'),
  embeds: z.array(embed).min(1, 'expected at least one embed'),
  kit: z.array(id).min(1, 'expected at least one step').max(10, 'expected ten steps at most, so that an article stays one'),
  tall: z.array(id).min(1, 'expected at least one step'),
});

export type ScoreFile = z.infer<typeof scoreSchema>;

/** The schema for editors' tools, as `src/content/score.schema.json` holds it. */
export const scoreJsonSchema = (): string => `${JSON.stringify(z.toJSONSchema(scoreSchema, { io: 'input' }), null, 2)}\n`;
