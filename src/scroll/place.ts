import type { StagedStep } from '../story/steps.ts';
import { currentMode } from './mode.ts';
import { all, one, root } from './page.ts';
import { anchorsOf, offsetAt, positionAt, withoutStretches, withStretches, type Stretch } from './position.ts';

/** Text rests this far below the stage when its step is reached, px. */
const BELOW_STAGE = 12;
/** What is taller than the screen, and what follows the story, rests with its head this far below the top, clear of the bar, px. */
const BELOW_BAR = 56;
/** A place is kept no further than this from its nearest step, so that a rounded scroll offset cannot turn it into another's. */
const NEAR = 0.45;
/** And this near to a step, it is the step's: Firefox rounds each offset down, and every turn of the device would add to that. */
const SAME = 0.01;

/**
 * Where each step rests, on the page as it is laid out now: the one definition, which `tellBrowser` hands on. What follows the
 * story is a place too: behind the last step come the last chapter and the end of the page.
 */
export interface Places {
  /** scroll offsets at which each place is reached, as if no table were open, px, ascending */
  anchors: readonly number[];
  /** tables that the reader has opened */
  stretches: readonly Stretch[];
  /** where a step's text rests, px below the top of the screen */
  line: number;
  /** the screen that this was read on, see `screenNow` */
  screen: string;
}

/** The position of the story (see `positionAt`) at a scroll offset of the page, px. */
export const positionIn = ({ anchors, stretches, line }: Pick<Places, 'anchors' | 'stretches' | 'line'>, top: number): number =>
  positionAt(anchors, withoutStretches(stretches, top + line) - line);

/** The way back: the scroll offset of a position, px. */
export const topOf = ({ anchors, stretches, line }: Pick<Places, 'anchors' | 'stretches' | 'line'>, position: number): number =>
  withStretches(stretches, offsetAt(anchors, position) + line) - line;

/** A position that is surely its nearest step's, for a screen on which it will be some other offset. */
export function surely(position: number): number {
  const nearest = Math.round(position);
  const off = position - nearest;
  return Math.abs(off) < SAME ? nearest : nearest + Math.min(NEAR, Math.max(-NEAR, off));
}

/** What the places depend on: the width, and the stage's height, which a phone's address bar does not change. */
export const screenNow = (): string => `${innerWidth} ${one<HTMLElement>('.stage').offsetHeight}`;

const boxOf = (part: Element): Stretch => {
  const { top, height } = part.getBoundingClientRect();
  return { top: top + scrollY, height };
};
const padding = (): number => parseFloat(getComputedStyle(root).scrollPaddingTop);

/**
 * Reads from the page where each step rests: below the stage, beside it in the middle, or flat at the top.
 * @param landscape whether the stage stands beside the text
 */
export function measurePlaces(steps: readonly StagedStep[], landscape: boolean): Places {
  const parts = all<HTMLElement>('[data-step]');
  const flat = currentMode() === 'flat';
  root.style.setProperty('--after', `${boxOf(one('section.plain')).height}px`);
  const stage = boxOf(one('.stage')).height;
  const line = flat ? padding() : landscape ? stage / 2 : stage + BELOW_STAGE;
  // A table opened below the stage must not move the picture above it: what a step has grown by is no part of the way.
  // Beside a stage a text grows up and down from its middle, and its place stays.
  const stretches = parts.flatMap((step) => {
    const table = landscape || flat ? null : step.querySelector('.numbers[open] table');
    if (!table) return [];
    const { top, height } = boxOf(table);
    return { top, height: Math.min(height, boxOf(step).height - parseFloat(getComputedStyle(step).minHeight)) };
  });
  const boxes = parts.map((step) => {
    const { top, height } = boxOf((!flat && step.querySelector('.card')) || step);
    const begin = withoutStretches(stretches, top);
    return { top: begin, height: withoutStretches(stretches, top + height) - begin };
  });
  const anchors = anchorsOf(boxes, line, landscape && !flat ? BELOW_BAR : undefined);
  anchors[0] = 0;
  const { scrollHeight, clientHeight } = root;
  for (const top of [boxOf(one('section.plain')).top - BELOW_BAR, scrollHeight - clientHeight]) {
    anchors.push(Math.max(anchors.at(-1)! + 1, withoutStretches(stretches, top + line) - line));
  }
  const places = { anchors, stretches, line, screen: screenNow() };
  tellBrowser(places, steps, parts, flat);
  return places;
}

/**
 * Tells the browser where each step rests, so that its own jumps (a changed address, a link followed before the program lives, WebKit's
 * second look for the anchor once all is loaded) land there too. Flat, a head leads to itself.
 */
function tellBrowser(places: Places, steps: readonly StagedStep[], parts: readonly HTMLElement[], flat: boolean): void {
  const rests = new Map<HTMLElement, number>([...parts, one<HTMLElement>('section.plain')].map((part, index) => [part, index]));
  // Beside a chapter's head the stage still shows the chapter before: it leads to its first step.
  for (const [index, { chapter }] of [...steps.entries()].reverse()) {
    const head = document.getElementById(chapter);
    if (head && !head.hasAttribute('data-step')) rests.set(head, index);
  }
  const inset = padding();
  const margins = [...rests].map(([part, index]) => [part, boxOf(part).top - topOf(places, index) - inset] as const);
  for (const [part, margin] of margins) part.style.scrollMarginTop = flat ? '' : `${margin}px`;
}
