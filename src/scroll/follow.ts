import type { StagedStep } from '../story/steps.ts';
import { note } from './address.ts';
import { all, one } from './page.ts';

/** Share of the way between the last night step and the first day step in which the stage's ground turns: when no mark is on it. */
const DUSK = { from: 0.4, to: 0.6 };
/** The reader rests when nothing has moved for this long, ms. */
const ADDRESS_PAUSE = 250;

/**
 * What follows the reader: the bar, the chapter's colours, the mark in the contents, the sky, the address and the link to the
 * other language.
 * @returns to be told of every position (see `Places`); touches the page only where something has changed
 */
export function followReader(steps: readonly StagedStep[]): (position: number) => void {
  const bar = one<HTMLElement>('.progress');
  const sky = one<HTMLElement>('.sky');
  // What stands in every chapter wears the chapter's colours. Worn by the body, they would set the style of the whole page anew.
  const worn = all('.bar, .progress, dialog.source');
  const links = all<HTMLAnchorElement>('.menu-sheet [data-chapter]');
  const dusk = steps.findIndex((step) => step.theme === 'day') - 1;
  const noteSoon = followAddress(steps);
  const last = steps.length - 1;
  let nearest = -1;
  let day = 0;

  const arrive = (index: number): void => {
    nearest = index;
    const { theme, chapter, line } = steps[index]!;
    for (const each of worn) each.classList.toggle('day', theme === 'day');
    document.body.classList.toggle('dawned', theme === 'day');
    bar.style.setProperty('--tone', line === undefined ? '' : `var(--${line})`);
    bar.style.transform = `scaleX(${index / last})`;
    for (const link of links) link.ariaCurrent = link.dataset['chapter'] === chapter ? 'location' : null;
  };

  return (position) => {
    const light = Math.min(1, Math.max(0, (position - dusk - DUSK.from) / (DUSK.to - DUSK.from)));
    if (light !== day) sky.style.opacity = String((day = light));
    const index = Math.min(last, Math.round(position));
    if (index !== nearest) arrive(index);
    noteSoon(position);
  };
}

/**
 * The address and the link to the other language say where the reader is, once the reader rests: changing the address in
 * mid-scroll would cost a frame. Its entry in the history keeps the place itself, as a position and not in pixels.
 * @returns to be told whenever the reader moves
 */
function followAddress(steps: readonly StagedStep[]): (position: number) => void {
  const language = all<HTMLAnchorElement>('[data-language]');
  const ids = [...steps.map(({ id }) => id), one('section.plain').id];
  let place = -1;
  let hash = '';
  let timer = 0;
  let moved = 0;
  const noteNow = (): void => {
    clearTimeout(timer);
    timer = 0;
    note(hash || location.pathname + location.search, { place });
  };
  const rest = (): void => {
    if (performance.now() - moved < ADDRESS_PAUSE) timer = window.setTimeout(rest, ADDRESS_PAUSE);
    else noteNow();
  };
  // Whoever leaves in mid-scroll, or by a link inside the page, comes back to where that was: of every click, the entry keeps the place before.
  addEventListener('pagehide', noteNow);
  addEventListener('click', noteNow, true);
  return (position) => {
    moved = performance.now();
    if (position === place) return;
    place = position;
    const id = ids[Math.min(ids.length - 1, Math.round(position))];
    hash = id === ids[0] ? '' : `#${id}`;
    for (const link of language) link.hash = hash;
    timer ||= window.setTimeout(rest, ADDRESS_PAUSE);
  };
}
