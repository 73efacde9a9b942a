import { sceneOf, type Picture, type SceneName } from '../scenes/registry.ts';
import type { PictureStep, Theme } from './resolve.ts';
import { readScore } from './score.ts';
import type { ScoreFile } from './schema.ts';

type Written = ScoreFile['chapters'][number]['steps'][number];

/** A step of the story, with its place in it. */
export interface StoryStep extends PictureStep {
  chapter: string;
  /** the line that its chapter is about */
  line?: string | undefined;
  /** 1-based number within the chapter, and how many steps the chapter has */
  number: number;
  of: number;
  widget?: Written['widget'];
  /** the fact that its widget asks about */
  asks?: string | undefined;
  /** ids that it had before */
  aliases: readonly string[];
  /** facts that its picture keeps from the step before */
  keeps: readonly string[];
}

/** A step's picture: each scene's state at rest, but for what the score says of it. */
export const pictureOf = (shows: Written['shows']): Picture =>
  Object.fromEntries(Object.entries(shows).map(([name, state]) => [name, { ...sceneOf(name as SceneName).rest, ...(state as object) }]));

/** Every step that has a picture, in reading order. Read at build: a page's program gets what it needs of them with the page. */
export const STEPS: readonly StoryStep[] = readScore().chapters.flatMap(({ id: chapter, line, theme, steps }) =>
  steps.map(({ id, widget, asks, aliases = [], keeps = [], shows }, i) => ({
    id, chapter, line, number: i + 1, of: steps.length, theme, widget, asks, aliases, keeps, picture: pictureOf(shows),
  })),
);

const THEMES = new Map(readScore().chapters.map(({ id, theme }) => [id, theme]));

/** The theme that a chapter's text and still figures stand in. */
export const chapterTheme = (id: string): Theme => THEMES.get(id)!;

/** The line that a chapter is about, if it is about one. */
export const chapterLine = (id: string): string | undefined => readScore().chapters.find((chapter) => chapter.id === id)?.line;

/** Position at which a step is exactly reached. */
export const positionOf = (step: string): number => STEPS.findIndex(({ id }) => id === step);

/** The step that opens the story: its address is the page itself. */
export const OPENING: string = STEPS[0]!.id;

/** The step with a widget, if the story has it. */
export const stepWith = (widget: NonNullable<Written['widget']>): StoryStep | undefined => STEPS.find((step) => step.widget === widget);

/** A step as a page's program needs it. */
export interface StagedStep extends PictureStep {
  chapter: string;
  /** the line that its chapter is about */
  line?: string;
  /** ids that lead here as its own does */
  aliases?: readonly string[];
}

/** Steps for a page's program: what it draws, and where addresses lead. */
export const stagedSteps = (steps: readonly StoryStep[] = STEPS): StagedStep[] =>
  steps.map(({ id, theme, picture, chapter, line, aliases }) => ({
    id, theme, picture, chapter, ...(line === undefined ? {} : { line }), ...(aliases.length > 0 ? { aliases } : {}),
  }));
