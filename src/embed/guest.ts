import { hydrate, mount } from 'svelte';
import GuessForm from '../components/GuessForm.svelte';
import MonthsSlider from '../components/MonthsSlider.svelte';
import { fill } from '../data/fill.ts';
import Canvas from '../scenes/Canvas.svelte';
import type { Chart } from '../scenes/chart.ts';
import { FRAMES, type FrameName } from '../scenes/frames.ts';
import { SCALE_END } from '../scenes/falls/layout.ts';
import { LiveReading } from '../scroll/reading.svelte.ts';
import type { Payload as StoryPayload } from '../scroll/story.ts';
import { ease } from '../story/resolve.ts';
import type { StagedStep } from '../story/steps.ts';
import { announceHeight } from './announce.ts';
import { firstStep } from './boot.ts';
import { hostOf, linkMessage } from './height.ts';
import { sentenceOn } from '../scroll/guess.ts';

/** What an embed's page hands to its program. */
export interface Payload extends Pick<StoryPayload, 'slider' | 'guess' | 'locale'> {
  steps: readonly StagedStep[];
  chart: Chart;
  /** whether the whole lies flat in a frame that takes any height */
  unfolds: boolean;
  /** “Step %step% of %steps%” */
  progress: string;
}

/** How long a way between two steps takes, ms. */
const TURN = 900;
/** A finger that goes this far sideways, and less than half as far up or down, turns the page, px. */
const SWIPE = 40;
/** A host that has been told the height of the flat story shows by then whether it gives it, ms. */
const PATIENCE = 1500;

const root = document.documentElement;
const all = <T extends HTMLElement>(selector: string): T[] => [...document.querySelectorAll<T>(selector)];
const one = <T extends HTMLElement>(selector: string): T => all<T>(selector)[0]!;

const payload = JSON.parse(one('#payload').textContent) as Payload;
const story = payload.steps;
const host = hostOf(location.search, location.hash);
const schematic = payload.chart.geographic && root.dataset['map'] === 'schematic';
const chart: Chart = schematic ? { ...payload.chart, geographic: false } : payload.chart;
const reading = new LiveReading();
const steps = all('[data-step]');
const wide = matchMedia('(min-width: 900px)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let current = firstStep(location.search, story);
let turning = 0;

/** Takes over the drawing that the page came with; without land it is drawn anew. */
function awaken(target: HTMLElement, frame: FrameName, at: { position: number; months: number; guess: number | null }): void {
  const options = { target, props: { steps: story, frame: FRAMES[frame], chart, reading: at } };
  if (!schematic) {
    hydrate(Canvas, options);
    return;
  }
  target.replaceChildren();
  mount(Canvas, options);
}

const live = new Set<FrameName>();
/** Only the canvas that the frame shows comes to life. */
function awakenStage(): void {
  const frame: FrameName = wide.matches ? 'landscape' : 'portrait';
  if (live.has(frame)) return;
  live.add(frame);
  awaken(one(`.canvas-holder.${frame}`), frame, reading);
}

/** Moves the picture to a step; further than to a neighbour it jumps, for what lies between is not told. */
function move(to: number): void {
  cancelAnimationFrame(turning);
  const from = reading.position;
  const start = performance.now();
  const jump = calm.matches || Math.abs(to - from) >= 2;
  const frame = (now: number): void => {
    const share = jump ? 1 : Math.min(1, Math.max(0, (now - start) / TURN));
    reading.position = from + (to - from) * ease(share);
    if (share < 1) turning = requestAnimationFrame(frame);
  };
  frame(start);
}

function show(index: number): void {
  current = Math.min(story.length - 1, Math.max(0, index));
  const step = story[current]!;
  document.body.className = step.theme;
  steps.forEach((each, i) => each.toggleAttribute('data-current', i === current));
  for (const [i, mark] of all('.track i').entries()) mark.className = i <= current ? 'done' : '';
  for (const button of all('[data-turn]'))
    button.setAttribute('aria-disabled', String(story[current + Number(button.dataset['turn'])] === undefined));
  const count = fill(payload.progress, { step: current + 1, steps: story.length });
  for (const status of all('[role="status"].count')) status.textContent = `${count}: ${steps[current]!.querySelector('h2')!.textContent}`;
  for (const plain of all('.count[aria-hidden]')) plain.textContent = `${current + 1} / ${story.length}`;
}

/** How the reader's guess compares, beside the answer: the form itself stands on the step before. */
function compare(): void {
  const { guess } = payload;
  if (!guess) return;
  for (const out of all('.verdict')) out.textContent = sentenceOn(reading.guess, guess.answer, guess.words.verdicts, payload.locale);
}

/** Step by step the answer comes when it is gone to; where the story lies flat it is covered until it is asked for. */
function coverAnswer(covered: boolean): void {
  for (const answer of all<HTMLDetailsElement>('.answer')) answer.open = !covered;
}

function go(index: number): void {
  if (!story[index] || index === current) return;
  steps[index]!.querySelector('details')?.setAttribute('open', '');
  show(index);
  compare();
  move(index);
}

function listen(): void {
  for (const button of all('[data-turn]')) button.addEventListener('click', () => go(current + Number(button.dataset['turn'])));
  addEventListener('keydown', (event) => {
    const turn = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (turn === undefined || event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    go(current + turn);
  });
  for (const link of all<HTMLAnchorElement>('a[href^="#"]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      go(story.findIndex(({ id }) => `#${id}` === link.hash));
    });
  }
  const stage = one('.stage');
  let start: Touch | undefined;
  stage.addEventListener('touchstart', (event) => (start = event.touches.length === 1 ? event.touches[0] : undefined), { passive: true });
  stage.addEventListener('touchend', (event) => {
    const end = event.changedTouches[0];
    if (!start || !end) return;
    const [x, y] = [end.clientX - start.clientX, end.clientY - start.clientY];
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) go(current + (x < 0 ? 1 : -1));
  });
  wide.addEventListener('change', awakenStage);
}

/** A sandboxed frame opens no link itself; WordPress opens it for us. */
function handLinksOver(secret: string): void {
  for (const link of all<HTMLAnchorElement>('a[target]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      parent.postMessage(linkMessage(link.href, secret), '*');
    });
  }
}

/**
 * The whole story lies flat where the host gives a frame any height. A host is known to do so once the frame has taken
 * exactly the height that it was told; one that then stops short of the flat story has a ceiling, and gets the steps back.
 */
function unfold(told: () => number): void {
  const before = innerHeight;
  const answered = (): void => {
    if (innerHeight === before || innerHeight !== told()) return;
    removeEventListener('resize', answered);
    root.dataset['mode'] = 'flat';
    coverAnswer(true);
    if (schematic) {
      for (const [i, still] of all('.still').entries()) awaken(still, 'portrait', { position: i, months: reading.months, guess: null });
    }
    setTimeout(() => {
      if (innerHeight >= told()) return;
      root.dataset['mode'] = 'steps';
      coverAnswer(false);
    }, PATIENCE);
  };
  addEventListener('resize', answered);
}

function start(): void {
  coverAnswer(false);
  awakenStage();
  show(current);
  reading.position = current;
  const { slider, guess, locale } = payload;
  // An embed has what its steps have.
  for (const target of all('[data-widget="months"]')) hydrate(MonthsSlider, { target, props: { reading, ...slider! } });
  for (const target of all('[data-widget="guess"]')) hydrate(GuessForm, { target, props: { reading, locale, max: SCALE_END, ...guess! } });
  listen();
  root.dataset['live'] = '';
  if (parent === window) return;
  const told = announceHeight(one('.card'), host);
  if (payload.unfolds && !host.ceiling) unfold(told);
  if (host.secret !== undefined) handLinksOver(host.secret);
}

// Left alone where the browser is too old (src/embed/boot.ts).
if ('js' in root.dataset) start();
