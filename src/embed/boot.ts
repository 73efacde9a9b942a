import { KNOWN } from '../engines.ts';

/**
 * Runs in the head of an embed, before anything is drawn: says that scripts run, and takes theme and map from the address,
 * so that nothing flashes. Only these words are taken, into attributes; anything else is as if it were not there. If the
 * program has not come to life when the page has loaded, the page goes back to its stills. A browser too old for the programs is
 * left alone, and a card saved while it lived is not believed. In old syntax on purpose.
 */
export const EMBED_BOOT = `(function(d){d.removeAttribute('data-live');d.removeAttribute('data-js');var q=location.search,t=/[?&]theme=(light|dark|auto)(?:&|$)/.exec(q);if(t)d.setAttribute('data-theme',t[1]);if(/[?&]map=schematic(?:&|$)/.test(q))d.setAttribute('data-map','schematic');if(!(${KNOWN}))return;d.setAttribute('data-js','');addEventListener('load',function(){if(!d.hasAttribute('data-live'))d.removeAttribute('data-js')})})(document.documentElement)`;

/** The step that an address asks for with `?step=`: its place among `steps`, or 0 for anything else. */
export function firstStep(search: string, steps: readonly { id: string; aliases?: readonly string[] }[]): number {
  const asked = /[?&]step=([\w-]+)(?:&|$)/.exec(search)?.[1];
  return Math.max(
    0,
    steps.findIndex(({ id, aliases }) => id === asked || aliases?.includes(asked!)),
  );
}
