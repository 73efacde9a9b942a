import { flushSync, hydrate } from 'svelte';
import GuessForm from '../components/GuessForm.svelte';
import MonthsSlider from '../components/MonthsSlider.svelte';
import Canvas from '../scenes/Canvas.svelte';
import { FRAMES, type FrameName } from '../scenes/frames.ts';
import type { Chart } from '../scenes/chart.ts';
import { SCALE_END } from '../scenes/known-users/layout.ts';
import { settle } from '../story/resolve.ts';
import type { StagedStep } from '../story/steps.ts';
import { watchStory } from './adapter.ts';
import { foldMenu } from './menu.ts';
import { currentMode, listenToControls, type Mode } from './mode.ts';
import { anchorsOf, offsetAt, positionAt, withoutStretches, withStretches, type Stretch } from './position.ts';
import { LiveReading } from './reading.svelte.ts';
import { rehearse } from './rehearse.ts';
import { layOutRest } from './rest.ts';
import { openSources } from './sources.ts';

/** What the page hands to the browser, as JSON. */
export interface Payload {
  steps: readonly StagedStep[];
  chart: Chart;
  locale: string;
  slider: { cases: number; min: number; max: number; words: Parameters<typeof MonthsSlider>[1]['words'] };
  /** `target`: the step that shows the answer */
  guess: { answer: number; target: string; words: Parameters<typeof GuessForm>[1]['words'] };
}

/** Text rests this far below the stage when its step is reached, px. */
const BELOW_STAGE = 12;
/** Share of the way between the last night step and the first day step in which the stage's ground turns: when no mark is on it. */
const DUSK = { from: 0.4, to: 0.6 };
/** A text taller than the screen rests with its head this far below the top, clear of the bar, px. */
const BELOW_BAR = 56;
/** The reader rests when nothing has moved for this long, ms. */
const ADDRESS_PAUSE = 250;

const all = <T extends Element>(selector: string): T[] => [...document.querySelectorAll<T>(selector)];
const one = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`story: the page has no ${selector}`);
  return found;
};

/** Brings the article to life: the page reads without it, and nothing here is needed for the text. */
export function startStory(): void {
  const payload = JSON.parse(one('#payload').textContent) as Payload;
  const STEPS = payload.steps;
  const reading = new LiveReading();
  const steps = all<HTMLElement>('[data-step]');
  const wide = matchMedia('(min-width: 700px) and (min-aspect-ratio: 1/1)');
  const live = new Set<FrameName>();
  let anchors: number[] = [];
  let stretches: Stretch[] = [];
  let line = 0;
  let onBar: [x: number, y: number] = [1, 1];
  let queued = false;
  let nearest = -1;
  let exact = 0;
  let width = innerWidth;
  let timer = 0;
  let moved = 0;
  let mode: Mode = currentMode();

  const shownFrame = (): FrameName => (wide.matches ? 'landscape' : 'portrait');
  const holderOf = (frame: FrameName): HTMLElement => one(`.canvas-holder.${frame}`);
  /** Only the canvas that the screen shows is brought to life; the other one when a rotation shows it. */
  const awaken = (): void => {
    const frame = shownFrame();
    if (live.has(frame) || mode === 'flat') return;
    live.add(frame);
    hydrate(Canvas, { target: holderOf(frame), props: { steps: STEPS, frame: FRAMES[frame], chart: payload.chart, reading } });
  };

  const flow = one<HTMLElement>('.flow');
  const sky = one<HTMLElement>('.sky');
  const bar = one<HTMLElement>('.progress');
  const body = document.body;
  // What stands in every chapter wears the chapter's colours. Worn by the body, they would set the style of the whole page anew.
  const worn = all('.bar, .progress, dialog.source');
  const links = all<HTMLAnchorElement>('.menu-sheet [data-chapter]');
  const language = all<HTMLAnchorElement>('[data-language]');

  /** The other language opens at the same place. */
  const passHash = (hash: string): void => {
    for (const link of language) link.hash = hash;
  };
  const arrive = (index: number): void => {
    nearest = index;
    const step = STEPS[index]!;
    const isDay = step.theme === 'day';
    for (const each of worn) each.classList.toggle('day', isDay);
    body.classList.toggle('dawned', isDay);
    bar.style.transform = `scaleX(${index / (STEPS.length - 1)})`;
    for (const link of links) link.ariaCurrent = link.dataset['chapter'] === step.chapter ? 'location' : null;
    passHash(index === 0 ? '' : step.id);
    clearTimeout(timer);
    timer = window.setTimeout(noteAddress, ADDRESS_PAUSE);
  };

  /** The address follows once the reader rests: changing it in mid-scroll would cost a frame. */
  const noteAddress = (): void => {
    if (performance.now() - moved < ADDRESS_PAUSE) {
      timer = window.setTimeout(noteAddress, ADDRESS_PAUSE);
      return;
    }
    // Past its last text the reader is in what follows the story, whose own address stays.
    if (flow.getBoundingClientRect().bottom <= line) passHash(location.hash);
    else history.replaceState(history.state, '', nearest === 0 ? location.pathname + location.search : `#${STEPS[nearest]!.id}`);
  };

  const dusk = STEPS.findIndex((step) => step.theme === 'day') - 1;
  let day = 0;
  /** Touches the page only where something has changed: most of a scroll changes nothing. */
  const show = (): void => {
    queued = false;
    moved = performance.now();
    exact = positionAt(anchors, withoutStretches(stretches, scrollY + line) - line);
    const place = mode === 'still' ? Math.round(exact) : settle(exact);
    const moves = place !== reading.position;
    flushSync(() => (reading.position = place));
    const light = Math.min(1, Math.max(0, (exact - dusk - DUSK.from) / (DUSK.to - DUSK.from)));
    if (light !== day) sky.style.opacity = String((day = light));
    if (Math.round(exact) !== nearest) arrive(Math.round(exact));
    // Asked what lies at a point, the browser lays out what has changed and prepares its paint, at once and not in the frame.
    // On the bar, which lies above all else, the answer itself costs least.
    if (moves) document.elementFromPoint(...onBar);
  };
  /**
   * Between two frames: the picture is made and laid out in a task of its own, as soon as the frame that noticed the scroll is
   * on its way. When the next one is due, the browser has only to paint. In an animation frame all of it would stand before
   * the paint, and a slow phone would miss every second beat (measured: docs/speed.md). By a timer: a message to oneself would
   * be packed and unpacked first.
   */
  const queue = (): void => {
    if (!queued) setTimeout(show);
    queued = true;
  };

  const measure = (): void => {
    const landscape = wide.matches;
    const stage = one<HTMLElement>('.stage').getBoundingClientRect();
    line = mode === 'flat' || landscape ? innerHeight / 2 : stage.height + BELOW_STAGE;
    const boxOf = (part: Element): Stretch => {
      const { top, height } = part.getBoundingClientRect();
      return { top: top + scrollY, height };
    };
    // A table opened below the stage must not move the picture above it: what a step has grown by is no part of the way.
    // Beside a stage a text grows up and down from its middle, and its place stays.
    stretches = steps.flatMap((step) => {
      const table = landscape ? null : step.querySelector('.numbers[open] table');
      if (!table) return [];
      const { top, height } = boxOf(table);
      return { top, height: Math.min(height, boxOf(step).height - parseFloat(getComputedStyle(step).minHeight)) };
    });
    const boxes = steps.map((step) => {
      const { top, height } = boxOf(step.querySelector('.card') ?? step);
      const begin = withoutStretches(stretches, top);
      return { top: begin, height: withoutStretches(stretches, top + height) - begin };
    });
    anchors = anchorsOf(boxes, line, landscape ? BELOW_BAR : undefined);
    anchors[0] = 0;
    const home = one('.bar .home').getBoundingClientRect();
    onBar = [home.left + home.width / 2, home.top + home.height / 2];
    awaken();
    queue();
  };

  /** Scrolls to an offset of the story, as if no table were open. */
  const goTo = (offset: number): void => scrollTo({ top: withStretches(stretches, offset + line) - line, behavior: 'instant' });

  /** A turned phone or a dragged window edge sets the text anew: the reader stays at the same place of the story. */
  const resize = (): void => {
    const kept = exact;
    const inStory = withoutStretches(stretches, scrollY) <= anchors.at(-1)! + innerHeight;
    measure();
    // A height alone changes with a phone's address bar, and moves nothing.
    if (innerWidth !== width && mode !== 'flat' && inStory) goTo(offsetAt(anchors, kept));
    width = innerWidth;
  };

  const layOutAll = layOutRest(all('.step .card, .plain, .foot'));
  const go = (index: number): void => {
    if (layOutAll()) measure();
    const target = Math.min(STEPS.length - 1, Math.max(0, index));
    if (mode === 'flat') steps[target]!.scrollIntoView();
    else goTo(anchors[target]!);
  };
  /** Of a step, or of the first one of a chapter: beside the chapter's head the stage still shows the chapter before. Flat, the head is the place. */
  const indexOf = (hash: string): number => STEPS.findIndex(({ id, chapter, aliases }) => `#${id}` === hash || aliases?.includes(hash.slice(1)) || (mode !== 'flat' && `#${chapter}` === hash));
  const follow = (hash: string): void => {
    const index = indexOf(hash);
    if (index >= 0) go(index);
  };

  listenToControls((next) => {
    const kept = nearest;
    mode = next;
    document.documentElement.dataset['mode'] = mode;
    measure();
    go(kept);
  });
  measure();
  follow(location.hash);
  show();

  addEventListener('scroll', queue, { passive: true });
  addEventListener('resize', resize);
  // Where the change led to: by now the address may have been noted anew.
  addEventListener('hashchange', ({ newURL }) => follow(new URL(newURL).hash));
  addEventListener('pageshow', measure);
  new ResizeObserver(measure).observe(flow);
  watchStory(flow, queue);
  addEventListener('keydown', (event) => {
    const inField = event.target instanceof HTMLElement && event.target.closest('input, dialog, summary, [contenteditable]');
    if (inField || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || mode === 'flat') return;
    // Arrows only: a letter would answer to words spoken to the computer (WCAG 2.1.4).
    const turn = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (turn === undefined) return;
    event.preventDefault();
    go(nearest + turn);
  });
  for (const link of all<HTMLAnchorElement>('a[href^="#"]')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      const index = indexOf(link.hash);
      // Where the browser leads, it needs the height of every text above.
      if (index < 0) return void layOutAll();
      event.preventDefault();
      // Before the scroll: the browser keeps, for the way back, where the reader is now.
      history.pushState(null, '', link.hash);
      go(index);
      // As after the browser's own jump, Tab goes on from the place that was jumped to.
      const target = one<HTMLElement>(link.hash);
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    });
  }

  const { slider, guess, locale } = payload;
  hydrate(MonthsSlider, { target: one('[data-widget="months"]'), props: { reading, ...slider } });
  hydrate(GuessForm, { target: one('[data-widget="guess"]'), props: { reading, locale, answer: guess.answer, max: SCALE_END, target: guess.target, words: guess.words } });
  openSources();
  foldMenu();
  document.documentElement.dataset['live'] = '';
  if (mode === 'scroll') {
    const frame = shownFrame();
    rehearse(STEPS, FRAMES[frame], payload.chart, holderOf(frame));
  }
}
