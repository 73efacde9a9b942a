import { z } from 'zod';
import { readDocument } from '../../copy/document.ts';
import { stopOn, type Fault } from '../../copy/fault.ts';
import { CONTENT, readText } from '../../copy/sources.ts';
import { tables } from '../../data/tables.ts';
import { FORMS, wrongForm } from '../../forms.ts';
import { STEP_IDS } from '../../story/ids.ts';
import { showsSchema as shows } from '../../story/schema.ts';
import type { Guess, PlanId, Quantity, Task } from './types.ts';

const FILE = `${CONTENT}/lesson/course.yaml`;

const step = z.enum(STEP_IDS as [string, ...string[]]);
const fact = z.string().refine((id) => tables().facts.has(id), 'expected an id of data/facts.csv');
const task = z.enum(['comparable', 'percentage', 'adding', 'distance']);
const quantity = z.enum(['cases', 'known-users']);
const level = z.enum(['junior', 'senior', 'university']);
const lines = z.int().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a short name of small letters, digits and hyphens');
const shown = { id, minutes: z.int().min(1, 'expected whole minutes, at least 1') };

const slide = z.discriminatedUnion('kind', [
  z.strictObject({ ...shown, kind: z.literal('title') }),
  z.strictObject({ ...shown, kind: z.literal('step'), step }),
  z.strictObject({ ...shown, kind: z.literal('notice'), step }),
  z.strictObject({ ...shown, kind: z.literal('predict'), quantity }),
  z.strictObject({ ...shown, kind: z.literal('task'), task }),
  z.strictObject({ ...shown, kind: z.literal('words'), words: id, pupils: z.boolean().optional() }),
]);

const item = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notice'), step, lines }),
  z.strictObject({ kind: z.literal('predict'), quantity, tall: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('rates'), lines }),
  z.strictObject({ kind: z.literal('circles'), task, facts: z.tuple([fact, fact], 'expected two facts, whose groups are not to be added'), lines }),
  z.strictObject({ kind: z.literal('chart'), task, step, lines }),
  z.strictObject({ kind: z.literal('write'), task, lines }),
  z.strictObject({ kind: z.literal('headline'), lines }),
]);

const plan = z
  .strictObject({
    id: z.enum(['15', '40', '80']),
    classHours: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    levels: z.array(level).min(1),
    phases: z.array(z.strictObject({ id, slack: z.int().min(0).optional(), slides: z.array(slide).min(1) })).min(1),
    late: z.array(id).optional(),
    sheets: z.array(z.array(item).min(1)).min(1).max(2, 'expected two pages at most'),
  })
  .superRefine(({ id: length, phases, late = [] }, context) => {
    const slides = phases.flatMap((phase) => phase.slides);
    const minutes = slides.reduce((sum, each) => sum + each.minutes, 0) + phases.reduce((sum, { slack = 0 }) => sum + slack, 0);
    if (minutes !== Number(length))
      context.addIssue({
        code: 'custom',
        path: ['phases'],
        message: `slides and slack add up to ${minutes} minutes, expected the ${length} of the plan`,
      });
    for (const [i, skipped] of late.entries()) {
      if (!slides.some((each) => each.id === skipped))
        context.addIssue({
          code: 'custom',
          path: ['late', i],
          message: `${JSON.stringify(skipped)} is no slide of this plan, expected one that may be skipped`,
        });
    }
  });

const guess = z.strictObject({ known: z.array(fact).min(1), guessed: fact, before: step, after: step });

const schema = z.strictObject({
  format: z.literal(FORMS.course, wrongForm(FORMS.course)),
  /** whose law, help and curriculum the words speak of: two letters of ISO 3166 */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'expected a country in two letters of ISO 3166, such as CN')
    .optional(),
  /** the picture behind the title of every plan: it shows where, and tells nothing that is asked later */
  cover: z.strictObject({ theme: z.enum(['night', 'day']), shows }).optional(),
  plans: z.array(plan).min(1),
  tasks: z.array(z.strictObject({ id: task, levels: z.array(level).min(1), step })),
  guesses: z.strictObject({ cases: guess, 'known-users': guess }),
  pupils: z.array(z.strictObject({ fact, period: z.enum(['year', 'since', 'to-publication']).optional() })).min(1),
});

/** An item of a worksheet as the course names it. */
export type CourseItem = z.infer<typeof item>;

export interface Course {
  country?: string | undefined;
  cover?: z.infer<typeof schema>['cover'];
  plans: readonly (Omit<z.infer<typeof plan>, 'id'> & { id: PlanId })[];
  tasks: readonly Task[];
  guesses: Readonly<Record<Quantity, Guess>>;
  /** rows of the pupils' data: one year; “since” a year, without a last day; from a year up to publication */
  pupils: z.infer<typeof schema>['pupils'];
}

/**
 * Reads the course of the lessons.
 * @throws Error that lists every fault with file, line and column: an unknown step or fact, a form that is not read
 */
export function parseCourse(text: string, file = FILE): Course {
  const faults: Fault[] = [];
  const read = readDocument({ file, line: 1, column: 1 }, text, schema, faults);
  stopOn(faults, 'The course of the lessons');
  return read!.value;
}

let course: Course | undefined;

/** The course of this build, from `src/content/lesson/course.yaml`, read once. */
export const readCourse = (): Course => (course ??= parseCourse(readText(FILE)));
