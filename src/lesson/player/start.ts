import { mount } from 'svelte';
import { printOnClick } from '../../components/lesson/print.ts';
import type { Deck } from './deck.ts';
import { readAddress } from './address.ts';
import NotesWindow from './NotesWindow.svelte';
import Player from './Player.svelte';
import { Show } from './show.svelte.ts';
import { takeWords } from './words.ts';

/**
 * Brings the slides to life: takes their words and the deck out of the page, and shows one slide a screen. An address
 * without a plan leaves the page as it is, a list to choose from.
 */
export function startSlides(): void {
  const list = document.querySelector<HTMLElement>('[data-list]');
  const payload = document.querySelector('#payload');
  if (!list || !payload) throw new Error('slides: the page has no list of slides or no deck');
  const deck = JSON.parse(payload.textContent) as Deck;
  const { plan, slide, notes } = readAddress(deck.plans, location.search, location.hash);
  document.documentElement.dataset['live'] = '';
  document.documentElement.dataset['slides'] = !plan ? 'list' : notes ? 'notes' : 'show';
  if (!plan) {
    printOnClick();
    return;
  }
  payload.remove();
  const words = takeWords(list);
  const target = document.createElement('main');
  document.body.prepend(target);
  // A lesson that has begun asks the network for nothing more, not even for a rare character of the display face.
  for (const face of document.fonts) if (face.family.includes(`Display ${deck.locale}`)) void face.load();
  const show = new Show(deck.film, plan, words, slide);
  if (notes) mount(NotesWindow, { target, props: { show, deck, words } });
  else mount(Player, { target, props: { show, deck, words } });
}
