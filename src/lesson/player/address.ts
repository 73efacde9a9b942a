import type { Plan } from '../content/types.ts';

/** What an address asks the player for. `plan` is missing where the address names none. */
export interface Address {
  plan: Plan | undefined;
  /** from 0 */
  slide: number;
  /** the window of the teacher's notes */
  notes: boolean;
}

/**
 * Reads the address of a slide, such as `?plan=40#5`; a slide's id stands for its number too. Whatever it does not know is
 * passed over: a slide past the end is the last one.
 */
export function readAddress(plans: readonly Plan[], search: string, hash: string): Address {
  const asked = new URLSearchParams(search);
  const plan = plans.find(({ id }) => id === asked.get('plan'));
  return { plan, slide: plan ? slideAt(plan, hash) : 0, notes: asked.get('notes') === '1' };
}

/** The slide that an anchor names, from 0. */
export function slideAt({ slides }: Plan, hash: string): number {
  const name = hash.replace(/^#/, '');
  if (/^\d+$/.test(name)) return Math.min(slides.length, Math.max(1, Number(name))) - 1;
  return Math.max(0, slides.findIndex(({ id }) => id === name));
}

/** The anchor of a slide. */
export const hashOf = (slide: number): string => `#${slide + 1}`;
