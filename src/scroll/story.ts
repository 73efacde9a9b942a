import { flushSync, hydrate } from 'svelte';
import GuessForm from '../components/GuessForm.svelte';
import MonthsSlider from '../components/MonthsSlider.svelte';
import type { Chart } from '../scenes/chart.ts';
import { SCALE_END } from '../scenes/falls/layout.ts';
import type { StagedStep } from '../story/steps.ts';
import { watchStory } from './adapter.ts';
import { coverAnswer } from './answer.ts';
import { followReader } from './follow.ts';
import { foldMenu } from './menu.ts';
import { currentMode, listenToControls } from './mode.ts';
import { one, root } from './page.ts';
import { livePicture, type LivePicture } from './picture.ts';
import { measurePlaces, positionIn, screenNow, surely, topOf, type Places } from './place.ts';
import { LiveReading } from './reading.svelte.ts';
import { openSources } from './sources.ts';
import { followHistory, goByLinks, turnByKeys } from './ways.ts';

/** What the page hands to the browser, as JSON. */
export interface Payload {
  steps: readonly StagedStep[];
  chart: Chart;
  locale: string;
  /** of a story that has them */
  slider?: { cases: number; min: number; max: number; words: Parameters<typeof MonthsSlider>[1]['words'] };
  /** `target`: the step that shows the answer */
  guess?: { answer: number; target: string; words: Parameters<typeof GuessForm>[1]['words'] };
}

/** The text may still be set anew for this long after a turn or an arrival, ms. */
const SETTLING = 1000;

/**
 * Brings the article to life: the page reads without it, and nothing here is needed for the text.
 * @throws whatever went wrong on the way, once the page lies flat
 */
export const startStory = safely((): void => {
  if (!('js' in root.dataset)) {
    // Left alone, as too old (src/scroll/boot.ts); or only late, and already being read flat.
    if (root.dataset['mode'] !== 'flat') return;
    root.dataset['js'] = '';
  }
  const payload = JSON.parse(one('#payload').textContent) as Payload;
  const reading = new LiveReading();
  const { steps, slider, guess, locale } = payload;
  if (slider) hydrate(MonthsSlider, { target: one('[data-widget="months"]'), props: { reading, ...slider } });
  if (guess) hydrate(GuessForm, { target: one('[data-widget="guess"]'), props: { reading, locale, max: SCALE_END, ...guess } });
  // What a part does after its first picture may fail too.
  flushSync();
  const picture = livePicture(steps, payload.chart, reading);
  bindReader(picture, steps);
  openSources();
  foldMenu();
  root.dataset['live'] = '';
  if (currentMode() === 'scroll') picture.rehearse();
});

/** The same act; if it fails, the page goes back to the flat reading (`src/scroll/boot.ts`), and the error on to the console. */
function safely(act: () => void): () => void {
  return () => {
    try {
      act();
    } catch (error) {
      delete root.dataset['live'];
      dispatchEvent(new Event('fall'));
      throw error;
    }
  };
}

/** Binds the picture, and what else follows the reader, to where the reader is; and the ways to go to where a step rests. */
function bindReader(picture: LivePicture, steps: readonly StagedStep[]): void {
  const tell = followReader(steps);
  const cover = coverAnswer(steps);
  let places: Places;
  let position = 0;
  let queued = false;
  let kept = 0;
  let landed = -1;
  let arrived = 0;

  const measure = (): void => {
    places = measurePlaces(steps, picture.landscape());
    picture.awaken();
  };
  const show = (): void => {
    queued = false;
    position = positionIn(places, scrollY);
    picture.show(position);
    tell(position);
  };
  const goTo = (place: number): void => {
    kept = place;
    arrived = performance.now();
    cover(Math.round(place));
    scrollTo({ top: topOf(places, place), behavior: 'instant' });
    landed = scrollY;
    show();
  };
  /**
   * A turned phone or a dragged window edge has set the text anew, and its scroll offset means another place: the reader stays at
   * the same one, whoever tells of the change first, the scroll, the resize or the way back.
   */
  const keep = (): void => {
    const place = surely(position);
    measure();
    goTo(place);
  };
  /** Shows where the reader is. */
  const update = safely(() => (screenNow() === places.screen ? show() : keep()));
  /**
   * Between two frames: the picture is made and laid out in a task of its own, as soon as the frame that noticed the scroll is
   * on its way. When the next one is due, the browser has only to paint. In an animation frame all of it would stand before
   * the paint, and a slow phone would miss every second beat (measured: docs/speed.md). By a timer: a message to oneself would
   * be packed and unpacked first.
   */
  const queue = (): void => {
    if (!queued) setTimeout(update);
    queued = true;
  };
  /**
   * The text was set anew without a turn: a table opened, a face came late, WebKit took a turn in two parts. A reader who has just
   * been led to a place, and has not gone on, is led there again.
   */
  const remeasure = safely(() => {
    if (screenNow() !== places.screen) return update();
    measure();
    if (scrollY === landed && performance.now() - arrived < SETTLING) goTo(kept);
    else show();
  });

  listenToControls((mode) => {
    const place = Math.round(position);
    root.dataset['mode'] = mode;
    cover(place);
    measure();
    goTo(place);
  });
  cover(0);
  measure();
  followHistory(steps, goTo);
  show();
  void document.fonts.ready.then(() => {
    arrived = performance.now();
    remeasure();
  });

  addEventListener('scroll', queue, { passive: true });
  addEventListener('resize', update);
  // WebKit, which is asked to leave the place to us, brings a page that it has kept back at its top.
  addEventListener('pageshow', ({ persisted }) => (persisted ? safely(keep)() : remeasure()));
  // Not at once: an observer that changes what it watches is complained of.
  new ResizeObserver(() => setTimeout(remeasure)).observe(one('.flow'));
  watchStory(one('.flow'), queue);
  turnByKeys((by) => {
    const index = Math.round(position) + by;
    if (index >= 0 && index < steps.length) goTo(index);
  });
  goByLinks(steps, goTo);
}
