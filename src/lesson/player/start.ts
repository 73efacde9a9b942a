import { mount, type Component } from 'svelte';
import { printOnClick } from '../../components/lesson/print.ts';
import type { Quantity } from '../content/types.ts';
import type { Deck, SlidesUi } from './deck.ts';
import { readAddress, readKept, stageAt } from './address.ts';
import { sayAge } from './age.ts';
import NotesWindow from './NotesWindow.svelte';
import Player from './Player.svelte';
import { Show } from './show.svelte.ts';
import { takeWords, type SlideWords } from './words.ts';

/** What only the file that is handed on has. */
export interface OfFile {
  Pupil: Component<{ deck: Deck; words: ReadonlyMap<string, SlideWords>; quantity: Quantity }>;
  Scan: Component<{ show: Show; ui: SlidesUi; quantity: Quantity }>;
}
/** Where the slides find the camera's part, if there is one. */
export const SCAN = 'scan';

/**
 * Brings the slides to life: takes their words and the deck out of the page, and shows one slide a screen. An address
 * without a plan leaves the page as it is, a list to choose from.
 */
export function startSlides(ofFile?: OfFile): void {
  const list = document.querySelector<HTMLElement>('[data-list]');
  const payload = document.querySelector('#payload');
  if (!list || !payload) throw new Error('slides: the page has no list of slides or no deck');
  const deck = JSON.parse(payload.textContent) as Deck;
  const { plan, slide, notes, pupil } = readAddress(deck.plans, location.search, location.hash);
  document.documentElement.dataset['live'] = '';
  const guessing = ofFile ? pupil : undefined;
  document.documentElement.dataset['slides'] = guessing ? 'pupil' : !plan ? 'list' : notes ? 'notes' : 'show';
  if (!plan && !guessing) {
    sayAge(list, new Date());
    printOnClick();
    return;
  }
  payload.remove();
  const words = takeWords(list);
  const target = document.createElement('main');
  document.body.prepend(target);
  // A lesson that has begun asks the network for nothing more, not even for a rare character of the display face.
  for (const face of document.fonts) if (face.family.includes(`Display ${deck.locale}`)) void face.load();
  if (ofFile && guessing) mount(ofFile.Pupil, { target, props: { deck, words, quantity: guessing } });
  if (!plan || guessing) return;
  const show = new Show(deck.film, plan, words, { slide, stage: stageAt(location.hash) }, readKept(location.hash, Date.now()));
  if (notes) mount(NotesWindow, { target, props: { show, deck, words } });
  else mount(Player, { target, props: { show, deck, words }, context: new Map([[SCAN, ofFile?.Scan]]) });
}
