import { z } from 'zod';
import { perTables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { CHAPTERS, STEP_IDS, type ChapterId, type StepId } from '../story/ids.ts';
import { claimFaults } from './claims.ts';
import { readDocument } from './document.ts';
import { stopOn, type Fault } from './fault.ts';
import type { Block, Inline } from './inline.ts';
import { readLabel, readProse, readSentence } from './prose.ts';
import { checkReferences, known, numbersIn, type Known } from './references.ts';
import { sentenceFaults } from './published.ts';
import { CONTENT, readSources, type Sources } from './sources.ts';
import { inEach, LOCALES } from '../languages.ts';

/** A row of a step's small table. `value` is null where the source does not say. */
export interface SpecRow {
  label: Inline[];
  value: Inline[] | null;
}

/** The words of one step. `title` and `alt` hold no emphasis and no links. */
export interface StepCopy {
  id: StepId;
  chapter: ChapterId;
  title: Inline[];
  /** empty, or 2 to 4 rows */
  spec: SpecRow[];
  /** what the step's picture shows */
  alt: Inline[];
  body: Block[];
}

/** A chapter's head and steps; the last chapter has prose instead of steps. */
export interface ChapterCopy {
  id: ChapterId;
  title: Inline[];
  kicker: Inline[];
  intro: Inline[];
  steps: StepCopy[];
}

/** Every word of the article in one language. */
export interface Story {
  locale: Locale;
  chapters: readonly ChapterCopy[];
  /** in reading order */
  steps: ReadonlyMap<StepId, StepCopy>;
  /** the text of chapter `unknown` */
  unknown: Block[];
}

const text = z.string('expected a text').min(1, 'expected a text');
const headSchema = z.strictObject({
  title: text,
  spec: z
    .array(z.tuple([text, text.nullable()], 'expected [label, value] or [label, null]'))
    .min(2, 'expected 2 to 4 rows')
    .max(4, 'expected 2 to 4 rows')
    .optional(),
  alt: text,
});
const chapterSchema = z.strictObject({ title: text, kicker: text, intro: text });
const chaptersSchema = z.strictObject(Object.fromEntries(CHAPTERS.map(({ id }) => [id, chapterSchema])));

const stepFile = (locale: Locale, id: string): string => `${CONTENT}/${locale}/steps/${id}.md`;

/** Reads one step; its head is YAML between two lines of `---`. */
function readStep(file: string, source: string, id: StepId, chapter: ChapterId, { claims }: Known, faults: Fault[]): StepCopy | undefined {
  const head = /^---\n([\s\S]*?\n)---\n/.exec(source);
  if (!head) {
    faults.push({ file, line: 1, column: 1, message: 'expected a head between two lines of "---" with title, alt and, if wanted, spec' });
    return undefined;
  }
  const read = readDocument({ file, line: 2, column: 1 }, head[1] ?? '', headSchema, faults);
  const firstLine = head[0].split('\n').length;
  const body = readProse({ file, line: firstLine, column: 1 }, source.slice(head[0].length), faults, claims);
  if (body.length === 0) faults.push({ file, line: firstLine, column: 1, message: 'the step has no text' });
  if (!read) return undefined;
  const label = (value: string, ...path: PropertyKey[]): Inline[] => readLabel(read.origin(path), value, faults, claims);
  const { title, spec = [], alt } = read.value;
  return {
    id,
    chapter,
    body,
    title: label(title, 'title'),
    spec: spec.map(([name, value], row) => ({ label: label(name, 'spec', row, 0), value: value === null ? null : label(value, 'spec', row, 1) })),
    alt: label(alt, 'alt'),
  };
}

/** Everything that is written in a step. */
export function stepNodes({ title, spec, alt, body }: StepCopy): (Block | Inline)[] {
  return [...title, ...spec.flatMap((row) => [...row.label, ...(row.value ?? [])]), ...alt, ...body];
}

/** Everything that is written in the article. */
export function storyNodes(story: Story): (Block | Inline)[] {
  const heads = story.chapters.flatMap(({ title, kicker, intro }) => [...title, ...kicker, ...intro]);
  return [...heads, ...[...story.steps.values()].flatMap(stepNodes), ...story.unknown];
}

/** The article without its alternative texts: a reader sees the picture, or has one of the two. */
export function seenNodes(story: Story): (Block | Inline)[] {
  return storyNodes({ ...story, steps: new Map([...story.steps].map(([id, step]) => [id, { ...step, alt: [] }])) });
}

function readSteps(locale: Locale, sources: Sources, ids: Known, faults: Fault[]): Map<StepId, StepCopy> {
  const steps = new Map<StepId, StepCopy>();
  for (const chapter of CHAPTERS) {
    for (const id of chapter.steps) {
      const file = stepFile(locale, id);
      const source = sources.get(file);
      if (source === undefined)
        faults.push({
          file,
          line: 1,
          column: 1,
          message: `the step "${id}" has no text in this language, expected one here: ${CONTENT}/score.yaml has the step`,
        });
      const step = source === undefined ? undefined : readStep(file, source, id, chapter.id, ids, faults);
      if (!step) continue;
      checkReferences(file, stepNodes(step), ids, faults);
      steps.set(id, step);
    }
  }
  const expected = new Set(STEP_IDS.map((id) => stepFile(locale, id)));
  const gone = new Set([...ids.withdrawn].map((id) => stepFile(locale, id)));
  for (const file of sources.keys()) {
    if (file.startsWith(stepFile(locale, '').slice(0, -'.md'.length)) && !expected.has(file) && !gone.has(file)) {
      faults.push({ file, line: 1, column: 1, message: `${CONTENT}/score.yaml has no such step: take the text out, or add the step there` });
    }
  }
  return steps;
}

function readChapters(locale: Locale, sources: Sources, steps: ReadonlyMap<StepId, StepCopy>, ids: Known, faults: Fault[]): ChapterCopy[] {
  const file = `${CONTENT}/${locale}/chapters.json`;
  const read = readDocument({ file, line: 1, column: 1 }, sources.get(file) ?? '', chaptersSchema, faults);
  if (!read) return [];
  return CHAPTERS.map(({ id }) => {
    const { title, kicker, intro } = read.value[id]!;
    const chapter = {
      id,
      title: readLabel(read.origin([id, 'title']), title, faults, ids.claims),
      kicker: readLabel(read.origin([id, 'kicker']), kicker, faults, ids.claims),
      intro: readSentence(read.origin([id, 'intro']), intro, faults, ids.claims),
    };
    checkReferences(file, [...chapter.title, ...chapter.kicker, ...chapter.intro], ids, faults);
    return { ...chapter, steps: [...steps.values()].filter((step) => step.chapter === id) };
  });
}

function readLocale(locale: Locale, sources: Sources, ids: Known, faults: Fault[]): Story {
  const file = `${CONTENT}/${locale}/unknown.md`;
  const steps = readSteps(locale, sources, ids, faults);
  const chapters = readChapters(locale, sources, steps, ids, faults);
  const unknown = readProse({ file, line: 1, column: 1 }, sources.get(file) ?? '', faults, ids.claims);
  if (unknown.length === 0) faults.push({ file, line: 1, column: 1, message: 'the text of this chapter is missing' });
  checkReferences(file, unknown, ids, faults);
  return { locale, chapters, steps, unknown };
}

/** Adds a fault for each number that a step shows in some languages only. */
function compare(stories: Record<Locale, Story>, faults: Fault[]): void {
  for (const id of STEP_IDS) {
    const told = LOCALES.flatMap((locale) => {
      const step = stories[locale].steps.get(id);
      return step === undefined ? [] : [{ locale, numbers: numbersIn(stepNodes(step)) }];
    });
    for (const { locale, numbers } of told)
      for (const other of told)
        for (const number of other.numbers)
          if (!numbers.has(number))
            faults.push({ file: stepFile(locale, id), line: 1, column: 1, message: `{${number}} stands in ${stepFile(other.locale, id)} but not here` });
  }
}

/**
 * Builds the article's words in both languages from their sources.
 * @param before what is wrong already, to be told with the rest
 * @throws Error that lists every fault with file, line and column: see {@link parseProse}; and steps, keys, texts, ids or
 *   numbers that are missing, left over or unknown
 */
export function buildStories(sources: Sources, ids: Known, before: readonly Fault[] = []): Record<Locale, Story> {
  const faults: Fault[] = [...before];
  const stories = inEach((locale) => readLocale(locale, sources, ids, faults));
  compare(stories, faults);
  stopOn(faults);
  return stories;
}

const stories = perTables((data) => buildStories(readSources(), known(data), [...claimFaults(data), ...sentenceFaults(data)]));

/**
 * Every word of the article in one language, from `src/content`, read once per build; both languages are checked.
 * @throws as {@link buildStories}
 */
export function readStory(locale: Locale): Story {
  return stories()[locale];
}
